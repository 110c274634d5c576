"""What is wrong with a text is refused with its element and its line."""

import contextlib

import pytest

from shared.kernel.text import Language
from shared.texts.reading import read_act
from shared.texts.refusals import TextRefused
from tests.texts.laws import LAW_213, LAW_480, RU, needs_laws
from tests.texts.steps import steps

ACT = "Статья 1. Сфера\n1. Первый пункт.\n{}\nСтатья 2. Срок\nТекст.\n"


def refused(text, language=Language.RU, **choices):
    with pytest.raises(TextRefused) as refusal:
        read_act(text, language, **choices)
    return refusal.value


@pytest.mark.parametrize(
    ("line", "element", "at"),
    [
        ("1. Снова.", "Статья 1, 1.", 3),
        ("Статья 2. Раньше\nА.", "Статья 2", 5),
        ("Глава 1. А\nГлава 1. Б", "Глава 1", 4),
        ("1) а;\n2) б;\n2) в.", "Статья 1, 1., 2)", 5),
    ],
)
def test_a_number_may_stand_once(line, element, at):
    refusal = refused(ACT.format(line))
    assert (refusal.element, refusal.line) == (element, at)
    assert str(at) in refusal.message.kk
    assert element in refusal.message.ru


@pytest.mark.parametrize(
    ("text", "element", "at"),
    [
        ("Глава 1. А\n1. Пункт.\nСтатья 1. Б", "1.", 2),
        ("Глава 1. А\n1) подпункт;\nСтатья 1. Б", "1)", 2),
        ("Раздел 1. А\nПараграф 1. Б\nСтатья 1. В", "Параграф 1", 2),
        ("Статья 1. Б\nПараграф 1. В", "Параграф 1", 2),
    ],
)
def test_levels_stand_in_their_order(text, element, at):
    refusal = refused(text)
    assert (refusal.element, refusal.line) == (element, at)


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x85", "U+0085"),
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\u200b", "ZERO WIDTH SPACE"),
        ("\u2028", "LINE SEPARATOR"),
        ("\ud800", "U+D800"),
        ("\ue000", "U+E000"),
    ],
)
def test_what_no_reader_sees_is_refused_where_it_stands(sign, name):
    refusal = refused(ACT.format(f"2. Вто{sign}рой."))
    assert name in refusal.message.en
    assert (refusal.element, refusal.line) == ("Статья 1, 2", 3)


@pytest.mark.parametrize(
    ("word", "letter"),
    [("зaкон", "a"), ("Қазақстан Республикасыныi", "i"), ("IТ-компания", "I"), ("еntry", "е")],
)
def test_a_letter_of_a_foreign_alphabet_is_named_with_its_word(word, letter):
    refusal = refused(ACT.format(f"2. Это {word} такой."))
    assert f"letter {letter} " in refusal.message.en
    assert word.split()[-1].split("-")[0] in refusal.message.ru
    assert (refusal.element, refusal.line) == ("Статья 1, 2", 3)


@pytest.mark.parametrize(
    "words",
    [
        "IT-компания",
        "№ 256-VIII",
        "№ 168-VІ",
        "V-қосымша",
        "Google",
        "USB-де",
        "№ 22-IІ",
        "COVID-19",
    ],
)
def test_real_words_of_two_alphabets_are_taken(words):
    assert read_act(ACT.format(f"2. Это {words}."), Language.RU)


def test_a_text_may_be_as_long_as_it_is_allowed_and_no_longer():
    assert read_act(RU, Language.RU, limit=len(RU))
    refusal = refused(RU, limit=len(RU) - 1)
    assert str(len(RU)) in refusal.message.en
    assert str(len(RU) - 1) in refusal.message.en


def test_line_ends_and_the_byte_order_mark_are_no_part_of_a_text():
    assert read_act("\ufeff" + RU.replace("\n", "\r\n"), Language.RU) == read_act(RU, Language.RU)


@pytest.mark.parametrize(
    "row", ["Часть.\n", "1) а;\n", "А.\n1) а\n", "«А\n", "    а\n", "а\n  б\n"]
)
def test_no_text_holds_the_reader_up(row):
    def read(characters):
        with contextlib.suppress(TextRefused):
            read_act("Статья 1. А\n" + row * (characters // len(row)), Language.RU)

    short, long = (steps(lambda size=size: read(size)) for size in (10_000, 20_000))
    assert long < 2.5 * short


@needs_laws
def test_a_misprint_of_a_published_law_is_found_and_may_be_taken_as_printed():
    refusal = refused(LAW_213.read_text())
    assert "Банкiнiң" in refusal.message.en
    assert (refusal.element, refusal.line) == ("Статья 30, 1", 1353)
    assert read_act(LAW_213.read_text(), Language.RU, strict=False)
    assert read_act(LAW_480.read_text(), Language.RU)
