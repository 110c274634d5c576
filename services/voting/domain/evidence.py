"""What others can compute again: digests of canonical JSON."""

from datetime import UTC, datetime
from hashlib import sha256

from shared.kernel.canonical import canonical
from shared.kernel.rules import DecisionRule

LEAF = b"\x00"
"""What tells a leaf of a hash tree from its inner nodes (RFC 9162, 2.1.1)."""


def leaf_of(entry: object) -> str:
    """The hash, in hexadecimal, of an entry as a leaf of the record."""
    return leaf_hash(canonical(entry))


def leaf_hash(written: bytes) -> str:
    """The same of an entry that is written as RFC 8785 has it."""
    return sha256(LEAF + written).hexdigest()


def digest_of(rule: DecisionRule) -> str:
    """SHA-256, in hexadecimal, of a rule."""
    return sha256(canonical(rule.model_dump(mode="json"))).hexdigest()


def instant(at: datetime) -> str:
    """An instant in UTC, always to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
