"""/keys: the keys that sign tokens, and what the registrar may do with them."""

from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter, Request, Response

from services.identity.actions.rotate_key import rotate_key
from services.identity.actions.withdraw_key import withdraw_key
from services.identity.api.dependencies import Counter
from services.identity.api.schemas import KeyShown, Withdrawal
from services.identity.domain.key import Key, introduce
from services.identity.domain.procedure import KEYS
from services.identity.store.keys import Keys
from services.identity.store.tables import signing_keys
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/keys", tags=["keys"], route_class=KurultaiRoute)


@router.post("/rotation", status_code=201, response_model=KeyShown)
async def rotate(
    work: Work, here: Here, counter: Counter, request: Request, response: Response
) -> Key:
    """Publish a new key. It signs ten minutes later; the old one is good for a day after that."""
    new = await rotate_key(work, here, counter.keyring)
    response.headers["location"] = request.url_for("key", key_id=new.id).path
    return new


@router.post("/{key_id}/withdrawal", response_model=KeyShown)
async def withdraw(
    key_id: UUID, given: Withdrawal, work: Work, here: Here, counter: Counter
) -> Key:
    """Withdraw a key that is no longer trusted. Tokens that it signed are refused from then on.

    Verifiers that cache the key set learn of it within five minutes.
    """
    return await withdraw_key(work, here, counter.keyring, key_id=key_id, ground=given.ground)


@router.get("", response_model=list[KeyShown])
async def keys(work: Work, page: Page) -> list[Key]:
    """Every key there was, the newest first."""
    order = {"key": signing_keys.c.published_at, "id_": signing_keys.c.id}
    return await page.scalars(work.session, sa.select(Key), newest_first=True, **order)


@router.get("/{key_id}", name="key", response_model=KeyShown)
async def key(key_id: UUID, work: Work) -> Key:
    """One key: where it stands."""
    return await Keys(work).get(key_id)


@router.get("/{key_id}/options")
async def options(key_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with the key at its stage; a closed act says why."""
    found = await Keys(work).get(key_id)
    introduce(found, await Keys(work).in_use())
    return options_shown(KEYS.options(found, visitor), tongue)


@router.get("/{key_id}/acts")
async def acts(key_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the key, oldest first."""
    found = await Keys(work).get(key_id)
    return acts_shown(await acts_on(work, "key", found.id), tongue)
