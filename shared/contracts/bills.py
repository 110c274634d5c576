"""What the bills service tells the others: each step of a bill on its way to law."""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.acts import ActEntered, ActNumbered, BillRelated, EditionEntered
from shared.contracts.deadlines import TELLS as OF_DEADLINES
from shared.contracts.filings import DocumentFiled
from shared.contracts.words import Bilingual, Digests, Line, Question
from shared.kernel.actor import Role
from shared.kernel.event import Fact


class BillKind(StrEnum):
    """What a bill is to become. A constitutional amendment, which needs a referendum, is none."""

    LAW = "law"
    CONSTITUTIONAL_LAW = "constitutional_law"
    CODE = "code"
    AMENDING_LAW = "amending_law"
    BUDGET = "budget"
    TREATY_RATIFICATION = "treaty_ratification"
    RESOLUTION = "resolution"


class BillFact(Fact):
    """A fact about a bill."""

    about: ClassVar[str] = "bill"

    bill_id: UUID


class BillDrafted(BillFact):
    """An initiator opened a bill; it is not yet before the Kurultai."""

    type: ClassVar[str] = "bills.bill_drafted.v1"

    kind: BillKind
    initiator: Role
    title: Bilingual
    digests: Digests


class BillRevised(BillFact):
    """The initiator changed the draft."""

    type: ClassVar[str] = "bills.bill_revised.v1"

    title: Bilingual
    digests: Digests


class BillIntroduced(BillFact):
    """The bill was introduced into the Kurultai with its package."""

    type: ClassVar[str] = "bills.bill_introduced.v1"

    kind: BillKind
    initiator: Role
    title: Bilingual
    digests: Digests


class BillReturned(BillFact):
    """The package was incomplete; the bill went back to its initiator."""

    type: ClassVar[str] = "bills.bill_returned.v1"

    reason: Bilingual


class BillRegistered(BillFact):
    """The bill has its number in the register."""

    type: ClassVar[str] = "bills.bill_registered.v1"

    number: str
    kind: BillKind
    title: Bilingual


class BillAdmitted(BillFact):
    """The bill may be referred to a committee."""

    type: ClassVar[str] = "bills.bill_admitted.v1"

    number: str
    title: Bilingual


class GovernmentConcluded(BillFact):
    """The Government gave its conclusion on a bill that touches revenue or spending."""

    type: ClassVar[str] = "bills.government_concluded.v1"

    positive: bool


class BillWentToCommittee(BillFact):
    """The bill is with its lead committee."""

    type: ClassVar[str] = "bills.bill_went_to_committee.v1"

    committee_id: UUID


class ReadingScheduled(BillFact):
    """The bill awaits a reading."""

    type: ClassVar[str] = "bills.reading_scheduled.v1"

    reading: int


class ReadingOpened(BillFact):
    """A reading opened, and the Kurultai is asked its question."""

    type: ClassVar[str] = "bills.reading_opened.v1"

    reading: int
    question: Question


class ReadingApproved(BillFact):
    """A reading that is not the last one was passed; `reading` is the one that passed."""

    type: ClassVar[str] = "bills.reading_approved.v1"

    reading: int
    vote_id: UUID


class ReadingUndecided(BillFact):
    """No option reached its majority: the bill is neither adopted nor rejected."""

    type: ClassVar[str] = "bills.reading_undecided.v1"

    reading: int
    vote_id: UUID


class BillRejected(BillFact):
    """The Kurultai rejected the bill as a whole; it goes back to its initiator."""

    type: ClassVar[str] = "bills.bill_rejected.v1"

    reading: int
    vote_id: UUID


class FinalEditDone(BillFact):
    """The final legal and linguistic check is done; the texts are those of the digests."""

    type: ClassVar[str] = "bills.final_edit_done.v1"

    digests: Digests


class LawAdopted(BillFact):
    """The Kurultai adopted the law; it goes to the President not later than `send_by`."""

    type: ClassVar[str] = "bills.law_adopted.v1"

    vote_id: UUID
    digests: Digests
    send_by: date | None = None


class LawCountersigned(BillFact):
    """One of the two countersignatures was given."""

    type: ClassVar[str] = "bills.law_countersigned.v1"

    by: Role
    person_id: UUID


class LawSentToPresident(BillFact):
    """The law went to the President, whose month runs until `signature_due`, that day included."""

    type: ClassVar[str] = "bills.law_sent_to_president.v1"

    digests: Digests
    signature_due: date | None = None


class LawSigned(BillFact):
    """The President signed the law."""

    type: ClassVar[str] = "bills.law_signed.v1"

    person_id: UUID


class LawPublished(BillFact):
    """The law was officially published."""

    type: ClassVar[str] = "bills.law_published.v1"

    number: str
    published_in: Bilingual
    published_at: AwareDatetime
    in_effect_on: date | None = None


class BillWithdrawn(BillFact):
    """The initiator withdrew the bill."""

    type: ClassVar[str] = "bills.bill_withdrawn.v1"

    reason: Line


TELLS = (
    BillDrafted,
    BillRevised,
    BillIntroduced,
    BillReturned,
    BillRegistered,
    BillAdmitted,
    GovernmentConcluded,
    BillWentToCommittee,
    ReadingScheduled,
    ReadingOpened,
    ReadingApproved,
    ReadingUndecided,
    BillRejected,
    FinalEditDone,
    LawAdopted,
    LawCountersigned,
    LawSentToPresident,
    LawSigned,
    LawPublished,
    BillWithdrawn,
    DocumentFiled,
    BillRelated,
    ActEntered,
    EditionEntered,
    ActNumbered,
    *OF_DEADLINES,
)
