"""What must not be in a PDF: what runs when it is opened, and what hides the rest from everybody.

A page that is shown first (`/OpenAction` with a destination) is no harm and is taken. What is
looked for are the names without which nothing runs, in the file itself and in its packed objects;
what is within images, fonts or attached files is for the virus scanner.
"""

import mmap
import re
import zlib
from collections.abc import Iterator

from shared.files.refusals import ACTIVE_PDF, BROKEN, ENCRYPTED_PDF, FileRefused

ENDS_WITHIN = 1024
"""Bytes at the end in which the marker of the end must be, as the readers of PDF look for it."""
MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of packed objects that are looked through; a real document has less."""
DICTIONARY = 16 * 1024
"""Bytes before a stream in which its dictionary is looked for."""
STREAM = re.compile(rb"(?<!end)stream\r?\n")


def _written(name: str) -> str:
    """A name as PDF lets it be written: each of its letters may be a number too."""
    return "".join(f"(?:{sign}|#{_number(sign)})" for sign in name)


def _number(sign: str) -> str:
    return "".join(f"[{digit}{digit.upper()}]" for digit in f"{ord(sign):02x}")


def _any_of(*names: str) -> re.Pattern[bytes]:
    words = "|".join(f"(?P<{name}>{_written(name)})" for name in names)
    return re.compile(f"/(?:{words})(?![A-Za-z0-9])".encode())


RUNS = _any_of("JavaScript", "Launch", "ImportData", "SubmitForm", "RichMedia")
ENCRYPTED = re.compile(b"/" + _written("Encrypt").encode() + rb"\s*(?:\d+\s+\d+\s+R|<<)")
PACKED = re.compile(b"/" + _written("ObjStm").encode())


def check_pdf(content: mmap.mmap) -> None:
    """Raises FileRefused: it runs something, is encrypted, or is broken."""
    if content.rfind(b"%%EOF", max(0, len(content) - ENDS_WITHIN)) < 0:
        raise FileRefused(BROKEN.filled(real="PDF"))
    if ENCRYPTED.search(content):
        raise FileRefused(ENCRYPTED_PDF)
    _refuse_running(content)
    for objects in _packed_objects(content):
        _refuse_running(objects)


def _refuse_running(content: mmap.mmap | bytes) -> None:
    if found := RUNS.search(content):
        raise FileRefused(ACTIVE_PDF.filled(part=f"/{found.lastgroup}"))


def _packed_objects(content: mmap.mmap) -> Iterator[bytes]:
    left = MOST_UNPACKED
    for stream in STREAM.finditer(content):
        # The dictionary is what stands between the word “obj” and the stream.
        before = content[max(0, stream.start() - DICTIONARY) : stream.start()]
        if not PACKED.search(before[before.rfind(b"obj") :]):
            continue
        objects = _unpacked(content, stream.end(), left)
        left -= len(objects)
        yield objects


def _unpacked(content: mmap.mmap, start: int, left: int) -> bytes:
    """The packed objects. Raises FileRefused: they are not to be unpacked, or are too many."""
    end = content.find(b"endstream", start)
    try:
        objects = zlib.decompressobj().decompress(content[start:end], left)
    except zlib.error as error:
        raise FileRefused(BROKEN.filled(real="PDF")) from error
    if len(objects) >= left:
        raise FileRefused(BROKEN.filled(real="PDF"))
    return objects
