"""A petition that others collected: above a threshold it opens a question to a committee."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


class PetitionStage(StrEnum):
    NEW = "new"
    RECORDED = "recorded"
    REFERRED = "referred"
    OVERDUE = "overdue"
    ANSWERED = "answered"


class PetitionAct(StrEnum):
    RECORD = "record"
    SUPPORT = "support"
    REFER = "refer"
    PASS_TERM = "pass_term"  # noqa: S105 no secret
    ANSWER = "answer"


@dataclass(eq=False)
class Petition(Aggregate):
    """One petition, once, whatever is told of it again.

    Attributes:
        source: who collected it, as the name of a site; with `number` it names the petition.
        address: where it can be read.
        threshold: from how many signatures on it was referred, under the rules of that day.
        last_day: for the answer; None where the rules set no term.
        named: the committee that is to be asked; this and what follows is not kept.
        body_there: whether there is such a committee.
        told: how many signatures are told now.
    """

    id: UUID
    source: str
    number: str
    subject: Bilingual
    signatures: int
    filed_on: date
    address: str | None = None
    stage: PetitionStage = PetitionStage.NEW
    version: int = 0
    recorded_at: datetime | None = None
    committee_id: UUID | None = None
    threshold: int | None = None
    referred_at: datetime | None = None
    last_day: date | None = None
    answer: Bilingual | None = None
    answered_at: datetime | None = None
    named: UUID | None = None
    body_there: bool = False
    told: int = 0
