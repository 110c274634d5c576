"""The registrar enters a list of factions and deputies at once, all of it or nothing."""

from dataclasses import dataclass
from uuid import UUID

from services.committees.actions.begin_mandate import Seating, begin_mandate
from services.committees.actions.form_faction import Forming, form_faction
from services.committees.domain.intake import (
    FactionRow,
    Fault,
    Intake,
    IntakeRefused,
    MandateRow,
)
from services.committees.store.convocations import Convocations
from shared.kernel.errors import DomainError, NotEntitled
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text
from shared.store.unit_of_work import UnitOfWork

NO_FACTION = Text(
    kk="Тізімде «{key}» фракциясы жоқ.",
    ru="Фракции «{key}» в списке нет.",
    en="The list has no faction “{key}”.",
)


@dataclass(frozen=True, slots=True)
class Entered:
    """How many were entered."""

    factions: int
    mandates: int


async def take_in(
    work: UnitOfWork, occasion: Occasion, *, convocation_id: UUID, intake: Intake
) -> Entered:
    """Each by the same act as if it were entered alone.

    Raises:
        ConvocationNotFound: there is none.
        NotEntitled: only the registrar enters.
        IntakeRefused: something of it cannot be entered; then nothing is.
    """
    await Convocations(work).get(convocation_id)
    faults: list[Fault] = []
    known: dict[str, UUID] = {}
    for faction in intake.factions:
        await _enter_faction(work, occasion, convocation_id, faction, known, faults)
    for row in intake.mandates:
        await _enter_mandate(work, occasion, convocation_id, row, known, faults)
    if faults:
        raise IntakeRefused(faults)
    return Entered(len(intake.factions), len(intake.mandates))


async def _enter_faction(  # noqa: PLR0913, PLR0917 what the list has come to
    work: UnitOfWork,
    occasion: Occasion,
    convocation_id: UUID,
    row: FactionRow,
    known: dict[str, UUID],
    faults: list[Fault],
) -> None:
    try:
        formed = await form_faction(
            work,
            occasion,
            convocation_id=convocation_id,
            forming=Forming(row.name, row.opposition, row.since),
        )
    except NotEntitled:
        raise
    except DomainError as error:
        faults.append(Fault.of(row.place, error))
        return
    known[row.key] = formed.id
    await work.session.flush()


async def _enter_mandate(  # noqa: PLR0913, PLR0917 what the list has come to
    work: UnitOfWork,
    occasion: Occasion,
    convocation_id: UUID,
    row: MandateRow,
    known: dict[str, UUID],
    faults: list[Fault],
) -> None:
    faction_id = known.get(row.faction) if row.faction else None
    if row.faction and faction_id is None:
        faults.append(Fault(row.place, "no-such-faction", NO_FACTION.filled(key=row.faction)))
        return
    seating = Seating(
        convocation_id, row.person_id, row.number, row.name, faction_id, since=row.since
    )
    try:
        await begin_mandate(work, occasion, seating)
    except NotEntitled:
        raise
    except DomainError as error:
        faults.append(Fault.of(row.place, error))
        return
    await work.session.flush()
