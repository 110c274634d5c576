"""The protocols of one vote, and of a sitting, read off the record."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa

from services.voting.actions.read_by_name import read_by_name
from services.voting.api.protocols.drawing_up import OnRecord, held, protocol_of
from services.voting.api.protocols.protocol import Excused, SittingHeld, VoteProtocol
from services.voting.store.beside import Declarations
from services.voting.store.excuses import Excuses
from services.voting.store.sittings import Sittings
from services.voting.store.tables import register, votes
from shared.contracts.words import Bilingual
from shared.store.unit_of_work import UnitOfWork


async def protocol_in(work: UnitOfWork, vote_id: UUID) -> VoteProtocol:
    """The protocol of a counted vote. Raises VoteNotFound, HiddenUntilClose."""
    vote, rows = await read_by_name(work, vote_id=vote_id)
    sitting = await Sittings(work).get(vote.sitting_id)
    declared = await Declarations(work).on(vote.id)
    return protocol_of(OnRecord(vote, rows, sitting, declared, await _factions(work)))


async def record_in(
    work: UnitOfWork, sitting_id: UUID
) -> tuple[SittingHeld, tuple[VoteProtocol, ...]]:
    """The sitting with the protocols of its counted votes so far. Raises SittingNotFound."""
    sitting = await Sittings(work).get(sitting_id)
    counted = await _counted(work, sitting.id)
    return held(sitting), tuple([await protocol_in(work, vote_id) for vote_id in counted])


async def excused_in(work: UnitOfWork, sitting_id: UUID) -> tuple[Excused, ...]:
    """Whose absence from the sitting is excused, in the order of numbers."""
    rows = await Excuses(work).by_name(sitting_id)
    return tuple(Excused(row.person_id, row.number, row.name) for row in rows)


async def _counted(work: UnitOfWork, sitting_id: UUID) -> Sequence[UUID]:
    query = (
        sa.select(votes.c.id)
        .where(votes.c.sitting_id == sitting_id)
        .where(votes.c.outcome.is_not(None))
        .order_by(votes.c.closed_at, votes.c.id)
    )
    return (await work.session.scalars(query)).all()


async def _factions(work: UnitOfWork) -> Mapping[UUID, Bilingual]:
    """The names of the factions as they are now; which one a deputy was in, the roll says."""
    factions = register.factions
    rows = await work.session.execute(sa.select(factions.c.faction_id, factions.c.name))
    return {row.faction_id: row.name for row in rows}
