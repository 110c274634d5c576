"""What the committees service tells of decisions of committees' meetings, and what follows."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.contracts.committee_work import BillWorkFact
from shared.contracts.words import Bilingual


class MeetingDecided(BillWorkFact):
    """A meeting of the committees voted for the conclusion on a reading.

    It has either the vote that was certified, or the numbers that the secretary counted.
    """

    type: ClassVar[str] = "committees.meeting_decided.v1"

    reading: int
    held_on: date
    committee_ids: tuple[UUID, ...]
    sitting_id: UUID | None = None
    vote_id: UUID | None = None
    present: int | None = None
    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None


class DecisionVoided(BillWorkFact):
    """The vote on which the decision of a meeting rested was annulled."""

    type: ClassVar[str] = "committees.decision_voided.v1"

    vote_id: UUID


class FollowUpAdded(BillWorkFact):
    """The lead committee wants something done, by that day if it names one."""

    type: ClassVar[str] = "committees.follow_up_added.v1"

    number: int
    what: Bilingual
    who: Bilingual
    day: date | None


class FollowUpClosed(BillWorkFact):
    """It was done on that day."""

    type: ClassVar[str] = "committees.follow_up_closed.v1"

    number: int
    day: date


TELLS = (MeetingDecided, DecisionVoided, FollowUpAdded, FollowUpClosed)
