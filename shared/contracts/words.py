"""Shapes that several facts share."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from shared.kernel.rules import Outcome

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
    BILL_QUESTION = "bill_question"
    REFERENDUM_INITIATIVE = "referendum_initiative"
    AMENDMENTS = "amendments"
    COMMITTEE_CHAIR = "committee_chair"
    OFFICER = "officer"
    RECALL = "recall"
    RESOLUTION = "resolution"
    GOVERNMENT_HOUR = "government_hour"


class Form(StrEnum):
    """How a question is answered.

    `yes_no`: for or against the whole of it, all its items together (en bloc).
    `each`: for or against each item: the comparison table, articles after a veto, a rating.
    `one_of`: one of the items: an election, alternatives; or against all.
    """

    YES_NO = "yes_no"
    EACH = "each"
    ONE_OF = "one_of"


Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,40}$", strip_whitespace=False)]
"""The name of an option or of an item in a ballot."""


class Item(BaseModel):
    """An item of a question: an amendment, an article, an alternative, a candidate."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    title: Bilingual
    person_id: UUID | None = Field(default=None, description="Of a candidate who is registered.")


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
    form: Form = Form.YES_NO
    items: tuple[Item, ...] = ()


class ItemResult(BaseModel):
    """What became of one item.

    Attributes:
        votes_for: ballots for it, of the `needed`; `rank` 1 has the most.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    votes_for: int = Field(ge=0)
    against: int = Field(default=0, ge=0)
    abstained: int = Field(default=0, ge=0)
    needed: int = Field(ge=0)
    rank: int = Field(ge=1)
    outcome: Outcome


class Tally(BaseModel):
    """Every deputy on the roll, counted exactly once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    votes_for: int = Field(ge=0)
    against: int = Field(ge=0)
    abstained: int = Field(ge=0)
    present_not_voted: int = Field(ge=0)
    absent: int = Field(ge=0, description="Without an excuse.")
    absent_excused: int = Field(default=0, ge=0)
    voted: int = Field(default=0, ge=0, description="Ballots that name items, counted by item.")
    recused: int = Field(default=0, ge=0)
    device_fault: int = Field(
        default=0, ge=0, description="Present, not voted, and a fault was reported in time."
    )
