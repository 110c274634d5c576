"""The tree of an act as an Akoma Ntoso bill or act."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element as Xml
from xml.etree.ElementTree import SubElement, indent, tostring

from shared.texts.akn.frame import Frame, add_meta
from shared.texts.akn.names import ASIDE, END, NAMESPACE, NOTE, TAGS, WORDS, reference
from shared.texts.growing import END as ENDS
from shared.texts.marks import HEADED, printed
from shared.texts.tree import Act, Element, Level


def as_akn(act: Act, frame: Frame) -> bytes:
    """The act as XML, valid against the strict schema; `from_akn` gives the same act.

    Args:
        act: Kazakh or Russian; the other language is a document of its own.
        frame: which document it is.
    """
    root = Xml("akomaNtoso", {"xmlns": NAMESPACE})
    document = SubElement(root, frame.kind, {"name": frame.kind})
    add_meta(document, frame, act.language)
    if act.title:
        title = SubElement(_block(document, "preface"), "p", {"eId": "preface__p_1"})
        SubElement(title, "docTitle", {"eId": "preface__p_1__docTitle_1"}).text = act.title
    if act.preamble and act.elements:
        _paragraphs(_block(document, "preamble"), act.preamble)
    body = _block(document, "body")
    _body(body, act)
    _conclusions(document, act)
    indent(root)
    told: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def _block(document: Xml, tag: str) -> Xml:
    return SubElement(document, tag, {"eId": tag})


def _paragraphs(there: Xml, words: Sequence[str]) -> None:
    for place, text in enumerate(words, 1):
        SubElement(there, "p", {"eId": f"{there.get('eId')}__p_{place}"}).text = text


def _body(body: Xml, act: Act) -> None:
    for element, name in _named("", [e for e in act.elements if not _is_end(e)]):
        _element(body, element, name, act)
    if not len(body):
        words = _aside(body, WORDS, f"{ASIDE}_{WORDS}")
        _content(words, () if act.elements else act.preamble)


def _is_end(element: Element) -> bool:
    return element.level is Level.PART and element.number.startswith(ENDS)


def _named(above: str, elements: Sequence[Element]) -> Iterator[tuple[Element, str]]:
    """Each with its eId; articles are numbered through the act and name nothing above them."""
    for element in elements:
        tag = ASIDE if _is_note(element) else TAGS[element.level]
        step = reference(tag, element.number)
        alone = element.level is Level.ARTICLE or not above
        yield element, step if alone else f"{above}__{step}"


def _is_note(element: Element) -> bool:
    return element.level is Level.PART and element.number.startswith(NOTE)


def _element(there: Xml, element: Element, name: str, act: Act) -> None:
    if _is_note(element):
        _content(_aside(there, NOTE, name), element.text.split("\n"))
        return
    own = SubElement(there, TAGS[element.level], {"eId": name})
    _number(own, element, act)
    if element.heading:
        SubElement(own, "heading", {"eId": f"{name}__heading"}).text = element.heading
    words = element.text.split("\n") if element.text else []
    if not element.children:
        _content(own, words)
        return
    if words:
        _paragraphs(SubElement(own, "intro", {"eId": f"{name}__intro"}), words)
    for child, below in _named(name, element.children):
        _element(own, child, below, act)


def _number(own: Xml, element: Element, act: Act) -> None:
    """What is printed; parts and indents are counted only by those who cite them."""
    if element.level in (Level.PART, Level.INDENT):
        return
    stop = "." if element.level in HEADED else ""
    number = SubElement(own, "num", {"eId": f"{own.get('eId')}__num"})
    number.text = printed(element, act.language) + stop


def _aside(there: Xml, kind: str, name: str) -> Xml:
    return SubElement(there, ASIDE, {"name": kind, "eId": name})


def _content(there: Xml, words: Sequence[str]) -> None:
    content = SubElement(there, "content", {"eId": f"{there.get('eId')}__content"})
    _paragraphs(content, words)


def _conclusions(document: Xml, act: Act) -> None:
    ends = [element for element in act.elements if _is_end(element)]
    if ends:
        there = _block(document, "conclusions")
        _paragraphs(there, [element.text for element in ends])
        there.set("class", END)
