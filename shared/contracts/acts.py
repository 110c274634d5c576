"""What the bills service tells of acts in force, and of what a bill has to do with them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.contracts.words import Bilingual, Digests
from shared.kernel.event import Fact


class RelationKind(StrEnum):
    """What a bill has to do with an act in force, or with another bill."""

    AMENDS_ACT = "amends_act"
    ACCOMPANIES = "accompanies"
    ALTERNATIVE_TO = "alternative_to"
    REPLACES = "replaces"
    MERGED_INTO = "merged_into"


class ActFact(Fact):
    """A fact about an act in force."""

    about: ClassVar[str] = "act"

    act_id: UUID


class ActEntered(ActFact):
    """An act came into the register of acts in force: by the clerk, or as a law was published."""

    type: ClassVar[str] = "bills.act_entered.v1"

    number: str | None = None
    title: Bilingual
    adopted_on: date
    bill_id: UUID | None = None


class EditionEntered(ActFact):
    """An edition of an act: its texts as they stand from that day."""

    type: ClassVar[str] = "bills.edition_entered.v1"

    edition: int
    stands_from: date
    source: Bilingual
    digests: Digests


class ActNumbered(ActFact):
    """A law that was published has its number as an act."""

    type: ClassVar[str] = "bills.act_numbered.v1"

    number: str


class BillRelated(Fact):
    """A bill has, or has no more, to do with an act in force or with another bill."""

    type: ClassVar[str] = "bills.bill_related.v1"
    about: ClassVar[str] = "bill"

    bill_id: UUID
    kind: RelationKind
    to_id: UUID
    stands: bool
