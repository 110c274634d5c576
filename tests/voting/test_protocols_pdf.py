"""The printed protocol: two kinds, two languages, and nothing in it but what the record has."""

import re
from dataclasses import replace
from datetime import UTC
from io import BytesIO

import pytest
from pypdf import PdfReader

from services.voting.api.protocols import phrases, wording
from services.voting.api.protocols.pages import as_pdf
from services.voting.api.protocols.protocol import Statement
from services.voting.api.protocols.sheet import TITLES, Kind
from services.voting.domain.stages import Source, Standing
from shared.kernel.legible import PRINTED, printed
from shared.kernel.rules import Base
from shared.kernel.text import Language
from tests.voting.builders import a_wording
from tests.voting.protocols import (
    BOTH,
    LETTERS,
    SPREAD,
    a_deputy,
    a_majority,
    a_protocol,
    a_roll,
    called,
    text_of,
    texts_of,
)

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", Kind)
def test_kazakh_letters_survive_into_the_page(language, kind):
    protocol = a_protocol(question=a_wording(title=called(LETTERS)))

    assert LETTERS in text_of(as_pdf(protocol, language, kind))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", Kind)
def test_the_page_says_in_its_language_what_it_is_and_what_came_of_the_vote(language, kind):
    text = text_of(as_pdf(a_protocol(), language, kind))

    for words in (
        TITLES[kind],
        wording.QUESTION,
        wording.RESULT,
        wording.REGISTERED,
        wording.MAJORITY,
        phrases.majority(a_majority()),
        wording.PRESIDING,
    ):
        assert words.on(language) in text
    assert wording.KURULTAI.on(language).upper() in text
    assert {KK: "ҚАБЫЛДАНДЫ", RU: "ПРИНЯТО"}[language] in text
    assert {KK: "61(4)-бап", RU: "ст. 61(4)"}[language] in text
    assert "01.12.2026 12:00:30 (UTC+05:00)" in text


@pytest.mark.parametrize("language", BOTH)
def test_the_numbers_are_those_of_the_tally(language):
    protocol = a_protocol()

    text = text_of(as_pdf(protocol, language, Kind.QUANTITATIVE))

    for state in list(Standing)[:5]:
        told = f"{phrases.STATES[state].on(language)}: {SPREAD.count(state)}"
        assert told in text
    assert {KK: "73 / 145", RU: "73 из 145"}[language] in text


@pytest.mark.parametrize("language", BOTH)
def test_by_name_everyone_on_the_roll_stands_once_with_their_vote(language):
    protocol = a_protocol()

    text = text_of(as_pdf(protocol, language, Kind.BY_NAME))

    table = text.partition(wording.ROLL.on(language))[2]
    for deputy in protocol.roll:
        name = phrases.named(deputy.name, language)
        assert text.count(name) == 1
        after = table.partition(name)[2][:60]
        assert phrases.STATES[deputy.state].on(language) in after
        assert deputy.receipt is None or table.count(deputy.receipt[:16]) >= 1


def test_the_protocol_of_numbers_names_nobody():
    text = text_of(as_pdf(a_protocol(), KK, Kind.QUANTITATIVE))

    assert "Әділұлы" not in text
    assert "Өрлеу" not in text


def test_every_page_says_which_of_how_many_it_is():
    pages = texts_of(as_pdf(a_protocol(), RU, Kind.BY_NAME))

    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"стр. {number} из {len(pages)}" in text


@pytest.mark.parametrize("kind", Kind)
def test_the_same_protocol_gives_the_same_bytes_dated_by_the_close(kind):
    protocol = a_protocol()
    first = as_pdf(protocol, KK, kind)
    as_pdf.cache_clear()

    again = as_pdf(a_protocol(question=protocol.question), KK, kind)

    assert again == first
    dated = PdfReader(BytesIO(first)).metadata.creation_date.astimezone(UTC)
    assert dated == protocol.closed_at.replace(microsecond=0)


def test_the_page_can_be_kept_in_an_archive():
    pdf = PdfReader(BytesIO(as_pdf(a_protocol(), KK, Kind.BY_NAME)))

    about = pdf.root_object["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", about)
    assert re.search(r"pdfaid:conformance>A<", about)
    assert pdf.root_object["/Lang"] == "kk"


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    "words",
    [
        '=HYPERLINK("http://example.kz")',
        '#panic() #import "x" $x$ *b* _i_ @ref <a> \\ `raw` // c /* d */ = H',
        "<script>alert(1)</script>",
        "{deputy} {0} %s ${x} {{reason}}",
    ],
)
def test_hostile_words_are_printed_as_they_are(words, kind):
    protocol = a_protocol(
        roll=(a_deputy(1, name=called(words)), *a_roll()[1:]),
        question=a_wording(title=called(words)),
        annulled=called(words),
    )

    text = text_of(as_pdf(protocol, KK, kind))

    assert text.count(words) == (3 if kind is Kind.BY_NAME else 2)


def test_what_turns_the_text_about_or_hides_is_shown_by_its_code():
    name = "Ер\u202eлан\u200b\u0007 \u05d0 \U0001f600 \u540d"

    text = text_of(as_pdf(a_protocol(roll=(a_deputy(1, name=called(name)),)), KK, Kind.BY_NAME))

    shown = "Ер[U+202E]лан[U+200B][U+0007] [U+05D0] [U+1F600] [U+540D]"
    assert shown.replace(" ", "") in text.replace(" ", "")


@pytest.mark.parametrize("kind", Kind)
def test_a_name_of_three_hundred_letters_stays_on_the_page(kind):
    name = "Ұ" * 300
    protocol = a_protocol(
        roll=(a_deputy(1, name=called(name)),), question=a_wording(title=called(name))
    )

    pdf = as_pdf(protocol, KK, kind)

    assert name in text_of(pdf).replace(" ", "")
    right_edge = []
    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=lambda _, __, tm, *___: right_edge.append(tm[4]))
        assert max(right_edge) < float(page.mediabox.width)


def test_every_letter_that_is_printed_as_it_is_has_its_glyph():
    letters = "".join(filter(PRINTED.match, map(chr, range(0x20, 0x2200))))
    words = " ".join(letters)

    # PDF/A refuses a page on which a glyph is missing.
    pdf = as_pdf(a_protocol(question=a_wording(title=called(words))), KK, Kind.QUANTITATIVE)

    assert pdf.startswith(b"%PDF")
    assert printed(LETTERS) == LETTERS


def test_what_is_beside_the_ballots_is_told_and_paper_is_flagged():
    told = Statement(called("Қ2қ"), "Дауысымды қате бердім.")
    roll = (a_deputy(1, source=Source.PAPER), a_deputy(2), a_deputy(3, Standing.RECUSED))
    protocol = a_protocol(roll=roll, round=2, annulled=called("Ақау"), statements=(told,))

    text = text_of(as_pdf(protocol, KK, Kind.BY_NAME))

    assert "Жақтады (қағаз)" in text
    assert text.count("(қағаз)") == 1
    assert "Қайта дауыс беру № 2" in text
    assert wording.ANNULLED.filled(reason="Ақау").kk in text
    assert told.words in text
    assert "Шешім: КҮШІ ЖОЙЫЛДЫ" in text
    assert "ҚАБЫЛДАНДЫ" not in text
    assert "Өздігінен бас тартты: 1" in text


def test_states_that_nobody_is_in_are_left_out_if_they_are_rare():
    text = text_of(as_pdf(a_protocol(), RU, Kind.QUANTITATIVE))

    assert phrases.STATES[Standing.DEVICE_FAULT].ru not in text


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("strict", [True, False])
def test_every_majority_has_its_sentence(base, strict):
    asked = a_majority(base=base, strict=strict, part=2, parts=3)

    sentence = phrases.majority(asked)

    assert all("2/3" in sentence.on(language) for language in Language)
    assert ("астамы" in sentence.kk, "более" in sentence.ru) == (strict, strict)


def test_a_provision_of_another_act_stands_as_the_profile_has_it():
    protocol = replace(a_protocol(), majority=a_majority(provision="Law 480-V, art. 14(2)"))

    assert "Law 480-V, art. 14(2)" in text_of(as_pdf(protocol, KK, Kind.QUANTITATIVE))


@pytest.mark.parametrize("deputies", [0, 1, 2, 15, 145, 299])
@pytest.mark.parametrize("kind", Kind)
def test_a_roll_of_any_length_can_be_printed(deputies, kind):
    roll = tuple(a_deputy(number) for number in range(1, deputies + 1))
    protocol = a_protocol(roll=roll)

    assert as_pdf(protocol, KK, kind).startswith(b"%PDF")
