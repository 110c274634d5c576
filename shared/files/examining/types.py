"""The kinds of files that are taken, told apart by what is in them and not by their names."""

import codecs
import mmap
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from shared.files.examining.packed import DOCX, ODT, check_packed, packed_type
from shared.files.examining.pdf import check_pdf
from shared.files.refusals import (
    EMPTY,
    OTHER_TYPE,
    UNKNOWN_TYPE,
    FileRefused,
    FileTypeRefused,
)

PDF, PNG, JPEG, TIFF, PLAIN = (
    "application/pdf",
    "image/png",
    "image/jpeg",
    "image/tiff",
    "text/plain",
)
UNSAID = frozenset({"", "application/octet-stream"})
CHUNK = 256 * 1024
WHITE = frozenset("\t\n\r\f")

type Content = mmap.mmap
"""A file as bytes that are read when they are looked at, and not before."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of files.

    Attributes:
        begins: with one of these bytes.
        suffix: what the name of such a file ends with.
        check: raises FileRefused for what is not taken in such a file.
    """

    name: str
    suffix: str
    begins: tuple[bytes, ...] = ()
    check: Callable[[Content], None] | None = None


TYPES = {
    kind.name: kind
    for kind in (
        FileType(PDF, ".pdf", (b"%PDF-",), check_pdf),
        FileType(DOCX, ".docx", check=check_packed),
        FileType(ODT, ".odt", check=check_packed),
        FileType(PNG, ".png", (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",)),
        FileType(JPEG, ".jpg", (b"\xff\xd8\xff",)),
        FileType(TIFF, ".tif", (b"II*\0", b"MM\0*")),
        FileType(PLAIN, ".txt"),
    )
}


def examined(file: IO[bytes], declared: str) -> FileType:
    """The kind of a file on the disk, of which all was looked at that is looked at.

    It reads the file as far as it must and keeps none of it in memory; run it in a thread.

    Args:
        file: a file of the operating system, whole.
        declared: the media type that was sent with it; `application/octet-stream` says nothing.

    Raises:
        FileTypeRefused: none of `TYPES`, or another than was declared.
        FileRefused: empty, broken, or with something in it that is not taken.
    """
    if file.seek(0, 2) == 0:
        raise FileRefused(EMPTY)
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        real = TYPES[_type_of(content)]
        said = declared.partition(";")[0].strip().lower()
        if said not in UNSAID | {real.name}:
            raise FileTypeRefused(OTHER_TYPE.filled(declared=said, real=real.name))
        if real.check:
            real.check(content)
    return real


def _type_of(content: Content) -> str:
    for kind in TYPES.values():
        if any(content[: len(first)] == first for first in kind.begins):
            return kind.name
    found = packed_type(content) if content[:4] == b"PK\3\4" else None
    if found or _is_text(content):
        return found or PLAIN
    raise FileTypeRefused(UNKNOWN_TYPE.filled(types=", ".join(TYPES)))


def _is_text(content: Content) -> bool:
    """UTF-8 without control characters: what any reader shows as the same letters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), CHUNK):
            part = content[start : start + CHUNK]
            text = decoder.decode(part, final=start + CHUNK >= len(content))
            if any(_controls(sign) for sign in set(text)):
                return False
    except UnicodeDecodeError:
        return False
    return True


def _controls(sign: str) -> bool:
    return (sign < " " and sign not in WHITE) or "\x7f" <= sign <= "\x9f"
