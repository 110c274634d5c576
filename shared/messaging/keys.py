"""Where a service has the keys of its facts from: given one by one, or derived from one secret."""

from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping, Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from shared.messaging.signatures import Keyring
from shared.settings import Settings, SettingsMissing

KEY_BYTES = 32
NO_KEY = "KURULTAI_FACTS_KEY: facts are signed with it; or KURULTAI_SECRET, to derive it from"


def keyring_of(settings: Settings, service: str, hears: Collection[str]) -> Keyring:
    """The keys with which the service tells and hears.

    Raises:
        SettingsMissing: a key is missing or is none; the message names the variable.
    """
    own = own_key(settings, service)
    known = _given(settings) if settings.facts_key else _derived_for(settings, hears)
    if missing := sorted({*hears} - {*known}):
        raise SettingsMissing(f"KURULTAI_FACTS_KEYS: no key of {', '.join(missing)}")
    return Keyring(own, known, settings.unsigned_facts_before)


def own_key(settings: Settings, service: str) -> Ed25519PrivateKey:
    """The key that signs what the service tells. Raises SettingsMissing."""
    if settings.facts_key:
        return private_key(settings.facts_key.get_secret_value())
    if settings.secret is None:
        raise SettingsMissing(NO_KEY)
    return derived(settings.secret.get_secret_value(), service)


def private_key(text: str) -> Ed25519PrivateKey:
    """The key of 32 bytes in hexadecimal. Raises SettingsMissing, never with the text."""
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text))
    except ValueError:
        raise SettingsMissing("KURULTAI_FACTS_KEY: not 32 bytes in hexadecimal") from None


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half, as the settings of others name it: 32 bytes in Base64."""
    return b64encode(key.public_key().public_bytes_raw()).decode()


def derived(secret: str, service: str) -> Ed25519PrivateKey:
    """The key of a service, from the secret that all share (RFC 5869)."""
    info = f"facts of {service}".encode()
    derivation = HKDF(SHA256(), KEY_BYTES, salt=None, info=info)
    return Ed25519PrivateKey.from_private_bytes(derivation.derive(secret.encode()))


def _derived_for(
    settings: Settings, services: Collection[str]
) -> Mapping[str, tuple[Ed25519PublicKey, ...]]:
    """Of those who share the secret; a key that is given is of one who does not."""
    return {name: (own_key(settings, name).public_key(),) for name in services} | _given(settings)


def _given(settings: Settings) -> dict[str, tuple[Ed25519PublicKey, ...]]:
    return {name: _public_keys(name, texts) for name, texts in settings.facts_keys.items()}


def _public_keys(service: str, texts: Sequence[str]) -> tuple[Ed25519PublicKey, ...]:
    try:
        raw = [b64decode(text, validate=True) for text in texts]
        return tuple(Ed25519PublicKey.from_public_bytes(key) for key in raw)
    except ValueError:
        wrong = f"KURULTAI_FACTS_KEYS: of {service} a key is not 32 bytes in Base64"
        raise SettingsMissing(wrong) from None
