"""What the committees service tells of conclusions on bills that committees ask others for."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual
from shared.kernel.event import Fact


class ConclusionRequestFact(Fact):
    """A fact about one request for a conclusion."""

    about: ClassVar[str] = "conclusion_request"

    conclusion_request_id: UUID
    referral_id: UUID
    bill_id: UUID


class ConclusionAsked(ConclusionRequestFact):
    """The lead committee asked a body or an expert for a conclusion; `last_day` if there is one."""

    type: ClassVar[str] = "committees.conclusion_asked.v1"

    committee_id: UUID
    reading: int
    addressee: Bilingual
    what: Bilingual
    last_day: date | None


class ConclusionTermProlonged(ConclusionRequestFact):
    """The committee gave it until another day."""

    type: ClassVar[str] = "committees.conclusion_term_prolonged.v1"

    last_day: date | None


class ConclusionGiven(ConclusionRequestFact):
    """The conclusion came; `in_time` is None where no last day was known."""

    type: ClassVar[str] = "committees.conclusion_given.v1"

    addressee: Bilingual
    day: date
    favourable: bool | None
    in_time: bool | None


class ConclusionOverdue(ConclusionRequestFact):
    """The term ran out without a conclusion; told once for each term that was given."""

    type: ClassVar[str] = "committees.conclusion_overdue.v1"

    committee_id: UUID
    addressee: Bilingual
    last_day: date


class ConclusionAskedNoLonger(ConclusionRequestFact):
    """The committee asks no longer, or the bill left the Kurultai."""

    type: ClassVar[str] = "committees.conclusion_asked_no_longer.v1"


TELLS = (
    ConclusionAsked,
    ConclusionTermProlonged,
    ConclusionGiven,
    ConclusionOverdue,
    ConclusionAskedNoLonger,
)
