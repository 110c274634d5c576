"""What others can compute again: canonical JSON, and digests of it."""

from datetime import UTC, datetime
from hashlib import sha256
from json import JSONEncoder

from shared.kernel.rules import DecisionRule

LEAF = b"\x00"
"""What tells a leaf of a hash tree from its inner nodes (RFC 9162, 2.1.1)."""

RFC_8785 = JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(document: object) -> bytes:
    """JSON as RFC 8785 writes it, for texts and whole numbers under keys in ASCII."""
    return RFC_8785.encode(document).encode()


def leaf_of(entry: object) -> str:
    """The hash, in hexadecimal, of an entry as a leaf of the record."""
    return sha256(LEAF + canonical(entry)).hexdigest()


def digest_of(rule: DecisionRule) -> str:
    """SHA-256, in hexadecimal, of a rule."""
    return sha256(canonical(rule.model_dump(mode="json"))).hexdigest()


def instant(at: datetime) -> str:
    """An instant in UTC, always to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
