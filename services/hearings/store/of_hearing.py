"""Cases that belong to a hearing, loaded together with it."""

from uuid import UUID

from services.hearings.domain.of_hearing import OfHearing
from services.hearings.store.hearings import Hearings
from shared.store.cases import Cases


class CasesOfHearing[A: OfHearing](Cases[A]):
    """The cases of one kind, of all hearings."""

    async def seen(self, case_id: UUID) -> A:
        """The case with its hearing, to be looked at. Raises as `get`."""
        case = await self.get(case_id)
        case.seen = await Hearings(self._work).get(case.hearing_id)
        return case

    async def to_act_on(self, case_id: UUID) -> A:
        """The case with its hearing, which stays as it is meanwhile. Raises as `get`."""
        case = await self.get(case_id)
        case.seen = await Hearings(self._work).held(case.hearing_id)
        return case
