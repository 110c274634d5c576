"""JSON as it must come in: a name that is given twice is refused, not read as the last of the two.

Two readers of one text must not see two things (RFC 8259, 4: such objects are not interoperable).
"""

import json
from typing import Any, override

from starlette.requests import Request


def read_json(body: bytes) -> Any:
    """What the body says. Raises json.JSONDecodeError, UnicodeDecodeError, RecursionError."""
    return STRICT.decode(body.decode())


class StrictRequest(Request):
    """A request whose JSON is read by `read_json`."""

    @override
    async def json(self) -> Any:
        return read_json(await self.body())


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        message = "a name is given twice"
        raise json.JSONDecodeError(message, "", 0)
    return found


STRICT = json.JSONDecoder(object_pairs_hook=_once)
