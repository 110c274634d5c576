"""What several replicas would otherwise do at once is done by one after the other."""

import sqlalchemy as sa

from shared.store.unit_of_work import UnitOfWork

FOUNDING_AND_KEYS = 0x6964_656E_7469_7479
"""The number of the advisory lock: `identity` in ASCII."""


async def wait_for_turn(work: UnitOfWork) -> None:
    """Nobody else founds the service or moves a key until this work ends."""
    await work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(FOUNDING_AND_KEYS)))
