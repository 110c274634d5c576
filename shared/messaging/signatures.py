"""Who told a fact: every envelope carries the Ed25519 signature of the service that tells it."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from shared.kernel.canonical import canonical
from shared.messaging.envelope import SOURCES, Envelope

log = structlog.get_logger()

FACT = b"kurultai/fact/v1\n"
"""Before the canonical JSON of an envelope: what is signed here is a fact and nothing else."""
ATTRIBUTE = "signature"


class NotSigned(Exception):
    """An envelope is not signed by the service that it names as its source, and why."""


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """A service's own key, and the public keys of the services that it hears.

    Args:
        own: signs what the service tells.
        known: by telling service, its keys; more than one while a key is being replaced.
        unsigned_before: facts without a signature, which were in the stream before this moment, are
            taken in: those of an installation from before there were signatures.
    """

    own: Ed25519PrivateKey
    known: Mapping[str, tuple[Ed25519PublicKey, ...]]
    unsigned_before: datetime | None = None

    def signed(self, envelope: Envelope) -> Envelope:
        """The envelope as it is told."""
        signature = self.own.sign(_message(envelope.as_told()))
        return envelope.model_copy(update={ATTRIBUTE: b64encode(signature).decode()})

    def check(self, document: Mapping[str, Any], told_at: datetime) -> None:
        """Believe an envelope only if its source has signed it as it stands.

        Args:
            document: the envelope, every attribute of it.
            told_at: when it came into the stream.

        Raises:
            NotSigned: it has no signature, or one that is not of its source.
        """
        source = document.get("source")
        keys = self.known.get(str(source).removeprefix(SOURCES))
        if keys is None:
            raise NotSigned(f"no key is known of {source!r}")
        if ATTRIBUTE in document:
            _check(document, keys)
        elif self.unsigned_before is None or told_at >= self.unsigned_before:
            raise NotSigned("there is no signature")
        else:
            log.warning("unsigned fact believed", event_id=document.get("id"), told_at=str(told_at))


def _check(document: Mapping[str, Any], keys: tuple[Ed25519PublicKey, ...]) -> None:
    try:
        signature = b64decode(document[ATTRIBUTE], validate=True)
        message = _message({name: document[name] for name in document if name != ATTRIBUTE})
    except (TypeError, ValueError) as error:
        raise NotSigned("the signature cannot be read") from error
    if not any(_holds(key, signature, message) for key in keys):
        raise NotSigned(f"the signature is not one of {document['source']}")


def _holds(key: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _message(unsigned: Mapping[str, Any]) -> bytes:
    return FACT + canonical(unsigned)
