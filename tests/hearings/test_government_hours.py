"""Government hours, reports on demand of a third, and the two decisions on them."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from services.hearings.domain import government_hour as words
from services.hearings.domain import hour_question
from services.hearings.domain.government_procedure import HOUR_QUESTIONS, HOURS
from services.hearings.service import SERVICE
from services.hearings.store.tables import kept
from shared.contracts.committees import MandateEnded
from shared.contracts.oversight import GovernmentHourSet, GovernmentQuestionPut
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Question, Tally
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.rules import Outcome
from shared.kernel.text import Language
from tests.hearings.asking import WORDS, Asker, soon
from tests.hearings.builders import (
    ANOTHER_FACTION,
    ANOTHER_LEADER,
    CHAIR,
    CLERK,
    DEPUTY,
    FACTION,
    LEADER,
)
from tests.hearings.conftest import mandate_of

MEMBER = {"name": WORDS, "office": WORDS}
HOUR = {"topic": WORDS, "members": [MEMBER]}
SAID = {"text": WORDS}
NEEDED = 49
DECISIONS = {
    "take_note": "gov_report_take_note",
    "appeal_to_president": "gov_member_dismiss",
}


@pytest.fixture
async def ask(http, register, hear):  # noqa: ARG001 it stands
    for person in (CHAIR, DEPUTY, LEADER):
        await hear(mandate_of(person))
    return Asker(http)


@pytest.fixture
async def hour(ask):
    """The path of an hour that the Bureau has set and that is open."""
    found = await ask.done("/government-hours", HOUR | {"starts_at": soon()}, by=CHAIR)
    path = f"/government-hours/{found['id']}"
    await ask.done(f"{path}/opening", by=CHAIR)
    return path


def a_deputy(number):
    return Actor(UUID(int=1000 + number), frozenset({Standing(Role.DEPUTY)}))


@pytest.fixture
async def deputies(hear):
    people = [a_deputy(number) for number in range(NEEDED)]
    for person in people:
        await hear(mandate_of(person))
    return people


@pytest.fixture
async def demand(ask, deputies):
    """The path of a demand that the first deputy has put."""
    return f"/government-hours/{(await ask.done('/report-demands', HOUR, by=deputies[0]))['id']}"


async def facts(work, kind):
    outbox = kept.outbox.c
    rows = await work.session.scalars(sa.select(outbox.body).where(outbox.type == kind.type))
    return [kind.model_validate(row) for row in rows]


def a_result(question, outcome=Outcome.ADOPTED):
    now = datetime.now(UTC)
    return ResultCertified(
        at=now,
        vote_id=uuid4(),
        sitting_id=uuid4(),
        question=question,
        outcome=outcome,
        tally=Tally(votes_for=80, against=0, abstained=0, present_not_voted=0, absent=65),
        needed=73,
        whole=145,
        provision="art. 56(17)",
        profile="kz-kurultai-2026-provisional",
        opened_at=now,
        closed_at=now,
    )


async def test_the_bureau_and_the_opposition_set_hours_each_for_itself(ask, work):
    body = HOUR | {"starts_at": soon()}
    bureau = await ask.done("/government-hours", body, by=CHAIR)
    mine = await ask.done("/government-hours", body | {"body_id": str(FACTION)}, by=LEADER)
    theirs = body | {"body_id": str(ANOTHER_FACTION)}
    majority = await ask.post("/government-hours", theirs, by=ANOTHER_LEADER)
    for_others = await ask.post("/government-hours", body, by=LEADER)

    assert (bureau["set_by"], mine["set_by"]) == ("bureau", "opposition")
    assert majority.status_code == for_others.status_code == 409
    assert "government_hour_agendas_per_session_min" in majority.json()["provision"]
    told = [(one.set_by, one.body_id) for one in await facts(work, GovernmentHourSet)]
    assert told == [("bureau", None), ("opposition", FACTION)]


async def test_an_hour_is_not_set_for_a_time_past(ask):
    past = (datetime.now(UTC) - timedelta(minutes=1)).isoformat()

    answer = await ask.post("/government-hours", HOUR | {"starts_at": past}, by=CHAIR)

    assert answer.status_code == 409


@pytest.mark.parametrize(("minutes", "status"), [(30, 200), (31, 409)])
async def test_a_report_takes_thirty_minutes_at_most(ask, hour, minutes, status):
    answer = await ask.post(f"{hour}/reports", {"member": 1, "minutes": minutes}, by=CLERK)

    assert answer.status_code == status
    assert status == 200 or "report_minutes" in answer.json()["provision"]


async def test_a_report_is_of_one_of_those_invited(ask, hour):
    answer = await ask.post(f"{hour}/reports", {"member": 2, "minutes": 5}, by=CLERK)

    assert answer.status_code == 409


async def test_a_report_is_demanded_by_a_third_and_by_no_fewer(ask, demand, deputies):
    for person in deputies[1 : NEEDED - 1]:
        await ask.done(f"{demand}/signature", by=person)

    short = await ask.post(f"{demand}/appointment", {"starts_at": soon()}, by=CHAIR)
    again = await ask.post(f"{demand}/signature", by=deputies[5])
    await ask.done(f"{demand}/signature", by=deputies[NEEDED - 1])
    appointed = await ask.done(f"{demand}/appointment", {"starts_at": soon()}, by=CHAIR)
    late = await ask("DELETE", f"{demand}/signature", by=deputies[3])

    assert (short.status_code, short.json()["provision"]) == (409, "Constitution 2026, art. 56(17)")
    assert again.status_code == late.status_code == 409
    assert (appointed["stage"], len(appointed["signatures"])) == ("set", NEEDED)


async def test_whoever_is_no_deputy_any_more_is_not_counted(ask, demand, deputies, hear):
    for person in deputies[1 : NEEDED - 1]:
        await ask.done(f"{demand}/signature", by=person)
    gone = a_deputy(900)
    began = mandate_of(gone)
    await hear(began)
    await ask.done(f"{demand}/signature", by=gone)
    await hear(ended(began), sequence=2)

    answer = await ask.post(f"{demand}/appointment", {"starts_at": soon()}, by=CHAIR)

    assert answer.status_code == 409


def ended(began):
    now = datetime.now(UTC)
    ids = {"mandate_id": began.mandate_id, "person_id": began.person_id}
    return MandateEnded(at=now, until=now, ground="Resigned", **ids)


async def test_of_many_who_sign_at_once_each_is_counted_once(ask, demand, deputies):
    twice = (*deputies[1:20], *deputies[1:20])

    answers = await asyncio.gather(*(ask.post(f"{demand}/signature", by=one) for one in twice))

    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [409] * 19
    assert len((await ask.got(demand))["signatures"]) == 20


async def test_a_signature_is_taken_back_and_a_lone_demand_withdrawn(ask, demand, deputies):
    await ask.done(f"{demand}/signature", by=deputies[1])

    shared = await ask.post(f"{demand}/cancellation", SAID, by=deputies[0])
    gone = await ask("DELETE", f"{demand}/signature", by=deputies[1])
    by_the_chair = await ask.post(f"{demand}/cancellation", SAID, by=CHAIR)
    cancelled = await ask.done(f"{demand}/cancellation", SAID, by=deputies[0])

    assert shared.status_code == by_the_chair.status_code == 409
    assert len(gone.json()["signatures"]) == 1
    assert cancelled["stage"] == "cancelled"


@pytest.mark.parametrize("kind", DECISIONS)
async def test_the_kurultai_decides_by_vote_and_once(ask, hour, hear, work, kind):
    early = await ask.post(f"{hour}/decision", {"kind": kind}, by=CHAIR)
    await ask.done(f"{hour}/reports", {"member": 1, "minutes": 20}, by=CLERK)
    asked = await ask.done(f"{hour}/decision", {"kind": kind}, by=CHAIR)
    [put] = await facts(work, GovernmentQuestionPut)
    result = a_result(put.question)
    await hear(result)
    await hear(a_result(put.question))
    closed = await ask.done(f"{hour}/closing", by=CHAIR)

    assert early.status_code == 409
    assert (asked["stage"], put.question.decision) == ("asked", DECISIONS[kind])
    [decided] = closed["decisions"]
    assert (decided["outcome"], decided["vote_id"]) == ("adopted", str(result.vote_id))
    assert closed["stage"] == "closed"


async def test_a_decision_that_was_not_taken_may_be_proposed_again(ask, hour, hear, work):
    await ask.done(f"{hour}/reports", {"member": 1, "minutes": 20}, by=CLERK)
    await ask.done(f"{hour}/decision", {"kind": "appeal_to_president"}, by=CHAIR)
    [put] = await facts(work, GovernmentQuestionPut)
    await hear(a_result(put.question, Outcome.REJECTED))

    again = await ask.done(f"{hour}/decision", {"kind": "take_note"}, by=CHAIR)

    assert [one["outcome"] for one in again["decisions"]] == ["rejected", None]


async def test_a_result_of_another_question_changes_nothing(ask, hour, hear):
    found = await ask.got(hour)
    of_it = {"matter": "government_hour", "case_id": found["id"], "title": WORDS}

    await hear(a_result(Question(id=uuid4(), decision="gov_report_take_note", **of_it)))

    assert (await ask.got(hour))["version"] == found["version"]


async def test_the_hour_does_not_end_before_leaders_are_answered(ask, hour):
    first = await ask.done(f"{hour}/questions", SAID, by=DEPUTY)
    leaders = await ask.done(f"{hour}/questions", SAID, by=LEADER)

    listed = await ask.got(f"{hour}/questions")
    refusal = await ask.post(f"{hour}/closing", by=CHAIR)
    answered = await ask.done(f"/hour-questions/{leaders['id']}/answer", SAID, by=CLERK)
    closed = await ask.done(f"{hour}/closing", by=CHAIR)

    assert [one["id"] for one in listed] == [leaders["id"], first["id"]]
    assert (leaders["guaranteed"], first["guaranteed"]) == (True, False)
    assert (refusal.status_code, closed["stage"]) == (409, "closed")
    assert answered["answer"] == WORDS


async def test_a_question_is_withdrawn_by_who_asked_it(ask, hour):
    question = await ask.done(f"{hour}/questions", SAID, by=DEPUTY)
    path = f"/hour-questions/{question['id']}/withdrawal"

    assert (await ask.post(path, by=LEADER)).status_code == 409
    assert (await ask.done(path, by=DEPUTY))["stage"] == "withdrawn"


async def test_options_say_that_too_few_demand_it(ask, demand):
    options = await ask.got(f"{demand}/options", by=CHAIR)

    appoint = next(one for one in options if one["act"] == "appoint")
    assert any("one third" in reason["sentence"] for reason in appoint["reasons"])


@pytest.mark.parametrize(
    ("table", "stages", "acts"),
    [
        (HOURS, words.HourStage, words.HourAct),
        (HOUR_QUESTIONS, hour_question.AskStage, hour_question.AskAct),
    ],
)
def test_the_tables_are_whole(table, stages, acts):
    assert {row.target for row in table.rows} | {stages("new")} == set(stages)
    assert {row.act for row in table.rows} == set(acts)
    for condition in (c for row in table.rows for c in row.when):
        assert len({condition.sentence.on(language) for language in Language}) == 3
    assert table in SERVICE.procedures.values()
