"""Signed notes (C2SP signed-note).

What is written in another way than this module writes it is refused: one note, one spelling.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.tlog.keys import DASH, ID_BYTES, Kind, Signature, SigningKey, VerifierKey, read_key
from shared.tlog.spelling import NoteInvalid, check_name, decoded

__all__ = [
    "LONGEST_NOTE",
    "Kind",
    "Note",
    "NoteInvalid",
    "Signature",
    "SigningKey",
    "VerifierKey",
    "read_key",
    "read_note",
    "verified",
]

LONGEST_NOTE = 1 << 18
"""Bytes."""

MOST_SIGNATURES = 100


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and who signed it."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(signature.line for signature in self.signatures)}"


def read_note(content: bytes) -> Note:
    """The note that is written so; its signatures are not checked yet. Raises NoteInvalid."""
    if len(content) > LONGEST_NOTE:
        raise NoteInvalid(f"the note is longer than {LONGEST_NOTE} bytes")
    text, blank, lines = _plain(content).rpartition("\n\n")
    if not blank or not text or not lines.endswith("\n"):
        raise NoteInvalid("the note is not a text, an empty line, and signatures")
    signed = lines.removesuffix("\n").split("\n")
    if len(signed) > MOST_SIGNATURES:
        raise NoteInvalid(f"the note has more than {MOST_SIGNATURES} signatures")
    return Note(text + "\n", tuple(_signature(line) for line in signed))


def verified(note: Note, keys: Sequence[VerifierKey]) -> dict[VerifierKey, int | None]:
    """Whose of these keys signed the note, and when if a time was signed.

    Lines of other keys are let be, as others may know them.

    Raises:
        NoteInvalid: a line of one of the keys does not hold.
    """
    return {
        key: key.verify(note.text, signature)
        for signature in note.signatures
        for key in keys
        if key.signed(signature)
    }


def _plain(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError as wrong:
        raise NoteInvalid("the note is not UTF-8") from wrong
    if any(letter < " " and letter != "\n" for letter in text):
        raise NoteInvalid("the note has control characters")
    return text


def _signature(line: str) -> Signature:
    name, space, coded = line.removeprefix(DASH).partition(" ")
    if not line.startswith(DASH) or not space:
        raise NoteInvalid("a line after the text is no signature")
    check_name(name)
    value = decoded(coded)
    if len(value) <= ID_BYTES:
        raise NoteInvalid(f"the signature of {name} is too short")
    return Signature(name, value[:ID_BYTES], value[ID_BYTES:])
