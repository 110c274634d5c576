"""What others say: in Kazakh, in Russian, or in both."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from shared.contracts.words import Bilingual

Passage = Annotated[str, StringConstraints(min_length=1, max_length=100_000, strip_whitespace=True)]
"""A text of several lines."""


class Said(BaseModel):
    """The words of whoever is not the parliament, in one of the languages at least."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kk: Passage | None = None
    ru: Passage | None = None

    @model_validator(mode="after")
    def _something_is_said(self) -> Self:
        if self.kk is None and self.ru is None:
            message = "nothing is said in either language"
            raise ValueError(message)
        return self


class Answer(BaseModel):
    """What the addressee answered; `returned` says why it was not taken for enough."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Said
    on: date
    returned: Bilingual | None = None
