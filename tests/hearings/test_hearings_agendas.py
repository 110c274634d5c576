"""The programme of a hearing is an agenda like any other."""

import pytest
import sqlalchemy as sa

from services.hearings.store.tables import kept
from tests.hearings.asking import WORDS, Asker, a_call
from tests.hearings.builders import ANOTHER_CHAIR, CLERK, COMMITTEE_CHAIR, DEPUTY

ITEM = {"kind": "information", "title": WORDS, "minutes": 20}


@pytest.fixture
def ask(http, register):  # noqa: ARG001 it stands
    return Asker(http)


@pytest.fixture
async def path(ask):
    return f"/hearings/{(await ask.done('/hearings', a_call()))['id']}/agenda"


async def test_the_committee_that_called_it_draws_up_its_programme(ask, path, work):
    agenda = await ask.done(path, by=COMMITTEE_CHAIR)
    items = f"/agendas/{agenda['id']}/items"
    added = await ask.post(items, ITEM, by=COMMITTEE_CHAIR, If_Match='"1"')

    shown = await ask.got(path)
    log = await ask.got(f"/agendas/{agenda['id']}/changes")
    told = await work.session.scalars(sa.select(kept.outbox.c.type))

    assert added.status_code == 200, added.text
    assert [(item["number"], item["minutes"]) for item in shown["items"]] == [(1, 20)]
    assert [line["kind"] for line in log] == ["drawn_up", "added"]
    assert "hearings.agenda_changed.v1" in set(told)


@pytest.mark.parametrize("by", [ANOTHER_CHAIR, DEPUTY])
async def test_others_do_not(ask, path, by):
    answer = await ask.post(path, by=by)

    assert answer.status_code in {403, 409}
    assert answer.json()["provision"]


async def test_who_overlooked_a_change_is_shown_it(ask, path):
    agenda = await ask.done(path, by=CLERK)
    items = f"/agendas/{agenda['id']}/items"
    await ask.post(items, ITEM, by=CLERK, If_Match='"1"')

    stale = await ask.post(items, ITEM, by=CLERK, If_Match='"1"')

    assert stale.status_code == 412
    assert [change["kind"] for change in stale.json()["changes"]] == ["added"]
