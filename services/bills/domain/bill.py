"""The bill: one case of the procedure."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.bills.domain.beyond import (
    Asked,
    Departure,
    Edit,
    Emergency,
    Objections,
    PartInEffect,
    TemporaryAct,
)
from services.bills.domain.decided import Vote
from services.bills.domain.package import Document, DocumentKind
from services.bills.domain.signatures import Signature, standing
from services.bills.domain.stages import LOST, Act, Stage
from services.bills.domain.structure import have_the_same_elements
from services.bills.domain.texts import Texts
from shared.contracts.bills import BillKind
from shared.contracts.words import Bilingual, Digests
from shared.kernel.actor import Role
from shared.kernel.aggregate import Aggregate
from shared.kernel.rules import Stop

INITIATORS = (Role.DEPUTY, Role.PRESIDENT, Role.GOVERNMENT, Role.PEOPLES_COUNCIL)
"""Who has the right of legislative initiative (Constitution 2026, art. 60(1))."""

COUNTERSIGNERS = frozenset({Role.CHAIR, Role.PRIME_MINISTER})
"""Whose signatures a law needs before the President's (Constitution 2026, art. 47(3))."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an initiator lays down, and may change until it is introduced."""

    title: Bilingual
    texts: Texts
    package: tuple[Document, ...] = ()
    touches_budget: bool = False
    amends_acts: bool = False
    touches_business: bool = False
    calls_for_bylaws: bool = False


class Reading(BaseModel):
    """A reading as it was opened; one that took no decision is opened again under its number.

    `purpose` and `decision` are words of the rules profile of that day.
    """

    model_config = ConfigDict(frozen=True)

    reading: int
    purpose: str
    question_id: UUID
    decision: str
    opened_at: AwareDatetime
    vote: Vote | None = None
    sent_back: bool = False


class Remark(BaseModel):
    """The words that came with an act: a reason, or the place of publication."""

    model_config = ConfigDict(frozen=True)

    act: Act
    at: AwareDatetime
    words: Bilingual


@dataclass(frozen=True, slots=True)
class DayNamed:
    """At that instant others fixed this day as the last one in time."""

    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class AmendmentsSeen:
    """How far the amendments to the bill are, where an act depends on it; not kept.

    Attributes:
        undecided: how many the lead committee has yet to decide on, or to make a text of.
        voted: whether the plenary has chosen how it votes on them, and voted on single ones.
        text_due: whether the act that is being taken makes a new text of them.
    """

    undecided: int = 0
    voted: bool = True
    text_due: bool = False


NO_AMENDMENTS = AmendmentsSeen()


@dataclass(eq=False)
class Bill(Aggregate):
    """A bill from its first draft until it is law, or lost.

    Attributes:
        number: its number in the register, as `2026-0001`.
        initiator_id: the person who opened the draft, acting for `initiator`.
        text_version: counts its pairs of texts; `digests` are those of the newest.
        money_conclusion: the Government's conclusion (art. 60(6)), once it is given.
        concluded_for: the newest reading that the lead committee has concluded on.
        reading: the newest reading that was opened, from 1; 0 before the first.
        readings_passed: how many readings it has passed.
        send_by: the last day on which the adopted law may go to the President.
        signature_due: the last day of the President's month.
        parts_in_effect: articles with days of effect of their own.
        priority_at: when the President gave it priority (art. 60(2)).
        asked: questions on it beside those of its readings.
        confidence_raised_at: when the Prime Minister last tied confidence to it (art. 60(7)).
        court_request: the deputies who signed the request to the Constitutional Court.
        review_since: the day on which the Court got the law; `stops` are reviews that ended.
        departures: what was done with it outside the table; one that is only proposed is apart.
        edits: how much each final edit changed.
        confidence_days: when confidence was tied to any bill; looked up for the act, not kept.
        same_elements: whether no element of one language's text is missing in the other's.
        named_committee_id: the committee that the coordinating body has just named; not kept.
        concluding_on: the reading that a committee has just concluded on; not kept.
        signatures: of deputies under the draft, also those that ended.
        no_longer_deputies: of those who signed; looked up for the act, not kept.
        digests_on_file: of the files that are filed with the bill; noted before it is introduced.
        amendments: how far they are; not kept.
        conclusion_days: the days fixed for the lead committee, oldest first; not kept.
    """

    id: UUID
    kind: BillKind
    initiator: Role
    initiator_id: UUID | None
    title: Bilingual
    digests: Digests
    in_both_languages: bool
    stage: Stage = Stage.NEW
    version: int = 0
    text_version: int = 0
    package: tuple[Document, ...] = ()
    touches_budget: bool = False
    amends_acts: bool = False
    touches_business: bool = False
    calls_for_bylaws: bool = False
    number: str | None = None
    money_conclusion: bool | None = None
    lead_committee_id: UUID | None = None
    concluded_for: int = 0
    reading: int = 0
    readings_passed: int = 0
    readings: tuple[Reading, ...] = ()
    remarks: tuple[Remark, ...] = ()
    countersigned_by: frozenset[Role] = frozenset()
    adopted_at: datetime | None = None
    send_by: date | None = None
    sent_at: datetime | None = None
    signature_due: date | None = None
    signed_at: datetime | None = None
    published_at: datetime | None = None
    published_in: Bilingual | None = None
    in_effect_on: date | None = None
    parts_in_effect: tuple[PartInEffect, ...] = ()
    priority_at: datetime | None = None
    emergency: Emergency | None = None
    temporary_acts: tuple[TemporaryAct, ...] = ()
    asked: tuple[Asked, ...] = ()
    confidence_raised_at: datetime | None = None
    court_request: frozenset[UUID] = frozenset()
    review_since: date | None = None
    stops: tuple[Stop, ...] = ()
    objections: Objections | None = None
    departure_proposed: Departure | None = None
    departures: tuple[Departure, ...] = ()
    edits: tuple[Edit, ...] = ()
    signatures: tuple[Signature, ...] = ()
    confidence_days: tuple[date, ...] = ()
    same_elements: bool = True
    named_committee_id: UUID | None = None
    concluding_on: int | None = None
    no_longer_deputies: frozenset[UUID] = frozenset()
    digests_on_file: frozenset[str] = frozenset()
    amendments: AmendmentsSeen = NO_AMENDMENTS
    conclusion_days: tuple[DayNamed, ...] = ()

    def has(self, kind: DocumentKind) -> bool:
        """Whether such a document is in the package."""
        return any(document.kind is kind for document in self.package)

    @property
    def next_reading(self) -> int:
        return self.readings_passed + 1

    @property
    def co_initiators(self) -> tuple[Signature, ...]:
        """Who signed the draft beside its initiator, each in person."""
        return standing(self.signatures)

    @property
    def is_lost(self) -> bool:
        return self.stage in LOST

    @property
    def open_question_id(self) -> UUID | None:
        """The question that is before the Kurultai: that of a reading without its vote."""
        if self.is_lost or not self.readings:
            return None
        newest = self.readings[-1]
        return None if newest.vote or newest.sent_back else newest.question_id

    @property
    def beside(self) -> Asked | None:
        """The question beside that of a reading which the Kurultai has yet to answer."""
        newest = self.asked[-1] if self.asked else None
        return newest if newest and newest.vote is None else None

    def take_over(self, proposal: Proposal) -> None:
        """Become what the initiator now proposes."""
        self.title = proposal.title
        self.package = proposal.package
        self.touches_budget = proposal.touches_budget
        self.amends_acts = proposal.amends_acts or self.kind is BillKind.AMENDING_LAW
        self.touches_business = proposal.touches_business
        self.calls_for_bylaws = proposal.calls_for_bylaws
        self.lay_down(proposal.texts)

    def lay_down(self, texts: Texts) -> None:
        """Put a new pair of texts in place of the last one, which stays on file.

        Raises:
            TextRefused: one of them cannot be read; nothing has changed.
        """
        self.same_elements = have_the_same_elements(texts)
        self.text_version += 1
        self.digests = texts.digests
        self.in_both_languages = texts.in_both_languages

    def open_reading(self, reading: Reading) -> None:
        self.reading = reading.reading
        self.readings = (*self.readings, reading)

    def close_reading(self, vote: Vote) -> None:
        """The vote on the newest reading is counted."""
        *earlier, newest = self.readings
        self.readings = (*earlier, newest.model_copy(update={"vote": vote}))

    def ask(self, asked: Asked) -> None:
        self.asked = (*self.asked, asked)

    def answer(self, vote: Vote) -> None:
        """The vote on the newest question beside the readings is counted."""
        *earlier, newest = self.asked
        self.asked = (*earlier, newest.model_copy(update={"vote": vote}))

    def remark(self, act: Act, at: datetime, words: Bilingual) -> None:
        self.remarks = (*self.remarks, Remark(act=act, at=at, words=words))
