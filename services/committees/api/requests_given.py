"""What clients send of deputies' requests. Every shape has an example that works."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.committees.actions.put_request import Asking
from services.committees.api.given import LONGEST_NAME
from services.committees.domain.request import Answer, ReadingOut, Reply, Wording
from services.committees.domain.requests_stages import RequestStage
from services.committees.store.requests import RequestsAsked
from shared.contracts.words import Bilingual
from shared.web.shapes import Given

A_MINISTRY: JsonDict = {"kk": "Энергетика министрлігі", "ru": "Министерство энергетики"}
A_SUBJECT: JsonDict = {"kk": "Жылу маусымы туралы", "ru": "Об отопительном сезоне"}
A_TEXT: JsonDict = {
    "kk": "Жылу маусымына дайындық туралы хабарлауды сұраймын.",
    "ru": "Прошу сообщить о подготовке к отопительному сезону.",
}
A_REASON: JsonDict = {"kk": "Дербес деректер бар.", "ru": "Содержит персональные данные."}


class RequestGiven(Given):
    """A deputy's request. Others join it in person."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"addressee": A_MINISTRY, "subject": A_SUBJECT, "text": A_TEXT}]
        }
    )

    addressee: Bilingual = Field(description="The body or the official who is asked.")
    subject: Bilingual = Field(description="What it is about, in a line.")
    text: Wording = Field(description="What is asked, in both languages.")
    to_be_read_out: bool = Field(default=False, description="Whether at a sitting.")
    withheld: Bilingual | None = Field(
        default=None, description="Why it is not public, if it is not."
    )

    def asking(self) -> Asking:
        return Asking(self.addressee, self.subject, self.text, self.to_be_read_out, self.withheld)


class RequestsAskedGiven(BaseModel):
    """Which requests are asked for; none of it is needed."""

    author: UUID | None = Field(default=None, description="Who is one of the authors.")
    addressee: str | None = Field(
        default=None,
        min_length=1,
        max_length=LONGEST_NAME,
        description="Words of the addressee's name, in either language.",
    )
    stage: list[RequestStage] = Field(default=[], description="Any of these.")
    overdue: bool | None = Field(default=None, description="Whether the answer is late.")

    def asked(self) -> RequestsAsked:
        return RequestsAsked(self.author, self.addressee, self.stage, self.overdue)


class ReadingOutGiven(Given):
    """When the request was read out."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"day": "2026-11-25"}]})

    day: date = Field(description="The day of the sitting.")
    sitting_id: UUID | None = Field(default=None, description="The sitting, if it is kept here.")

    def reading(self) -> ReadingOut:
        return ReadingOut(day=self.day, sitting_id=self.sitting_id)


class AnswerGiven(Given):
    """An answer as it came, in the language or languages in which it was written."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "day": "2026-12-21",
                    "signed_by": {"kk": "Министр", "ru": "Министр"},
                    "text": {"ru": "Все станции готовы."},
                }
            ]
        }
    )

    day: date = Field(description="The day on which it came.")
    signed_by: Bilingual = Field(description="Who signed it.")
    text: Reply = Field(description="In Kazakh, in Russian or in both.")

    def answer(self) -> Answer:
        return Answer(day=self.day, signed_by=self.signed_by, text=self.text)


class ObjectionGiven(Given):
    """Why the answer is found unsatisfactory."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"objection": {"kk": "Мерзімдер көрсетілмеген.", "ru": "Не названы сроки."}}
            ]
        }
    )

    objection: Bilingual = Field(description="What the answer does not say.")


class ReasonGiven(Given):
    """Why the request is not public any more."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": A_REASON}]})

    reason: Bilingual = Field(description="Shown in place of the text.")
