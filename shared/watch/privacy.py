"""Logs tell what happened, never to whom: no IIN, no name, no token."""

import re
from collections.abc import MutableMapping
from typing import Any

PRIVATE = frozenset(
    {
        "iin",
        "founder_iin",
        "name",
        "names",
        "full_name",
        "founder_name",
        "token",
        "access_token",
        "refresh_token",
        "authorization",
        "cookie",
        "password",
        "secret",
    }
)
MASK = "***"
IIN_LENGTH = 12

# A UUID or a trace id may contain twelve digits in a row; it is matched first, and kept.
_IDS_AND_IINS = re.compile(
    r"(?P<id>\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{32}\b)|\d{12}"
)
# The link to a deputy's calendar opens it for whoever has it.
_LINKS = re.compile(r"(?<=/calendars/)[^\s/?#\"']+?(?=\.ics)")
# What databases and validators add to their messages: the values themselves.
_QUOTED_VALUES = re.compile(
    r"\[parameters: .*?\](?=\n|$)|^DETAIL:.*?$|input_value=.*?(?=, input_type=|\])"
    r"|'input': [^\n]*|query argument \$\d+: .*?(?= \(|\n|$)",
    re.DOTALL | re.MULTILINE,
)


def keep_private(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor; it stands just before the renderer, so that nothing is added after."""
    return {key: _masked(key, value) for key, value in event.items()}


def without_values(text: str) -> str:
    """A message or traceback without the values that a statement or a request carried."""
    return without_iins(without_links(_QUOTED_VALUES.sub(MASK, text)))


def without_links(text: str) -> str:
    """A path without the secret that opens what it leads to."""
    return _LINKS.sub(MASK, text)


def without_iins(text: str) -> str:
    return _IDS_AND_IINS.sub(lambda found: found["id"] or MASK, text)


def _masked(key: str, value: Any) -> Any:
    if key.lower() in PRIVATE:
        return MASK
    if isinstance(value, str):
        return without_values(value)
    if isinstance(value, dict):
        return {k: _masked(str(k), v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_masked("", v) for v in value]
    if isinstance(value, int | float | bool) or value is None:
        return MASK if len(str(value)) == IIN_LENGTH and isinstance(value, int) else value
    return without_values(str(value))
