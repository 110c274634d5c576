"""Which document a text is: the work, this language and version of it, and this file (FRBR)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from xml.etree.ElementTree import Element, SubElement

from shared.kernel.text import Language
from shared.texts.akn.names import COUNTRY, ISO_639_2, MEDIA_TYPE


class Kind(StrEnum):
    """A bill until it is law; an act after."""

    BILL = "bill"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Frame:
    """What identifies a text beside its words.

    Attributes:
        number: of the work within its year, as `0001`, or of the law, as `480-v`.
        day: when the work was registered or adopted.
        version: of the text: its number; None if there is only one.
        laid_down: when this version was.
        title: of the work, for people.
        alias: of the work: another name of it, as `/eli/bill/2026/0001`.
    """

    kind: Kind
    number: str
    day: date
    laid_down: date
    version: int | None = None
    title: str = ""
    alias: str = ""

    @property
    def work(self) -> str:
        """The name of the work in every language (AKN Naming Convention 1.0, section 4.4)."""
        return f"/akn/{COUNTRY}/{self.kind}/{self.day}/{self.number}"

    def expression(self, language: Language) -> str:
        version = "" if self.version is None else f"ver{self.version}"
        return f"{self.work}/{ISO_639_2[language]}@{version or self.laid_down}"


def add_meta(document: Element, frame: Frame, language: Language) -> None:
    """Write the identification, and whom it names."""
    meta = SubElement(document, "meta")
    there = SubElement(meta, "identification", {"source": "#kurultai"})
    registered = {"date": str(frame.day), "name": "registered"}
    laid_down = {"date": str(frame.laid_down), "name": "laid-down"}
    text = frame.expression(language)
    work = _named(there, "FRBRWork", frame.work, registered)
    if frame.alias:
        work.insert(2, Element("FRBRalias", {"value": frame.alias, "name": "eli"}))
    SubElement(work, "FRBRcountry", {"value": COUNTRY})
    SubElement(work, "FRBRnumber", {"value": frame.number})
    if frame.title:
        SubElement(work, "FRBRname", {"value": frame.title})
    expression = _named(there, "FRBRExpression", text, laid_down)
    SubElement(expression, "FRBRlanguage", {"language": ISO_639_2[language]})
    manifestation = _named(there, "FRBRManifestation", f"{text}.akn", laid_down)
    SubElement(manifestation, "FRBRformat", {"value": MEDIA_TYPE})
    references = SubElement(meta, "references", {"source": "#kurultai"})
    told = {"eId": "kurultai", "href": f"/akn/ontology/organization/{COUNTRY}/kurultai"}
    SubElement(references, "TLCOrganization", told | {"showAs": "Құрылтай"})


def _named(there: Element, kind: str, uri: str, date_of: dict[str, str]) -> Element:
    part = SubElement(there, kind)
    SubElement(part, "FRBRthis", {"value": uri})
    SubElement(part, "FRBRuri", {"value": uri})
    SubElement(part, "FRBRdate", date_of)
    SubElement(part, "FRBRauthor", {"href": "#kurultai"})
    return part
