"""A DOCX is a ZIP of XML: what of it is not opened at all."""

from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 a class by its kind

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError

from shared.kernel.text import Text
from shared.texts.refusals import TextRefused

LARGEST = 20 * 2**20
"""Bytes of the file."""
UNPACKED = 40 * 2**20
"""Bytes of all that is in it; a text of the greatest length has twenty or so."""
ENTRIES = 500
RATIO = 250
"""Times; the XML of a long law is packed thirty times smaller, a bomb a thousand times."""
SMALL = 2**20
"""Bytes; what is smaller when unpacked may be packed as well as it can be."""
ENCRYPTED = 0x1


class DocxRefused(TextRefused):
    """A file that is no DOCX, or is one that would do harm, or loses words when it is read."""

    code = "docx-refused"


NOT_DOCX = Text(
    kk="бұл DOCX файлы емес не бүлінген.",
    ru="это не файл DOCX, или он повреждён.",
    en="this is no DOCX file, or a damaged one.",
)
TOO_LARGE = Text(
    kk="файлда не оның ішінде {size} байт бар, рұқсат етілгені — {limit}.",
    ru="в файле или внутри него {size} байт, допускается {limit}.",
    en="the file, or what is in it, has {size} bytes, {limit} are allowed.",
)
TOO_MANY = Text(
    kk="файл ішінде {size} бөлік бар, рұқсат етілгені — {limit}.",
    ru="в файле {size} частей, допускается {limit}.",
    en="the file has {size} parts, {limit} are allowed.",
)
BOMB = Text(
    kk="«{name}» бөлігі {ratio} есе қысылған, рұқсат етілгені — {limit}.",
    ru="часть «{name}» сжата в {ratio} раз, допускается {limit}.",
    en="the part “{name}” is packed {ratio} times smaller, {limit} times are allowed.",
)
DECLARES = Text(
    kk="«{name}» бөлігінде DTD бар.",
    ru="в части «{name}» есть DTD.",
    en="the part “{name}” has a DTD.",
)


def opened(file: bytes) -> Document:
    """The document of a file that has been looked through before it was unpacked.

    Raises:
        DocxRefused: it is too large, packs too much, encrypted, damaged, no DOCX, or has a DTD.
    """
    if len(file) > LARGEST:
        raise DocxRefused(TOO_LARGE.filled(size=len(file), limit=LARGEST))
    try:
        with ZipFile(BytesIO(file)) as package:
            _refuse_bombs(package.infolist())
            _refuse_declarations(package)
        return docx.Document(BytesIO(file))
    except DocxRefused:
        raise
    except _NOT_OPENED as error:
        raise DocxRefused(NOT_DOCX) from error


_NOT_OPENED = (
    AttributeError,
    BadZipFile,
    EOFError,
    ExpatError,
    KeyError,
    NotImplementedError,
    OpcError,
    OSError,
    RuntimeError,
    SyntaxError,
    ValueError,
    ZlibError,
)
"""What the libraries raise on a damaged package; XML errors of lxml are SyntaxErrors."""


def _refuse_bombs(parts: list[ZipInfo]) -> None:
    """By what the package says of itself; no more than that is ever unpacked of a part."""
    if len(parts) > ENTRIES:
        raise DocxRefused(TOO_MANY.filled(size=len(parts), limit=ENTRIES))
    size = sum(part.file_size for part in parts)
    if size > UNPACKED:
        raise DocxRefused(TOO_LARGE.filled(size=size, limit=UNPACKED))
    for part in parts:
        ratio = part.file_size // max(part.compress_size, 1)
        if part.file_size > SMALL and ratio > RATIO:
            raise DocxRefused(BOMB.filled(name=part.filename, ratio=ratio, limit=RATIO))
        if part.flag_bits & ENCRYPTED:
            raise DocxRefused(NOT_DOCX)


def _refuse_declarations(package: ZipFile) -> None:
    for part in package.infolist():
        if part.filename.endswith((".xml", ".rels")):
            _refuse_declaration(part.filename, package.read(part))


def _refuse_declaration(name: str, xml: bytes) -> None:
    """Entities can be bombs, or read other files; a DOCX has no need of any."""

    def refuse(*_: Any) -> None:
        raise DocxRefused(DECLARES.filled(name=name))

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(xml, True)  # noqa: FBT003 its own signature
