"""Documents that are ZIP archives: what kind they are, and what must not be in them."""

import mmap
import re
import zlib
from pathlib import PurePosixPath
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from shared.files.refusals import BOMB, BROKEN, MACROS, REMOTE_TEMPLATE, FileRefused

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"

MOST_ENTRIES = 10_000
MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes of all that is in a document, unpacked."""
MOST_GROWTH, GROWTH_COUNTS_FROM = 200, 1024 * 1024
"""How many times its packed size a part may be, if it is larger than so many bytes."""
MOST_READ = 1024 * 1024
"""Bytes read of one part."""

UNREADABLE = (BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError)
"""What the library raises for archives that are none, are broken or are locked."""

ACTIVE_NAMES = frozenset({"vbaproject.bin", "vbadata.xml"})
ACTIVE_FOLDERS = ("word/activex/", "basic/", "scripts/")
MACRO_TYPES = (b"macroenabled", b"vbaproject", b"ms-office.activex")
TEMPLATE = re.compile(rb"<[^>]*attachedTemplate[^>]*>", re.IGNORECASE)
EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)


def packed_type(content: mmap.mmap) -> str | None:
    """Of a ZIP archive: which document it is, or None. Raises FileRefused for a bomb."""
    try:
        with ZipFile(_as_file(content)) as archive:
            _bounded(archive.infolist())
            return _type_of(archive)
    except UNREADABLE:
        return None


def check_packed(content: mmap.mmap) -> None:
    """Raises FileRefused: macros, active elements, a template from elsewhere, or broken."""
    try:
        with ZipFile(_as_file(content)) as archive:
            names = [entry.filename for entry in archive.infolist()]
            if active := next(filter(_is_active, names), None):
                raise FileRefused(MACROS.filled(part=PurePosixPath(active).name))
            _check_words(archive, names)
    except UNREADABLE as error:
        raise FileRefused(BROKEN.filled(real="ZIP")) from error


def _as_file(content: mmap.mmap) -> IO[bytes]:
    """It reads, seeks and tells as a file does, which its type does not say."""
    return cast("IO[bytes]", content)


def _bounded(entries: list[ZipInfo]) -> None:
    grows = any(
        entry.file_size > GROWTH_COUNTS_FROM
        and entry.file_size > MOST_GROWTH * max(entry.compress_size, 1)
        for entry in entries
    )
    unpacked = sum(entry.file_size for entry in entries)
    if grows or unpacked > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise FileRefused(BOMB)


def _type_of(archive: ZipFile) -> str | None:
    names = set(archive.namelist())
    if "mimetype" in names and "content.xml" in names:
        return ODT if _read(archive, "mimetype").strip() == ODT.encode() else None
    return DOCX if {"[Content_Types].xml", "word/document.xml"} <= names else None


def _check_words(archive: ZipFile, names: list[str]) -> None:
    """What the document says of itself, whatever its parts are called."""
    for name in names:
        words = _read(archive, name) if name.lower().endswith((".rels", "types].xml")) else b""
        if any(word in words.lower() for word in MACRO_TYPES):
            raise FileRefused(MACROS.filled(part=name))
        if any(EXTERNAL.search(found) for found in TEMPLATE.findall(words)):
            raise FileRefused(REMOTE_TEMPLATE)


def _is_active(name: str) -> bool:
    plain = name.lower().replace("\\", "/")
    return plain.rpartition("/")[2] in ACTIVE_NAMES or plain.startswith(ACTIVE_FOLDERS)


def _read(archive: ZipFile, name: str) -> bytes:
    """A part that is to be small. Raises ValueError where it is not."""
    with archive.open(name) as part:
        words = part.read(MOST_READ + 1)
    if len(words) > MOST_READ:
        message = f"{name} is too large"
        raise ValueError(message)
    return words
