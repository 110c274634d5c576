"""Signatures of webhooks, by the Standard Webhooks specification (symmetric v1, asymmetric v1a).

No secret of a subscription is stored: each is derived from ours, and so is the key of all.
"""

import hmac
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: its id, which stays the same however often it is sent, and its bytes."""

    id: str
    body: bytes

    def signed_at(self, seconds: int) -> bytes:
        """What the signatures are of; the time is that of the attempt, in seconds of Unix."""
        return f"{self.id}.{seconds}.".encode() + self.body


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """Signs for everybody, from one master secret."""

    master: bytes

    @classmethod
    def of(cls, master: str | bytes) -> Self:
        return cls(master.encode() if isinstance(master, str) else master)

    def secret_of(self, name: str) -> bytes:
        """The secret that is shared with one receiver only (RFC 5869)."""
        return HKDF(SHA256(), SECRET_BYTES, None, f"webhook {name}".encode()).derive(self.master)

    @property
    def public_key(self) -> str:
        """With which everybody may check v1a, as the specification writes it."""
        return f"whpk_{_text(self._key().public_key().public_bytes_raw())}"

    def headers(self, message: Message, seconds: int, secrets: Iterable[bytes]) -> dict[str, str]:
        """The three headers; while a secret is being replaced there is a signature by each."""
        content = message.signed_at(seconds)
        signatures = [symmetric(secret, content) for secret in secrets]
        signatures.append(f"v1a,{_text(self._key().sign(content))}")
        return {
            "webhook-id": message.id,
            "webhook-timestamp": str(seconds),
            "webhook-signature": " ".join(signatures),
        }

    def _key(self) -> Ed25519PrivateKey:
        info = b"webhooks ed25519"
        seed = HKDF(SHA256(), SECRET_BYTES, None, info).derive(self.master)
        return Ed25519PrivateKey.from_private_bytes(seed)


def symmetric(secret: bytes, content: bytes) -> str:
    """A v1 signature."""
    return f"v1,{_text(hmac.digest(secret, content, 'sha256'))}"


def as_given(secret: bytes) -> str:
    """A secret as it is given to its receiver."""
    return f"whsec_{_text(secret)}"


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()
