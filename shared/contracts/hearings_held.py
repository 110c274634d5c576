"""What is told of a hearing while it is held, one fact a step; never what was said."""

from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Line
from shared.kernel.event import Fact


class DeputyRegistered(Fact):
    """A deputy takes part in the hearing."""

    type: ClassVar[str] = "hearings.deputy_registered.v1"
    about: ClassVar[str] = "presence"

    presence_id: UUID
    hearing_id: UUID
    person_id: UUID


class SpeechFact(Fact):
    """A fact about somebody who speaks at a hearing."""

    about: ClassVar[str] = "speech"

    speech_id: UUID
    hearing_id: UUID


class SpeakerListed(SpeechFact):
    """Somebody is on the list of speakers; `guaranteed` where nobody may deny the floor."""

    type: ClassVar[str] = "hearings.speaker_listed.v1"

    place: int
    guaranteed: bool
    person_id: UUID | None = None


class SpeakerMoved(SpeechFact):
    """The speaker has another place on the list."""

    type: ClassVar[str] = "hearings.speaker_moved.v1"

    place: int


class SpeakerStruck(SpeechFact):
    """The speaker is on the list no longer."""

    type: ClassVar[str] = "hearings.speaker_struck.v1"


class FloorGiven(SpeechFact):
    """The speaker has the floor."""

    type: ClassVar[str] = "hearings.floor_given.v1"


class FloorEnded(SpeechFact):
    """The speaker has spoken."""

    type: ClassVar[str] = "hearings.floor_ended.v1"

    seconds: int


class ProtocolEntered(Fact):
    """An entry was made in the protocol; `corrects` names the entry in whose place it stands."""

    type: ClassVar[str] = "hearings.protocol_entered.v1"
    about: ClassVar[str] = "entry"

    entry_id: UUID
    hearing_id: UUID
    number: int
    corrects: UUID | None = None


class SegmentFact(Fact):
    """A fact about a segment of the transcript."""

    about: ClassVar[str] = "segment"

    segment_id: UUID
    hearing_id: UUID


class SegmentTranscribed(SegmentFact):
    """A segment is in the transcript."""

    type: ClassVar[str] = "hearings.segment_transcribed.v1"

    number: int
    language: Line


class SegmentCorrected(SegmentFact):
    """The segment has a new edition; those before stay on file."""

    type: ClassVar[str] = "hearings.segment_corrected.v1"

    edition: int


TELLS = (
    DeputyRegistered,
    SpeakerListed,
    SpeakerMoved,
    SpeakerStruck,
    FloorGiven,
    FloorEnded,
    ProtocolEntered,
    SegmentTranscribed,
    SegmentCorrected,
)
