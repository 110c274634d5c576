"""Officials whom the Kurultai hears every year: due, held and left."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from services.hearings.domain.oversight.officials import Duty, due_in
from services.hearings.store.tables import kept
from shared.kernel.occasion import day_of
from shared.rules import load
from tests.hearings.asking import WORDS, Asker, now
from tests.hearings.builders import CHAIR, CLERK, DEPUTY, LEADER

ALL = "/official-hearings"
AUDIT = "audit_chair_report"
TODAY = day_of(now())


def heard_on(day, kind=AUDIT):
    return {"kind": kind, "day": day.isoformat(), "name": WORDS}


@pytest.fixture
async def ask(http, register):  # noqa: ARG001 it stands
    return Asker(http)


async def told(work, kind):
    outbox = kept.outbox.c
    query = sa.select(outbox.body).where(outbox.type == f"hearings.{kind}.v1")
    return list(await work.session.scalars(query.order_by(outbox.at)))


async def due(ask, kind=AUDIT, year=TODAY.year):
    found = {one["kind"]: one for one in await ask.got(f"{ALL}/due", year=year)}
    return [found[kind][key] for key in ("needed", "held", "left")]


async def test_the_chair_of_the_audit_chamber_is_heard_twice_a_year(ask, work):
    assert await due(ask) == [2, 0, 2]
    await ask.done(ALL, heard_on(TODAY), by=CHAIR)
    assert await due(ask) == [2, 1, 1]
    assert await due(ask, year=TODAY.year + 1) == [2, 0, 2]
    [fact] = await told(work, "official_heard")
    assert (fact["kind"], fact["provision"]) == (AUDIT, "Constitution 2026, art. 56(15)")


@pytest.mark.parametrize("kind", [duty for duty in Duty if duty is not Duty.AUDIT_CHAIR])
async def test_the_others_are_heard_once(ask, kind):
    await ask.done(ALL, heard_on(TODAY, kind), by=CLERK)
    assert await due(ask, kind) == [1, 1, 0]
    assert await due(ask) == [2, 0, 2]


async def test_the_same_is_entered_once_for_a_day_by_however_many(ask):
    answers = await ask.at_once(*(ask.post(ALL, heard_on(TODAY), by=CLERK) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert await due(ask) == [2, 1, 1]


async def test_what_is_ahead_is_not_entered(ask):
    refused = await ask.post(ALL, heard_on(TODAY + timedelta(days=2)), by=CLERK)
    assert (refused.status_code, refused.json()["code"]) == (409, "not-now")
    assert refused.json()["provision"] == "Constitution 2026, art. 56(14)-(16)"
    assert await ask.got(ALL) == []


async def test_what_was_entered_by_mistake_counts_no_longer_and_may_be_entered_again(ask, work):
    one = f"{ALL}/{(await ask.done(ALL, heard_on(TODAY), by=CLERK))['id']}"
    shown = await ask.done(f"{one}/striking", {"reason": WORDS}, by=CHAIR)
    assert (shown["stage"], shown["reason"]) == ("struck", WORDS)
    assert await due(ask) == [2, 0, 2]
    assert len(await told(work, "official_hearing_struck")) == 1
    assert (await ask.post(f"{one}/striking", {"reason": WORDS}, by=CHAIR)).status_code == 409
    await ask.done(ALL, heard_on(TODAY), by=CLERK)
    acts = [act["act"] for act in await ask.got(f"{one}/acts")]
    assert acts == ["enter_official_hearing", "strike_official_hearing"]


@pytest.mark.parametrize(("by", "status"), [(DEPUTY, 403), (LEADER, 403), (None, 401)])
async def test_others_enter_nothing(ask, by, status):
    assert (await ask.post(ALL, heard_on(TODAY), by=by)).status_code == status


def test_where_no_source_says_how_often_nothing_is_left_to_say():
    elsewhere = load("bundestag-2017").on(date(2018, 1, 1))
    owed = due_in(elsewhere, 2018, Duty.AUDIT_CHAIR, 3)
    assert (owed.needed, owed.held, owed.left) == (None, 3, None)
