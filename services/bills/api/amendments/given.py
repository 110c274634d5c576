"""What clients send of amendments. Shapes only: rules live in the domain."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from services.bills.actions.decide_amendment import Judgement
from services.bills.domain.amendments.amendment import OWN_IDEA, Provenance
from services.bills.domain.amendments.making import NO_WORDS, Asked, Filing, Pair
from services.bills.domain.amendments.stages import Mode, Verdict
from shared.contracts.words import Bilingual
from shared.texts.changes import ChangeKind
from shared.web.shapes import Given

LONGEST = 50_000
"""Characters of one wording in one language."""

Words = Annotated[str, StringConstraints(strip_whitespace=False, max_length=LONGEST)]
Address = Annotated[
    str, Field(pattern=r"^[a-z]{2,4}_[^\s_]+(__[a-z]{2,4}_[^\s_]+)*$", max_length=300)
]

AN_ADDRESS = "art_2__pt_1"
SOME_WORDS: JsonDict = {"kk": "он күн", "ru": "десять дней"}
OTHER_WORDS: JsonDict = {"kk": "бес жұмыс күні", "ru": "пять рабочих дней"}
A_REASON: JsonDict = {"kk": "Мерзім қысқаруға тиіс.", "ru": "Срок должен быть короче."}
A_CHANGE: JsonDict = {
    "kind": "replace_words",
    "address": AN_ADDRESS,
    "words": SOME_WORDS,
    "instead": OTHER_WORDS,
}


class PairGiven(Given):
    """Words in both languages, kept as they are sent."""

    model_config = ConfigDict(
        str_strip_whitespace=False, json_schema_extra={"examples": [SOME_WORDS]}
    )

    kk: Words = Field(default="", description="In Kazakh.")
    ru: Words = Field(default="", description="In Russian.")

    def pair(self) -> Pair:
        return Pair(self.kk, self.ru)


class WordingGiven(Given):
    """A change of the texts, alike in both languages."""

    model_config = ConfigDict(json_schema_extra={"examples": [A_CHANGE]})

    kind: ChangeKind = Field(description="What is done to the element.")
    text: PairGiven | None = Field(
        default=None, description="The new wording, or what is inserted."
    )
    words: PairGiven | None = Field(default=None, description="What is replaced.")
    instead: PairGiven | None = Field(default=None, description="What stands there instead.")

    def asked(self, address: str) -> Asked:
        pairs = (self.text, self.words, self.instead)
        return Asked(self.kind, address, *(p.pair() if p else NO_WORDS for p in pairs))


class AmendmentGiven(WordingGiven):
    """An amendment, with its reasons."""

    model_config = ConfigDict(json_schema_extra={"examples": [A_CHANGE | {"reasons": A_REASON}]})

    address: Address = Field(description="The element, as `art_33-1__pt_2__sp_1`.")
    reasons: Bilingual = Field(description="Why, in both languages.")
    text_version: int | None = Field(
        default=None, ge=1, le=2**31 - 1, description="The texts that it is addressed to."
    )
    co_authors: tuple[UUID, ...] = Field(
        default=(),
        max_length=145,
        description="Deputies who are invited, each once.",
    )
    provenance: Provenance = Field(default=OWN_IDEA, description="Whose idea it is.")
    touches_budget: bool = Field(default=False, description="It cuts revenue or raises spending.")

    def filing(self) -> Filing:
        return Filing(
            asked=self.asked(self.address),
            reasons=self.reasons,
            invited=self.co_authors,
            provenance=self.provenance,
            touches_budget=self.touches_budget,
            text_version=self.text_version,
        )


class OtherWordingGiven(WordingGiven):
    """The committee's own wording; of the same element, if no other is named."""

    address: Address | None = Field(default=None, description="The element, if another one.")


class DecisionGiven(Given):
    """What the lead committee decided, and on which grounds."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"verdict": "rejected", "grounds": A_REASON}]}
    )

    verdict: Verdict = Field(description="Accepted, rejected, or accepted in another wording.")
    grounds: Bilingual = Field(description="Why, in both languages.")
    wording: OtherWordingGiven | None = Field(default=None, description="The other wording.")

    def judgement(self) -> Judgement:
        other = self.wording
        asked = other.asked(other.address or "") if other else None
        return Judgement(self.verdict, self.grounds, asked)


class ReadingDayGiven(Given):
    """The day of the reading that decides on the amendments."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"day": "2026-12-18"}]})

    day: date = Field(description="The deadline for amendments counts back from it.")


class ModeGiven(Given):
    """How the plenary votes on the amendments."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"mode": "table_en_bloc"}]})

    mode: Mode = Field(description="One of those that the rules allow.")
