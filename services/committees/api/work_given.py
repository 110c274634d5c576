"""What clients send of the work on a bill. Every shape has an example that works."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from services.committees.actions.fix_day import DayAsked
from services.committees.actions.refer_bill import Referring
from services.committees.api.given import AN_ID, ANOTHER_ID, Ground
from services.committees.domain.bill_work import PlanItem
from services.committees.domain.request import Reply
from shared.contracts.words import Bilingual
from shared.web.shapes import Given

MOST_ITEMS, MOST_COMMITTEES = 200, 20
A_THIRD_ID = "0194f0c8-0000-7000-8000-000000000003"


class DayGiven(Given):
    """By which day the lead committee concludes, and who decided so."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"day": "2026-12-20", "ground": "Хаттама № 3"}]}
    )

    day: date = Field(description="The last day in time.")
    ground: Ground = Field(description="The decision by which it is fixed.")

    def asked(self) -> DayAsked:
        return DayAsked(self.day, self.ground)


class ReferralGiven(Given):
    """Which committees have a bill, and by when the lead committee concludes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"bill_id": AN_ID, "committee_id": ANOTHER_ID},
                {
                    "bill_id": AN_ID,
                    "committee_id": ANOTHER_ID,
                    "co_committee_ids": [A_THIRD_ID],
                    "conclusion_day": {"day": "2026-12-20", "ground": "Хаттама № 3"},
                },
            ]
        }
    )

    bill_id: UUID = Field(description="An admitted bill.")
    committee_id: UUID = Field(description="The lead committee.")
    co_committee_ids: Annotated[list[UUID], Field(max_length=MOST_COMMITTEES)] = Field(
        default=[], description="Committees that give their opinions beside it."
    )
    conclusion_day: DayGiven | None = Field(
        default=None, description="By which day it concludes, if that is fixed at once."
    )

    def referring(self) -> Referring:
        day = self.conclusion_day.asked() if self.conclusion_day else None
        return Referring(self.bill_id, self.committee_id, tuple(self.co_committee_ids), day)


class CoCommitteeGiven(Given):
    """Which committee gives its opinion beside the lead committee."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"committee_id": AN_ID}]})

    committee_id: UUID = Field(description="A standing committee with a chair.")


class RapporteurGiven(Given):
    """Who reports on the bill."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"person_id": AN_ID}]})

    person_id: UUID = Field(description="A member of the lead committee.")


class WorkingGroupGiven(Given):
    """Which working group works on the bill."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"body_id": AN_ID}]})

    body_id: UUID = Field(description="A body of the kind working_group.")


class PlanItemGiven(Given):
    """By which day what is done, and by whom."""

    day: date
    what: Bilingual
    who: Bilingual

    def item(self) -> PlanItem:
        return PlanItem(day=self.day, what=self.what, who=self.who)


class PlanGiven(Given):
    """The whole plan, in place of the one that counted."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "items": [
                        {
                            "day": "2026-12-10",
                            "what": {
                                "kk": "Жұмыс тобының отырысы",
                                "ru": "Заседание рабочей группы",
                            },
                            "who": {"kk": "Жұмыс тобы", "ru": "Рабочая группа"},
                        }
                    ]
                }
            ]
        }
    )

    items: Annotated[list[PlanItemGiven], Field(min_length=1, max_length=MOST_ITEMS)] = Field(
        description="What is to be done, in the order in which it is shown."
    )
    why: Bilingual | None = Field(default=None, description="Why the plan is changed.")

    def plan_items(self) -> tuple[PlanItem, ...]:
        return tuple(one.item() for one in self.items)


class DissentGiven(Given):
    """The opinion of a member who does not agree with the conclusion."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": {"kk": "Тұжырымдамамен келіспеймін."}}]}
    )

    text: Reply = Field(description="In Kazakh, in Russian or in both.")
