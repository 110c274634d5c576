"""What clients get. Shapes only: rules live in the domain."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import AliasChoices, Field

from services.voting.domain.calling import Called, Calling
from services.voting.domain.conditions import quorum_of
from services.voting.domain.question import Question
from services.voting.domain.sitting import Break, ClosedPart, Presided, Sitting
from services.voting.domain.stages import (
    QuestionStage,
    RegistrationStage,
    SittingForm,
    SittingStage,
    VoteStage,
)
from services.voting.domain.vote import Annulment, Vote, needed_to_adopt
from shared.contracts import words
from shared.contracts.words import (
    Bilingual,
    Digests,
    Form,
    Item,
    ItemResult,
    Matter,
    Tally,
)
from shared.kernel.rules import DecisionRule, Outcome, Rules
from shared.web.shapes import Shown


class CompositionShown(Shown):
    """The chamber as this service has heard of it."""

    mandates: int = Field(description="Mandates in force.")
    seats: int = Field(description="Seats of the Kurultai.")


class SittingShown(Shown):
    """A sitting; of one sitting alone also its registrations and quorum."""

    id: UUID
    version: int
    stage: SittingStage
    starts_at: datetime
    body_ids: tuple[UUID, ...] = Field(
        validation_alias=AliasChoices("bodies", "body_ids"),
        description="The committees that sit; none: the plenary.",
    )
    form: SittingForm
    place: Bilingual | None
    opened_at: datetime | None
    closed_at: datetime | None
    presided: tuple[Presided, ...] = Field(description="Who took the chair, in order.")
    breaks: tuple[Break, ...]
    ended_early: Bilingual | None = Field(description="Why, if it did.")
    closed_parts: tuple[ClosedPart, ...] = Field(
        description="When it was behind closed doors, and on what ground (art. 58(6))."
    )
    registered: int | None = None
    mandates: int | None = None
    seats: int | None = None
    quorum: int | None = None

    @classmethod
    def of(cls, sitting: Sitting, rules: Rules) -> Self:
        chamber = sitting.chamber
        counted = chamber and {
            "registered": chamber.registered,
            "mandates": chamber.filled,
            "seats": chamber.seats,
            "quorum": quorum_of(chamber, rules, in_committee=sitting.in_committee),
        }
        return cls.model_validate(sitting).model_copy(update=counted or {})


class RegistrationShown(Shown):
    id: UUID
    version: int
    stage: RegistrationStage
    sitting_id: UUID
    person_id: UUID
    registered_at: datetime


class PresentShown(Shown):
    """A deputy who registered."""

    person_id: UUID
    number: int
    name: Bilingual
    registered_at: datetime


class QuestionShown(Shown):
    """A question, and the vote that decided it."""

    id: UUID
    version: int
    stage: QuestionStage
    matter: Matter
    case_id: UUID
    reading: int | None
    decision: str
    title: Bilingual
    digests: Digests | None
    form: Form
    items: tuple[Item, ...]
    put_at: datetime
    vote_id: UUID | None = None
    outcome: Outcome | None = None

    @classmethod
    def of(
        cls, question: Question, vote_id: UUID | None = None, outcome: Outcome | None = None
    ) -> Self:
        told: dict[str, Any] = question.wording.model_dump()
        mine = {name: getattr(question, name) for name in ("version", "stage", "put_at")}
        return cls(**told | mine, vote_id=vote_id, outcome=outcome)


class VoteShown(Shown):
    """A vote. Until it opens, what would be needed; from then on, what was frozen."""

    id: UUID
    version: int
    stage: VoteStage
    sitting_id: UUID
    question: words.Question
    options: tuple[str, ...] = Field(description="What a ballot may say, of each item if any.")
    items: tuple[str, ...]
    window_seconds: int | None
    calling: Calling | None = Field(description="How the roll is called, of a roll call.")
    next_called: Called | None = Field(
        default=None, description="Under way: the first in the order who has not answered."
    )
    prepared_at: datetime
    opened_at: datetime | None
    closes_at: datetime | None
    remaining_ms: int | None = Field(description="While suspended: what is left of the window.")
    closed_at: datetime | None
    proclaimed_at: datetime | None
    annulled_at: datetime | None
    annulment: Annulment | None = Field(description="That it be annulled, as it was last asked.")
    round: int = Field(description="Of the votes on this question.")
    follows: UUID | None = Field(description="The vote of the round before.")
    seats: int | None = None
    roll: int | None = Field(default=None, description="Deputies who may vote, if present.")
    registered: int | None = Field(default=None, description="Those of the roll who are present.")
    needed: int | None = Field(default=None, description="Votes for that adopt.")
    to_spare: int | None = Field(
        default=None,
        description="How many of those present may fail to vote for it; below 0 it cannot pass.",
    )
    outcome: Outcome | None
    tally: Tally | None
    results: tuple[ItemResult, ...] = Field(description="Of each item, in their order.")
    chosen: str | None = Field(description="Of several, the one that was chosen.")
    runoff: tuple[str, ...] = Field(description="None was chosen: the next round is about these.")
    whole: int | None = Field(description="The whole of which the majority was counted.")
    provision: str
    profile: str
    rule: DecisionRule
    rule_digest: str | None = Field(description="SHA-256 of the frozen rule in canonical JSON.")

    @classmethod
    def of(cls, vote: Vote, rules: Rules) -> Self:
        rule, house = vote.rule_under(rules), vote.house
        needed = vote.needed if vote.needed is not None else needed_to_adopt(rule, house)
        spare = None if house is None or needed is None else house.registered - needed
        known = {
            "rule": rule,
            "provision": rule.source,
            "profile": vote.profile or rules.profile_name,
            "needed": needed,
            "to_spare": spare,
            "seats": house and house.seats,
            "roll": house and house.filled,
            "registered": house and house.registered,
        }
        kept = {name: getattr(vote, name) for name in cls.model_fields if name not in known}
        return cls(**kept, **known)
