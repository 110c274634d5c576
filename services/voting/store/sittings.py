"""Where sittings are kept, and who registered for them."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from services.voting.domain.refusals import RegistrationNotFound, SittingNotFound
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import NOT_OVER, SittingStage
from services.voting.store.tables import agendas, register, registrations, sittings, votes
from shared.agenda.items import ItemKind, ItemState
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork

WAITING = frozenset({ItemState.PLANNED, ItemState.IN_COURSE})

NOT_REGISTERED = Text(
    kk="Сіз бұл отырысқа тіркелмегенсіз.",
    ru="Вы не зарегистрированы на этом заседании.",
    en="You are not registered for this sitting.",
)


class Sittings(Cases[Sitting]):
    kind = Sitting
    missing = SittingNotFound
    no_such = Text(kk="{id} отырысы жоқ.", ru="Заседания {id} нет.", en="There is no sitting {id}.")

    async def hold(self, sitting_id: UUID) -> None:
        """Keep the sitting as it is until this work ends: it is not closed while a vote opens."""
        query = sa.select(sittings.c.id).where(sittings.c.id == sitting_id)
        await self._work.session.execute(query.with_for_update(key_share=True))

    async def open_votes(self, sitting_id: UUID) -> int:
        query = (
            sa.select(sa.func.count())
            .select_from(votes)
            .where(votes.c.sitting_id == sitting_id)
            .where(votes.c.stage.in_(NOT_OVER))
        )
        return (await self._work.session.execute(query)).scalar_one()

    @staticmethod
    def listed(stage: SittingStage | None, body_id: UUID | None) -> sa.Select[Any]:
        """Sittings, of the stage and of the body that are named."""
        of_stage = () if stage is None else (sittings.c.stage == stage,)
        of_body = () if body_id is None else (body_id == sa.any_(sittings.c.bodies),)
        return sa.select(Sitting).where(*of_stage, *of_body)


async def items_left(work: UnitOfWork, sitting_id: UUID) -> int:
    """How many items of the sitting's agenda are neither dealt with nor put off."""
    query = sa.select(agendas.agendas.c["items"]).where(agendas.agendas.c.about_id == sitting_id)
    items = await work.session.scalar(query) or ()
    return sum(item.state in WAITING and item.kind is not ItemKind.BREAK for item in items)


class Registrations(Cases[Registration]):
    kind = Registration
    missing = RegistrationNotFound
    no_such = Text(kk="{id} тіркеуі жоқ.", ru="Регистрации {id} нет.", en="No registration {id}.")

    async def one_at_a_time(self, sitting_id: UUID, person_id: UUID) -> None:
        """Let a deputy who registers twice at once do it once; others are not kept waiting."""
        key = sa.func.hashtextextended(f"registration {sitting_id} {person_id}", 0)
        await self._work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))

    async def of(self, sitting_id: UUID, person_id: UUID) -> Registration | None:
        """The deputy's registration for the sitting, if there is one."""
        query = (
            sa.select(Registration)
            .where(registrations.c.sitting_id == sitting_id)
            .where(registrations.c.person_id == person_id)
        )
        return next(iter(await self.all_of(query)), None)

    async def own(self, sitting_id: UUID, person_id: UUID) -> Registration:
        """The deputy's registration for the sitting. Raises RegistrationNotFound."""
        found = await self.of(sitting_id, person_id)
        if found is None:
            raise RegistrationNotFound(NOT_REGISTERED)
        return found

    async def by_name(self, sitting_id: UUID) -> list[sa.Row[*tuple[Any, ...]]]:
        """Who registered, with number and name, in the order of their numbers."""
        mandates = register.mandates
        query = (
            sa.select(
                registrations.c.person_id,
                registrations.c.registered_at,
                mandates.c.number,
                mandates.c.name,
            )
            .ext(distinct_on(registrations.c.person_id))
            .join_from(registrations, mandates, mandates.c.person_id == registrations.c.person_id)
            .where(registrations.c.sitting_id == sitting_id)
            .where(mandates.c.since <= registrations.c.registered_at)
            .order_by(registrations.c.person_id, mandates.c.since.desc())
        )
        rows = (await self._work.session.execute(query)).all()
        return sorted(rows, key=lambda row: row.number)
