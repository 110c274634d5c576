"""What other services tell about a bill, for tests."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from shared.contracts.committees import BillReferred, ConclusionAdopted
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual, Matter, Question
from shared.kernel.actor import Role
from shared.kernel.rules import Outcome
from tests.bills.builders import COMMITTEE, PROFILE, SEATS, TITLE, a_tally

REFERRAL = UUID(int=70)
HEARING = UUID(int=71)
COMMITTEE_NAME = Bilingual(kk="Цифрлық даму комитеті", ru="Комитет по цифровому развитию")
SUMMARY = Bilingual(kk="Қолдау ұсынылады.", ru="Рекомендуется поддержать.")
THEME = Bilingual(kk="Ашық деректер", ru="Открытые данные")


def now() -> datetime:
    return datetime.now(UTC)


def a_referral(bill_id: UUID, **but: Any) -> BillReferred:
    whole = {
        "at": now(),
        "referral_id": REFERRAL,
        "bill_id": bill_id,
        "committee_id": COMMITTEE,
        "committee_name": COMMITTEE_NAME,
        "provision": "Constitution 2026, art. 57(3)(5)",
    }
    return BillReferred(**whole | but)


def a_conclusion(bill_id: UUID, reading: int, **but: Any) -> ConclusionAdopted:
    whole = {
        "at": now(),
        "referral_id": REFERRAL,
        "bill_id": bill_id,
        "committee_id": COMMITTEE,
        "committee_name": COMMITTEE_NAME,
        "reading": reading,
        "favourable": True,
        "summary": SUMMARY,
        "provision": "Constitution 2026, art. 59(2)",
    }
    return ConclusionAdopted(**whole | but)


def an_answer(
    bill_id: UUID, question_id: UUID, decision: str, outcome: Outcome = Outcome.ADOPTED
) -> ResultCertified:
    """The result of a question on a bill beside those of its readings."""
    result = a_result(bill_id, question_id, outcome=outcome)
    question = {"matter": Matter.BILL_QUESTION, "reading": None, "decision": decision}
    asked = result.question.model_copy(update=question)
    return result.model_copy(update={"question": asked})


def a_result(
    bill_id: UUID,
    question_id: UUID,
    outcome: Outcome = Outcome.ADOPTED,
    reading: int = 1,
    votes_for: int = 100,
    **but: Any,
) -> ResultCertified:
    """A certified result: twenty against, and everyone else did not vote."""
    question = {
        "id": question_id,
        "matter": Matter.BILL_READING,
        "case_id": bill_id,
        "reading": reading,
        "decision": "maj_law",
        "title": TITLE,
    }
    at = now()
    whole = {
        "at": at,
        "vote_id": uuid4(),
        "sitting_id": uuid4(),
        "question": Question(**question),
        "outcome": outcome,
        "tally": a_tally(votes_for, 20),
        "needed": 73,
        "whole": SEATS,
        "provision": "Constitution 2026, art. 61(4)",
        "profile": PROFILE.name,
        "opened_at": at,
        "closed_at": at,
    }
    return ResultCertified(**whole | but)


def a_hearing_called(bill_id: UUID) -> HearingCalled:
    return HearingCalled(
        at=now(),
        hearing_id=HEARING,
        bill_id=bill_id,
        theme=THEME,
        initiator=Role.FACTION_LEADER,
        starts_at=datetime(2026, 12, 1, 5, tzinfo=UTC),
        provision="Constitution 2026, art. 56(18)",
    )


def a_hearing_held(bill_id: UUID) -> HearingHeld:
    return HearingHeld(
        at=now(),
        hearing_id=HEARING,
        bill_id=bill_id,
        provision="Constitution 2026, art. 56(18)",
    )


def a_hearing_cancelled(bill_id: UUID) -> HearingCancelled:
    return HearingCancelled(at=now(), hearing_id=HEARING, bill_id=bill_id, reason=SUMMARY)


def recommendations(bill_id: UUID) -> RecommendationsAdopted:
    return RecommendationsAdopted(
        at=now(),
        hearing_id=HEARING,
        bill_id=bill_id,
        recommendations=(SUMMARY,),
        votes_for=30,
        taking_part=40,
        provision="Constitution 2026, art. 56(18)",
    )
