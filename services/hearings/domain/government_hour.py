"""The Government hour, and the report of a member of the Government that deputies demand."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate
from shared.kernel.rules import Outcome


class HourStage(StrEnum):
    NEW = "new"
    DEMANDED = "demanded"
    SET = "set"
    OPEN = "open"
    ASKED = "asked"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class HourAct(StrEnum):
    SET = "set"
    DEMAND = "demand"
    SIGN = "sign_demand"
    TAKE_SIGNATURE_BACK = "take_signature_back"
    APPOINT = "appoint"
    OPEN = "open"
    HEAR = "hear_report"
    PROPOSE = "propose_decision"
    NOTE_DECISION = "note_decision"
    CLOSE = "close"
    CANCEL = "cancel"
    NAME_SPEAKER = "name_speaker"
    NOTE_SPEECH = "note_speech"
    GIVE_FLOOR_UP = "give_floor_up"
    NOTE_RESPONSE = "note_response"


class SetBy(StrEnum):
    """Who set the agenda of the hour."""

    BUREAU = "bureau"
    OPPOSITION = "opposition"
    DEMAND = "demand"


class DecisionKind(StrEnum):
    """The two decisions that a report may end with."""

    TAKE_NOTE = "take_note"
    APPEAL_TO_PRESIDENT = "appeal_to_president"


RULES = {
    DecisionKind.TAKE_NOTE: "gov_report_take_note",
    DecisionKind.APPEAL_TO_PRESIDENT: "gov_member_dismiss",
}
"""By which decision of the rules each is voted on."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Member(_Part):
    """A member of the Government who is to report."""

    name: Bilingual
    office: Bilingual


class Signature(_Part):
    """A deputy is for the demand, in person."""

    person_id: UUID
    at: AwareDatetime


class Report(_Part):
    """A report that was heard."""

    member: int = Field(ge=1, description="Which of the members, from 1.")
    minutes: int = Field(ge=1)
    at: AwareDatetime


class Decided(_Part):
    """What the Kurultai was asked, and what it decided."""

    kind: DecisionKind
    question_id: UUID
    vote_id: UUID | None = None
    outcome: Outcome | None = None


class FactionSpeaker(_Part):
    """Who speaks for a faction, which has the floor as of right; `done_at` it had it."""

    faction_id: UUID
    person_id: UUID
    named_at: AwareDatetime
    done_at: AwareDatetime | None = None
    minutes: int | None = Field(default=None, ge=1, description="None where it was given up.")


class Response(_Part):
    """What the President answered to the appeal."""

    dismisses: bool
    words: Bilingual
    at: AwareDatetime


@dataclass(frozen=True, slots=True)
class Floor:
    """Of which faction an act on the floor is, who is to speak, and whether of that faction."""

    faction_id: UUID
    person_id: UUID | None = None
    of_the_faction: bool = False


@dataclass(eq=False)
class GovernmentHour(Aggregate):
    """From its setting, or from the demand, to its close.

    Attributes:
        set_by: whose agenda it is; of a demand, that of its signatories.
        body_id: the faction of the opposition that set it.
        signatures: of those who demand it, the first of them who put the demand.
        speakers: for the factions that ask for the floor, one each.
        response: of the President, to an appeal.
        floor: what an act on the floor is about; it is not kept.
        seen_opposition: whether that faction is of the opposition; this and the next are not kept.
        still_deputies: the signatories who hold mandates now.
        reported: what is to be noted of a report now.
    """

    id: UUID
    topic: Bilingual
    members: tuple[Member, ...]
    set_by: SetBy
    body_id: UUID | None = None
    starts_at: datetime | None = None
    stage: HourStage = HourStage.NEW
    version: int = 0
    set_at: datetime | None = None
    signatures: tuple[Signature, ...] = ()
    reports: tuple[Report, ...] = ()
    decisions: tuple[Decided, ...] = ()
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    reason: Bilingual | None = None
    speakers: tuple[FactionSpeaker, ...] = ()
    response: Response | None = None
    floor: Floor | None = None
    seen_opposition: bool = False
    still_deputies: frozenset[UUID] = frozenset()
    reported: tuple[int, int] | None = None
    questions_waiting: int | None = None

    @property
    def signatories(self) -> frozenset[UUID]:
        return frozenset(one.person_id for one in self.signatures)

    @property
    def awaited(self) -> Decided | None:
        """What the Kurultai is asked and has not answered."""
        return next((one for one in self.decisions if one.outcome is None), None)

    def speaker_of(self, faction_id: UUID | None) -> FactionSpeaker | None:
        """Who speaks for the faction."""
        return next((one for one in self.speakers if one.faction_id == faction_id), None)
