"""What the voting service tells of how a sitting goes, beside its votes."""

from typing import ClassVar
from uuid import UUID

from shared.kernel.event import Fact


class ChairTaken(Fact):
    """From now on this deputy presides at the sitting (Constitution 2026, art. 57(3))."""

    type: ClassVar[str] = "voting.chair_taken.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID
    person_id: UUID


class BreakAnnounced(Fact):
    """The sitting is on a break."""

    type: ClassVar[str] = "voting.break_announced.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID


class SittingResumed(Fact):
    """The sitting goes on after a break."""

    type: ClassVar[str] = "voting.sitting_resumed.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID


TELLS = (ChairTaken, BreakAnnounced, SittingResumed)
