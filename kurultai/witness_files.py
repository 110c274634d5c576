"""What a witness keeps: its key, the last head it has seen, and evidence against the log."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from shared.tlog.checkpoint import Checkpoint, checkpoint_in
from shared.tlog.note import Note, SigningKey, VerifierKey, read_key, read_note, verified
from shared.tlog.spelling import NoteInvalid

OWNER_ONLY = 0o600


class WitnessFileUnusable(Exception):
    """A file of the witness is not what it should be, or another witness is using it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A checkpoint together with the note that its log has signed."""

    note: Note
    checkpoint: Checkpoint


@dataclass(frozen=True, slots=True)
class Seen:
    """The key by which the witness knows the log, and the last head, if it has seen one."""

    log_key: VerifierKey
    head: Head | None = None


def head_of(note: Note, log_key: VerifierKey) -> Head:
    """Raises NoteInvalid unless the log of this key has signed the note."""
    checkpoint = checkpoint_in(note)
    if checkpoint.origin != log_key.name or log_key not in verified(note, [log_key]):
        raise NoteInvalid(f"the checkpoint is not signed by {log_key}")
    return Head(note, checkpoint)


def key_in(file: Path, name: str) -> SigningKey:
    """The key in the file; when there is no file, a new key is put there for its owner to read."""
    try:
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except FileExistsError:
        return SigningKey(name, _private(file))
    private = Ed25519PrivateKey.generate()
    with os.fdopen(made, "wb") as out:
        out.write(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        _to_disk(out.fileno(), file)
    return SigningKey(name, private)


def seen_in(file: Path) -> Seen | None:
    """What the witness has seen; None before its first time.

    Raises:
        WitnessFileUnusable: the file is damaged; to begin anew is for a person to decide.
    """
    try:
        kept = json.loads(file.read_bytes())
        key = read_key(kept["log_key"])
        note = kept["checkpoint"]
        return Seen(key, head_of(read_note(note.encode()), key) if note else None)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError, NoteInvalid) as wrong:
        raise WitnessFileUnusable(f"{file} is damaged: {wrong}") from wrong


def keep(file: Path, seen: Seen) -> None:
    """Replace what was seen, wholly or not at all, and on the disk before this returns."""
    note = str(seen.head.note) if seen.head else ""
    _replace(file, {"log_key": str(seen.log_key), "checkpoint": note})


def keep_evidence(file: Path, seen: Note, shown: Note, reason: str) -> Path:
    """Put both notes beside the file, under a name of their own."""
    short = sha256(str(shown).encode()).hexdigest()[:16]
    evidence = file.with_name(f"{file.name}.evidence-{short}.json")
    _replace(evidence, {"reason": reason, "seen": str(seen), "shown": str(shown)})
    return evidence


@contextmanager
def alone_with(file: Path) -> Iterator[None]:
    """Keep other witnesses from the file meanwhile. Raises WitnessFileUnusable if one is there."""
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as used:
            raise WitnessFileUnusable(f"another witness is using {file}") from used
        yield


def _private(file: Path) -> Ed25519PrivateKey:
    if file.stat().st_mode & ~OWNER_ONLY & 0o777:
        raise WitnessFileUnusable(f"{file} can be read by others: chmod 600 it, or make a new key")
    try:
        private = load_pem_private_key(file.read_bytes(), password=None)
    except (ValueError, TypeError) as wrong:
        raise WitnessFileUnusable(f"{file} holds no private key in PEM") from wrong
    if not isinstance(private, Ed25519PrivateKey):
        raise WitnessFileUnusable(f"{file} holds a key that is not Ed25519")
    return private


def _replace(file: Path, content: dict[str, str]) -> None:
    new = file.with_name(f"{file.name}.new")
    with new.open("w", encoding="utf-8") as out:
        json.dump(content, out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    _sync_folder(file)


def _to_disk(descriptor: int, file: Path) -> None:
    os.fsync(descriptor)
    _sync_folder(file)


def _sync_folder(file: Path) -> None:
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
