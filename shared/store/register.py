"""The register of composition: who holds which mandate and office, and when."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role, Standing
from shared.store.columns import Moment, Shaped, words

type Standings = Callable[[AsyncSession, UUID, datetime], Awaitable[frozenset[Standing]]]


@dataclass(frozen=True, slots=True)
class Register:
    """The copy of the composition that a service keeps from what committees told."""

    offices: sa.Table
    mandates: sa.Table
    factions: sa.Table

    async def standings(
        self, session: AsyncSession, person_id: UUID, at: datetime
    ) -> frozenset[Standing]:
        """Every capacity the person holds at that instant."""
        return await standings_in(self.offices, self.mandates, session, person_id, at)


def register_tables(metadata: sa.MetaData) -> Register:
    """Declare the register in a service's own metadata, and so in its own database."""
    return Register(_offices(metadata), _mandates(metadata), _factions(metadata))


async def standings_in(
    offices: sa.Table, mandates: sa.Table, session: AsyncSession, person_id: UUID, at: datetime
) -> frozenset[Standing]:
    """Read capacities from tables that have `person_id`, `since` and `until`.

    An office or mandate holds from `since` on and no longer at `until`.
    """
    held = sa.select(offices.c.role, offices.c.body_id).where(_holds(offices, person_id, at))
    seats = sa.select(sa.func.count()).select_from(mandates).where(_holds(mandates, person_id, at))
    rows = await session.execute(held)
    standings = {Standing(Role(role), body_id) for role, body_id in rows}
    if (await session.execute(seats)).scalar_one():
        standings.add(Standing(Role.DEPUTY))
    return frozenset(standings)


async def actor_at(
    standings: Standings, session: AsyncSession, person_id: UUID, at: datetime
) -> Actor:
    """The person with what the register says of them at that instant."""
    return Actor(person_id, await standings(session, person_id, at))


def _holds(table: sa.Table, person_id: UUID, at: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        table.c.person_id == person_id,
        table.c.since <= at,
        sa.or_(table.c.until.is_(None), table.c.until > at),
    )


def _offices(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "register_offices",
        metadata,
        sa.Column("office_id", sa.Uuid, primary_key=True),
        sa.Column("role", words(Role), nullable=False),
        sa.Column("body_id", sa.Uuid),
        *_tenure(),
    )


def _mandates(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "register_mandates",
        metadata,
        sa.Column("mandate_id", sa.Uuid, primary_key=True),
        sa.Column("convocation_id", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", Shaped(Bilingual), nullable=False),
        sa.Column("faction_id", sa.Uuid),
        *_tenure(),
    )


def _factions(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "register_factions",
        metadata,
        sa.Column("faction_id", sa.Uuid, primary_key=True),
        sa.Column("name", Shaped(Bilingual), nullable=False),
        sa.Column("opposition", sa.Boolean, nullable=False),
    )


def _tenure() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("person_id", sa.Uuid, nullable=False, index=True),
        sa.Column("since", Moment, nullable=False),
        sa.Column("until", Moment),
    )
