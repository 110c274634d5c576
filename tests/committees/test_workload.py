"""What each committee has to do, and what is late, as anyone can see it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from services.committees.store.conclusion_requests_tables import conclusion_requests
from services.committees.store.tables import referrals
from shared.contracts.petitions import PetitionAnswered, PetitionReferred
from shared.kernel.occasion import day_of
from tests.committees import facts
from tests.committees.builders import SUMMARY
from tests.committees.chamber import Refused

TODAY = day_of(datetime.now(UTC))
WORDS = SUMMARY.model_dump()
ASKED = {"addressee": WORDS, "what": WORDS}


def day(days):
    return (TODAY + timedelta(days=days)).isoformat()


def by(days):
    return {"day": day(days), "ground": "Хаттама № 3"}


async def late_by(desk, table, column, days=1):
    past = TODAY - timedelta(days=days)
    async with desk.sessions.begin() as session:
        await session.execute(sa.update(table).values({column: past}))


async def workload(work_on, committee_id):
    return await work_on.chamber.get(f"/committees/{committee_id}/workload")


async def test_a_bill_is_in_the_workload_of_every_committee_that_has_it(work_on):
    await work_on.act("co-committees", {"committee_id": work_on.other}, work_on.chamber.chair)
    await work_on.act("conclusion-day", by(10), work_on.chamber.chair)
    await work_on.act("rapporteur", {"person_id": str(work_on.member)}, work_on.leader)
    await work_on.act("conclusion-requests", ASKED, work_on.leader)

    [lead] = await workload(work_on, work_on.lead)
    [other] = await workload(work_on, work_on.other)

    assert (lead["part"], other["part"]) == ("lead", "co_committee")
    assert (lead["number"], lead["title"]) == ("2026-0001", facts.TITLE.model_dump())
    assert lead["rapporteur"]["person_id"] == str(work_on.member)
    assert (lead["conclusion_day"], lead["days_left"], lead["is_overdue"]) == (day(10), 10, False)
    assert lead["opinions_awaited"] == [work_on.other]
    assert (lead["requests_awaited"], lead["requests_overdue"]) == (1, 0)


async def test_a_petition_is_before_its_committee_until_it_is_answered(work_on, hear):
    asked = PetitionReferred(
        at=facts.now(),
        petition_id=uuid4(),
        committee_id=work_on.lead,
        subject=SUMMARY,
        last_day=TODAY - timedelta(days=1),
    )
    whose = {"petition_id": asked.petition_id, "committee_id": work_on.lead}
    await hear(asked)
    [late] = await work_on.chamber.get(f"/committees/{work_on.lead}/petitions")
    others = await work_on.chamber.get(f"/committees/{work_on.other}/petitions")
    await hear(PetitionAnswered(at=facts.now(), **whose), sequence=2)

    assert (late["petition_id"], late["subject"]) == (str(asked.petition_id), WORDS)
    assert (late["days_left"], late["is_overdue"]) == (-1, True)
    assert others == []
    assert await work_on.chamber.get(f"/committees/{work_on.lead}/petitions") == []


async def test_an_opinion_that_was_given_is_not_awaited(work_on):
    await work_on.act("co-committees", {"committee_id": work_on.other}, work_on.chamber.chair)
    opinion = {"favourable": True, "summary": WORDS}
    await work_on.act("opinion", opinion, work_on.other_chair)
    [line] = await workload(work_on, work_on.lead)
    assert line["opinions_awaited"] == []


async def test_what_is_due_first_comes_first_and_without_a_day_last(before, hear, chamber):
    days = {}
    for days_left in (None, 20, 5):
        before.bill = uuid4()
        await hear(facts.admitted(before.bill))
        await before.refer(**({"conclusion_day": by(days_left)} if days_left else {}))
        days[str(before.bill)] = days_left
    path = f"/committees/{before.lead}/workload"
    first = await chamber.http.get(path, params={"limit": 2})
    second = await chamber.http.get(first.links["next"]["url"])

    found = [*first.json(), *second.json()]
    assert [days[one["bill_id"]] for one in found] == [5, 20, None]
    assert found[-1]["days_left"] is None
    assert await workload(before, before.other) == []


async def test_what_was_concluded_is_nobody_s_work(work_on):
    conclusion = {"favourable": True, "summary": WORDS}
    await work_on.act("conclusion", conclusion, work_on.leader)
    assert await workload(work_on, work_on.lead) == []


async def test_a_conclusion_that_is_late_is_on_the_list_of_what_is_overdue(work_on, desk):
    chamber = work_on.chamber
    await work_on.act("conclusion-day", by(0), chamber.chair)
    assert await chamber.get("/overdue") == []
    await late_by(desk, referrals, "conclusion_day", 3)

    [line] = await chamber.get("/overdue")
    assert (line["bill_id"], line["days_left"]) == (str(work_on.bill), -3)
    assert line["is_overdue"]
    assert await chamber.get("/overdue", committee_id=work_on.lead) == [line]
    assert await chamber.get("/overdue", committee_id=work_on.other) == []


async def test_a_bill_whose_experts_are_late_is_on_it_too(work_on, desk):
    await work_on.act("conclusion-requests", ASKED | {"last_day": day(0)}, work_on.leader)
    assert await work_on.chamber.get("/overdue") == []
    await late_by(desk, conclusion_requests, "last_day")
    [line] = await work_on.chamber.get("/overdue")
    assert (line["is_overdue"], line["requests_overdue"]) == (False, 1)


async def test_there_is_no_workload_of_what_is_no_committee(chamber):
    with pytest.raises(Refused) as refused:
        await chamber.get(f"/committees/{uuid4()}/workload")
    assert refused.value.status == 404
