"""What a meeting of one committee or of several decided on a bill, and what is to be done after."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from shared.contracts.words import Bilingual

Votes = Annotated[int, Field(strict=True, ge=0, le=10_000)]


class Count(BaseModel):
    """How many voted, as the secretary counted them; a part cannot be more than the whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    present: Votes
    votes_for: Votes
    against: Votes
    abstained: Votes

    @model_validator(mode="after")
    def _nobody_votes_twice(self) -> Self:
        if self.votes_for + self.against + self.abstained > self.present:
            message = "more votes than members who were present"
            raise ValueError(message)
        return self


class MeetingDecision(BaseModel):
    """A meeting voted for the conclusion on a reading.

    Attributes:
        committee_ids: whose meeting it was; several of them met jointly.
        vote_id: the vote as it was certified; None where the secretary counted.
        annulled: whether that vote was annulled after the conclusion rested on it.
    """

    model_config = ConfigDict(frozen=True)

    reading: int
    held_on: date
    committee_ids: tuple[UUID, ...]
    sitting_id: UUID | None = None
    vote_id: UUID | None = None
    count: Count | None = None
    at: datetime
    annulled: bool = False


class Done(BaseModel):
    """It was done on that day, and what came of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: date
    note: Bilingual | None = None


class Wanted(BaseModel):
    """What a committee wants done, by whom, and by when if it says so."""

    model_config = ConfigDict(frozen=True)

    what: Bilingual
    who: Bilingual
    day: date | None


class FollowUp(Wanted):
    """What the committee wants done after its conclusion; `number` counts them, from 1."""

    number: int
    at: datetime
    done: Done | None = None
