"""What the bills service tells the others of amendments to a bill."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.bills import BillFact
from shared.contracts.words import Bilingual, Digests, Question
from shared.kernel.event import Fact


class AmendmentFact(Fact):
    """A fact about one amendment."""

    about: ClassVar[str] = "amendment"

    amendment_id: UUID
    bill_id: UUID
    number: int


class AmendmentFiled(AmendmentFact):
    """An amendment was filed; it is addressed to an element of that version of the texts."""

    type: ClassVar[str] = "bills.amendment_filed.v1"

    address: str
    text_version: int
    author_id: UUID | None
    touches_budget: bool
    invited: tuple[UUID, ...] = ()


class AmendmentWithdrawn(AmendmentFact):
    """The author took the amendment back."""

    type: ClassVar[str] = "bills.amendment_withdrawn.v1"

    reason: Bilingual


class GovernmentAskedOnAmendment(AmendmentFact):
    """The committee asks the Government for its conclusion, and waits for it."""

    type: ClassVar[str] = "bills.government_asked_on_amendment.v1"


class GovernmentConcludedOnAmendment(AmendmentFact):
    """The Government gave its conclusion on an amendment that touches revenue or spending."""

    type: ClassVar[str] = "bills.government_concluded_on_amendment.v1"

    positive: bool


class AmendmentDecided(AmendmentFact):
    """The lead committee decided: accepted, rejected, in_other_wording; and on what grounds."""

    type: ClassVar[str] = "bills.amendment_decided.v1"

    verdict: str
    grounds: Bilingual


class SeparateVoteDemanded(AmendmentFact):
    """The author demands that the plenary vote on the amendment by itself."""

    type: ClassVar[str] = "bills.separate_vote_demanded.v1"


class AmendmentSettled(AmendmentFact):
    """The Kurultai decided on the amendment; `vote_id` is of the vote that did."""

    type: ClassVar[str] = "bills.amendment_settled.v1"

    adopted: bool
    vote_id: UUID


class AmendingFact(Fact):
    """A fact about the work on all amendments to a bill before a reading."""

    about: ClassVar[str] = "amending"

    amending_id: UUID
    bill_id: UUID
    reading: int


class AmendingOpened(AmendingFact):
    """Amendments to that version of the texts are being taken."""

    type: ClassVar[str] = "bills.amending_opened.v1"

    text_version: int


class AmendingMoved(AmendingFact):
    """Other texts were laid down meanwhile: amendments are to those from now on."""

    type: ClassVar[str] = "bills.amending_moved.v1"

    text_version: int


class ReadingDaySet(AmendingFact):
    """The day of the reading is set; the deadline for amendments counts back from it."""

    type: ClassVar[str] = "bills.reading_day_set.v1"

    day: date


class AmendingClosed(AmendingFact):
    """The committee has decided on all amendments; the text is made of those accepted."""

    type: ClassVar[str] = "bills.amending_closed.v1"

    text_version: int


class AmendingReopened(AmendingFact):
    """The committee takes amendments and decides on them again."""

    type: ClassVar[str] = "bills.amending_reopened.v1"


class AmendmentsPut(AmendingFact):
    """The presiding officer chose how the plenary votes on the amendments."""

    type: ClassVar[str] = "bills.amendments_put.v1"

    mode: str


class AmendmentsQuestionPut(AmendingFact):
    """The plenary is asked to decide on single amendments, each of them an item."""

    type: ClassVar[str] = "bills.amendments_question_put.v1"

    question: Question


class AmendmentsVoted(AmendingFact):
    """The plenary answered such a question."""

    type: ClassVar[str] = "bills.amendments_voted.v1"

    question_id: UUID
    vote_id: UUID


class AmendingSettled(AmendingFact):
    """The text that the reading decides on stands."""

    type: ClassVar[str] = "bills.amending_settled.v1"

    text_version: int


class BillTextAmended(BillFact):
    """New texts were laid down: those amended with the amendments of these numbers."""

    type: ClassVar[str] = "bills.bill_text_amended.v1"

    text_version: int
    digests: Digests
    amendments: tuple[int, ...]


TELLS = (
    AmendmentFiled,
    AmendmentWithdrawn,
    GovernmentAskedOnAmendment,
    GovernmentConcludedOnAmendment,
    AmendmentDecided,
    SeparateVoteDemanded,
    AmendmentSettled,
    AmendingOpened,
    AmendingMoved,
    ReadingDaySet,
    AmendingClosed,
    AmendingReopened,
    AmendmentsPut,
    AmendmentsQuestionPut,
    AmendmentsVoted,
    AmendingSettled,
    BillTextAmended,
)
