"""The record of one bill: its path in pages, and its votes."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from services.bills.store.tables import kept
from shared.kernel.actor import Role
from shared.kernel.rules import Outcome
from tests.bills import facts
from tests.bills.builders import NOON, QUESTION, a_bill, a_bill_in_reading
from tests.bills.test_store import put_on_file

ACTS = 1_200


@pytest.fixture
async def long_path(desk, hear):
    """A bill that was acted on again and again, and of whose hearing others told."""
    bill = a_bill()
    await put_on_file(desk, bill)
    row = {
        "about": "bill",
        "case_id": bill.id,
        "origin": "draft",
        "target": "draft",
        "role": Role.DEPUTY,
        "provision": "Constitution 2026, art. 60(1)",
        "profile": "test",
    }
    rows = [
        row | {"act": "revise" if n % 2 else "draft", "at": NOON + timedelta(seconds=n // 3)}
        for n in range(ACTS)
    ]
    async with desk.work() as work:
        await work.session.execute(sa.insert(kept.acts), rows)
    await hear(facts.a_hearing_called(bill.id))
    return bill


async def read_on(http, path, **query):
    """Every step, page by page, and how many pages there were."""
    answer, steps, pages = await http.get(path, params=query), [], 1
    while "next" in answer.links:
        steps += answer.json()
        answer, pages = await http.get(answer.links["next"]["url"]), pages + 1
    return steps + answer.json(), pages


async def test_a_long_path_comes_in_pages_that_hold_every_step_once(http, long_path):
    path = f"/bills/{long_path.id}/timeline"
    steps, pages = await read_on(http, path)
    assert (len(steps), pages) == (ACTS + 1, 3)
    assert [step["at"] for step in steps] == sorted(step["at"] for step in steps)
    assert sum(step["fact"] is not None for step in steps) == 1
    # However small the page, steps of one instant are neither lost nor shown twice.
    by_sevens, _ = await read_on(http, path, limit=7)
    assert by_sevens == steps


async def test_only_certain_acts_may_be_asked_for(http, long_path):
    steps, _ = await read_on(http, f"/bills/{long_path.id}/timeline", act="revise", limit=400)
    assert {step["act"] for step in steps} == {"revise"}
    assert len(steps) == ACTS // 2


@pytest.mark.parametrize("after", ["x", "WzFd", "WyJcdTAwMDAiLCBmYWxzZSwgMV0"])
async def test_a_place_that_no_page_gave_is_refused(http, long_path, after):
    answer = await http.get(f"/bills/{long_path.id}/timeline", params={"after": after})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor")


async def test_the_votes_on_a_bill_are_shown_with_their_outcome_and_counts(http, desk, hear):
    bill = a_bill_in_reading(1)
    await put_on_file(desk, bill)
    await hear(facts.a_result(bill.id, QUESTION, Outcome.NO_DECISION, votes_for=60))

    [vote] = (await http.get(f"/bills/{bill.id}/votes")).json()
    assert (vote["outcome"], vote["reading"], vote["matter"]) == ("no_decision", 1, "bill_reading")
    assert (vote["votes_for"], vote["against"], vote["needed"]) == (60, 20, 73)


async def test_every_link_of_a_bill_leads_somewhere(http, desk):
    bill = a_bill()
    await put_on_file(desk, bill)
    links = (await http.get(f"/bills/{bill.id}")).json()["links"]
    paths = {str(path) for path in (await http.get("/openapi.json")).json()["paths"]}
    for name, link in links.items():
        declared = link.removeprefix("/api/bills/v1").replace(str(bill.id), "{bill_id}")
        assert declared in paths, name
