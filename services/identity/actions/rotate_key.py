"""The registrar has a new key published, which will sign once verifiers know it."""

from services.identity.domain.acts import rotate
from services.identity.domain.key import Key, introduce
from services.identity.store.keyring import Keyring
from services.identity.store.keys import Keys
from services.identity.store.turns import wait_for_turn
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork


async def rotate_key(work: UnitOfWork, occasion: Occasion, keyring: Keyring) -> Key:
    await wait_for_turn(work)
    key = Key(new_id())
    introduce(key, await Keys(work).in_use())
    rotate(key, keyring.new_pair(key.id), occasion)
    return Keys(work).add(key)
