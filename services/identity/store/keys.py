"""The signing keys on file."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from services.identity.domain.key import Key
from services.identity.domain.stages import KeyStage
from services.identity.store.tables import signing_keys
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class KeyNotFound(NotFound):
    code = "key-not-found"


class Keys(Cases[Key]):
    kind = Key
    missing = KeyNotFound
    no_such = Text(
        kk="{id} деген кілт жоқ.",
        ru="Ключа {id} нет.",
        en="There is no key {id}.",
    )

    async def in_use(self) -> list[Key]:
        """Every key that is published, the oldest first."""
        query = (
            sa.select(Key)
            .where(signing_keys.c.stage != KeyStage.RETIRED)
            .order_by(signing_keys.c.published_at, signing_keys.c.id)
        )
        return await self.all_of(query)


async def key_set(work: UnitOfWork) -> Sequence[Mapping[str, Any]]:
    """The public halves of the keys in use, as JWKs, the oldest first."""
    query = (
        sa.select(signing_keys.c.public)
        .where(signing_keys.c.stage != KeyStage.RETIRED)
        .order_by(signing_keys.c.published_at, signing_keys.c.id)
    )
    return (await work.session.scalars(query)).all()
