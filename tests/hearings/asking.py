"""Asking the service in somebody's name."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.a_service import signed
from tests.hearings.builders import BILL, COMMITTEE, COMMITTEE_CHAIR, THEME

WORDS = THEME.model_dump()


def now() -> datetime:
    return datetime.now(UTC)


def soon() -> str:
    return (now() + timedelta(days=30)).isoformat()


def a_call(on_behalf_of: str = "committee", body_id: Any = COMMITTEE, **but: Any) -> dict[str, Any]:
    """A call for this very moment, on a theme and on no bill."""
    whole = {"theme": WORDS, "starts_at": now().isoformat(), "on_behalf_of": on_behalf_of}
    where = {"body_id": str(body_id)} if body_id else {}
    return whole | where | but


def on_a_bill(**but: Any) -> dict[str, Any]:
    return a_call(bill_id=str(BILL), **but)


class Asker:
    """Sends requests as somebody, and tells the answer when it is not what was expected."""

    def __init__(self, http: Any) -> None:
        self.http = http

    async def __call__(
        self, method: str, path: str, body: Any = None, *, by: Any = COMMITTEE_CHAIR, **headers: str
    ) -> Any:
        who = signed(by.person_id) if by is not None and by.person_id else {}
        sent = {key.replace("_", "-"): value for key, value in headers.items()}
        json = {} if body is None else {"json": body}
        return await self.http.request(method, path, headers=who | sent, **json)

    async def post(self, path: str, body: Any = None, **more: Any) -> Any:
        return await self("POST", path, body, **more)

    async def put(self, path: str, body: Any, **more: Any) -> Any:
        return await self("PUT", path, body, **{"If_Match": "*"} | more)

    async def done(self, path: str, body: Any = None, **more: Any) -> Any:
        """What came of a POST that must succeed."""
        answer = await self.post(path, body, **more)
        assert answer.status_code in {200, 201}, answer.text
        return answer.json()

    async def at_once(self, *asked: Coroutine[Any, Any, Any]) -> list[Any]:
        """The answers to requests sent together, over connections that are open already.

        A new connection takes as long as a request: without that the first would be through
        before the others began.
        """
        for _ in range(2):
            await asyncio.gather(*(self.http.get("/hearings") for _ in range(3 * len(asked))))
        return await asyncio.gather(*asked)

    async def got(self, path: str, *, by: Any = None, **params: Any) -> Any:
        who = signed(by.person_id) if by else {}
        answer = await self.http.get(path, params=params, headers=who)
        assert answer.status_code == 200, answer.text
        return answer.json()
