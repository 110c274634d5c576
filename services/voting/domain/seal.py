"""The keys of this service: one signs receipts, another the heads of the log.

Both are derived from the master secret, so that every process has the same (RFC 5869).
"""

from base64 import b64encode
from dataclasses import dataclass
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from shared.tlog.note import Kind, SigningKey, VerifierKey

RECEIPT = b"kurultai/receipt/v1\n"
"""Before the 32 bytes of a leaf: what is signed here is a receipt and nothing else."""
KEY_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Seal:
    """The private keys of a log and of the receipts that promise a place in it."""

    log: SigningKey
    receipts: SigningKey

    @classmethod
    def of(cls, secret: str, origin: str) -> Self:
        """The keys of the log that is named `origin`."""
        return cls(
            SigningKey(origin, _derived(secret, f"voting log {origin}")),
            SigningKey(f"{origin}/receipts", _derived(secret, f"voting receipts {origin}")),
        )

    @property
    def log_key(self) -> VerifierKey:
        return self.log.public(Kind.ED25519)

    @property
    def receipts_key(self) -> VerifierKey:
        return self.receipts.public(Kind.ED25519)

    def signature_of(self, leaf: str) -> str:
        """The signature, in Base64, that makes the hash of a leaf (hexadecimal) a receipt."""
        return b64encode(self.receipts.private.sign(RECEIPT + bytes.fromhex(leaf))).decode()


def _derived(secret: str, purpose: str) -> Ed25519PrivateKey:
    derivation = HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode())
    return Ed25519PrivateKey.from_private_bytes(derivation.derive(secret.encode()))
