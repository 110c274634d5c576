"""The service begins: it has a key to sign with, and the founder is registered."""

from datetime import UTC, datetime

import structlog

from services.identity.actions.found_service import found_service
from services.identity.actions.turn_keys import turn_keys
from services.identity.store.reception import Reception
from services.identity.store.secrets import check_secret
from services.identity.store.turns import wait_for_turn
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES, Actor, Role
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.settings import Settings
from shared.store.unit_of_work import Desk

log = structlog.get_logger()


async def begin(desk: Desk, profile: Profile, settings: Settings, reception: Reception) -> None:
    """Every replica does so at its start; only the first of them changes anything.

    Raises:
        SealedOtherwise: the database was sealed with another secret.
        InvalidIin: the founder's number is not one.
    """
    now = datetime.now(UTC)
    async with desk.work() as work:
        await wait_for_turn(work)
        await check_secret(work, reception.vault)
        clock = Occasion.under(profile, Actor.body(Role.CLOCK), now)
        await turn_keys(work, clock, reception.keyring)
    if settings.founder_iin:
        register = Occasion.under(profile, Actor.body(Role.REGISTRAR), now)
        await _found(desk, register, reception, settings)


async def _found(desk: Desk, occasion: Occasion, reception: Reception, settings: Settings) -> None:
    iin = settings.founder_iin.get_secret_value() if settings.founder_iin else ""
    try:
        async with desk.work() as work:
            await found_service(work, occasion, reception.vault, iin=iin, name=_name(settings))
    except NotNow as refusal:
        log.info("nobody to be founder", reason=refusal.code)


def _name(settings: Settings) -> Bilingual:
    """The founder's name; without one, that of the office."""
    office = ROLE_NAMES[Role.REGISTRAR]
    return Bilingual(kk=settings.founder_name or office.kk, ru=settings.founder_name or office.ru)
