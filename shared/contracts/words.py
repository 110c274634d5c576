"""Shapes that several facts share."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
"""A title or a name: one line of Unicode text."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hexadecimal."""


class Bilingual(BaseModel):
    """The parliament's own words: Kazakh and Russian, always both (Constitution 2026, art. 9)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kk: Line
    ru: Line


class Digests(BaseModel):
    """What exactly is decided on: the SHA-256 of each language's text in UTF-8."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kk: Digest
    ru: Digest


class Matter(StrEnum):
    """What a question is about; it tells the service that put it that the result is its own."""

    BILL_READING = "bill_reading"
    COMMITTEE_CHAIR = "committee_chair"
    RESOLUTION = "resolution"


class Question(BaseModel):
    """What the Kurultai is asked to decide, and by which decision rule of the profile."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: UUID
    matter: Matter
    case_id: UUID = Field(description="The bill, the candidacy or the resolution decided on.")
    reading: int | None = None
    decision: str = Field(description="A key of the profile's decisions, as `maj_law`.")
    title: Bilingual
    digests: Digests | None = None


class Tally(BaseModel):
    """Every deputy on the roll, counted exactly once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    votes_for: int = Field(ge=0)
    against: int = Field(ge=0)
    abstained: int = Field(ge=0)
    present_not_voted: int = Field(ge=0)
    absent: int = Field(ge=0)
    recused: int = Field(default=0, ge=0)
    device_fault: int = Field(
        default=0, ge=0, description="Present, not voted, and a fault was reported in time."
    )
