"""A signing key: it vouches for tokens from its publication until it is retired."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self
from uuid import UUID

from services.identity.domain.stages import KeyStage
from shared.kernel.aggregate import Aggregate


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of keys: the public half as a JWK (RFC 7517), the private half sealed.

    Args:
        sealed_with: which secret opens the private half.
    """

    public: Mapping[str, str]
    sealed: bytes = field(repr=False)
    sealed_with: str


@dataclass(eq=False)
class Key(Aggregate):
    """One pair of keys; `id` is its `kid`.

    Args:
        signing: the key that signs now, if any; made known by `introduce`.
        waiting: the key that is published and waits for its turn, if any; likewise.
    """

    id: UUID
    stage: KeyStage = KeyStage.NEW
    version: int = 0
    public: Mapping[str, str] = field(default_factory=dict)
    sealed: bytes = field(default=b"", repr=False)
    sealed_with: str = ""
    published_at: datetime | None = None
    activated_at: datetime | None = None
    superseded_at: datetime | None = None
    signing: Self | None = field(default=None, repr=False)
    waiting: Self | None = field(default=None, repr=False)


def introduce(key: Key, keys: Sequence[Key]) -> None:
    """Make known to a key which of the keys signs, and which waits."""
    key.signing = next((k for k in keys if k.stage is KeyStage.ACTIVE), None)
    key.waiting = next((k for k in keys if k.stage is KeyStage.PUBLISHED), None)
