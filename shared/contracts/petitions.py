"""What the hearings service tells of petitions that others collected."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Line
from shared.kernel.event import Fact


class PetitionFact(Fact):
    """A fact about a petition."""

    about: ClassVar[str] = "petition"

    petition_id: UUID


class PetitionRecorded(PetitionFact):
    """A petition is entered; it says who collected it and under which number."""

    type: ClassVar[str] = "hearings.petition_recorded.v1"

    source: Line
    number: Line
    subject: Bilingual
    signatures: int


class PetitionSupported(PetitionFact):
    """It has more signatures than were known."""

    type: ClassVar[str] = "hearings.petition_supported.v1"

    signatures: int


class PetitionReferred(PetitionFact):
    """It opens a question to a committee, to be answered by `last_day` where there is a term."""

    type: ClassVar[str] = "hearings.petition_referred.v1"

    committee_id: UUID
    subject: Bilingual
    last_day: date | None


class PetitionOverdue(PetitionFact):
    """The committee has not answered it in time."""

    type: ClassVar[str] = "hearings.petition_overdue.v1"

    committee_id: UUID
    last_day: date


class PetitionAnswered(PetitionFact):
    """The committee answered it."""

    type: ClassVar[str] = "hearings.petition_answered.v1"

    committee_id: UUID


TELLS = (
    PetitionRecorded,
    PetitionSupported,
    PetitionReferred,
    PetitionOverdue,
    PetitionAnswered,
)
