"""The paragraphs of a DOCX into the tree of an act."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from shared.kernel.text import Language, Text
from shared.texts.docx.numbering import NotCounted, Numbering
from shared.texts.docx.package import DocxRefused, opened
from shared.texts.hygiene import LONGEST
from shared.texts.paragraphs import Paragraph
from shared.texts.reading import read_paragraphs
from shared.texts.tree import Act

SIGNS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}
"""What stands for a sign among the words; a soft hyphen is never part of a word."""

LOST = {
    qn(tag): what
    for tag, what in {
        "w:ins": Text(kk="қабылданбаған түзету", ru="непринятая правка", en="a tracked change"),
        "w:del": Text(kk="қабылданбаған түзету", ru="непринятая правка", en="a tracked change"),
        "w:moveFrom": Text(kk="жылжыту түзетуі", ru="правка переноса", en="a tracked move"),
        "w:moveTo": Text(kk="жылжыту түзетуі", ru="правка переноса", en="a tracked move"),
        "w:footnoteReference": Text(kk="сілтеме", ru="сноска", en="a footnote"),
        "w:endnoteReference": Text(kk="сілтеме", ru="сноска", en="an endnote"),
        "w:drawing": Text(kk="сурет", ru="рисунок", en="a drawing"),
        "w:pict": Text(kk="сурет", ru="рисунок", en="a picture"),
        "w:object": Text(kk="кірістірілген нысан", ru="внедрённый объект", en="an object"),
        "w:sym": Text(kk="шрифт белгісі", ru="знак шрифта", en="a sign of a font"),
        "w:vanish": Text(kk="жасырын мәтін", ru="скрытый текст", en="hidden text"),
        "m:oMath": Text(kk="формула", ru="формула", en="a formula"),
    }.items()
}
WOULD_BE_LOST = Text(
    kk="«{words}» абзацында {what} бар, ол мәтінге айналмайды.",
    ru="в абзаце «{words}» есть {what}, в текст это не превратить.",
    en="the paragraph “{words}” has {what}, which cannot become text.",
)
NUMBERED = Text(
    kk="«{words}» абзацының автоматты нөмірі ({number}) мәтінге айналмайды; нөмірді теріңіз.",
    ru="автоматический номер ({number}) абзаца «{words}» не превратить в текст; наберите номер.",
    en="the automatic number ({number}) of the paragraph “{words}” cannot become text; type it.",
)
SHOWN = 60
"""Characters of a paragraph that a refusal quotes."""


def from_docx(file: bytes, language: Language, *, strict: bool = True, limit: int = LONGEST) -> Act:
    """The act in a DOCX; its lines are its paragraphs, counted from 1.

    Raises:
        DocxRefused: the file is not safe to open, or words, numbers or changes would be lost.
        TextRefused: as a plain text would be.
    """
    document = opened(file)
    found = list(_paragraphs(document))
    return read_paragraphs(found, language, strict=strict, limit=limit)


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """All of the body in its order, those of tables too; each line of a paragraph is one."""
    numbering = Numbering(document)
    for place, xml in enumerate(document.element.body.iter(qn("w:p")), 1):
        words = "".join(_words(xml, place))
        number = _number(numbering, xml, words, place) if words.strip() else ""
        for line in (number + words).split("\n"):
            yield Paragraph(line, place, _indent(xml))


def _words(xml: Any, place: int) -> Iterator[str]:
    for one in xml.iter():
        if one.tag in LOST:
            raise _lost(xml, LOST[one.tag], place)
        if one.tag == qn("w:t"):
            yield (one.text or "").replace("\n", " ")
        elif one.tag in SIGNS and one.getparent().tag == qn("w:r"):
            yield SIGNS[one.tag]


def _lost(xml: Any, what: Text, place: int) -> DocxRefused:
    return DocxRefused(WOULD_BE_LOST.filled(words=_shown(xml), what=what), line=place)


def _shown(xml: Any) -> str:
    return "".join(one.text or "" for one in xml.iter(qn("w:t")))[:SHOWN]


def _number(numbering: Numbering, xml: Any, words: str, place: int) -> str:
    try:
        return numbering.number_of(xml)
    except NotCounted as number:
        message = NUMBERED.filled(words=words[:SHOWN], number=number)
        raise DocxRefused(message, line=place) from number


def _indent(xml: Any) -> int:
    """Whether the first line is set in; how far does not matter."""
    found = xml.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    first = found.get(qn("w:firstLine")) if found is not None else None
    return 4 if first and first != "0" else 0
