"""What goes in and out of the routes of party lists."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import ConfigDict, Field

from services.committees.api.given import ANOTHER_ID, Ground, NameGiven, Number
from services.committees.domain.mandate import EndCause
from services.committees.domain.party_list import Listed, ListStage, PartyList
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown

LONGEST_LIST = 500


class ListedGiven(Given):
    """A candidate on the list."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"number": 1, "name": {"kk": "№ 1 кандидат", "ru": "Кандидат № 1"}}]
        }
    )

    number: Number = Field(description="The place on the list.")
    name: NameGiven = Field(description="As it is on the list.")
    person_id: UUID | None = Field(default=None, description="If identity knows the person.")

    def listed(self) -> Listed:
        return Listed(number=self.number, name=self.name.bilingual(), person_id=self.person_id)


class PartyListGiven(Given):
    """The list of a party, as it was registered for the election."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "party": {"kk": "№ 1 партия", "ru": "Партия № 1"},
                    "candidates": [
                        {"number": 1, "name": {"kk": "№ 1 кандидат", "ru": "Кандидат № 1"}},
                        {
                            "number": 2,
                            "name": {"kk": "№ 2 кандидат", "ru": "Кандидат № 2"},
                            "person_id": ANOTHER_ID,
                        },
                    ],
                }
            ]
        }
    )

    party: NameGiven = Field(description="The party's name.")
    candidates: list[ListedGiven] = Field(
        min_length=1, max_length=LONGEST_LIST, description="In the order of the list."
    )


class ExclusionGiven(Given):
    """From which place nobody is seated any more."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"number": 2, "ground": "Application of the candidate"}]}
    )

    number: Number = Field(description="The place on the list.")
    ground: Ground = Field(description="The decision or document that excludes the candidate.")


class ListedShown(Shown):
    """A candidate, and whether a seat was ever taken from this place."""

    number: int
    name: Bilingual
    person_id: UUID | None
    excluded: str | None = Field(description="The ground, if nobody is seated from this place.")
    seated: bool


class PartyListShown(Shown):
    """The list of a party; `next` is who comes first of those who wait."""

    id: UUID
    version: int
    stage: ListStage
    convocation_id: UUID
    party: Bilingual
    candidates: list[ListedShown]
    next: int | None = Field(description="The number of who comes next; null: nobody waits.")

    @classmethod
    def of(cls, found: PartyList) -> Self:
        candidates = [
            ListedShown(**one.model_dump(), seated=one.number in found.seated)
            for one in found.candidates
        ]
        kept = {name: getattr(found, name) for name in ("id", "version", "stage", "party")}
        following = found.next.number if found.next else None
        ids = {"convocation_id": found.convocation_id}
        return cls.model_validate(kept | ids | {"candidates": candidates, "next": following})


class VacantMandateShown(Shown):
    """A mandate that ended, and whose place nobody has taken."""

    id: UUID
    number: int
    name: Bilingual
    until: datetime
    ended_because: EndCause | None
    list_id: UUID | None
    next_on_the_list: Listed | None = Field(
        description="Whether it is who succeeds is a rule of the profile: mandates.successor."
    )
