"""What must not be read in the database: sealed by AES-256-GCM, found again by HMAC-SHA-256."""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NAME_BYTES = 6
NONCE_BYTES = 12
"""A nonce is random, so one key may seal 2^32 values at most (NIST SP 800-38D, 8.3)."""
SHORTEST_SECRET = 32
"""Characters; below that it can be guessed, and every number in the database with it."""


class SecretTooShort(Exception):
    """The master secret is missing, or too short to keep anything secret."""


class SealedOtherwise(Exception):
    """The value was sealed with another secret than the one this process was given."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed value, and the name of the secret that opens it."""

    value: bytes = field(repr=False)
    sealed_with: str


class Safe:
    """Seals values of one kind. Each is bound to its owner: moved to another it does not open."""

    def __init__(self, key: bytes, secret_name: str) -> None:
        self._cipher = AESGCM(key)
        self._secret_name = secret_name

    def seal(self, value: bytes, owner: UUID) -> Sealed:
        """The value, so that only this secret and this owner open it; never twice the same."""
        nonce = os.urandom(NONCE_BYTES)
        return Sealed(nonce + self._cipher.encrypt(nonce, value, owner.bytes), self._secret_name)

    def open(self, sealed: Sealed, owner: UUID) -> bytes:
        """What was sealed for this owner.

        Raises:
            SealedOtherwise: with another secret.
            cryptography.exceptions.InvalidTag: for another owner, or it was tampered with.
        """
        if sealed.sealed_with != self._secret_name:
            raise SealedOtherwise(f"with {sealed.sealed_with}; this is {self._secret_name}")
        nonce, value = sealed.value[:NONCE_BYTES], sealed.value[NONCE_BYTES:]
        return self._cipher.decrypt(nonce, value, owner.bytes)


class Vault:
    """Keys derived from one master secret, each for one purpose (HKDF, RFC 5869).

    `secret_name` is kept beside everything sealed, so that a next secret can be told from this.
    """

    def __init__(self, secret: str) -> None:
        """Derive the keys.

        Raises:
            SecretTooShort: fewer than `SHORTEST_SECRET` characters.
        """
        if len(secret) < SHORTEST_SECRET:
            raise SecretTooShort(f"KURULTAI_SECRET needs {SHORTEST_SECRET} characters or more")
        self.secret_name = _derived(secret, "name of the secret")[:NAME_BYTES].hex()
        self.iins = Safe(_derived(secret, "sealing of identification numbers"), self.secret_name)
        self.keys = Safe(_derived(secret, "sealing of signing keys"), self.secret_name)
        self._index = _derived(secret, "index of identification numbers")

    def fingerprint(self, digits: str) -> bytes:
        """The same for the same number; without the secret nobody can try all numbers out."""
        return hmac.digest(self._index, digits.encode(), hashlib.sha256)


def _derived(secret: str, purpose: str) -> bytes:
    info = f"kurultai identity 1: {purpose}".encode()
    return HKDF(SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret.encode())
