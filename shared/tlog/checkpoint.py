"""The head of a log at a size, as the log signs it (C2SP tlog-checkpoint)."""

from dataclasses import dataclass

from shared.tlog.merkle import EMPTY_ROOT, HASH_BYTES
from shared.tlog.note import Note
from shared.tlog.spelling import NoteInvalid, decoded, encoded

FEWEST_LINES = 3
LARGEST = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree head: which log's, how many leaves, and the root of 32 bytes."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is signed. Raises NoteInvalid if it could not be read back."""
        lines = (self.origin, str(self.size), encoded(self.root), *self.extensions)
        text = "".join(f"{line}\n" for line in lines)
        if checkpoint_in(Note(text, ())) != self:
            raise NoteInvalid("a line of a checkpoint is one line, and not empty")
        return text


def checkpoint_in(note: Note) -> Checkpoint:
    """The checkpoint that the note is of; whose it is, is for the signatures to say.

    Raises:
        NoteInvalid: its text is no checkpoint.
    """
    lines = note.text.removesuffix("\n").split("\n")
    if len(lines) < FEWEST_LINES or not all(lines):
        raise NoteInvalid("a checkpoint has three lines or more, and none is empty")
    size, root = _size(lines[1]), _root(lines[2])
    if size == 0 and root != EMPTY_ROOT:
        raise NoteInvalid("a log without entries has another root")
    return Checkpoint(lines[0], size, root, tuple(lines[FEWEST_LINES:]))


def _size(line: str) -> int:
    if not (line.isascii() and line.isdecimal()) or len(line) > len(str(LARGEST)):
        raise NoteInvalid("the size of the log is no whole number")
    if str(int(line)) != line or int(line) > LARGEST:
        raise NoteInvalid("the size of the log is not how a size is written")
    return int(line)


def _root(line: str) -> bytes:
    root = decoded(line)
    if len(root) != HASH_BYTES:
        raise NoteInvalid(f"the root is not {HASH_BYTES} bytes")
    return root
