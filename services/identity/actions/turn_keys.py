"""Time passes: a key is published, signs, is superseded, is retired, each when its moment comes."""

from collections.abc import Sequence

from services.identity.domain.acts import activate, renew, retire, supersede
from services.identity.domain.key import Key, introduce
from services.identity.domain.procedure import KEYS
from services.identity.domain.stages import KeyAct
from services.identity.store.keyring import Keyring
from services.identity.store.keys import Keys
from services.identity.store.turns import wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork

CLOCKWORK = ((KeyAct.RETIRE, retire), (KeyAct.SUPERSEDE, supersede), (KeyAct.ACTIVATE, activate))
"""In this order, so that there is a key to sign at every moment and never two."""


async def turn_keys(work: UnitOfWork, occasion: Occasion, keyring: Keyring) -> None:
    """Take every act on keys that is open to the clock; the occasion is the clock's own."""
    await wait_for_turn(work)
    keys = await Keys(work).in_use()
    keys += _renewed(work, occasion, keyring, keys)
    await work.session.flush()
    for act, take in CLOCKWORK:
        for key in keys:
            introduce(key, keys)
            if _is_open(key, act, occasion):
                take(key, occasion)
                # Written at once: the place of the one key that signs is free before it is taken.
                await work.session.flush()


def _renewed(
    work: UnitOfWork, occasion: Occasion, keyring: Keyring, keys: Sequence[Key]
) -> list[Key]:
    """A new key if it is time for one."""
    key = Key(new_id())
    introduce(key, keys)
    if not _is_open(key, KeyAct.RENEW, occasion):
        return []
    renew(key, keyring.new_pair(key.id), occasion)
    return [Keys(work).add(key)]


def _is_open(key: Key, act: KeyAct, occasion: Occasion) -> bool:
    return any(o.is_open for o in KEYS.options(key, occasion) if o.act == act)
