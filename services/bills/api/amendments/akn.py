"""The amendments to a bill as an Akoma Ntoso amendment list, in one of its languages."""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from services.bills.api.amendments import wording
from services.bills.api.amendments.legible import printed
from services.bills.api.amendments.table import RowShown, TableShown
from services.bills.api.amendments.wording import both
from shared.kernel.text import Language
from shared.texts.akn.names import COUNTRY, ISO_639_2, MEDIA_TYPE, NAMESPACE, TAGS, reference
from shared.texts.tree import ABBREVIATED

LEVELS = {short: level for level, short in ABBREVIATED.items()}


@dataclass(frozen=True, slots=True)
class Source:
    """What the list is of: the bill's number and first day, and the day of the list."""

    number: str
    first_day: date
    day: date

    @property
    def bill(self) -> str:
        """The bill in every language (AKN Naming Convention 1.0, section 4.4)."""
        return f"/akn/{COUNTRY}/bill/{self.first_day}/{self.number}"


def as_akn(table: TableShown, source: Source, language: Language) -> bytes:
    """The list as XML, valid against the strict schema, each amendment a document in it."""
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    name = "amendmentList"
    found = SubElement(root, name, {"name": name})
    work = f"/akn/{COUNTRY}/{name}/{source.first_day}/{source.number}"
    _meta(found, work, source, language)
    preface = SubElement(found, "preface", {"eId": "preface"})
    title = SubElement(preface, "p", {"eId": "preface__p_1"})
    title.text = printed(f"{wording.TITLE.on(language)}: {both(table.title, language)}")
    body = SubElement(found, "collectionBody", {"eId": "body"})
    for row in table.rows(language):
        _amendment(body, row, source, table.text_version, language)
    indent(root)
    told: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def _amendment(
    body: Element, row: RowShown, source: Source, version: int, language: Language
) -> None:
    place = f"component_{row.number}"
    component = SubElement(body, "component", {"eId": place})
    document = SubElement(component, "amendment", {"name": "amendment"})
    work = f"/akn/{COUNTRY}/amendment/{source.first_day}/{source.number}-{row.number}"
    _meta(document, work, source, language)
    said = SubElement(document, "amendmentBody", {"eId": f"{place}__body"})
    told = {
        "amendmentHeading": f"№ {row.number}\n{row.author}",
        "amendmentContent": row.amendment,
        "amendmentReference": row.element,
        "amendmentJustification": f"{row.reasons}\n{row.decision}",
    }
    for part, words in told.items():
        block = SubElement(said, part, {"eId": f"{place}__{part}"})
        for count, line in enumerate(words.splitlines(), 1):
            p = SubElement(block, "p", {"eId": f"{place}__{part}__p_{count}"})
            p.text = printed(line)
    text = f"{source.bill}/{ISO_639_2[language]}@ver{version}/!main~{element_id(row.address)}"
    _refer(said, row.element, text)


def _refer(said: Element, words: str, href: str) -> None:
    """The element that is amended, as a link to it."""
    p = next(said.iter("amendmentReference"))[0]
    p.text = ""
    SubElement(p, "ref", {"eId": f"{p.get('eId')}__ref_1", "href": href}).text = words


def element_id(address: str) -> str:
    """Our address as an eId of the text: `art_1__pt_2` is `art_1__para_2`."""
    steps = (key.partition("_") for key in address.split("__"))
    return "__".join(reference(TAGS[LEVELS[short]], number) for short, _, number in steps)


def _meta(document: Element, work: str, source: Source, language: Language) -> None:
    meta = SubElement(document, "meta")
    there = SubElement(meta, "identification", {"source": "#kurultai"})
    text = f"{work}/{ISO_639_2[language]}@{source.day}"
    first, made = str(source.first_day), str(source.day)
    named = (
        ("FRBRWork", work, first),
        ("FRBRExpression", text, made),
        ("FRBRManifestation", f"{text}.akn", made),
    )
    for kind, uri, day in named:
        part = SubElement(there, kind)
        SubElement(part, "FRBRthis", {"value": uri})
        SubElement(part, "FRBRuri", {"value": uri})
        SubElement(part, "FRBRdate", {"date": day, "name": "drawn-up"})
        SubElement(part, "FRBRauthor", {"href": "#kurultai"})
        _more(part, kind, language)
    if document.tag == "amendmentList":
        references = SubElement(meta, "references", {"source": "#kurultai"})
        href = f"/akn/ontology/organization/{COUNTRY}/kurultai"
        told = {"eId": "kurultai", "href": href, "showAs": "Құрылтай"}
        SubElement(references, "TLCOrganization", told)


def _more(part: Element, kind: str, language: Language) -> None:
    match kind:
        case "FRBRWork":
            SubElement(part, "FRBRcountry", {"value": COUNTRY})
        case "FRBRExpression":
            SubElement(part, "FRBRlanguage", {"language": ISO_639_2[language]})
        case _:
            SubElement(part, "FRBRformat", {"value": MEDIA_TYPE})
