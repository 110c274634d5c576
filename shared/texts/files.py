"""Files of every format that an act can be in, by their media types."""

from enum import StrEnum

from shared.kernel.text import Language, Text
from shared.texts.akn.names import MEDIA_TYPE as AKN
from shared.texts.akn.reading import from_akn
from shared.texts.docx.reading import from_docx
from shared.texts.docx.writing import MEDIA_TYPE as DOCX
from shared.texts.growing import NOTE
from shared.texts.hygiene import LONGEST, refuse_size
from shared.texts.reading import read_act
from shared.texts.refusals import TextRefused
from shared.texts.tree import Act


class Format(StrEnum):
    """What a file says that it is."""

    PLAIN = "text/plain"
    DOCX = DOCX
    AKN = AKN


NOT_UTF_8 = Text(
    kk="мәтін UTF-8 кодында емес.", ru="текст не в кодировке UTF-8.", en="the text is not UTF-8."
)
OTHER_LANGUAGE = Text(
    kk="файлдың тілі басқа: {language}.",
    ru="язык файла другой: {language}.",
    en="the file is in another language: {language}.",
)
LONGEST_CHARACTER = 4
"""Bytes in UTF-8."""


def read_file(
    file: bytes, kind: Format, language: Language, *, strict: bool = True, limit: int = LONGEST
) -> Act:
    """The act in a file.

    Raises:
        TextRefused: as the reader of its format does; it is not UTF-8, or of another language.
    """
    match kind:
        case Format.DOCX:
            return from_docx(file, language, strict=strict, limit=limit)
        case Format.AKN:
            return _of(language, from_akn(file, strict=strict, limit=limit))
        case Format.PLAIN:
            refuse_size(len(file), limit * LONGEST_CHARACTER)
            return read_act(_decoded(file), language, strict=strict, limit=limit)


def _of(language: Language, act: Act) -> Act:
    if act.language != language:
        raise TextRefused(OTHER_LANGUAGE.filled(language=act.language))
    return act


def _decoded(file: bytes) -> str:
    try:
        return file.decode()
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        raise TextRefused(NOT_UTF_8, line=line) from error


def is_edited(act: Act) -> bool:
    """Whether editors of published acts have put their notes into it; a draft has none."""
    return any(element.number.startswith(NOTE) for _, element in act.addressed())
