"""What broke when something broke: overtaken, the database away, or a mistake of ours."""

from collections.abc import Iterator
from dataclasses import dataclass

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy import exc
from sqlalchemy.orm.exc import StaleDataError

from shared.web.words import (
    ALREADY_THERE,
    CANNOT_BE_STORED,
    DATABASE_AWAY,
    INTERNAL,
    OVERTAKEN,
    Words,
)

UNIQUE_VIOLATION = "23505"
RACES = ("40001", "40P01")
"""Serialization failure and deadlock: two at once, and the other one won."""
AWAY = ("08", "25006", "28", "3D000", "53", "57", "58")
"""No connection; a standby that may not write; sign-in or database missing; no resources;
operator intervention; input and output errors (PostgreSQL, appendix A)."""
DATA_EXCEPTION = "22"
PLACES_IN_ORDER = "outbox_about_case_id_sequence_key"


@dataclass(frozen=True, slots=True)
class Fault:
    status: int
    words: Words
    retry_after: str | None = None


OVERTOOK = Fault(409, OVERTAKEN)
THERE = Fault(409, ALREADY_THERE)
UNSTORABLE = Fault(422, CANNOT_BE_STORED)
GONE = Fault(503, DATABASE_AWAY, retry_after="2")
OURS = Fault(500, INTERNAL)

_NO_CONNECTION = (
    ConnectionError,
    TimeoutError,
    exc.TimeoutError,
    exc.InterfaceError,
    asyncpg.InterfaceError,
    # After a database was killed asyncpg raises this one, which is neither of its two families.
    asyncpg.InternalClientError,
)

DATABASE_ERRORS = (exc.SQLAlchemyError, asyncpg.PostgresError, OSError, *_NO_CONNECTION)
"""All that asking a database may raise, whatever the cause."""


def fault_of(error: BaseException) -> Fault:
    """What to answer to an exception that no rule foresaw."""
    chain = list(_chain(error))
    if any(isinstance(e, StaleDataError) for e in chain):
        return OVERTOOK
    state = next((s for e in chain if (s := getattr(e, "sqlstate", None))), "")
    if state == UNIQUE_VIOLATION:
        return OVERTOOK if _constraint(chain) == PLACES_IN_ORDER else THERE
    if state in RACES:
        return OVERTOOK
    if state.startswith(DATA_EXCEPTION):
        return UNSTORABLE
    return GONE if state.startswith(AWAY) or any(_is_away(e) for e in chain) else OURS


def _is_away(error: BaseException) -> bool:
    lost = isinstance(error, exc.DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, _NO_CONNECTION)


def _constraint(chain: list[BaseException]) -> str | None:
    return next((c for e in chain if (c := getattr(e, "constraint_name", None))), None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The exception, what it was raised from, and what the driver said below that."""
    while error is not None:
        yield error
        error = getattr(error, "orig", None) or error.__cause__
