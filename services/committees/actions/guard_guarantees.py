"""After every act that changes who holds what: is each guarantee to the opposition kept?"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.committees.domain.acts.breaches import cure, lapse, open_breach
from services.committees.domain.breach import Breach
from services.committees.domain.convocation import Convocation
from services.committees.domain.faction import Faction
from services.committees.domain.guarantees import Guarantee, guarantees
from services.committees.domain.mandate import Mandate
from services.committees.domain.office import Office
from services.committees.domain.stages import ConvocationStage
from services.committees.store.breaches import Breaches
from services.committees.store.composition import composition_of
from services.committees.store.convocations import Convocations
from services.committees.store.turns import Turn, wait_for_turn
from shared.kernel.actor import Actor, Standing
from shared.kernel.aggregate import Aggregate, Taken
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.rules.working_days import calendars_of
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

GUARDED = (Office, Mandate, Faction, Convocation)


@dataclass(frozen=True, slots=True)
class Cause:
    """The act that made it so."""

    act: str
    case_id: UUID


async def guard_guarantees(
    work: UnitOfWork, profile: Profile, case: Aggregate, acts: Sequence[Taken]
) -> None:
    """Open what is broken and cure what is kept again, in the transaction of the act itself.

    The turn is the last one that any work waits for: two acts that break a guarantee only
    together are looked at one after the other.
    """
    if not isinstance(case, GUARDED):
        return
    await wait_for_turn(work, Turn.GUARANTEES)
    last = acts[-1]
    by = Actor(last.person_id, frozenset({Standing(last.role)}))
    await _review(work, profile, Occasion.under(profile, by, last.at), Cause(last.act, case.id))


async def _review(work: UnitOfWork, profile: Profile, occasion: Occasion, cause: Cause) -> None:
    convocation = await Convocations(work).newest()
    standing = {breach.key: breach for breach in await Breaches(work).standing()}
    if convocation is None:
        return
    if convocation.stage is not ConvocationStage.CONSTITUTED:
        for breach in standing.values():
            lapse(breach, occasion)
        return
    held = guarantees(await composition_of(work, convocation.id), occasion.rules)
    _cure(standing, {one.key: one for one in held}, occasion)
    for one in held:
        if not one.is_kept and one.key not in standing:
            breach = _broken(convocation, one, cause)
            open_breach(breach, occasion, calendars_of(profile).calendar)
            Breaches(work).add(breach)


def _cure(standing: dict[str, Breach], held: dict[str, Guarantee], occasion: Occasion) -> None:
    for key, breach in standing.items():
        breach.guarantee, breach.constituted = held.get(key), True
        if breach.guarantee is None or breach.guarantee.is_kept:
            cure(breach, occasion)


def _broken(convocation: Convocation, guarantee: Guarantee, cause: Cause) -> Breach:
    return Breach(
        new_id(),
        convocation.id,
        guarantee.key,
        guarantee.needed,
        guarantee.held,
        guarantee.provision,
        cause.act,
        cause.case_id,
        guarantee=guarantee,
        constituted=True,
    )
