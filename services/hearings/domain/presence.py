"""A deputy registers for a hearing: a case of its own, so that all can register at once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.hearings.domain.of_hearing import HEARINGS, OfHearing, hearing_is_not_over
from shared.contracts.hearings_held import DeputyRegistered
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row


class PresenceStage(StrEnum):
    NEW = "new"
    REGISTERED = "registered"


class PresenceAct(StrEnum):
    REGISTER = "register"


@dataclass(eq=False, kw_only=True)
class Presence(OfHearing):
    """A deputy takes part; before the hearing is opened it counts for the quorum."""

    person_id: UUID
    stage: PresenceStage = PresenceStage.NEW
    registered_at: datetime | None = None


S, A = PresenceStage, PresenceAct

# fmt: off
PRESENCES: Procedure[Presence] = Procedure(
    #   act         from   to            by             not until              under
    Row(A.REGISTER, S.NEW, S.REGISTERED, [Role.DEPUTY], [hearing_is_not_over], HEARINGS),
)
# fmt: on


def register(presence: Presence, occasion: Occasion) -> None:
    """Register as taking part. Raises NotEntitled (no deputy), NotNow (the hearing is over)."""
    PRESENCES.take(presence, PresenceAct.REGISTER, occasion)
    presence.registered_at = occasion.at
    presence.record(
        DeputyRegistered(
            at=occasion.at,
            presence_id=presence.id,
            hearing_id=presence.hearing_id,
            person_id=presence.person_id,
        )
    )
