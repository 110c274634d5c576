"""What clients send and are shown of requests for conclusions."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.committees.actions.ask_for_conclusion import Inquiry
from services.committees.domain.conclusion_request import AskingStage, ConclusionGot
from services.committees.domain.request import Reply
from services.committees.store.conclusion_requests import ConclusionsAsked
from shared.contracts.words import Bilingual
from shared.web.shapes import Given, Shown

AN_EXPERT: JsonDict = {"kk": "Парламентаризм институты", "ru": "Институт парламентаризма"}
A_QUESTION: JsonDict = {"kk": "Ғылыми сараптама", "ru": "Научная экспертиза"}


class InquiryGiven(Given):
    """A conclusion that is asked for."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"addressee": AN_EXPERT, "what": A_QUESTION, "last_day": "2026-12-15"},
            ]
        }
    )

    addressee: Bilingual = Field(description="The Government, a ministry, an expert.")
    what: Bilingual = Field(description="On what.")
    last_day: date | None = Field(
        default=None, description="Until when; without it, by the term of the rules if any."
    )

    def inquiry(self) -> Inquiry:
        return Inquiry(self.addressee, self.what, self.last_day)


class LastDayGiven(Given):
    """Another last day."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"last_day": "2026-12-25"}]})

    last_day: date = Field(description="Until when the conclusion is awaited.")


class ConclusionGotGiven(Given):
    """A conclusion that came."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "day": "2026-12-14",
                    "favourable": True,
                    "signed_by": AN_EXPERT,
                    "text": {"kk": "Ескертулер жоқ.", "ru": "Замечаний нет."},
                }
            ]
        }
    )

    day: date = Field(description="The day on which it came.")
    favourable: bool | None = Field(default=None, description="Null where it takes no side.")
    signed_by: Bilingual = Field(description="Who signed it.")
    text: Reply = Field(description="In Kazakh, in Russian or in both.")

    def got(self) -> ConclusionGot:
        return ConclusionGot(
            day=self.day, favourable=self.favourable, signed_by=self.signed_by, text=self.text
        )


class ConclusionsAskedGiven(BaseModel):
    """Which requests are asked for; none of it is needed."""

    referral_id: UUID | None = None
    bill_id: UUID | None = None
    committee_id: UUID | None = None
    stage: AskingStage | None = None
    overdue: bool | None = Field(default=None, description="Whether the conclusion is late.")

    def asked(self) -> ConclusionsAsked:
        return ConclusionsAsked(**self.model_dump())


class ConclusionRequestShown(Shown):
    """A conclusion that a committee asked for."""

    id: UUID
    version: int
    stage: AskingStage
    referral_id: UUID
    bill_id: UUID
    committee_id: UUID
    reading: int
    addressee: Bilingual
    what: Bilingual
    asked_at: datetime
    last_day: date | None = Field(description="Null where nobody set one.")
    overdue_since: datetime | None
    answer: ConclusionGot | None
