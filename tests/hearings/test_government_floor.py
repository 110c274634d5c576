"""Factions speak at Government hours as of right, and the President answers an appeal."""

from uuid import uuid4

import pytest

from shared.contracts.oversight import (
    FactionHeard,
    GovernmentQuestionPut,
    PresidentResponded,
    SpeakerNamed,
)
from shared.kernel.actor import Role
from shared.kernel.rules import Outcome
from tests.hearings.builders import (
    ANOTHER_FACTION,
    ANOTHER_LEADER,
    CHAIR,
    CLERK,
    DEPUTY,
    FACTION,
    LEADER,
    a_person,
)
from tests.hearings.conftest import mandate_of
from tests.hearings.test_government_hours import WORDS, a_result, facts
from tests.hearings.test_government_hours import ask as ask  # noqa: PLC0414 a fixture
from tests.hearings.test_government_hours import hour as hour  # noqa: PLC0414 a fixture

COLLEAGUE = a_person(Role.DEPUTY, number=140)
ANSWER = {"dismisses": False, "words": WORDS}


@pytest.fixture
async def colleague(hear):
    """A deputy of the leader's faction."""
    await hear(mandate_of(COLLEAGUE).model_copy(update={"faction_id": FACTION}))
    return COLLEAGUE


def speaks(person, faction=FACTION):
    return {"faction_id": str(faction), "person_id": str(person.person_id)}


async def named(ask, hour, person, by=LEADER):
    return await ask.done(f"{hour}/speakers", speaks(person), by=by)


async def test_the_hour_does_not_end_before_a_faction_that_named_its_speaker_spoke(
    ask, hour, colleague, work
):
    await named(ask, hour, LEADER)
    await named(ask, hour, colleague)
    refusal = await ask.post(f"{hour}/closing", by=CHAIR)
    spoken = await ask.done(f"{hour}/speakers/{FACTION}/speech", {"minutes": 5}, by=CLERK)
    twice = await ask.post(f"{hour}/speakers/{FACTION}/speech", {"minutes": 5}, by=CLERK)
    later = await ask.post(f"{hour}/speakers", speaks(LEADER), by=LEADER)
    closed = await ask.done(f"{hour}/closing", by=CHAIR)

    assert refusal.status_code == 409
    assert "sittings.guaranteed_floor (last known" in refusal.json()["provision"]
    [speaker] = spoken["speakers"]
    assert (speaker["person_id"], speaker["minutes"]) == (str(colleague.person_id), 5)
    assert twice.status_code == later.status_code == 409
    assert closed["stage"] == "closed"
    assert [one.person_id for one in await facts(work, SpeakerNamed)] == [
        LEADER.person_id,
        colleague.person_id,
    ]
    [heard] = await facts(work, FactionHeard)
    assert (heard.faction_id, heard.minutes) == (FACTION, 5)


async def test_a_faction_may_do_without_the_floor(ask, hour, colleague):
    await named(ask, hour, colleague)
    other = await ask.post(f"{hour}/speakers/{FACTION}/giving-up", by=ANOTHER_LEADER)
    given_up = await ask.done(f"{hour}/speakers/{FACTION}/giving-up", by=LEADER)
    closed = await ask.done(f"{hour}/closing", by=CHAIR)

    assert other.status_code == 409
    assert given_up["speakers"][0]["minutes"] is None
    assert given_up["speakers"][0]["done_at"] is not None
    assert closed["stage"] == "closed"


@pytest.mark.parametrize(
    ("body", "by", "answered"),
    [
        (speaks(DEPUTY), LEADER, (409, "a deputy of the faction")),
        (speaks(LEADER, ANOTHER_FACTION), LEADER, (409, "leads the faction")),
        (speaks(LEADER), CHAIR, (403, "")),
        ({"faction_id": str(FACTION)}, LEADER, (422, "")),
    ],
    ids=["of no faction", "another's faction", "the Chair", "nobody"],
)
async def test_only_the_leader_names_one_of_the_own_faction(ask, hour, body, by, answered):
    answer = await ask.post(f"{hour}/speakers", body, by=by)
    assert answer.status_code == answered[0]
    sentences = " ".join(one["sentence"] for one in answer.json().get("unmet", []))
    assert answered[1] in sentences
    assert (await ask.got(hour))["speakers"] == []


async def test_nobody_of_a_faction_that_named_none_is_heard(ask, hour):
    answer = await ask.post(f"{hour}/speakers/{uuid4()}/speech", {"minutes": 5}, by=CLERK)
    assert answer.status_code == 409


@pytest.fixture
def decide(ask, hour, hear, work):
    """The Kurultai is asked, and answers."""

    async def decided(kind, outcome):
        await ask.done(f"{hour}/reports", {"member": 1, "minutes": 20}, by=CLERK)
        await ask.done(f"{hour}/decision", {"kind": kind}, by=CHAIR)
        [put] = await facts(work, GovernmentQuestionPut)
        await hear(a_result(put.question, outcome))

    return decided


async def test_the_president_answers_an_appeal_once(ask, hour, decide, work):
    await decide("appeal_to_president", Outcome.ADOPTED)
    await ask.done(f"{hour}/closing", by=CHAIR)
    answered = await ask.done(f"{hour}/response", ANSWER | {"dismisses": True}, by=CLERK)
    again = await ask.post(f"{hour}/response", ANSWER, by=CLERK)

    assert (answered["stage"], answered["response"]["dismisses"]) == ("closed", True)
    assert again.status_code == 409
    [told] = await facts(work, PresidentResponded)
    assert told.dismisses is True


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [("take_note", Outcome.ADOPTED), ("appeal_to_president", Outcome.REJECTED)],
)
async def test_without_an_appeal_there_is_nothing_to_answer(ask, hour, decide, kind, outcome):
    await decide(kind, outcome)
    answer = await ask.post(f"{hour}/response", ANSWER, by=CLERK)
    deputy = await ask.post(f"{hour}/response", ANSWER, by=DEPUTY)

    assert (answer.status_code, deputy.status_code) == (409, 403)
    assert answer.json()["provision"] == "Constitution 2026, art. 56(17)"
    assert (await ask.got(hour))["response"] is None
