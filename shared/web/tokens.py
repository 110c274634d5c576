"""Who is it? A token of our identity service (RFC 9068, ES256) answers that, and nothing else."""

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any
from uuid import UUID

from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError, JoseError
from pydantic import AliasPath, BaseModel, ConfigDict, Field

from shared.kernel.text import Text
from shared.web.keys import Keys
from shared.web.refusals import NotSignedIn

ALGORITHM = "ES256"
TYPES = frozenset({"at+jwt", "application/at+jwt"})
LEEWAY_SECONDS = 5
REMEMBERED = 10_000
LONGEST = 4096
COMPACT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")

EXPIRED = Text(
    kk="Сеанс мерзімі өтті. Қайта кіріңіз.",
    ru="Срок сеанса истёк. Войдите заново.",
    en="The token has expired. Sign in again.",
)
NO_GOOD = Text(
    kk="Токен жарамсыз. Қайта кіріңіз.",
    ru="Токен недействителен. Войдите заново.",
    en="The token is not valid. Sign in again.",
)


class SignedIn(BaseModel):
    """Who signed in and how. What they may do is read from the register of composition."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    person_id: UUID = Field(alias="sub")
    client_id: str = Field(min_length=1)
    token_id: str = Field(alias="jti", min_length=1)
    expires_at: int = Field(alias="exp")
    assurance: str | None = Field(default=None, alias="acr")
    signed_in_at: int | None = Field(default=None, alias="auth_time")
    session_id: str | None = Field(default=None, alias="sid")
    key_thumbprint: str | None = Field(default=None, validation_alias=AliasPath("cnf", "jkt"))


class Verifier:
    """Checks tokens, and remembers those that passed until they expire."""

    def __init__(
        self, keys: Keys, *, issuer: str, audience: str, clock: Callable[[], float] = time.time
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._claims = jwt.JWTClaimsRegistry(
            now=lambda: int(clock()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            client_id={"essential": True},
            jti={"essential": True},
        )
        self._passed: OrderedDict[str, SignedIn] = OrderedDict()

    async def verify(self, token: str) -> SignedIn:
        """Whose token this is.

        Raises:
            NotSignedIn: the token is not one of ours, or no longer.
            SignInAway: the keys to check it with cannot be had at the moment.
        """
        who = self._passed.get(token)
        if who is None:
            who = self._remember(token, await self._check(token))
        else:
            self._passed.move_to_end(token)
        if who.expires_at + LEEWAY_SECONDS <= self._clock():
            del self._passed[token]
            raise NotSignedIn(EXPIRED, error="invalid_token")
        return who

    def flush(self) -> None:
        """Forget every key and every token seen; after a key was stolen, for example."""
        self._passed.clear()
        self._keys.flush()

    async def aclose(self) -> None:
        await self._keys.aclose()

    def _remember(self, token: str, who: SignedIn) -> SignedIn:
        self._passed[token] = who
        if len(self._passed) > REMEMBERED:
            self._passed.popitem(last=False)
        return who

    async def _check(self, token: str) -> SignedIn:
        key = await self._keys.find(_key_id(token))
        if key is None:
            raise NotSignedIn(NO_GOOD, error="invalid_token")
        try:
            claims = jwt.decode(token, key, algorithms=[ALGORITHM]).claims
            self._claims.validate(claims)
            return SignedIn.model_validate(claims)
        except ExpiredTokenError:
            raise NotSignedIn(EXPIRED, error="invalid_token") from None
        except (JoseError, TypeError, ValueError, RecursionError):
            raise NotSignedIn(NO_GOOD, error="invalid_token") from None


def _key_id(token: str) -> str:
    """The key the token claims to be signed by; its header must already say what we accept."""
    header = _header(token)
    kid = header.get("kid")
    is_access_token = str(header.get("typ")).lower() in TYPES
    if not is_access_token or not isinstance(kid, str) or "crit" in header:
        raise NotSignedIn(NO_GOOD, error="invalid_token")
    return kid


def _header(token: str) -> dict[str, Any]:
    if len(token) > LONGEST or not COMPACT.fullmatch(token):
        raise NotSignedIn(NO_GOOD, error="invalid_token")
    try:
        return jws.extract_compact(token.encode()).headers()
    except (JoseError, TypeError, ValueError, RecursionError):
        raise NotSignedIn(NO_GOOD, error="invalid_token") from None
