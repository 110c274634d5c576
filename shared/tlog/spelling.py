"""How notes are spelled: Base64 and names in the one way they are written, nothing else."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64

SHOWN = 100
"""Of a text that is refused, so many characters are shown."""


class NoteInvalid(Exception):
    """The note, the key or the signature is not what it should be; the message says why."""


def check_name(name: str) -> None:
    """Refuse what cannot stand in a line before a space, or before the `+` of a vkey."""
    if not name or not name.isprintable() or any(letter in "+ " for letter in name):
        raise NoteInvalid(f"{name!r} is no name of a key")


def encoded(value: bytes) -> str:
    return b64encode(value).decode()


def decoded(text: str) -> bytes:
    try:
        value = b64decode(text, validate=True)
    except (NotBase64, ValueError) as wrong:
        raise NoteInvalid(f"{text[:SHOWN]!r} is not Base64") from wrong
    if encoded(value) != text:
        raise NoteInvalid(f"{text[:SHOWN]!r} is not how Base64 is written")
    return value
