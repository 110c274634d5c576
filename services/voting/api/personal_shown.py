"""What a deputy is shown on the pages of their own."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from services.voting.domain.ballot import Chosen
from services.voting.domain.stages import Ground, SittingStage, Source, VoteStage
from shared.agenda.shapes import ItemShown, items_shown
from shared.contracts.words import Bilingual, Form, Item, Matter
from shared.kernel.rules import Outcome, Rules
from shared.web.shapes import Shown


class AskedShown(Shown):
    """What is asked: the question as a page shows it."""

    id: UUID
    matter: Matter
    case_id: UUID = Field(description="The bill, candidacy or resolution that it is about.")
    reading: int | None
    decision: str
    title: Bilingual
    form: Form
    items: tuple[Item, ...]


class VoteOfADayShown(Shown):
    """A vote of a sitting: prepared, under way or over."""

    id: UUID
    version: int
    stage: VoteStage
    question: AskedShown
    round: int
    closes_at: datetime | None
    outcome: Outcome | None
    voted: bool = Field(description="Whether a ballot of yours is on record.")


class SittingOfADayShown(Shown):
    """A sitting, how you stand in it, and what is put to the vote there."""

    id: UUID
    version: int
    stage: SittingStage
    starts_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    body_ids: tuple[UUID, ...] = Field(description="The committees that sit; none: the plenary.")
    place: Bilingual | None
    registered_at: datetime | None = Field(description="When you registered.")
    excused: bool = Field(description="Whether your absence is excused.")
    items: list[ItemShown] = Field(description="Of its agenda.")
    votes: list[VoteOfADayShown]


class AgendaShown(Shown):
    """A day of sittings."""

    day: date
    sittings: list[SittingOfADayShown]

    @classmethod
    def of(cls, day: date, sittings: Sequence[Any], votes: Sequence[Any]) -> Self:
        return cls(day=day, sittings=[_of_a_day(sitting, votes) for sitting in sittings])


def _of_a_day(sitting: Any, votes: Sequence[Any]) -> SittingOfADayShown:
    mine = [vote for vote in votes if vote.sitting_id == sitting.id]
    return SittingOfADayShown(
        **{name: getattr(sitting, name) for name in ("id", "version", "stage", "starts_at")},
        **{name: getattr(sitting, name) for name in ("opened_at", "closed_at", "registered_at")},
        body_ids=sitting.bodies,
        place=sitting.place,
        excused=sitting.excused,
        items=items_shown(sitting.agenda or (), sitting.starts_at),
        votes=[VoteOfADayShown.model_validate(vote) for vote in mine],
    )


class OwnBallotShown(Shown):
    """Your ballot that stands."""

    choice: Chosen
    recorded_at: datetime
    source: Source


class OwnVoteShown(Shown):
    """A vote on whose roll you are."""

    id: UUID
    version: int
    stage: VoteStage
    sitting_id: UUID
    question: AskedShown
    options: tuple[str, ...] = Field(description="What a ballot may say, of each item if any.")
    round: int
    opened_at: datetime | None
    closes_at: datetime | None
    remaining_ms: int | None = Field(description="While suspended: what is left of the window.")
    closed_at: datetime | None
    outcome: Outcome | None
    registered: bool = Field(description="On the roll as present: only then a ballot is taken.")
    excused: bool
    voted: bool
    ballot: OwnBallotShown | None

    @classmethod
    def of(cls, row: Any) -> Self:
        voted = row.choice is not None
        known = {"voted": voted, "ballot": OwnBallotShown.model_validate(row) if voted else None}
        kept = {name: getattr(row, name) for name in cls.model_fields if name not in known}
        kept["question"] = AskedShown.model_validate(kept["question"])
        return cls(**kept, **known)


class AbsenceShown(Shown):
    """A sitting that is over and for which you did not register."""

    sitting_id: UUID
    starts_at: datetime
    opened_at: datetime | None = Field(description="If there was a quorum to open it.")
    closed_at: datetime | None
    excused: bool
    ground: Ground | None = Field(description="Why it was excused.")
    counts: bool = Field(description="Among the absences without good reason.")


class AbsencesShown(Shown):
    """Your absences, and how many of them count against you."""

    since: date | None = Field(description="As asked; all of your mandates if not.")
    without_good_reason: int
    most: int | None = Field(description="More than these bring a penalty, if the rules say so.")
    provision: str | None
    absences: list[AbsenceShown]

    @classmethod
    def of(cls, since: date | None, rows: Sequence[Any], rules: Rules) -> Self:
        unopened = rules.settled("absences.of_unopened_sittings") is True
        absences = [_absence(row, unopened=unopened) for row in rows]
        most = rules.parameters.get("absences_max")
        return cls(
            since=since,
            without_good_reason=sum(one.counts for one in absences),
            most=most and rules.number("absences_max"),
            provision=most and most.source,
            absences=absences,
        )


def _absence(row: Any, *, unopened: bool) -> AbsenceShown:
    return AbsenceShown(
        sitting_id=row.id,
        starts_at=row.starts_at,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        excused=row.excused,
        ground=row.ground,
        counts=not row.excused and (unopened or row.opened_at is not None),
    )
