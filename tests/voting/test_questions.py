"""What the Kurultai is asked: by other services, and by the Apparatus on its behalf."""

from uuid import uuid4

import pytest

from services.voting.domain.question_acts import note
from services.voting.domain.refusals import NoSuchDecision
from shared.contracts.amendments import AmendmentsQuestionPut
from shared.contracts.bills import ReadingOpened
from shared.contracts.committees import ChairNominated
from shared.contracts.elections import (
    CandidacyEnded,
    OfficerNominated,
    RecallLapsed,
    RecallProposed,
)
from shared.contracts.words import Form, Item, Matter
from shared.kernel.actor import Role
from shared.messaging.consumers import Heard
from tests.voting.builders import KURULTAI, NOON, a_question, a_wording, an_occasion
from tests.voting.floor import TITLE


def test_a_question_must_name_a_decision_of_the_rules():
    with pytest.raises(NoSuchDecision, match="maj_law"):
        note(a_question("by_acclamation"), an_occasion(KURULTAI))


async def test_the_clerk_puts_a_question_and_its_fact_waits_in_the_outbox(floor):
    body = {"title": TITLE, "decision": "maj_resolution"}

    question = await floor.post("/questions", body, by=floor.clerk, status=201)

    assert (question["matter"], question["title"]) == ("resolution", TITLE)
    assert await floor.get(f"/questions/{question['id']}") == question
    facts = await floor.admin.fetch("SELECT type, sequence FROM outbox")
    assert [tuple(fact) for fact in facts] == [("voting.question_put.v1", 1)]


@pytest.mark.parametrize("decision", ["maj_everything", "quorum_sitting"])
async def test_a_decision_that_the_rules_do_not_have_is_refused_with_those_they_have(
    floor, decision
):
    body = {"title": TITLE, "decision": decision}

    refused = await floor.post("/questions", body, by=floor.clerk, status=422)

    assert refused["code"] == "no-such-decision"
    assert "maj_const_law, maj_law" in refused["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {"decision": "maj_law"},
        {"decision": "maj_law", "title": {"kk": "Су туралы"}},
        {"decision": "maj_law", "title": {"kk": " ", "ru": "О воде"}},
        {"decision": "Maj Law", "title": TITLE},
        {"decision": None, "title": TITLE},
        {"decision": "maj_law", "title": TITLE, "matter": "bill_reading"},
    ],
)
async def test_a_question_in_one_language_or_with_fields_of_ones_own_is_refused(floor, body):
    await floor.post("/questions", body, by=floor.clerk, status=422)


@pytest.mark.parametrize("who", ["chair", "government", "stranger"])
async def test_only_the_apparatus_puts_questions(floor, who):
    body = {"title": TITLE, "decision": "maj_law"}

    await floor.post("/questions", body, by=getattr(floor, who), status=403)


async def test_a_reading_asks_its_question(floor, hear):
    wording = a_wording("maj_const_law")
    fact = ReadingOpened(at=NOON, bill_id=wording.case_id, reading=3, question=wording)

    assert await hear(fact) is Heard.TAKEN_IN

    question = await floor.get(f"/questions/{wording.id}")
    assert question["matter"] == "bill_reading"
    assert question["decision"] == "maj_const_law"
    assert question["digests"] == {"kk": "a" * 64, "ru": "b" * 64}


async def test_a_nomination_asks_its_question(floor, hear):
    candidacy_id = uuid4()
    wording = a_wording(
        "committee_chair_election",
        matter=Matter.COMMITTEE_CHAIR,
        case_id=candidacy_id,
        reading=None,
        digests=None,
    )
    fact = ChairNominated(
        at=NOON,
        candidacy_id=candidacy_id,
        committee_id=uuid4(),
        person_id=floor.deputies[4],
        question=wording,
    )

    await hear(fact)

    question = await floor.get(f"/questions/{wording.id}")
    assert (question["matter"], question["case_id"]) == ("committee_chair", str(candidacy_id))


async def recall_asked(floor, hear):
    """The Kurultai is asked to recall somebody."""
    wording = a_wording("chair_recall", matter=Matter.RECALL, reading=None, digests=None)
    whose = {"office_id": uuid4(), "person_id": floor.deputies[4], "role": Role.CHAIR}
    asked = RecallProposed(
        at=NOON, recall_id=wording.case_id, resigns=True, question=wording, **whose
    )
    await hear(asked)
    lapsed = RecallLapsed(
        at=NOON, recall_id=asked.recall_id, office_id=asked.office_id, question_id=wording.id
    )
    return str(wording.id), lapsed


async def test_a_question_that_was_taken_back_is_not_voted_on(floor, hear):
    question_id, lapsed = await recall_asked(floor, hear)
    prepared = await floor.prepare(await floor.sit(), question_id=question_id)
    await hear(lapsed, sequence=2)

    refused = await floor.post(f"/votes/{prepared}/opening", by=floor.chair, status=409)

    assert (await floor.get(f"/questions/{question_id}"))["stage"] == "taken_back"
    [unmet] = refused["unmet"]
    assert unmet["sentence"] == "whoever put the question still asks it"
    assert unmet["provision"] == "Constitution 2026, art. 61(6)"


async def test_a_vote_that_is_open_goes_on_when_its_question_is_taken_back(floor, hear):
    question_id, lapsed = await recall_asked(floor, hear)
    vote_id = await floor.open_vote(await floor.sit(), question_id=question_id)
    await hear(lapsed, sequence=2)

    await floor.cast_all(vote_id, ["for"] * 145)

    assert (await floor.decide(vote_id))["outcome"] == "adopted"


async def test_of_a_secret_candidacy_there_is_nothing_to_ask_and_to_take_back(floor, hear):
    candidacy_id = uuid4()
    whose = {"candidacy_id": candidacy_id, "role": Role.CHAIR, "person_id": floor.deputies[4]}
    await hear(OfficerNominated(at=NOON, **whose))
    ended = CandidacyEnded(
        at=NOON, candidacy_id=candidacy_id, question_id=uuid4(), ground="withdrawn"
    )
    assert await hear(ended, sequence=2) is Heard.TAKEN_IN
    assert await floor.get("/questions") == []


async def test_single_amendments_are_asked_of_item_by_item(floor, hear):
    items = tuple(Item(key=key, title=TITLE) for key in ("a3", "c3", "a1"))
    wording = a_wording(
        "maj_amendment", matter=Matter.AMENDMENTS, reading=2, form=Form.EACH, items=items
    )
    fact = AmendmentsQuestionPut(
        at=NOON, amending_id=uuid4(), bill_id=wording.case_id, reading=2, question=wording
    )

    assert await hear(fact) is Heard.TAKEN_IN

    question = await floor.get(f"/questions/{wording.id}")
    assert (question["matter"], question["form"]) == ("amendments", "each")
    vote_id = await floor.open_vote(await floor.sit(), question_id=str(wording.id))
    vote = await floor.get(f"/votes/{vote_id}")
    assert [item["key"] for item in vote["question"]["items"]] == ["a3", "c3", "a1"]


async def test_a_question_heard_twice_is_one_question(floor, hear):
    wording = a_wording()
    fact = ReadingOpened(at=NOON, bill_id=wording.case_id, reading=1, question=wording)
    event_id = uuid4()

    first = await hear(fact, event_id=event_id)
    second = await hear(fact, event_id=event_id)

    assert (first, second) == (Heard.TAKEN_IN, Heard.KNOWN)
    assert len(await floor.get("/questions")) == 1


async def test_a_question_that_names_no_decision_of_ours_is_not_taken_in(hear):
    wording = a_wording("maj_elsewhere")
    fact = ReadingOpened(at=NOON, bill_id=wording.case_id, reading=1, question=wording)

    with pytest.raises(NoSuchDecision):
        await hear(fact)


async def test_questions_are_listed_by_whether_they_are_decided(floor):
    sitting_id = await floor.sit()
    decided, waiting = await floor.ask(), await floor.ask()
    vote_id = await floor.open_vote(sitting_id, question_id=decided)
    await floor.cast_all(vote_id, ["for"] * 145)
    await floor.close(vote_id)

    listed = {
        which: [question["id"] for question in await floor.get(f"/questions{which}")]
        for which in ("", "?decided=true", "?decided=false")
    }

    assert listed == {
        "": [waiting, decided],
        "?decided=true": [decided],
        "?decided=false": [waiting],
    }
    shown = await floor.get(f"/questions/{decided}")
    assert (shown["vote_id"], shown["outcome"]) == (vote_id, "adopted")


async def test_a_question_that_is_not_there_is_not_found(floor):
    answer = await floor.http.get(f"/questions/{uuid4()}")

    assert (answer.status_code, answer.json()["code"]) == (404, "question-not-found")
