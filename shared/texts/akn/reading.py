"""An Akoma Ntoso bill or act as a tree of ours."""

import re
from xml.etree.ElementTree import Element as Xml
from xml.etree.ElementTree import ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from shared.kernel.text import Language, Text
from shared.texts.akn.names import ASIDE, ISO_639_2, LEVELS, NAMESPACE, NOTE, WORDS
from shared.texts.checking import refuse_duplicates, refuse_wrong_levels
from shared.texts.growing import END
from shared.texts.hygiene import LONGEST, refuse_invisible, refuse_long, refuse_mixed, refuse_size
from shared.texts.refusals import TextRefused
from shared.texts.tree import Act, Element, Level
from shared.texts.writing import written

_NS = f"{{{NAMESPACE}}}"
_NUMBER = re.compile(r"\d+(?:-\d+)*|[IVXLC]+")
_HEAVY = 12
"""Bytes of XML for each character of the text; ours has two or three."""

DEEPEST = 50
"""Elements inside each other; an act of ours has twelve."""

NOT_XML = Text(kk="бұл дұрыс XML емес.", ru="это не правильный XML.", en="this is not good XML.")
NOT_AKN = Text(
    kk="мұнда Akoma Ntoso 3.0 заң жобасы не актісі жоқ.",
    ru="здесь нет законопроекта или акта Akoma Ntoso 3.0.",
    en="there is no bill or act of Akoma Ntoso 3.0 here.",
)
NO_LANGUAGE = Text(
    kk="мәтіннің тілі қазақша да, орысша да емес.",
    ru="язык текста не казахский и не русский.",
    en="the language of the text is neither Kazakh nor Russian.",
)
UNKNOWN = Text(
    kk="мұндай элементті біз білмейміз.",
    ru="такого элемента мы не знаем.",
    en="this is no element that we know.",
)


def from_akn(document: bytes, *, strict: bool = True, limit: int = LONGEST) -> Act:
    """The act in a document that `as_akn` wrote, or that is built alike.

    Raises:
        TextRefused: it is too long, no good XML, declares entities, is no bill or act, has
            elements of other kinds, or is refused as a plain text would be.
    """
    refuse_size(len(document), limit * _HEAVY)
    _refuse_declarations(document)
    try:
        root = fromstring(document)  # noqa: S314 a document with a DTD was refused above
    except ParseError as error:
        raise TextRefused(NOT_XML, line=error.position[0]) from error
    act = _act(root)
    _refuse_bad_words(act, strict=strict, limit=limit)
    refuse_wrong_levels(act)
    refuse_duplicates(act)
    return act


def _refuse_declarations(document: bytes) -> None:
    """A text of law needs no document type, entities can be bombs, and depth can be one too."""
    depth = 0

    def refuse(*_: object) -> None:
        raise TextRefused(NOT_XML, line=parser.CurrentLineNumber)

    def begin(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            refuse()

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(document, True)  # noqa: FBT003 its own signature
    except ExpatError as error:
        raise TextRefused(NOT_XML, line=error.lineno) from error


def _act(root: Xml) -> Act:
    document = next((found for kind in ("bill", "act") for found in root.findall(_NS + kind)), None)
    body = document.find(_NS + "body") if document is not None else None
    if document is None or body is None:
        raise TextRefused(NOT_AKN)
    words = body.find(f"{_NS}{ASIDE}[@name='{WORDS}']")
    elements = [_element(child, place) for place, child in enumerate(body, 1) if child is not words]
    title = document.find(f"{_NS}preface//{_NS}docTitle")
    return Act(
        language=_language(document),
        title=_words(title) if title is not None else "",
        preamble=_paragraphs(document.find(_NS + "preamble")) + _paragraphs(words),
        elements=(*elements, *_ends(document)),
    )


def _language(document: Xml) -> Language:
    there = document.find(f".//{_NS}FRBRExpression/{_NS}FRBRlanguage")
    told = there.get("language") if there is not None else None
    found = next((language for language, code in ISO_639_2.items() if code == told), None)
    if found is None:
        raise TextRefused(NO_LANGUAGE)
    return found


def _ends(document: Xml) -> list[Element]:
    ends = _paragraphs(document.find(_NS + "conclusions"))
    return [
        Element(level=Level.PART, number=f"{END}-{place}", text=text)
        for place, text in enumerate(ends, 1)
    ]


def _element(xml: Xml, place: int) -> Element:
    tag = xml.tag.removeprefix(_NS)
    level = LEVELS.get(tag)
    if level is None or (tag == ASIDE and xml.get("name") != NOTE):
        raise TextRefused(UNKNOWN, element=xml.get("eId") or tag)
    heading = xml.find(_NS + "heading")
    below = [child for child in xml if child.tag.removeprefix(_NS) in LEVELS]
    strange = [child for child in xml if child.tag not in _KNOWN and child not in below]
    if strange:
        raise TextRefused(UNKNOWN, element=strange[0].get("eId") or strange[0].tag)
    words = _paragraphs(xml.find(_NS + "intro")) + _paragraphs(xml.find(_NS + "content"))
    return Element(
        level=level,
        number=_number(xml, place),
        heading=_words(heading) if heading is not None else "",
        text="\n".join(words),
        children=tuple(_element(child, at) for at, child in enumerate(below, 1)),
    )


_KNOWN = {_NS + tag for tag in ("num", "heading", "intro", "content")}


def _number(xml: Xml, place: int) -> str:
    """As printed; of what has no printed number as its eId has it, or by its place."""
    printed = xml.find(_NS + "num")
    found = _NUMBER.search(_words(printed)) if printed is not None else None
    if found:
        return found[0]
    _, _, number = xml.get("eId", "").rpartition("_")
    return number or str(place)


def _paragraphs(there: Xml | None) -> tuple[str, ...]:
    return tuple(_words(one) for one in there.iter(_NS + "p")) if there is not None else ()


def _words(xml: Xml) -> str:
    return " ".join("".join(xml.itertext()).split())


def _refuse_bad_words(act: Act, *, strict: bool, limit: int) -> None:
    text = written(act)
    refuse_long(text, limit)
    refuse_invisible(text, act.language)
    if strict:
        refuse_mixed(text, act.language)
