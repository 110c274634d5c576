"""A client of the service, as any app would be: it signs in, asks, acts, and repeats safely."""

import asyncio
import json
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4

import httpx

from kurultai.wire import Origin
from kurultai.wires import Wires

IDENTITY = "/api/identity/v1"
COMMITTEES = "/api/committees/v1"
BILLS = "/api/bills/v1"
VOTING = "/api/voting/v1"
HEARINGS = "/api/hearings/v1"

TRIES = 8
RENEW_BEFORE_S = 30
PATIENCE_S = 20.0
CONNECTIONS = 48
TIMEOUT_S = 30
HTTP_PORT = 80


class Refused(Exception):
    """The service refused; `problem` is its problem+json (RFC 9457)."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(f"{problem.get('code')}: {problem.get('detail')}")
        self.problem = problem

    @property
    def code(self) -> str:
        return str(self.problem.get("code"))

    @property
    def status(self) -> int:
        return int(self.problem["status"])


class NeverHappened(Exception):
    """Something that others tell each other as a fact did not become visible in time."""


@dataclass(slots=True, eq=False)
class Person:
    """Someone who can sign in, with the token of their last sign-in."""

    iin: str
    label: str
    id: str = ""
    token: str = field(default="", repr=False)
    renew_at: float = 0.0


class Client:
    """One origin, all five services. Every call is made in somebody's own name or in nobody's."""

    def __init__(self, lines: Sequence[httpx.AsyncClient], wires: Wires) -> None:
        # A connection to each line: one pool of them all would look through it at every request.
        # The last that came back goes out first, so that few are open when little is asked.
        self._free: asyncio.LifoQueue[httpx.AsyncClient] = asyncio.LifoQueue()
        for line in lines:
            self._free.put_nowait(line)
        self._wires = wires

    @classmethod
    @asynccontextmanager
    async def at(cls, base_url: str, language: str = "en") -> AsyncIterator[Self]:
        """A client of the service at `base_url` that is answered in `language`."""
        headers = {"Accept-Language": language}
        one = httpx.Limits(max_connections=1, max_keepalive_connections=1)
        trusted = ssl.create_default_context()
        async with AsyncExitStack() as opened:
            lines = [
                await opened.enter_async_context(
                    httpx.AsyncClient(
                        base_url=base_url,
                        limits=one,
                        headers=headers,
                        timeout=TIMEOUT_S,
                        verify=trusted,
                        trust_env=False,
                    )
                )
                for _ in range(CONNECTIONS)
            ]
            where = httpx.URL(base_url)
            origin = Origin(where.host, where.port or HTTP_PORT, language)
            yield cls(lines, opened.enter_context(Wires.to(origin, CONNECTIONS)))

    async def sign_in(self, person: Person) -> None:
        """Take a fresh token for the person, by the development sign-in."""
        answer = await self._send(
            "POST", f"{IDENTITY}/development/sign-in", json={"iin": person.iin}
        )
        told = answer.json()
        person.id, person.token = told["person_id"], told["access_token"]
        person.renew_at = time.monotonic() + told["expires_in"] - RENEW_BEFORE_S

    async def get(self, path: str, by: Person | None = None, **query: str) -> Any:
        """Read something. Raises Refused."""
        headers = await self._headers(by)
        return (await self._send("GET", path, params=query, headers=headers)).json()

    async def post(self, path: str, body: dict[str, Any] | None = None, *, by: Person) -> Any:
        """Act, in the person's name; repeated safely when the answer is lost. Raises Refused."""
        headers = await self._headers(by) | {"Idempotency-Key": str(uuid4())}
        answer = await self._send("POST", path, json=body, headers=headers)
        return answer.json() if answer.content else None

    async def cast(self, vote_id: str, choice: str, *, by: Person) -> Any:
        """Cast the person's own ballot; its request id makes a repetition safe. Raises Refused."""
        await self._headers(by)
        body = json.dumps({"choice": choice, "request_id": str(uuid4())}).encode()
        path = f"{VOTING}/votes/{vote_id}/ballot"
        status, answer = await self._wires.post(path, by.token, body)
        told = json.loads(answer)
        if status not in {httpx.codes.OK, httpx.codes.CREATED}:
            raise Refused(told)
        return told

    async def until[T](
        self, question: Callable[[], Awaitable[T | None]], what: str, patience: float = PATIENCE_S
    ) -> T:
        """Ask again until there is an answer. Raises NeverHappened."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if (answer := await question()) is not None:
                return answer
            await asyncio.sleep(0.02)
        raise NeverHappened(f"Not seen within {patience:.0f} s: {what}")

    async def _headers(self, by: Person | None) -> dict[str, str]:
        if by is None:
            return {}
        if time.monotonic() >= by.renew_at:
            await self.sign_in(by)
        return {"Authorization": f"Bearer {by.token}"}

    async def _send(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Send until there is an answer: what was lost on the way is sent again as it was."""
        for attempt in range(TRIES):
            try:
                answer = await self._over_a_line(method, path, request)
            except httpx.TransportError:
                if attempt == TRIES - 1:
                    raise
            else:
                if not _is_away(answer) or attempt == TRIES - 1:
                    return _accepted(answer)
            await asyncio.sleep(min(0.05 * 2**attempt, 1))
        raise AssertionError

    async def _over_a_line(self, method: str, path: str, request: dict[str, Any]) -> httpx.Response:
        line = await self._free.get()
        try:
            return await line.request(method, path, **request)
        finally:
            self._free.put_nowait(line)


def _is_away(answer: httpx.Response) -> bool:
    return answer.status_code == httpx.codes.SERVICE_UNAVAILABLE


def _accepted(answer: httpx.Response) -> httpx.Response:
    if answer.is_success:
        return answer
    if "problem+json" not in answer.headers.get("content-type", ""):
        answer.raise_for_status()
    raise Refused(answer.json())
