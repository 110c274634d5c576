"""A person: known by name; the identification number is not kept here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.identity.domain.stages import PersonStage
from shared.contracts.words import Bilingual
from shared.kernel.aggregate import Aggregate


@dataclass(eq=False)
class Person(Aggregate):
    """Someone who can sign in.

    Args:
        founder: named by the setting of the service to open the register.
        founder_known: whether anyone is registered as founder; loaded before the founding.
    """

    id: UUID
    name: Bilingual
    stage: PersonStage = PersonStage.NEW
    version: int = 0
    founder: bool = False
    registered_at: datetime | None = None
    founder_known: bool = False
