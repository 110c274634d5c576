"""An act in force with its editions: one case of the register."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from services.bills.domain.texts import Texts
from shared.contracts.words import Bilingual, Digests
from shared.kernel.aggregate import Aggregate


class ActStage(StrEnum):
    NEW = "new"
    ENTERED = "entered"


class RegisterAct(StrEnum):
    """What is done in the register."""

    ENTER = "enter"
    ENTER_LAW = "enter_law"
    NUMBER = "number"
    ENTER_EDITION = "enter_edition"


@dataclass(frozen=True, slots=True)
class Edition:
    """The texts of an act as they stand from a day, and where they were taken from."""

    texts: Texts
    stands_from: date
    source: Bilingual


@dataclass(eq=False)
class ActInForce(Aggregate):
    """An act in force.

    Attributes:
        number: as `480-V`; a law that was just published here has none yet.
        edition: counts its editions; `digests` and `stands_from` are those of the newest.
        bill_id: the bill that it was, if it was adopted here.
    """

    id: UUID
    number: str | None
    title: Bilingual
    adopted_on: date
    digests: Digests
    stands_from: date
    bill_id: UUID | None = None
    stage: ActStage = ActStage.NEW
    version: int = 0
    edition: int = 0

    @property
    def called(self) -> str:
        """What stands for it in lasting names: its number without signs, or its id if none."""
        return re.sub(r"[^\w.-]+", "-", self.number).lower() if self.number else str(self.id)

    def lay_down(self, edition: Edition) -> None:
        self.edition += 1
        self.digests = edition.texts.digests
        self.stands_from = edition.stands_from
