"""The initiative for a referendum: the Kurultai may initiate, and never adopts (arts 92-93)."""

import pytest

from services.bills.domain.referendum import acts
from services.bills.domain.referendum.initiative import InitiativeStage as S
from services.bills.domain.referendum.initiative import ReferendumResult
from services.bills.domain.referendum.procedure import REFERENDUM
from shared.contracts.referendum import InitiativeQuestionPut
from shared.contracts.words import Matter
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.rules import Outcome
from tests.bills import facts
from tests.bills.builders import (
    CHAIR,
    CLERK,
    DEPUTY,
    GOVERNMENT,
    PRESIDENT,
    PRIME_MINISTER,
    QUESTION,
    REASON,
    TEXTS,
    THE_KURULTAI,
    TITLE,
    UUID,
    a_vote,
    an_occasion,
    facts_of,
)

BODY = {"title": TITLE.model_dump(), "texts": {"kk": TEXTS.kk, "ru": TEXTS.ru}}
RESULT = {"voters": 12, "took_part": 7, "regions": 20, "regions_for": 14}


def drafted(by=DEPUTY):
    return acts.draft(UUID(int=50), TITLE, TEXTS, an_occasion(by))


def called():
    initiative = drafted(GOVERNMENT)
    acts.propose(initiative, an_occasion(GOVERNMENT))
    acts.note_conclusion(initiative, REASON, an_occasion(CLERK))
    acts.decide(initiative, call=True, words=REASON, occasion=an_occasion(PRESIDENT))
    return initiative


def a_result(**but):
    return ReferendumResult(**RESULT | but, source=TITLE)


def test_every_row_names_its_article():
    assert all("art. " in row.provision for row in REFERENDUM.rows)


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (Outcome.ADOPTED, S.PROPOSED),
        (Outcome.REJECTED, S.NOT_PROPOSED),
        (Outcome.NO_DECISION, S.DRAFTED),
    ],
)
def test_the_kurultais_own_is_put_to_its_vote(outcome, stage):
    initiative = drafted()
    acts.ask_the_kurultai(initiative, QUESTION, an_occasion(CHAIR))
    put = facts_of(initiative)[-1]
    assert isinstance(put, InitiativeQuestionPut)
    assert put.question.matter is Matter.REFERENDUM_INITIATIVE

    acts.answer(initiative, UUID(int=51), a_vote(outcome), an_occasion(THE_KURULTAI))
    assert initiative.stage is S.BEFORE_THE_KURULTAI
    acts.answer(initiative, QUESTION, a_vote(outcome), an_occasion(THE_KURULTAI))
    assert initiative.stage is stage


def test_a_deputy_does_not_propose_for_the_kurultai_and_the_government_for_nobody_else():
    with pytest.raises(NotEntitled):
        acts.propose(drafted(), an_occasion(DEPUTY))
    with pytest.raises(NotNow, match="for the initiator"):
        acts.propose(drafted(), an_occasion(GOVERNMENT))
    with pytest.raises(NotEntitled):
        drafted(PRIME_MINISTER)
    with pytest.raises(NotNow, match="Kurultai itself"):
        acts.ask_the_kurultai(drafted(GOVERNMENT), QUESTION, an_occasion(CHAIR))


def test_the_president_decides_after_the_court_and_may_decline():
    initiative = drafted(PRESIDENT)
    acts.propose(initiative, an_occasion(PRESIDENT))
    with pytest.raises(NotNow):
        acts.decide(initiative, call=True, words=REASON, occasion=an_occasion(PRESIDENT))
    acts.note_conclusion(initiative, REASON, an_occasion(CLERK))
    acts.decide(initiative, call=False, words=REASON, occasion=an_occasion(PRESIDENT))
    assert initiative.stage is S.DECLINED


@pytest.mark.parametrize(
    ("result", "stage"),
    [
        ({}, S.ADOPTED),
        ({"took_part": 6}, S.REJECTED),
        ({"regions_for": 13}, S.REJECTED),
        ({"regions": 21}, S.ADOPTED),
        ({"regions": 22}, S.REJECTED),
    ],
)
def test_more_than_half_take_part_and_two_thirds_of_the_regions_are_for_it(result, stage):
    initiative = called()
    acts.note_result(initiative, a_result(**result), an_occasion(CLERK))
    assert initiative.stage is stage


def test_a_refused_result_is_not_kept():
    initiative = drafted()
    with pytest.raises(NotNow):
        acts.note_result(initiative, a_result(), an_occasion(CLERK))
    assert initiative.result is None


async def test_the_whole_way_over_http(http, signed, hear):
    async def post(noun, by, body=None):
        answer = await http.post(f"/initiatives{noun}", json=body, headers=signed(by))
        assert answer.status_code in {200, 201}, answer.text
        return answer.json()

    drafted_ = await post("", DEPUTY, BODY)
    where = f"/{drafted_['id']}"
    asked = await post(f"{where}/question", CHAIR)
    result = facts.a_result(drafted_["id"], asked["question_id"])
    matter = {"matter": Matter.REFERENDUM_INITIATIVE, "reading": None}
    question = result.question.model_copy(update=matter)
    await hear(result.model_copy(update={"question": question}), sequence=1)
    await post(f"{where}/court-conclusion", CLERK, {"reason": REASON.model_dump()})
    decision = {"call": True, "reason": REASON.model_dump()}
    await post(f"{where}/presidents-decision", PRESIDENT, decision)
    options = (await http.get(f"/initiatives{where}/options", headers=signed(CLERK))).json()
    done = await post(f"{where}/result", CLERK, RESULT | {"source": TITLE.model_dump()})

    assert (drafted_["stage"], drafted_["initiator"]) == ("drafted", Role.DEPUTY)
    assert {option["act"] for option in options} == {"note_adopted", "note_rejected"}
    assert done["stage"] == "adopted"
    assert done["vote"]["tally"]["votes_for"] == 100
    assert [one["id"] for one in (await http.get("/initiatives")).json()] == [drafted_["id"]]


async def test_texts_that_cannot_be_read_are_refused(http, signed):
    bad = BODY | {"texts": {"kk": "1-бап. А\n1-бап. Б", "ru": "Статья 1. А"}}
    answer = await http.post("/initiatives", json=bad, headers=signed(DEPUTY))
    assert (answer.status_code, answer.json()["code"]) == (422, "text-refused")
