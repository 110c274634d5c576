"""The rarer ways over HTTP, on real servers: what is open to whom, and what is refused why."""

import asyncio
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from services.bills.domain.stages import Stage
from services.bills.store.tables import kept
from shared.kernel.actor import Role
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
    a_reading,
    a_vote,
)

REASON = {"kk": "Себебі бар.", "ru": "Есть причина."}
WORDING = {"kk": "1-бап. Басқаша", "ru": "Статья 1. Иначе"}
NOW = datetime.now(UTC)


def rejected():
    reading = a_reading(1).model_copy(update={"vote": a_vote(Outcome.REJECTED)})
    government = {"stage": Stage.REJECTED, "initiator": Role.GOVERNMENT}
    return government | {"reading": 1, "readings": (reading,)}


async def post(http, signed, bill, noun, by, body=None):  # noqa: PLR0913, PLR0917 all of a request
    answer = await http.post(f"/bills/{bill.id}/{noun}", json=body, headers=signed(by))
    return answer.status_code, answer.json()


async def test_a_law_is_returned_by_articles_and_confirmed_in_a_repeat_vote(
    http, signed, on_file, hear
):
    bill = await on_file(stage=Stage.SENT_TO_PRESIDENT, sent_at=NOW)
    objections = {"reason": REASON, "articles": ["5", "33-1", "5"]}

    _, back = await post(http, signed, bill, "objections", PRESIDENT, objections)
    status, opened = await post(http, signed, bill, "repeat-vote", CHAIR)
    question_id = opened["asked"][0]["question_id"]
    await hear(facts.an_answer(bill.id, question_id, "override_law"), sequence=1)
    await hear(facts.an_answer(bill.id, question_id, "override_law"), sequence=1)

    assert back["objections"]["articles"] == ["5", "33-1"]
    assert (status, opened["stage"]) == (200, "in_repeat_vote")
    law = (await http.get(f"/bills/{bill.id}")).json()
    assert law["stage"] == "overridden"
    timeline = (await http.get(f"/bills/{bill.id}/timeline")).json()
    acts = [step["act"] for step in timeline if step["act"]]
    assert acts == ["return_by_president", "open_repeat_vote", "override"]
    assert timeline[-1]["act"] is None
    status, signed_law = await post(http, signed, bill, "signature", PRESIDENT)
    assert (status, signed_law["stage"]) == (200, "signed")


async def test_the_presidents_wording_becomes_the_text_of_the_law(http, signed, on_file, hear):
    bill = await on_file(stage=Stage.SENT_TO_PRESIDENT, sent_at=NOW)
    objections = {"reason": REASON, "wording": WORDING}
    await post(http, signed, bill, "objections", PRESIDENT, objections)
    _, opened = await post(http, signed, bill, "repeat-vote", CHAIR)
    override = opened["asked"][0]["question_id"]
    lost = facts.an_answer(bill.id, override, "override_law", Outcome.REJECTED)
    await hear(lost, sequence=1)

    _, asked = await post(http, signed, bill, "presidents-wording-vote", CHAIR)
    wording = asked["asked"][1]["question_id"]
    await hear(facts.an_answer(bill.id, wording, "maj_law"), sequence=1)

    law = (await http.get(f"/bills/{bill.id}")).json()
    assert (law["stage"], law["text_version"]) == ("adopted", 2)
    text = (await http.get(f"/bills/{bill.id}/text", params={"language": "ru"})).json()
    assert (text["text"], text["digest"]) == (WORDING["ru"], law["digests"]["ru"])


async def test_confidence_is_tied_twice_a_year_also_when_three_come_at_once(
    http, signed, on_file, desk
):
    bills = [await on_file(**rejected()) for _ in range(4)]

    answers = await asyncio.gather(
        *(post(http, signed, bill, "confidence", PRIME_MINISTER) for bill in bills)
    )

    statuses = sorted(status for status, _ in answers)
    assert statuses == [200, 200, 409, 409]
    refusal = next(problem for status, problem in answers if status == 409)
    assert "60(7)" in refusal["unmet"][0]["provision"]
    async with desk.sessions() as session:
        count = sa.select(sa.func.count()).where(kept.acts.c.act == "raise_confidence")
        assert await session.scalar(count) == 2


async def test_no_confidence_waits_for_two_days(http, signed, on_file):
    bill = await on_file(**rejected())
    await post(http, signed, bill, "confidence", PRIME_MINISTER)

    status, refusal = await post(http, signed, bill, "confidence-vote", CHAIR)

    assert (status, refusal["code"]) == (409, "not-now")
    assert "48 hours" in refusal["unmet"][0]["sentence"]


async def test_a_departure_takes_two_and_is_loud(http, signed, on_file):
    bill = await on_file(stage=Stage.ADMITTED)
    source = {"kk": "Құрылтай қаулысы № 12", "ru": "Постановление № 12"}
    departure = {"to": "scheduled", "reason": REASON, "source": source, "dated": "2026-12-01"}

    await post(http, signed, bill, "departure-proposal", CLERK, departure)
    own, refusal = await post(http, signed, bill, "departure", CLERK)
    status, departed = await post(http, signed, bill, "departure", CHAIR)

    assert (own, refusal["code"]) == (409, "not-now")
    assert (status, departed["stage"]) == (200, "scheduled")
    assert departed["departures"][0]["source"] == source
    step = (await http.get(f"/bills/{bill.id}/timeline")).json()[-1]
    assert step["title"].startswith("OUTSIDE THE TABLE")
    assert (step["from_stage"], step["to_stage"]) == ("admitted", "scheduled")
    assert REASON["kk"] in step["sentences"]


async def test_the_ways_are_closed_to_others_and_say_under_what(http, signed, on_file):
    bill = await on_file(stage=Stage.SENT_TO_PRESIDENT, sent_at=NOW)
    for noun, by, body in (
        ("objections", GOVERNMENT, {"reason": REASON}),
        ("court-decision", DEPUTY, {"constitutional": True, "decision": REASON}),
        ("lapse", CLERK, {"reason": REASON}),
    ):
        status, refusal = await post(http, signed, bill, noun, by, body)
        assert status in {403, 409}, noun
        assert refusal.get("provision") or refusal["unmet"], noun
    assert (await http.get(f"/bills/{bill.id}")).json()["version"] == bill.version


async def test_the_court_gets_the_law_and_gives_it_back(http, signed, on_file):
    sent = NOW - timedelta(days=10)
    due = (sent + timedelta(days=30)).date()
    bill = await on_file(stage=Stage.SENT_TO_PRESIDENT, sent_at=sent, signature_due=due)

    await post(http, signed, bill, "court-request", PRIME_MINISTER)
    decision = {"constitutional": True, "decision": REASON}
    status, law = await post(http, signed, bill, "court-decision", CLERK, decision)

    assert (status, law["stage"]) == (200, "sent_to_president")
    assert law["signature_due"] >= due.isoformat()


async def test_nothing_heard_of_another_question_moves_the_bill(http, on_file, hear):
    bill = await on_file(stage=Stage.CONFIDENCE_PENDING)
    await hear(facts.an_answer(bill.id, QUESTION, "no_conf_vote"), sequence=1)
    assert (await http.get(f"/bills/{bill.id}")).json()["stage"] == "confidence_pending"
