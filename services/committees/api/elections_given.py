"""What clients send about elections, consultations and recalls."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from services.committees.actions.consult import Talks
from services.committees.actions.nominate_for import Standing
from services.committees.api.given import AN_ID, ANOTHER_ID, Ground, NameGiven
from services.committees.domain.candidacy import Ballot, SecretBallot
from services.committees.domain.consultation import Voice
from shared.kernel.actor import Role
from shared.web.shapes import Given

MOST_BODIES = 100
Papers = Annotated[int, Field(ge=0, le=10_000)]
LastDay = Annotated[
    date | None, Field(description="Of the term, if one was decided; else none ends it.")
]


class CandidacyGiven(Given):
    """A candidate for the chair of a committee."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"committee_id": AN_ID, "person_id": ANOTHER_ID}]}
    )

    committee_id: UUID = Field(description="The committee without a chair.")
    person_id: UUID = Field(description="The deputy who stands.")
    ballot: Ballot = Field(
        default=Ballot.OPEN, description="As the Kurultai decided; where the rules say, secret."
    )

    last_day: LastDay = None

    def standing(self) -> Standing:
        return Standing(
            self.person_id,
            Role.COMMITTEE_CHAIR,
            self.committee_id,
            self.ballot,
            last_day=self.last_day,
        )


class ChairGiven(Given):
    """The President's candidate for the office of the Chair."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"person_id": ANOTHER_ID, "speaks_kazakh": True}]}
    )

    person_id: UUID = Field(description="The deputy who stands.")
    speaks_kazakh: bool = Field(
        description="Whether the deputy is fluent in Kazakh (Constitution 2026, art. 57(1))."
    )

    last_day: LastDay = None

    def standing(self) -> Standing:
        return Standing(
            self.person_id,
            Role.CHAIR,
            speaks_kazakh=self.speaks_kazakh,
            last_day=self.last_day,
        )


class DeputyChairGiven(Given):
    """The Chair's candidate for the office of a deputy chair."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"person_id": ANOTHER_ID}]})

    person_id: UUID = Field(description="The deputy who stands.")
    ballot: Ballot = Field(default=Ballot.OPEN, description="As the Kurultai decided.")

    last_day: LastDay = None

    def standing(self) -> Standing:
        return Standing(
            self.person_id, Role.DEPUTY_CHAIR, ballot=self.ballot, last_day=self.last_day
        )


class SecretBallotGiven(Given):
    """The protocol of the counting commission."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "held_on": "2026-09-01",
                    "registered": 140,
                    "issued": 140,
                    "votes_for": 101,
                    "against": 36,
                    "invalid": 3,
                    "protocol": "No. 1, 01.09.2026",
                }
            ]
        }
    )

    held_on: date = Field(description="The day of the ballot.")
    registered: Papers = Field(description="Deputies registered at the sitting.")
    issued: Papers = Field(description="Ballot papers handed out.")
    votes_for: Papers = Field(description="For the candidate.")
    against: Papers = Field(description="Against the candidate.")
    invalid: Papers = Field(description="Neither, or both.")
    protocol: Ground = Field(description="The signed protocol, by its number or place.")

    def counted(self) -> SecretBallot:
        return SecretBallot.model_validate(dict(self))


class VoiceGiven(Given):
    """A faction that took part."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"faction_id": AN_ID}]})

    faction_id: UUID = Field(description="One that has deputies.")
    says: NameGiven | None = Field(default=None, description="What it said, for the record.")

    def voice(self) -> Voice:
        says = self.says.bilingual() if self.says else None
        return Voice(faction_id=self.faction_id, says=says)


class ConsultationGiven(Given):
    """A consultation of factions on the chairs of committees."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "held_on": "2026-09-01",
                    "committee_ids": [AN_ID],
                    "voices": [{"faction_id": AN_ID}, {"faction_id": ANOTHER_ID}],
                    "outcome": {"kk": "Келісілді.", "ru": "Согласовано."},
                }
            ]
        }
    )

    held_on: date = Field(description="When it was held.")
    committee_ids: list[UUID] = Field(
        min_length=1, max_length=MOST_BODIES, description="On whose chairs."
    )
    voices: list[VoiceGiven] = Field(
        min_length=1, max_length=MOST_BODIES, description="Who took part."
    )
    outcome: NameGiven = Field(description="What was agreed, or that nothing was.")

    def talks(self) -> Talks:
        voices = [voice.voice() for voice in self.voices]
        return Talks(self.held_on, self.committee_ids, voices, self.outcome.bilingual())


class RecallGiven(Given):
    """Why the holder of an office is to be recalled, or resigns."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"ground": {"kk": "Өз қалауымен", "ru": "По собственному желанию"}}]
        }
    )

    ground: NameGiven = Field(description="For the record, in both languages.")
