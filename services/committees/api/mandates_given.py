"""What clients send of mandates."""

from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from services.committees.actions.begin_mandate import Seating
from services.committees.api.given import AN_ID, ANOTHER_ID, EndingGiven, NameGiven, Number
from services.committees.domain.mandate import EndCause
from shared.web.shapes import Given


class MandateGiven(Given):
    """A mandate to begin now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "convocation_id": AN_ID,
                    "person_id": ANOTHER_ID,
                    "number": 7,
                    "name": {"kk": "№ 7 депутат", "ru": "Депутат № 7"},
                    "faction_id": None,
                }
            ]
        }
    )

    convocation_id: UUID = Field(description="The convocation.")
    person_id: UUID = Field(description="The person, as identity knows them.")
    number: Number = Field(description="The deputy's number in the chamber.")
    name: NameGiven = Field(description="The deputy's name as the chamber prints it.")
    faction_id: UUID | None = Field(default=None, description="The deputy's faction, if any.")
    since: AwareDatetime | None = Field(
        default=None, description="Earlier than now only while the convocation forms."
    )
    list_id: UUID | None = Field(default=None, description="The party's list, if it is on file.")
    list_number: Number | None = Field(default=None, description="The place on that list.")
    succeeds: UUID | None = Field(
        default=None, description="The mandate that ended, and whose place is taken."
    )

    def seating(self) -> Seating:
        return Seating(
            convocation_id=self.convocation_id,
            person_id=self.person_id,
            number=self.number,
            name=self.name.bilingual(),
            faction_id=self.faction_id,
            since=self.since,
            list_id=self.list_id,
            list_number=self.list_number,
            succeeds=self.succeeds,
        )


class MandateEndingGiven(EndingGiven):
    """Why a mandate ends, and the document that says so."""

    because: EndCause = Field(
        default=EndCause.OTHER, description="As the Constitution has it (art. 55(4), 55(5))."
    )
