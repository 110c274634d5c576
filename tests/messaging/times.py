"""One instant for all tests."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)
