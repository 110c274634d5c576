"""The public keys of the identity service, fetched over HTTP and kept while it is away."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import httpx
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from shared.web.refusals import SignInAway

FRESH_SECONDS = 300.0
REFETCH_SECONDS = 5.0
RETRY_SECONDS = 0.5
TIMEOUT_SECONDS = 2.0

log = structlog.get_logger()


class Keys:
    """One fetch at a time, however many ask; a stranger's key id cannot make us fetch at will."""

    def __init__(
        self,
        url: str,
        *,
        client: httpx.AsyncClient | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._client = client or httpx.AsyncClient(timeout=TIMEOUT_SECONDS, trust_env=False)
        self._clock = clock
        self._fetching: asyncio.Task[None] | None = None
        self.flush()

    def flush(self) -> None:
        """Forget every key; the next token brings them in again."""
        self._keys: dict[str, ECKey] = {}
        self._fetched: float | None = None
        self._next_try = 0.0
        self._away = False

    async def find(self, kid: str) -> ECKey | None:
        """The key of that id, or None when identity does not publish it.

        Raises:
            SignInAway: the key is not known here, and identity cannot be asked.
        """
        key = self._keys.get(kid)
        if key is None:
            await self._fetched_anew()
            key = self._keys.get(kid)
        elif self._clock() - (self._fetched or 0.0) > FRESH_SECONDS:
            self._fetch_soon()
        if key is None and self._away:
            raise SignInAway
        return key

    async def aclose(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
        await self._client.aclose()

    async def _fetched_anew(self) -> None:
        if fetching := self._fetch_soon():
            # Shielded: the one who asked first may hang up, the others still wait for it.
            await asyncio.shield(fetching)

    def _fetch_soon(self) -> asyncio.Task[None] | None:
        if self._fetching is None and self._clock() >= self._next_try:
            self._fetching = asyncio.create_task(self._fetch())
            self._fetching.add_done_callback(self._fetch_ended)
        return self._fetching

    def _fetch_ended(self, _: asyncio.Task[None]) -> None:
        self._fetching = None

    async def _fetch(self) -> None:
        try:
            answer = await self._client.get(self._url)
            keys = _usable(answer.raise_for_status().json())
        except (httpx.HTTPError, JoseError, ValueError, TypeError, KeyError) as error:
            log.warning("keys not fetched", error=type(error).__name__)
            self._away, pause = True, RETRY_SECONDS
        else:
            self._keys, self._fetched = keys, self._clock()
            self._away, pause = False, REFETCH_SECONDS
        self._next_try = self._clock() + pause


def _usable(published: dict[str, Any]) -> dict[str, ECKey]:
    keys = {key["kid"]: ECKey.import_key(key) for key in published["keys"] if _is_ours(key)}
    if not keys:
        message = "no key for ES256 is published"
        raise ValueError(message)
    return keys


def _is_ours(key: dict[str, Any]) -> bool:
    return (
        key.get("kty") == "EC"
        and key.get("crv") == "P-256"
        and key.get("use", "sig") == "sig"
        and key.get("alg", "ES256") == "ES256"
        and isinstance(key.get("kid"), str)
    )
