"""What clients are shown. Names are in the reader's language, the parliament's words in its own."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BeforeValidator, Field, computed_field

from services.bills.domain.beyond import (
    Asked,
    Departure,
    Edit,
    Emergency,
    Objections,
    PartInEffect,
    TemporaryAct,
)
from services.bills.domain.bill import Reading
from services.bills.domain.decided import Vote
from services.bills.domain.heard import said
from services.bills.domain.names import COUNTS, OUTCOME_NAMES, STAGE_NAMES
from services.bills.domain.package import Document
from services.bills.domain.stages import Act, Stage
from services.bills.store.texts import TextsOnFile
from services.bills.store.views import Step
from shared.contracts.bills import BillKind
from shared.contracts.words import Bilingual, Digest, Digests
from shared.kernel.actor import ROLE_NAMES, Role
from shared.kernel.rules import Outcome
from shared.kernel.text import Language
from shared.web.shapes import Shown

BILLS, ACTS = "/api/bills/v1/bills", "/api/bills/v1/acts"
LINKS = (
    "options",
    "timeline",
    "text",
    "votes",
    "deadlines",
    "calendar.ics",
    "package",
    "documents",
    "relations",
    "amendments",
    "amending",
)


class BillLineShown(Shown):
    """A bill in a list."""

    id: UUID
    version: int
    stage: Stage
    number: str | None
    kind: BillKind
    title: Bilingual
    initiator: Role
    reading: int = Field(description="The newest reading that was opened; 0 before the first.")


class CoInitiatorShown(Shown):
    """A deputy who signed the draft in person, and the texts that were signed."""

    person_id: UUID
    name: Bilingual | None = Field(description="As it was when the draft was signed, if known.")
    at: datetime
    text_version: int
    digests: Digests


class BillShown(BillLineShown):
    """A bill as it stands."""

    initiator_id: UUID | None
    co_initiators: tuple[CoInitiatorShown, ...] = Field(
        description="Deputies who signed the draft beside its initiator, the earliest first."
    )
    digests: Digests = Field(description="SHA-256 of the newest texts in UTF-8, as stored.")
    text_version: int
    package: tuple[Document, ...]
    touches_budget: bool
    amends_acts: bool
    touches_business: bool
    calls_for_bylaws: bool
    money_conclusion: bool | None = Field(description="The Government's conclusion, if given.")
    lead_committee_id: UUID | None
    readings_passed: int
    readings: tuple[Reading, ...]
    countersigned_by: Annotated[list[Role], BeforeValidator(sorted)]
    adopted_at: datetime | None
    send_by: date | None
    sent_at: datetime | None
    signature_due: date | None
    signed_at: datetime | None
    published_at: datetime | None
    published_in: Bilingual | None
    in_effect_on: date | None
    parts_in_effect: tuple[PartInEffect, ...]
    priority_at: datetime | None = Field(description="When the President gave it priority.")
    emergency: Emergency | None
    temporary_acts: tuple[TemporaryAct, ...]
    asked: tuple[Asked, ...] = Field(description="Questions beside those of its readings.")
    confidence_raised_at: datetime | None
    court_request: Annotated[list[UUID], BeforeValidator(sorted)] = Field(
        description="Deputies who signed the request to the Constitutional Court."
    )
    review_since: date | None
    objections: Objections | None
    departure_proposed: Departure | None
    departures: tuple[Departure, ...] = Field(
        description="What was done with it OUTSIDE the table, each confirmed by a second person."
    )
    edits: tuple[Edit, ...] = Field(description="How many words each final edit changed.")

    @computed_field(description="Where to read on.")  # type: ignore[prop-decorator]
    @property
    def links(self) -> dict[str, str]:
        links = {name: f"{BILLS}/{self.id}/{name}" for name in LINKS}
        return links | {"feed": f"{BILLS}/{self.id}.atom"}


class TextShown(Shown):
    """One language's text in one version, with what proves it unchanged."""

    language: Language
    number: int = Field(description="The version of the pair of texts, counted from 1.")
    text: str
    digest: Digest
    why: Act
    at: datetime

    @classmethod
    def of(cls, on_file: TextsOnFile, language: Language) -> Self:
        return cls(
            language=language,
            number=on_file.number,
            text=getattr(on_file.texts, language),
            digest=getattr(on_file.digests, language),
            why=on_file.why,
            at=on_file.at,
        )


class VoteShown(Shown):
    """What the Kurultai decided, and by which rule."""

    vote_id: UUID
    outcome: Outcome
    outcome_name: str
    votes_for: int
    against: int
    abstained: int
    present_not_voted: int
    absent: int
    absent_excused: int
    needed: int
    whole: int
    provision: str
    profile: str
    closed_at: datetime
    sentence: str = Field(description="The same in one sentence.")

    @classmethod
    def of(cls, vote: Vote, language: Language) -> Self:
        counts = vote.tally.model_dump()
        away = {"absent": vote.tally.absent + vote.tally.absent_excused}
        sentence = COUNTS.filled(**counts | away, needed=vote.needed, whole=vote.whole)
        return cls(
            **vote.model_dump(exclude={"tally"}),
            **counts,
            outcome_name=OUTCOME_NAMES[vote.outcome].on(language),
            sentence=sentence.on(language),
        )


class ActorShown(Shown):
    """Who acted: a person in a capacity, or a body by its decision."""

    person_id: UUID | None
    name: str | None
    role: Role
    role_name: str


class StepShown(Shown):
    """A step of the bill's path: an act, or something told of the bill by another service."""

    at: datetime
    act: Act | None
    fact: str | None = Field(description="The fact told by another service, if one was.")
    title: str
    sentences: list[str] = Field(description="What was said and what followed.")
    who: ActorShown | None
    provision: str | None
    profile: str | None = Field(description="The rules profile under which the act was taken.")
    from_stage: Stage | None
    from_stage_name: str | None
    to_stage: Stage | None
    to_stage_name: str | None
    reading: int | None
    text_version: int | None = Field(description="The pair of texts that the act laid down.")
    vote: VoteShown | None
    source: str = Field(description="The service in which it happened.")
    reference_id: UUID | None = Field(description="The vote, referral or hearing.")

    @classmethod
    def of(cls, step: Step, language: Language) -> Self:
        return cls(
            at=step.at,
            act=step.act,
            fact=step.fact,
            title=step.title.on(language),
            sentences=[sentence.on(language) for sentence in step.sentences],
            who=_who(step, language),
            provision=step.provision,
            profile=step.profile,
            from_stage=step.origin,
            from_stage_name=_name(step.origin, language),
            to_stage=step.target,
            to_stage_name=_name(step.target, language),
            reading=step.reading,
            text_version=step.text_version,
            vote=VoteShown.of(step.vote, language) if step.vote else None,
            source=step.source,
            reference_id=step.reference_id,
        )


def _who(step: Step, language: Language) -> ActorShown | None:
    if step.role is None:
        return None
    return ActorShown(
        person_id=step.person_id,
        name=said(step.name).on(language) if step.name else None,
        role=step.role,
        role_name=ROLE_NAMES[step.role].on(language),
    )


def _name(stage: Stage | None, language: Language) -> str | None:
    return STAGE_NAMES[stage].on(language) if stage else None
