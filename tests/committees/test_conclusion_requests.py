"""A committee asks others for their conclusions on a bill, and everybody sees who is late."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from services.committees.actions.watch_requests import tell_overdue_conclusions
from services.committees.api import conclusion_requests_shapes
from services.committees.store.conclusion_requests_tables import conclusion_requests
from shared.kernel.occasion import day_of
from shared.web.shapes import Given
from tests.committees import facts
from tests.committees.at_work import told
from tests.committees.builders import PROFILE
from tests.committees.chamber import Refused

TODAY = day_of(datetime.now(UTC))
YESTERDAY, TOMORROW = [(TODAY + timedelta(days=n)).isoformat() for n in (-1, 1)]
EXPERT = {"kk": "Парламентаризм институты", "ru": "Институт парламентаризма"}
ASKED = {"addressee": EXPERT, "what": {"kk": "Ғылыми сараптама", "ru": "Научная экспертиза"}}
GOT = {
    "day": TODAY.isoformat(),
    "favourable": True,
    "signed_by": EXPERT,
    "text": {"kk": "Ескертулер жоқ.", "ru": None},
}
BODIES = [
    kind
    for kind in vars(conclusion_requests_shapes).values()
    if isinstance(kind, type) and issubclass(kind, Given) and kind is not Given
]


@pytest.fixture
async def asked(work_on):
    """Asked for by the secretary of the lead committee, until tomorrow."""
    secretary = await work_on.chamber.of_the_opposition()
    await work_on.chamber.office(secretary, "committee_secretary", work_on.lead)
    return await work_on.act("conclusion-requests", ASKED | {"last_day": TOMORROW}, secretary)


@pytest.fixture
def path(asked):
    return f"/conclusion-requests/{asked['id']}"


async def make_late(desk):
    past = datetime.now(UTC) - timedelta(hours=1)
    async with desk.sessions.begin() as session:
        await session.execute(
            sa.update(conclusion_requests).values(passes_at=past, last_day=past.date())
        )


@pytest.mark.parametrize("body", BODIES)
def test_every_example_of_a_body_would_be_taken(body):
    examples = body.model_config["json_schema_extra"]["examples"]
    assert all(body.model_validate(example) for example in examples)
    assert all(field.description for field in body.model_fields.values())


async def test_a_conclusion_is_asked_for_and_comes(work_on, asked, path, chamber, work):
    shown = await chamber.post(f"{path}/answer", GOT, by=work_on.leader)

    assert (asked["stage"], asked["last_day"], asked["reading"]) == ("asked", TOMORROW, 1)
    assert (shown["stage"], shown["answer"]) == ("answered", GOT)
    [given] = await told(work, "conclusion_given")
    assert (given["in_time"], given["favourable"]) == (True, True)
    assert given["bill_id"] == str(work_on.bill)
    acts = [one["act"] for one in await chamber.get(f"{path}/acts")]
    assert acts == ["ask", "answer"]
    assert await chamber.get(f"{path}/options", by=work_on.leader) == []


async def test_only_the_lead_committee_and_the_apparatus_ask(work_on, chamber):
    other = await work_on.refused("conclusion-requests", ASKED, work_on.other_chair)
    stranger = await work_on.refused("conclusion-requests", ASKED, work_on.stranger)
    by_clerk = await work_on.act("conclusion-requests", ASKED, work_on.clerk)

    assert "for the lead committee" in other.unmet[0]
    assert stranger.status == 403
    assert by_clerk["last_day"] is None
    assert len(await chamber.get("/conclusion-requests")) == 1


async def test_nobody_is_asked_for_yesterday_or_after_the_conclusion(work_on):
    past = await work_on.refused(
        "conclusion-requests", ASKED | {"last_day": YESTERDAY}, work_on.leader
    )
    conclusion = {"favourable": True, "summary": ASKED["what"]}
    await work_on.act("conclusion", conclusion, work_on.leader)
    late = await work_on.refused("conclusion-requests", ASKED, work_on.leader)

    assert past.unmet == ["the last day is not over"]
    assert late.unmet == ["the committee works on the bill"]


@pytest.mark.parametrize("day", [YESTERDAY, TOMORROW])
async def test_a_conclusion_comes_on_a_day_on_which_it_can_have_come(work_on, path, chamber, day):
    with pytest.raises(Refused) as refused:
        await chamber.post(f"{path}/answer", GOT | {"day": day}, by=work_on.leader)
    assert "not later than today" in refused.value.unmet[0]
    assert (await chamber.get(path))["answer"] is None


async def test_late_is_told_once_and_again_for_a_term_that_was_prolonged(work_on, path, desk, work):
    chamber, now = work_on.chamber, datetime.now(UTC)
    await tell_overdue_conclusions(desk, PROFILE, now)
    assert await told(work, "conclusion_overdue") == []
    await make_late(desk)
    for _ in range(2):  # A new connection takes longer than the work, and nobody would race.
        await asyncio.gather(*(chamber.get("/conclusion-requests") for _ in range(15)))
    await asyncio.gather(*(tell_overdue_conclusions(desk, PROFILE, now) for _ in range(5)))
    assert len(await told(work, "conclusion_overdue")) == 1
    assert (await chamber.get(path))["overdue_since"]

    later = await chamber.post(f"{path}/prolongation", {"last_day": TOMORROW}, by=work_on.leader)
    await tell_overdue_conclusions(desk, PROFILE, now)
    assert (later["overdue_since"], later["last_day"]) == (None, TOMORROW)
    assert len(await told(work, "conclusion_overdue")) == 1
    await make_late(desk)
    await tell_overdue_conclusions(desk, PROFILE, now)
    assert len(await told(work, "conclusion_overdue")) == 2


async def test_they_are_found_by_bill_committee_stage_and_whether_they_are_late(
    work_on, asked, desk, chamber
):
    async def found(**by):
        return [one["id"] for one in await chamber.get("/conclusion-requests", **by)]

    mine = [asked["id"]]
    assert await found(overdue="true") == []
    await make_late(desk)
    assert await found(overdue="true") == mine
    assert await found(overdue="false") == []
    assert await found(bill_id=str(work_on.bill), committee_id=work_on.lead) == mine
    assert await found(committee_id=work_on.other) == []
    assert await found(referral_id=str(uuid4())) == []
    assert await found(stage="asked") == mine


async def test_what_nobody_needs_any_more_is_closed(work_on, path, chamber, hear, work):
    another = await work_on.act("conclusion-requests", ASKED, work_on.leader)
    await chamber.post(f"/conclusion-requests/{another['id']}/withdrawal", by=work_on.clerk)
    await hear(facts.rejected(work_on.bill), sequence=2)

    stages = [one["stage"] for one in await chamber.get("/conclusion-requests")]
    assert stages == ["closed", "closed"]
    assert len(await told(work, "conclusion_asked_no_longer")) == 2
    assert [one["act"] for one in await chamber.get(f"{path}/acts")] == ["ask", "lapse"]
