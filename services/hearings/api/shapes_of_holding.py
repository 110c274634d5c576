"""What goes in and out while a hearing is held."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from services.hearings.actions.enter_in_protocol import Note
from services.hearings.actions.list_speaker import Speaker
from services.hearings.actions.transcribe_segment import Speaking
from services.hearings.api.shapes import A_THEME, AN_ID, HearingShown
from services.hearings.domain.hearing import MINUTES_A_DAY
from services.hearings.domain.speaking import SpeechStage
from services.hearings.domain.transcribing import Edition, Tongue
from services.hearings.domain.words import Passage
from services.hearings.store.happenings import Happening
from shared.contracts.words import Bilingual, Key
from shared.web.shapes import Given, Shown

MOST_SPEAKERS = 1000
Minutes = Annotated[int, Field(ge=1, le=MINUTES_A_DAY)]


class SpeakerGiven(Given):
    """Who is to speak."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": A_THEME, "capacity": A_THEME, "minutes": 7}]}
    )

    name: Bilingual = Field(description="The speaker's name.")
    capacity: Bilingual = Field(description="As what they speak.")
    person_id: UUID | None = Field(default=None, description="Where the register knows them.")
    minutes: Minutes | None = Field(default=None, description="For how long.")
    part: Key | None = Field(default=None, description="The part of the hearing, if one.")
    for_faction: UUID | None = Field(
        default=None, description="Of a delegate whom the leader of that faction names."
    )

    def speaker(self) -> Speaker:
        return Speaker(
            self.name, self.capacity, self.person_id, self.minutes, self.part, self.for_faction
        )


class OrderGiven(Given):
    """Everyone who has yet to speak, in the order in which they are to."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"order": [AN_ID]}]})

    order: tuple[UUID, ...] = Field(max_length=MOST_SPEAKERS, description="Speeches, each once.")


class EntryGiven(Given):
    """What is to be entered in the protocol."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": A_THEME}, {"text": A_THEME, "corrects": AN_ID}]}
    )

    text: Bilingual = Field(description="The words of the protocol.")
    part: Key | None = Field(default=None, description="The part of the hearing, if one.")
    corrects: UUID | None = Field(
        default=None, description="The entry in whose place it stands, of the same part."
    )

    def note(self) -> Note:
        return Note(self.text, self.part, self.corrects)


class SegmentGiven(Given):
    """What one speaker said, in the language in which it was said."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "speaker": A_THEME,
                    "language": "kk",
                    "since": "2026-12-01T05:00:00Z",
                    "until": "2026-12-01T05:04:00Z",
                    "text": "Құрметті әріптестер!",
                }
            ]
        }
    )

    speaker: Bilingual = Field(description="Who speaks.")
    person_id: UUID | None = Field(default=None, description="Where the register knows them.")
    language: Tongue = Field(description="Kazakh or Russian.")
    since: AwareDatetime = Field(description="When it begins.")
    until: AwareDatetime = Field(description="When it ends.")
    text: Passage = Field(description="What was said.")
    part: Key | None = Field(default=None, description="The part of the hearing, if one.")

    def speaking(self) -> Speaking:
        return Speaking(
            self.speaker,
            self.person_id,
            self.language,
            self.since,
            self.until,
            self.text,
            self.part,
        )


class CorrectionGiven(Given):
    """What was really said."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Құрметті әріптестер!"}]})

    text: Passage = Field(description="The whole segment as it should read.")


class InPartShown(Shown):
    """What belongs to a hearing, and perhaps to a part of it."""

    id: UUID
    version: int
    hearing_id: UUID
    part: str | None


class SpeechShown(InPartShown):
    """A speaker on the list, with the floor, or who has spoken."""

    stage: SpeechStage
    place: int
    person_id: UUID | None
    name: Bilingual
    capacity: Bilingual
    minutes: int | None
    guaranteed: bool = Field(description="Nobody but the speaker may take the floor away.")
    for_faction: UUID | None = Field(description="Whose leader speaks, or named the speaker.")
    given_at: datetime | None
    ended_at: datetime | None


class EntryShown(InPartShown):
    """An entry of the protocol; nobody changes it."""

    number: int
    text: Bilingual
    corrects: UUID | None
    entered_at: datetime


class SegmentShown(InPartShown):
    """A segment of the transcript, with its editions before."""

    number: int
    speaker: Bilingual
    person_id: UUID | None
    language: Tongue
    since: datetime
    until: datetime
    edition: int
    text: str
    earlier: tuple[Edition, ...]


class HappeningShown(Shown):
    """An act at a hearing, and what it was done to as that stands now."""

    at: datetime
    act: str
    hearing: HearingShown | None = None
    entry: EntryShown | None = None
    speech: SpeechShown | None = None

    @classmethod
    def of(cls, happening: Happening) -> Self:
        case = happening.case
        about = type(case).__name__.lower()
        return cls.model_validate({"at": happening.at, "act": happening.act, about: case})
