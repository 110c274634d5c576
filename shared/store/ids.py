"""Ids that sort by the time they were given (UUIDv7, RFC 9562)."""

from uuid import UUID

from uuid_utils import compat


def new_id() -> UUID:
    return compat.uuid7()
