"""Plain texts become trees, and nothing of them is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.kernel.text import Language
from shared.texts.reading import read_act
from shared.texts.tree import Level
from shared.texts.writing import written
from tests.texts.laws import KK, LAW_213, LAW_480, RU, needs_laws
from tests.texts.steps import steps
from tests.texts.trees import acts

BOTH = [(Language.RU, RU), (Language.KK, KK)]
ADDRESSES = [
    "sec_1",
    "sec_1__chp_1",
    "art_1",
    "art_1__part_1",
    "art_1__sp_1",
    "art_1__sp_1-1",
    "art_1__sp_2",
    "art_2",
    "art_2__pt_1",
    "art_2__pt_1__sp_1",
    "art_2__pt_1__sp_2",
    "art_2__pt_1__sp_2__ind_2",
    "art_2__pt_1__sp_2__ind_3",
    "art_2__pt_1__part_2",
    "art_2__pt_2",
    "sec_1__chp_2",
    "art_33-1",
    "art_33-1__part_1",
    "part_end-1",
    "part_end-2",
]


def numbers(act, level):
    return [element.number for _, element in act.addressed() if element.level is level]


def found(act, address):
    return dict(act.addressed())[address]


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_every_structural_element_has_its_address(language, text):
    assert [address for address, _ in read_act(text, language).addressed()] == ADDRESSES


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_an_element_knows_the_line_it_was_read_from(language, text):
    lines = text.split("\n")
    for address, element in read_act(text, language).addressed():
        words = (element.heading or element.text).split("\n")[0]
        assert lines[element.line - 1].endswith(words), address


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_what_is_written_is_what_was_read(language, text):
    act = read_act(text, language)
    assert "".join(written(act).split()) == "".join(text.split()).replace("БӨЛІМ", "бөлім")
    assert read_act(written(act), language) == act


@given(act=acts())
@settings(max_examples=300, deadline=None)
def test_every_tree_survives_paper(act):
    assert read_act(written(act), act.language) == act


@given(text=st.text('1234 -.)(:;\n «»"абВ' + "бап" * 3, max_size=200))
@settings(max_examples=500, deadline=None)
def test_what_can_be_read_at_all_loses_no_letter(text):
    act = read_act_or_none("1-бап. " + text)
    if act is not None:
        assert "".join(written(act).split()) == "".join(("1-бап." + text).split())


def read_act_or_none(text):
    from shared.texts.refusals import TextRefused  # noqa: PLC0415

    try:
        return read_act(text, Language.KK)
    except TextRefused:
        return None


def test_the_words_of_an_article_of_a_budget_stand_in_the_place_of_its_heading():
    act = read_act("Статья 1. Внести изменения:\n1) в статью 2;\nСтатья 2. Действует.", Language.RU)
    assert found(act, "art_1__part_1").text == "Внести изменения:"
    assert found(act, "art_1__sp_1").text == "в статью 2;"
    assert found(act, "art_2__part_1").text == "Действует."


def test_the_structure_of_another_act_in_quotes_is_not_ours():
    act = read_act(
        "Статья 1. Внести в Кодекс изменения:\n1) статью 5 изложить так:\n"
        "«Статья 5. Срок\n1. Срок – месяц.\n2. Срок – год.»;\n2) исключить.",
        Language.RU,
    )
    assert numbers(act, Level.ARTICLE) == ["1"]
    quoted = found(act, "art_1__sp_1").children
    assert [(one.key, one.text) for one in quoted] == [
        ("ind_2", "«Статья 5. Срок"),
        ("ind_3", "1. Срок – месяц."),
        ("ind_4", "2. Срок – год.»;"),
    ]
    assert found(act, "art_1__sp_2").text == "исключить."


def test_a_part_between_sub_points_belongs_to_the_one_above_it():
    act = read_act("1-бап. Т\n1. А:\n1) б;\nВ.\n2) г.\nД.", Language.KK)
    assert found(act, "art_1__pt_1__sp_1__part_2").text == "В."
    assert found(act, "art_1__pt_1__part_2").text == "Д."


def test_a_second_list_of_a_point_belongs_to_its_part():
    act = read_act("1-бап. Т\n1. А:\n1) б;\n2) в.\nЕ:\n1) г;\n2) д.", Language.KK)
    assert found(act, "art_1__pt_1__part_2__sp_2").text == "д."


def test_an_act_without_articles_consists_of_points_or_of_a_preamble():
    points = read_act("О созыве\n1. Созвать сессию:\n1) в мае;\n2. Опубликовать.", Language.RU)
    assert [a for a, _ in points.addressed()] == ["pt_1", "pt_1__sp_1", "pt_2"]
    words = read_act("Осы қаулы.\nЕкінші сөйлем.", Language.KK)
    assert (words.preamble, words.elements) == (("Осы қаулы.", "Екінші сөйлем."), ())


def test_a_note_of_editors_is_kept_and_counts_as_no_part():
    act = read_act(
        "Статья 1. Сфера\n1. А:\n1) б;\nПримечание ИЗПИ!\nПодпункт исключить.\n2) в.\n"
        "Сноска. Статья 1 изменена.\nСтатья 2. Т\nА.",
        Language.RU,
    )
    assert [one.key for one in found(act, "art_1__pt_1").children] == [
        "sp_1",
        "part_note-1",
        "sp_2",
    ]
    assert found(act, "art_1__part_note-1").text == "Сноска. Статья 1 изменена."


@needs_laws
@pytest.mark.parametrize(("law", "articles"), [(LAW_480, 80), (LAW_213, 58)])
def test_a_real_law_has_every_article_and_loses_no_word(law, articles):
    text = law.read_text()
    on_paper = re.findall(r"(?m)^\s*Статья\s+(\d+(?:-\d+)?)\.", text)
    act = read_act(text, Language.RU, strict=False)
    assert numbers(act, Level.ARTICLE) == on_paper
    assert len(on_paper) == articles
    assert "".join(written(act).split()).casefold() == "".join(text.split()).casefold()
    assert read_act(written(act), Language.RU, strict=False) == act


@needs_laws
def test_the_law_on_legal_acts_is_addressed_as_lawyers_cite_it():
    act = read_act(LAW_480.read_text(), Language.RU)
    assert found(act, "art_29__pt_1__part_2").text.startswith("Проект законодательного акта на")
    assert found(act, "art_9__sp_10").text.startswith("архитектуры")
    assert "14-3" in numbers(act, Level.ARTICLE)
    assert found(act, "sec_2__chp_3-1").heading == "РЕГУЛЯТОРНАЯ ПОЛИТИКА"
    assert next(e.text for _, e in act.addressed() if "end-" in e.number) == "Президент"


@needs_laws
def test_the_largest_law_is_read_in_steps_that_grow_with_it_alone():
    text = LAW_480.read_text()
    half = text[: len(text) // 2]
    whole, part = (steps(lambda one=one: read_act(one, Language.RU)) for one in (text, half))
    assert part < whole < 3 * part
