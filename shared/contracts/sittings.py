"""What the voting service tells of how a sitting goes, beside its votes."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Digest
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


class SittingWentPrivate(Fact):
    """The public is not admitted any more, and why (Constitution 2026, art. 58(6))."""

    type: ClassVar[str] = "voting.sitting_went_private.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID
    ground: Bilingual


class SittingWentPublic(Fact):
    """The public is admitted again."""

    type: ClassVar[str] = "voting.sitting_went_public.v1"
    about: ClassVar[str] = "sitting"

    sitting_id: UUID


class _OfADelegate(Fact):
    """Who is to have, or had, the floor in the place of a faction's leader."""

    about: ClassVar[str] = "delegation"

    delegation_id: UUID
    sitting_id: UUID
    faction_id: UUID
    person_id: UUID


class DelegateNamed(_OfADelegate):
    """The leader of a faction named who has the guaranteed floor in the leader's place."""

    type: ClassVar[str] = "voting.delegate_named.v1"


class DelegationTakenBack(_OfADelegate):
    """That deputy has the floor in the leader's place no longer."""

    type: ClassVar[str] = "voting.delegation_taken_back.v1"


class DebateOpened(Fact):
    """The list of speakers on an item of the agenda is open."""

    type: ClassVar[str] = "voting.debate_opened.v1"
    about: ClassVar[str] = "debate"

    debate_id: UUID
    sitting_id: UUID
    item_id: UUID | None = None


class SpeakersListClosed(Fact):
    """Nobody else asks for the floor, but those to whom it is guaranteed."""

    type: ClassVar[str] = "voting.speakers_list_closed.v1"
    about: ClassVar[str] = "debate"

    debate_id: UUID
    sitting_id: UUID


class DebateEnded(Fact):
    """The debate is ended."""

    type: ClassVar[str] = "voting.debate_ended.v1"
    about: ClassVar[str] = "debate"

    debate_id: UUID
    sitting_id: UUID


class _OfASpeech(Fact):
    """What every fact of a speech says; of a guest there is no `person_id`."""

    about: ClassVar[str] = "speech"

    speech_id: UUID
    debate_id: UUID
    sitting_id: UUID
    person_id: UUID | None = None


class FloorAsked(_OfASpeech):
    """Somebody asked for the floor."""

    type: ClassVar[str] = "voting.floor_asked.v1"

    kind: str


class FloorGiven(_OfASpeech):
    """Somebody has the floor, for so many seconds; without a limit, for none in particular."""

    type: ClassVar[str] = "voting.floor_given.v1"

    limit_seconds: int | None = None


class SpeechEnded(_OfASpeech):
    """The floor is free again."""

    type: ClassVar[str] = "voting.speech_ended.v1"


class RequestWithdrawn(_OfASpeech):
    """Who asked for the floor does not want it any more."""

    type: ClassVar[str] = "voting.floor_request_withdrawn.v1"


class MinutesDrawnUp(Fact):
    """The minutes of a sitting are drawn up, or drawn up again."""

    type: ClassVar[str] = "voting.minutes_drawn_up.v1"
    about: ClassVar[str] = "minutes"

    minutes_id: UUID
    sitting_id: UUID


class MinutesApproved(Fact):
    """The minutes of a sitting are approved, and final; `digest` is their SHA-256."""

    type: ClassVar[str] = "voting.minutes_approved.v1"
    about: ClassVar[str] = "minutes"

    minutes_id: UUID
    sitting_id: UUID
    digest: Digest


TELLS = (
    MinutesDrawnUp,
    MinutesApproved,
    ChairTaken,
    BreakAnnounced,
    SittingResumed,
    SittingWentPrivate,
    SittingWentPublic,
    DelegateNamed,
    DelegationTakenBack,
    DebateOpened,
    SpeakersListClosed,
    DebateEnded,
    FloorAsked,
    FloorGiven,
    SpeechEnded,
    RequestWithdrawn,
)
