"""What frames a record in Akoma Ntoso: which document it is (FRBR), and whom and what it names."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from services.voting.api.protocols import phrases, wording
from services.voting.api.protocols.phrases import named
from services.voting.api.protocols.protocol import SittingHeld, VoteProtocol
from shared.kernel.legible import plain
from shared.kernel.occasion import day_of
from shared.kernel.text import Language, Text

ISO_639_2 = {Language.KK: "kaz", Language.RU: "rus"}
COUNTRY = "kz"
CONCEPTS: dict[str, Text] = {
    **{state.value: words for state, words in phrases.STATES.items()},
    **{outcome.value: words for outcome, words in phrases.OUTCOMES.items()},
    "annulled": wording.IS_ANNULLED,
}
"""What the analysis refers to: states of deputies and outcomes of votes."""


def work_uri(sitting: SittingHeld) -> str:
    """The name of the record in every language (AKN Naming Convention 1.0, section 4.4)."""
    return f"/akn/{COUNTRY}/debate/kurultai/{day_of(sitting.starts_at)}/{sitting.id}"


def identification(meta: Element, sitting: SittingHeld, language: Language) -> None:
    """The record as a work, as this text of it, and as this file."""
    there = SubElement(meta, "identification", {"source": "#kurultai"})
    known = sitting.closed_at or sitting.opened_at or sitting.starts_at
    written = ISO_639_2[language]
    held = {"date": str(day_of(sitting.starts_at)), "name": "sitting"}
    told = {"date": str(day_of(known)), "name": "record"}
    uri = work_uri(sitting)
    text = f"{uri}/{written}@{told['date']}"
    work = _named(there, "FRBRWork", uri, held)
    SubElement(work, "FRBRcountry", {"value": COUNTRY})
    expression = _named(there, "FRBRExpression", text, told)
    SubElement(expression, "FRBRlanguage", {"language": written})
    manifestation = _named(there, "FRBRManifestation", f"{text}.akn", told)
    SubElement(manifestation, "FRBRformat", {"value": "application/akn+xml"})


def references(meta: Element, protocols: Sequence[VoteProtocol], language: Language) -> None:
    """The Kurultai, its deputies by every name they are on a roll with, and our words."""
    there = SubElement(meta, "references", {"source": "#kurultai"})
    _reference(there, "TLCOrganization", "kurultai", wording.KURULTAI.on(language))
    for person_id, name in _people(protocols, language).items():
        _reference(there, "TLCPerson", f"person_{person_id}", name, person_id)
    for concept, words in CONCEPTS.items() if protocols else ():
        _reference(there, "TLCConcept", concept, words.on(language))


def _people(protocols: Sequence[VoteProtocol], language: Language) -> dict[str, str]:
    """Everyone once, in the order of the rolls, by the name of the last one."""
    deputies = [deputy for protocol in protocols for deputy in protocol.roll]
    return {str(one.person_id): plain(named(one.name, language)) for one in deputies}


def _named(there: Element, kind: str, uri: str, date: dict[str, str]) -> Element:
    part = SubElement(there, kind)
    SubElement(part, "FRBRthis", {"value": uri})
    SubElement(part, "FRBRuri", {"value": uri})
    SubElement(part, "FRBRdate", date)
    SubElement(part, "FRBRauthor", {"href": "#kurultai"})
    return part


def _reference(there: Element, kind: str, name: str, shown: str, own: str | None = None) -> None:
    href = f"/akn/ontology/{kind.removeprefix('TLC').lower()}/{COUNTRY}/{own or name}"
    SubElement(there, kind, {"eId": name, "href": href, "showAs": shown})
