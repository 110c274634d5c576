"""JSON in the one way in which it is hashed and signed."""

from json import JSONEncoder

RFC_8785 = JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(document: object) -> bytes:
    """JSON as RFC 8785 writes it, for texts and whole numbers under keys in ASCII."""
    return RFC_8785.encode(document).encode()
