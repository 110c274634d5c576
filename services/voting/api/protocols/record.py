"""The record of a sitting as Akoma Ntoso (OASIS LegalDocML 1.0): its votes and how they fell."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from services.voting.api.protocols import items, phrases, wording
from services.voting.api.protocols.frame import identification, references
from services.voting.api.protocols.phrases import moment, named
from services.voting.api.protocols.protocol import (
    DeputyOnRoll,
    Excused,
    SittingHeld,
    VoteProtocol,
)
from services.voting.domain.stages import Standing
from shared.kernel.legible import plain
from shared.kernel.text import Language, Text

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HEADINGS = (wording.NUMBER, wording.DEPUTY, wording.FACTION, wording.VOTED, wording.RECEIPT)


def as_akoma_ntoso(
    sitting: SittingHeld,
    protocols: Sequence[VoteProtocol],
    language: Language,
    *,
    excused: Sequence[Excused] = (),
) -> bytes:
    """A `debate`: in its analysis the quorum and counts of each vote, in its body the words.

    Args:
        sitting: while it is not closed, its record is of what was decided so far.
        protocols: of its counted votes, in the order in which they were closed.
        language: of the text; what a program reads is alike in all.
        excused: whose absence from the sitting is.
    """
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    record = SubElement(root, "debate", {"name": "record"})
    _meta(record, sitting, protocols, language)
    _preface(record, sitting, language)
    body = SubElement(record, "debateBody", {"eId": "body"})
    _held(body, sitting, excused, language)
    for place, protocol in enumerate(protocols, 1):
        _vote(body, place, protocol, language)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _meta(
    record: Element, sitting: SittingHeld, protocols: Sequence[VoteProtocol], language: Language
) -> None:
    meta = SubElement(record, "meta")
    identification(meta, sitting, language)
    if protocols:
        analysis = SubElement(meta, "analysis", {"source": "#kurultai"})
        counted = SubElement(analysis, "parliamentary")
        for place, protocol in enumerate(protocols, 1):
            _counts(counted, place, protocol)
    references(meta, protocols, language)


def _counts(counted: Element, place: int, protocol: VoteProtocol) -> None:
    """The quorum is who was registered; the counts are the tally, in the words of the record."""
    name = f"voting_{place}"
    outcome = "annulled" if protocol.annulled else protocol.outcome.value
    told = {"eId": name, "outcome": f"#{outcome}", "href": f"#vote_{place}"}
    voting = SubElement(counted, "voting", told)
    there = {"eId": f"{name}__quorum", "value": str(protocol.registered)}
    SubElement(voting, "quorum", there)
    for state, count in protocol.counts.items():
        value = {"value": str(count), "refersTo": f"#{state.value}"}
        SubElement(voting, "count", {"eId": f"{name}__count_{state.value}"} | value)


def _preface(record: Element, sitting: SittingHeld, language: Language) -> None:
    preface = SubElement(record, "preface", {"eId": "preface"})
    _line(preface, wording.KURULTAI.on(language))
    title = SubElement(preface, "p")
    SubElement(title, "docTitle").text = wording.RECORD.on(language)
    _labelled(preface, wording.SITTING, moment(sitting.starts_at, language), language)


def _held(
    body: Element, sitting: SittingHeld, excused: Sequence[Excused], language: Language
) -> None:
    section = _section(body, "sitting", wording.SITTING.on(language))
    _labelled(section, wording.SITTING_OPENED, moment(sitting.opened_at, language), language)
    _labelled(section, wording.SITTING_CLOSED, moment(sitting.closed_at, language), language)
    for one in excused:
        told = plain(f"№ {one.number}, {named(one.name, language)}")
        _labelled(section, phrases.STATES[Standing.ABSENT_EXCUSED], told, language)


def _vote(body: Element, place: int, protocol: VoteProtocol, language: Language) -> None:
    title = plain(named(protocol.question.title, language))
    section = _section(body, f"vote_{place}", title, "voting")
    for label, value in _lines(protocol, language):
        _labelled(section, label, value, language)
    if protocol.annulled:
        reason = plain(named(protocol.annulled, language))
        _line(section, wording.ANNULLED.filled(reason=reason).on(language))
    for statement in protocol.statements:
        _line(section, plain(f"{named(statement.deputy, language)}: {statement.words}"))
    _roll(section, f"vote_{place}__roll", protocol, language)


def _lines(protocol: VoteProtocol, language: Language) -> list[tuple[Text, str]]:
    asked = protocol.majority
    counts = [(phrases.STATES[state], str(count)) for state, count in protocol.counts.items()]
    again = [(wording.REPEAT, f"№ {protocol.round}")] if protocol.round > 1 else []
    return [
        (wording.MATTER, phrases.matter(protocol, language)),
        *again,
        *((label, plain(told)) for label, told in phrases.calling(protocol, language)),
        (wording.OPENED, moment(protocol.opened_at, language)),
        (wording.CLOSED, moment(protocol.closed_at, language)),
        (wording.REGISTERED, str(protocol.registered)),
        (wording.MAJORITY, phrases.majority(asked).on(language)),
        (wording.VOTES_NEEDED, phrases.needed(asked).on(language)),
        (wording.PROVISION, phrases.provision(asked.provision).on(language)),
        *counts,
        (wording.DECISION, phrases.decision(protocol).on(language)),
    ]


def _roll(section: Element, name: str, protocol: VoteProtocol, language: Language) -> None:
    if not protocol.roll:
        return
    table = SubElement(section, "table", {"eId": name})
    SubElement(table, "caption").text = wording.ROLL.on(language)
    headings = SubElement(table, "tr")
    for heading in HEADINGS:
        _line(SubElement(headings, "th"), heading.on(language))
    for deputy in protocol.roll:
        row = SubElement(table, "tr")
        _row(row, deputy, items.said(deputy, protocol.question, language), language)


def _row(row: Element, deputy: DeputyOnRoll, said: str, language: Language) -> None:
    _line(SubElement(row, "td"), str(deputy.number))
    person = SubElement(SubElement(SubElement(row, "td"), "p"), "person")
    person.set("refersTo", f"#person_{deputy.person_id}")
    person.text = plain(named(deputy.name, language))
    _line(SubElement(row, "td"), plain(phrases.faction(deputy, language)))
    _line(SubElement(row, "td"), plain(said))
    _line(SubElement(row, "td"), deputy.receipt or "")


def _section(body: Element, name: str, heading: str, what: str = "sitting") -> Element:
    section = SubElement(body, "debateSection", {"name": what, "eId": name})
    SubElement(section, "heading").text = heading
    return section


def _labelled(there: Element, label: Text, value: str, language: Language) -> None:
    _line(there, f"{label.on(language)}: {value}")


def _line(there: Element, text: str) -> None:
    SubElement(there, "p").text = text
