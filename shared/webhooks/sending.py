"""One message in one request. What comes back is a status, or the reason why there is none."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import httpcore

from shared.webhooks.addresses import GuardedNetwork, Refused

PATIENCE_S = 10.0
"""For all of it: the name, the connection, the request, and the first line of the answer."""
AGENT = "kurultai-webhooks/1"
BROKEN = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
)
SUCCESSES = range(200, 300)
GONE = 410


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `error` is why nothing did."""

    status: int | None = None
    error: str | None = None

    @property
    def taken(self) -> bool:
        return self.status in SUCCESSES

    @property
    def gone(self) -> bool:
        """The receiver wants no more of it."""
        return self.status == GONE


class Poster:
    """Sends to public addresses; follows no redirect, keeps no cookie, reads no body.

    Args:
        to_loopback: also to this very machine, for trials.
    """

    def __init__(self, *, to_loopback: bool = False, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            # Nothing is reused: each message looks its address up anew.
            max_keepalive_connections=0,
            network_backend=GuardedNetwork(to_loopback=to_loopback),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._pool.aclose()

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """The answer. It raises nothing but what ends the task."""
        usual = {"user-agent": AGENT, "content-type": "application/cloudevents+json"}
        sent = list((usual | dict(headers)).items())
        try:
            async with (
                asyncio.timeout(self._patience_s),
                self._pool.stream("POST", url, headers=sent, content=body) as response,
            ):
                return Answer(status=response.status)
        except Refused as error:
            return Answer(error=str(error))
        except TimeoutError:
            return Answer(error=f"no answer in {self._patience_s:g} seconds")
        except (OSError, ValueError, *BROKEN) as error:
            return Answer(error=type(error).__name__)
