"""Who presides at a sitting, and so acts where the procedure speaks of the presiding officer."""

from dataclasses import dataclass, replace
from uuid import UUID

from services.voting.domain.sitting import Sitting
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.occasion import Occasion

OF_THE_KURULTAI = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})


@dataclass(frozen=True, slots=True)
class Presidency:
    """The chair of one sitting.

    In the plenary the Chair and the deputy chairs preside (Constitution 2026, art. 57(3)); once
    one of them is on record as presiding, that one alone. In a committee its chair does, or the
    member on record as presiding; officers of the Kurultai have no say there by their office.

    Attributes:
        recorded: who is on record as presiding, if anybody is.
    """

    sitting_id: UUID
    bodies: tuple[UUID, ...] = ()
    recorded: UUID | None = None

    @classmethod
    def of(cls, sitting: Sitting) -> "Presidency":
        return cls(sitting.id, sitting.bodies, sitting.presides)

    def seen(self, occasion: Occasion) -> Occasion:
        """The occasion, its actor with the capacities that they have at this sitting."""
        by = occasion.by
        kept = {one for one in by.standings if self._counts(by, one)}
        own = {Standing(Role.PRESIDING, self.sitting_id)} if self._presides(by) else set()
        return replace(occasion, by=Actor(by.person_id, frozenset(kept | own)))

    def _counts(self, by: Actor, standing: Standing) -> bool:
        if standing.role not in OF_THE_KURULTAI:
            return True
        return not self.bodies and self.recorded in {None, by.person_id}

    def _presides(self, by: Actor) -> bool:
        if not self.bodies or by.person_id is None:
            return False
        if self.recorded is not None:
            return self.recorded == by.person_id and by.holds(Role.DEPUTY)
        return any(by.holds(Role.COMMITTEE_CHAIR, body_id) for body_id in self.bodies)
