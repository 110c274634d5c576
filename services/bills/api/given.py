"""What clients send. Shapes only: rules live in the domain."""

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, ConfigDict, Field
from pydantic.config import JsonDict

from services.bills.domain.acts.law import Publication
from services.bills.domain.bill import Proposal
from services.bills.domain.kinds import ProposedKind
from services.bills.domain.package import Document
from services.bills.domain.texts import Texts
from shared.contracts.words import Bilingual
from shared.texts.hygiene import LONGEST
from shared.web.shapes import Given

LONGEST_TEXT = LONGEST
"""Characters of one language's text."""
LARGEST_BODY = 10 * 2**20
"""Bytes of a request: two of the longest texts have 8 MB of Cyrillic letters."""

A_TITLE: JsonDict = {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"}
A_TEXT: JsonDict = {"kk": "1-бап. …", "ru": "Статья 1. …"}
A_DOCUMENT: JsonDict = {
    "kind": "explanatory_note",
    "name": "Пояснительная записка",
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
}
A_REASON: JsonDict = {"kk": "Тұжырымдама қайта қаралуда.", "ru": "Концепция пересматривается."}


class TextsGiven(Given):
    """Both language texts of a bill, kept exactly as they are sent."""

    model_config = ConfigDict(str_strip_whitespace=False, json_schema_extra={"examples": [A_TEXT]})

    kk: str = Field(default="", max_length=LONGEST_TEXT, description="In Kazakh.")
    ru: str = Field(default="", max_length=LONGEST_TEXT, description="In Russian.")

    def texts(self) -> Texts:
        return Texts(self.kk, self.ru)


WholeText = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=r"\S")]


class CorrectedTextsGiven(TextsGiven):
    """Both texts after the final edit; neither may be empty."""

    kk: WholeText = Field(description="In Kazakh.")
    ru: WholeText = Field(description="In Russian.")


class ProposalGiven(Given):
    """All that an initiator lays down; what is not sent is not in the draft."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"title": A_TITLE, "texts": A_TEXT, "package": [A_DOCUMENT]}]
        }
    )

    title: Bilingual = Field(description="What the law is to be called.")
    texts: TextsGiven = Field(
        default_factory=TextsGiven, description="A draft may still lack a language."
    )
    package: tuple[Document, ...] = Field(
        default=(), max_length=100, description="The documents that come with the bill."
    )
    touches_budget: bool = Field(
        default=False, description="It cuts revenue or raises spending of the state."
    )
    amends_acts: bool = Field(default=False, description="It amends acts in force.")
    touches_business: bool = Field(
        default=False, description="The Entrepreneurial Code asks for an impact analysis."
    )
    calls_for_bylaws: bool = Field(default=False, description="By-laws must follow it.")

    def proposal(self) -> Proposal:
        return Proposal(
            title=self.title,
            texts=self.texts.texts(),
            package=self.package,
            touches_budget=self.touches_budget,
            amends_acts=self.amends_acts,
            touches_business=self.touches_business,
            calls_for_bylaws=self.calls_for_bylaws,
        )


class DraftGiven(ProposalGiven):
    """A new draft."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"kind": "law", "title": A_TITLE, "texts": A_TEXT, "package": [A_DOCUMENT]}
            ]
        }
    )

    kind: ProposedKind = Field(
        description="What it is to become; a constitutional amendment is refused (art. 92(1))."
    )


class ReasonGiven(Given):
    """Why, in Kazakh and Russian; it goes on the public record."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": A_REASON}]})

    reason: Bilingual = Field(description="The words for the record.")


class ConclusionGiven(ReasonGiven):
    """The Government's conclusion on a bill that touches revenue or spending."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"positive": True, "reason": A_REASON}]}
    )

    positive: bool = Field(description="Without a positive one the bill may not be introduced.")


class FinalEditGiven(Given):
    """The outcome of the final legal and linguistic check."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}, {"texts": A_TEXT}]})

    texts: CorrectedTextsGiven | None = Field(
        default=None, description="The corrected texts, if anything was corrected."
    )

    def corrected(self) -> Texts | None:
        return self.texts.texts() if self.texts else None


class PublicationGiven(Given):
    """Where and when the law was first officially published."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "published_in": {
                        "kk": "«Егемен Қазақстан», № 250",
                        "ru": "«Казахстанская правда», № 250",
                    },
                    "published_at": "2026-12-01T03:00:00Z",
                }
            ]
        }
    )

    published_in: Bilingual = Field(description="The official edition.")
    published_at: AwareDatetime = Field(description="The instant of first publication.")
    in_effect_on: date | None = Field(
        default=None, description="The law's own day of effect, if its text names one."
    )

    def publication(self) -> Publication:
        return Publication(self.published_in, self.published_at, self.in_effect_on)
