"""What the bills service tells of the ways that most bills never go."""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.bills import BillFact
from shared.contracts.words import Bilingual, Digests, Line, Question
from shared.kernel.actor import Role


class EmergencyGround(StrEnum):
    """What the emergency threatens (Constitution 2026, art. 60(4))."""

    LIFE_OR_HEALTH = "life_or_health"
    CONSTITUTIONAL_ORDER = "constitutional_order"
    PUBLIC_ORDER = "public_order"
    ECONOMIC_SECURITY = "economic_security"


class BillGivenPriority(BillFact):
    """The President gave the bill priority: it is adopted first, and not later than `due`."""

    type: ClassVar[str] = "bills.bill_given_priority.v1"

    due: date


class EmergencyDeclared(BillFact):
    """The Government introduced the bill as one that does not bear delay."""

    type: ClassVar[str] = "bills.emergency_declared.v1"

    ground: EmergencyGround


class TemporaryActLinked(BillFact):
    """An act of the Government with the force of law, until the bill is law or rejected."""

    type: ClassVar[str] = "bills.temporary_act_linked.v1"

    title: Bilingual
    number: Line
    adopted_on: date


class QuestionPut(BillFact):
    """The Kurultai is asked something about the bill, beside the question of a reading."""

    type: ClassVar[str] = "bills.question_put.v1"

    question: Question


class QuestionAnswered(BillFact):
    """The Kurultai answered, and the bill stays where it is."""

    type: ClassVar[str] = "bills.question_answered.v1"

    question_id: UUID
    vote_id: UUID


class BillSentBack(BillFact):
    """The bill is with its committee again, which concludes once more for `reading`."""

    type: ClassVar[str] = "bills.bill_sent_back.v1"

    reading: int
    vote_id: UUID


class ConfidenceRaised(BillFact):
    """The Prime Minister tied confidence to the bill; it is voted on not before that instant."""

    type: ClassVar[str] = "bills.confidence_raised.v1"

    not_before: AwareDatetime


class ConfidenceLost(BillFact):
    """No confidence was carried: the bill is rejected, and the Government tenders resignation."""

    type: ClassVar[str] = "bills.confidence_lost.v1"

    vote_id: UUID
    provision: str = "Constitution 2026, art. 60(7), 69(3)"


class ConfidenceKept(BillFact):
    """No confidence was not carried: the bill is deemed adopted without a vote."""

    type: ClassVar[str] = "bills.confidence_kept.v1"

    vote_id: UUID
    provision: str = "Constitution 2026, art. 60(7)"


class CourtAsked(BillFact):
    """A deputy signed the request to the Constitutional Court; so many have, of so many needed."""

    type: ClassVar[str] = "bills.court_asked.v1"

    signed: int
    needed: int


class LawReferredToCourt(BillFact):
    """The law is before the Constitutional Court, and the clock of its signature stands still."""

    type: ClassVar[str] = "bills.law_referred_to_court.v1"

    by: Role


class CourtDecided(BillFact):
    """The Court decided; a law that stands is to be signed not later than `signature_due`."""

    type: ClassVar[str] = "bills.court_decided.v1"

    constitutional: bool
    decision: Bilingual
    signature_due: date | None = None


class LawReturned(BillFact):
    """The President returned the law, or some of its articles, with objections."""

    type: ClassVar[str] = "bills.law_returned.v1"

    articles: tuple[str, ...] = ()
    objections: Bilingual
    due: date


class ObjectionsOverridden(BillFact):
    """The Kurultai confirmed its decision; the President signs not later than that day."""

    type: ClassVar[str] = "bills.objections_overridden.v1"

    vote_id: UUID
    signature_due: date


class ObjectionsStand(BillFact):
    """The earlier decision was not confirmed, by a vote or by the passing of the month."""

    type: ClassVar[str] = "bills.objections_stand.v1"

    articles: tuple[str, ...] = ()
    vote_id: UUID | None = None


class LawNotAdopted(BillFact):
    """After the President's objections the law is deemed not adopted."""

    type: ClassVar[str] = "bills.law_not_adopted.v1"

    vote_id: UUID | None = None


class PresidentsWordingAdopted(BillFact):
    """The law was adopted in the President's wording, of these digests."""

    type: ClassVar[str] = "bills.presidents_wording_adopted.v1"

    digests: Digests
    send_by: date | None = None
    vote_id: UUID | None = None


class LawDeemedSigned(BillFact):
    """The President's month passed in silence, and the rules make that a signature."""

    type: ClassVar[str] = "bills.law_deemed_signed.v1"


class LawTookEffect(BillFact):
    """The day of introduction into effect has come."""

    type: ClassVar[str] = "bills.law_took_effect.v1"

    in_effect_on: date


class BillLapsed(BillFact):
    """With the convocation the bill came to its end."""

    type: ClassVar[str] = "bills.bill_lapsed.v1"

    reason: Bilingual


class DepartureProposed(BillFact):
    """One person proposes to record what was done outside the table; another has to confirm it."""

    type: ClassVar[str] = "bills.departure_proposed.v1"

    to: str
    reason: Bilingual


class BillDeparted(BillFact):
    """Parliament acted outside the table: what it did, why, and by which document."""

    type: ClassVar[str] = "bills.bill_departed.v1"

    origin: str
    to: str
    reason: Bilingual
    source: Bilingual
    dated: date


TELLS = (
    BillGivenPriority,
    EmergencyDeclared,
    TemporaryActLinked,
    QuestionPut,
    QuestionAnswered,
    BillSentBack,
    ConfidenceRaised,
    ConfidenceLost,
    ConfidenceKept,
    CourtAsked,
    LawReferredToCourt,
    CourtDecided,
    LawReturned,
    ObjectionsOverridden,
    ObjectionsStand,
    LawNotAdopted,
    PresidentsWordingAdopted,
    LawDeemedSigned,
    LawTookEffect,
    BillLapsed,
    DepartureProposed,
    BillDeparted,
)
