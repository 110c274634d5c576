"""What is told of a hearing while it is held, one fact a step."""

from typing import ClassVar
from uuid import UUID

from shared.kernel.event import Fact


class DeputyRegistered(Fact):
    """A deputy takes part in the hearing."""

    type: ClassVar[str] = "hearings.deputy_registered.v1"
    about: ClassVar[str] = "presence"

    presence_id: UUID
    hearing_id: UUID
    person_id: UUID


TELLS = (DeputyRegistered,)
