"""Facts as other services tell them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from shared.contracts.bills import (
    BillAdmitted,
    BillRejected,
    BillWithdrawn,
    LawAdopted,
    ReadingApproved,
)
from shared.contracts.bills_beyond import BillSentBack
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual, Digests, Matter, Question, Tally
from shared.kernel.rules import Outcome

TITLE = Bilingual(kk="Ашық деректер туралы", ru="Об открытых данных")
DIGESTS = Digests(kk="0" * 64, ru="1" * 64)


def now() -> datetime:
    return datetime.now(UTC)


def admitted(bill_id: UUID) -> BillAdmitted:
    return BillAdmitted(at=now(), bill_id=bill_id, number="2026-0001", title=TITLE)


def approved(bill_id: UUID, reading: int) -> ReadingApproved:
    return ReadingApproved(at=now(), bill_id=bill_id, reading=reading, vote_id=uuid4())


def sent_back(bill_id: UUID, reading: int) -> BillSentBack:
    return BillSentBack(at=now(), bill_id=bill_id, reading=reading, vote_id=uuid4())


def adopted(bill_id: UUID) -> LawAdopted:
    return LawAdopted(at=now(), bill_id=bill_id, vote_id=uuid4(), digests=DIGESTS)


def rejected(bill_id: UUID) -> BillRejected:
    return BillRejected(at=now(), bill_id=bill_id, reading=1, vote_id=uuid4())


def withdrawn(bill_id: UUID) -> BillWithdrawn:
    return BillWithdrawn(at=now(), bill_id=bill_id, reason="Қайтарып алынды")


def a_result(
    candidacy_id: UUID,
    outcome: Outcome = Outcome.ADOPTED,
    matter: Matter = Matter.COMMITTEE_CHAIR,
    **but: Any,
) -> ResultCertified:
    question = Question(
        id=uuid4(),
        matter=matter,
        case_id=candidacy_id,
        decision="committee_chair_election",
        title=TITLE,
    )
    votes_for = 100 if outcome is Outcome.ADOPTED else 20
    whole = {
        "at": now(),
        "vote_id": uuid4(),
        "sitting_id": uuid4(),
        "question": question,
        "outcome": outcome,
        "tally": Tally(
            votes_for=votes_for,
            against=145 - votes_for,
            abstained=0,
            present_not_voted=0,
            absent=0,
        ),
        "needed": 73,
        "whole": 145,
        "provision": "Law on committees and commissions, art. 7",
        "profile": "kz-kurultai-2026-provisional",
        "opened_at": now(),
        "closed_at": now(),
    }
    return ResultCertified(**whole | but)
