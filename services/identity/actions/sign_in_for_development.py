"""Someone signs in by naming an IIN. It proves nothing: for development, and loud."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import structlog

from services.identity.domain.sign_in import Method
from services.identity.store.reception import Reception
from services.identity.store.sign_ins import enter_sign_in
from shared.kernel.text import Text
from shared.store.unit_of_work import UnitOfWork
from shared.web.refusals import NotSignedIn

SIGN = {"x-development-sign-in": "true"}
"""On every answer of this way in, so that nobody takes it for a sign-in."""

log = structlog.get_logger()

UNKNOWN = Text(
    kk="Кіру мүмкін болмады.",
    ru="Войти не удалось.",
    en="Signing in did not succeed.",
)


class UnknownPerson(NotSignedIn):
    """The same for a number that nobody has and for one that cannot be: nothing more is told."""

    code = "unknown-person"

    def __init__(self) -> None:
        super().__init__(UNKNOWN)
        self.headers |= SIGN


@dataclass(frozen=True, slots=True)
class Issued:
    """A token, and for whom it is."""

    person_id: UUID
    token: str = field(repr=False)


async def sign_in_for_development(
    work: UnitOfWork, at: datetime, reception: Reception, *, iin: str
) -> Issued:
    sign_in = await enter_sign_in(work, reception.vault.fingerprint(iin), Method.DEVELOPMENT, at)
    if sign_in is None:
        log.warning("development sign-in refused")
        raise UnknownPerson
    token = await reception.keyring.sign(work, sign_in.claims(reception.issuer))
    log.warning("development sign-in", person_id=sign_in.person_id, token_id=sign_in.token_id)
    return Issued(sign_in.person_id, token)
