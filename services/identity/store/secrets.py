"""Whether the secret of this process is the one with which the database was sealed."""

import sqlalchemy as sa

from services.identity.domain.stages import KeyStage
from services.identity.store.tables import iins, signing_keys
from services.identity.store.vault import SealedOtherwise, Vault
from shared.store.unit_of_work import UnitOfWork


async def check_secret(work: UnitOfWork, vault: Vault) -> None:
    """Refuse to go on with another secret: no number would be found, and known people be strangers.

    Raises:
        SealedOtherwise: something in the database was sealed with another secret.
    """
    numbers = sa.select(iins.c.sealed_with)
    keys = sa.select(signing_keys.c.sealed_with).where(signing_keys.c.stage != KeyStage.RETIRED)
    names = (await work.session.scalars(sa.union(numbers, keys))).all()
    if others := set(names) - {vault.secret_name}:
        known = ", ".join(sorted(others))
        raise SealedOtherwise(f"KURULTAI_SECRET is {vault.secret_name}; sealed with {known}")
