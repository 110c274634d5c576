"""Ed25519 keys that sign notes and cosign checkpoints (C2SP signed-note, tlog-cosignature)."""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from shared.tlog.spelling import NoteInvalid, check_name, decoded, encoded

DASH = "— "
ID_BYTES, TIME_BYTES, KEY_BYTES, SIGNATURE_BYTES = 4, 8, 32, 64
LAST_SECOND = (1 << 63) - 1


class Kind(IntEnum):
    """What a key signs: a note as it is, or a checkpoint together with the time."""

    ED25519 = 0x01
    COSIGNATURE = 0x04


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line: whose, the four bytes that tell his keys apart, and the rest."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        return f"{DASH}{self.name} {encoded(self.key_id + self.value)}\n"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a key with its owner's name; as text it is a vkey."""

    name: str
    kind: Kind
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes; with the name they find the key, they prove nothing."""
        named = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return sha256(named).digest()[:ID_BYTES]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encoded(bytes([self.kind]) + self.public)}"

    def signed(self, signature: Signature) -> bool:
        """Whether the line says that it is of this key."""
        return (signature.name, signature.key_id) == (self.name, self.id)

    def verify(self, text: str, signature: Signature) -> int | None:
        """When the text was cosigned, in seconds since 1970; None if the key signs without a time.

        Raises:
            NoteInvalid: the signature is not this key's signature of the text.
        """
        if not self.signed(signature):
            raise NoteInvalid(f"a signature of {signature.name!r} is not of the key {self}")
        at, value = self._in_parts(signature.value)
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(value, _message(text, at))
        except (InvalidSignature, ValueError) as wrong:
            raise NoteInvalid(f"the signature of {self.name} does not hold") from wrong
        return at

    def _in_parts(self, value: bytes) -> tuple[int | None, bytes]:
        time = TIME_BYTES if self.kind is Kind.COSIGNATURE else 0
        if len(value) != time + SIGNATURE_BYTES:
            raise NoteInvalid(f"the signature of {self.name} has a wrong length")
        at = int.from_bytes(value[:time]) if time else None
        if at is not None and at > LAST_SECOND:
            raise NoteInvalid(f"the cosignature of {self.name} is from no time there is")
        return at, value[time:]


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """A private key under its owner's name."""

    name: str
    private: Ed25519PrivateKey

    def public(self, kind: Kind) -> VerifierKey:
        check_name(self.name)
        return VerifierKey(self.name, kind, self.private.public_key().public_bytes_raw())

    def sign(self, text: str) -> Signature:
        """Sign a note, as a log does its checkpoint."""
        key = self.public(Kind.ED25519)
        return Signature(key.name, key.id, self.private.sign(_message(text, None)))

    def cosign(self, text: str, at: int) -> Signature:
        """Cosign a checkpoint, as a witness does, at `at` seconds since 1970."""
        key = self.public(Kind.COSIGNATURE)
        value = at.to_bytes(TIME_BYTES) + self.private.sign(_message(text, at))
        return Signature(key.name, key.id, value)


def read_key(vkey: str) -> VerifierKey:
    """The key of a vkey, `name+id+base64(kind, key)`. Raises NoteInvalid."""
    name, _, rest = vkey.partition("+")
    check_name(name)
    coded = decoded(rest.partition("+")[2])
    if len(coded) != 1 + KEY_BYTES or coded[0] not in set(Kind):
        raise NoteInvalid(f"the key of {name} is not of a kind that is known here")
    key = VerifierKey(name, Kind(coded[0]), coded[1:])
    if str(key) != vkey:
        raise NoteInvalid(f"the key of {name} and its id do not belong together")
    return key


def _message(text: str, at: int | None) -> bytes:
    return (text if at is None else f"cosignature/v1\ntime {at}\n{text}").encode()
