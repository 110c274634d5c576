"""The registrar withdraws a key that is no longer trusted; another one signs from then on."""

from dataclasses import replace
from uuid import UUID

from services.identity.actions.turn_keys import turn_keys
from services.identity.domain.acts import withdraw
from services.identity.domain.key import Key
from services.identity.store.keyring import Keyring
from services.identity.store.keys import Keys
from services.identity.store.turns import wait_for_turn
from shared.kernel.actor import Actor, Role
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def withdraw_key(
    work: UnitOfWork, occasion: Occasion, keyring: Keyring, *, key_id: UUID, ground: str
) -> Key:
    await wait_for_turn(work)
    key = await Keys(work).get(key_id)
    withdraw(key, ground, occasion)
    await work.session.flush()
    await turn_keys(work, replace(occasion, by=Actor.body(Role.CLOCK)), keyring)
    keyring.forget()
    return key
