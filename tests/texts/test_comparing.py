"""Two texts compared: what is the same, what changed, what moved, and what has another number."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.kernel.text import Language
from shared.texts.comparing import compared
from shared.texts.comparison import Kind, RunKind, side
from shared.texts.reading import read_act
from shared.texts.rebuilding import rebuilt
from tests.texts.by_hand import act, article, chapter, part, point, some_act, sub_point
from tests.texts.laws import LAW_480, needs_laws
from tests.texts.steps import steps

FIRST = "Настоящий Закон регулирует порядок разработки правовых актов"
SECOND = "Законодательство основывается на Конституции и состоит из настоящего Закона"
THIRD = "Государственные органы обеспечивают публикацию открытых данных ежегодно"
FOURTH = "Граждане вправе обращаться в уполномоченный орган письменно"


def told(old, new):
    """Each row that differs: its kind, where it was, where it is."""
    return [
        (row.kind, row.old and row.old.address, row.new and row.new.address)
        for row in compared(old, new).rows
    ]


def test_an_act_does_not_differ_from_itself():
    same = act(chapter(1, "Общие положения", article(1, FIRST, point(1, SECOND))))
    comparison = compared(same, same)
    assert comparison.rows == ()
    assert comparison.counts == {Kind.UNCHANGED: 4}


def test_an_article_put_in_before_the_others_changes_their_numbers_and_nothing_in_them():
    old = act(article(1, FIRST), article(2, SECOND, point(1, THIRD)))
    new = act(article(1, FOURTH), article(2, FIRST), article(3, SECOND, point(1, THIRD)))
    assert told(old, new) == [
        (Kind.ADDED, None, "art_1"),
        (Kind.RENUMBERED, "art_1", "art_2"),
        (Kind.RENUMBERED, "art_2", "art_3"),
    ]


def test_a_renumbered_article_is_recognised_though_a_word_of_it_is_new():
    old = act(article(1, FIRST), article(2, SECOND))
    new = act(article(1, FOURTH), article(2, FIRST + " и приказов"), article(3, SECOND))
    assert told(old, new)[1] == (Kind.RENUMBERED_AND_CHANGED, "art_1", "art_2")


def test_a_sub_point_that_went_to_another_article_has_moved():
    old = act(
        article(1, FIRST, point(1, "Органы:", sub_point(1, THIRD), sub_point(2, FOURTH))),
        article(2, SECOND, point(1, "Иные положения:")),
    )
    new = act(
        article(1, FIRST, point(1, "Органы:", sub_point(2, FOURTH))),
        article(2, SECOND, point(1, "Иные положения:", sub_point(1, THIRD))),
    )
    assert told(old, new) == [(Kind.MOVED, "art_1__pt_1__sp_1", "art_2__pt_1__sp_1")]


def test_it_has_moved_though_words_of_it_were_changed_on_the_way():
    old = act(article(1, FIRST, point(1, THIRD)), article(2, SECOND))
    new = act(article(1, FIRST), article(2, SECOND, point(4, THIRD.replace("ежегодно", "впредь"))))
    [row] = compared(old, new).rows
    assert (row.kind, row.new.address) == (Kind.MOVED_AND_CHANGED, "art_2__pt_4")
    assert [run.text for run in row.words] == [THIRD[:-8], "ежегодно", "впредь"]


def test_an_article_may_go_to_another_chapter_and_keep_its_number():
    old = act(chapter(1, "Начало", article(1, FIRST), article(2, SECOND)), chapter(2, "Конец"))
    new = act(chapter(1, "Начало", article(1, FIRST)), chapter(2, "Конец", article(2, SECOND)))
    assert told(old, new) == [(Kind.MOVED, "art_2", "art_2")]


def test_two_that_change_places_are_told_of_once():
    old = act(article(1, "", point(1, THIRD), point(2, FOURTH)))
    new = act(article(1, "", point(1, FOURTH), point(2, THIRD)))
    assert Counter(kind for kind, _, _ in told(old, new)) == {Kind.MOVED: 1, Kind.RENUMBERED: 1}


def test_a_new_wording_under_the_old_number_is_a_change_however_little_is_left():
    old, new = act(article(5, FIRST)), act(article(5, "Исключена"))
    assert told(old, new) == [(Kind.CHANGED, "art_5", "art_5")]


def test_indents_have_no_numbers_that_could_change():
    old = act(article(1, "", part(1, FIRST), part(2, SECOND)))
    new = act(article(1, "", part(1, FIRST), part(2, THIRD), part(3, SECOND)))
    assert told(old, new) == [(Kind.ADDED, None, "art_1__part_2")]


def test_nor_have_those_that_follow_the_first_words_of_a_point():
    old = act(article(1, "", point(1, FIRST, part(2, SECOND))))
    new = act(article(1, "", point(1, FIRST, part(2, THIRD), part(3, SECOND))))
    assert told(old, new) == [(Kind.ADDED, None, "art_1__pt_1__part_2")]


def test_what_was_removed_stands_where_it_stood():
    old = act(article(1, FIRST), article(2, SECOND), article(3, THIRD))
    new = act(article(1, FIRST), article(3, THIRD))
    places = [row.place.address for row in compared(old, new).every]
    assert places == ["title", "art_1", "art_2", "art_3"]


def test_titles_and_preambles_are_compared_too():
    old = act(title="О нормативных правовых актах", preamble=[FIRST])
    new = act(title="О правовых актах", preamble=[FIRST, SECOND])
    assert told(old, new) == [
        (Kind.CHANGED, "title", "title"),
        (Kind.ADDED, None, "preamble_2"),
    ]


def test_short_words_that_stand_in_many_places_have_not_moved():
    old = act(article(1, FIRST, point(1, "исключен")), article(2, SECOND))
    new = act(article(1, FIRST), article(2, SECOND, point(7, "исключен")))
    assert {kind for kind, _, _ in told(old, new)} == {Kind.ADDED, Kind.REMOVED}


def test_what_is_like_many_others_stays_with_its_number():
    body = "{} Республики Казахстан;"
    names = ["Президента", "Правительства", "Курултая"]
    old = act(article(1, "", *(sub_point(n, body.format(s)) for n, s in enumerate(names, 1))))
    new = act(article(1, "", *old.elements[0].children[1:], sub_point(4, body.format("Судов"))))
    assert told(old, new) == [
        (Kind.REMOVED, "art_1__sp_1", None),
        (Kind.ADDED, None, "art_1__sp_4"),
    ]


def test_texts_in_two_languages_are_not_compared():
    with pytest.raises(ValueError, match="own language"):
        compared(act(), act(language=Language.KK))


@settings(max_examples=200)
@given(old=some_act(), new=some_act())
def test_the_rows_that_differ_make_the_new_text_of_the_old_one(old, new):
    assert rebuilt(old, compared(old, new).rows) == new


@given(same=some_act())
def test_equal_texts_have_no_rows(same):
    assert compared(same, same.model_copy(deep=True)).rows == ()


@given(old=some_act(), new=some_act())
def test_the_runs_of_every_row_rebuild_both_sides(old, new):
    for row in compared(old, new).every:
        for kind, place in ((RunKind.DELETED, row.old), (RunKind.INSERTED, row.new)):
            there = (place.heading, place.text) if place else ("", "")
            assert (side(row.heading, kind), side(row.words, kind)) == there


@given(old=some_act(), new=some_act())
def test_every_element_of_both_is_in_exactly_one_row(old, new):
    rows = compared(old, new).every
    for text, places in ((old, [r.old for r in rows]), (new, [r.new for r in rows])):
        told = Counter(place.address for place in places if place)
        wanted = ["title", *(f"preamble_{n}" for n in range(1, len(text.preamble) + 1))]
        assert told == Counter([*wanted, *(address for address, _ in text.addressed())])


MOVED = (Kind.MOVED, Kind.MOVED_AND_CHANGED)
OTHER_WORDS = (Kind.CHANGED, Kind.MOVED_AND_CHANGED, Kind.RENUMBERED_AND_CHANGED)


@given(old=some_act(), new=some_act())
def test_what_was_added_one_way_was_removed_the_other_way(old, new):
    there, back = compared(old, new).counts, compared(new, old).counts
    assert (there[Kind.ADDED], there[Kind.REMOVED]) == (back[Kind.REMOVED], back[Kind.ADDED])
    for kinds in (MOVED, OTHER_WORDS):
        assert sum(there[kind] for kind in kinds) == sum(back[kind] for kind in kinds)


@given(old=some_act(), new=some_act())
def test_the_same_texts_always_give_the_same_rows(old, new):
    again = compared(old.model_copy(deep=True), new.model_copy(deep=True))
    assert compared(old, new) == again


@given(old=st.text("аб ,.\n", max_size=40), new=st.text("аб ,.\n", max_size=40))
def test_the_words_of_any_two_texts_are_rebuilt(old, new):
    runs = compared(act(article(1, old)), act(article(1, new))).every[1].words
    assert side(runs, RunKind.DELETED) == old
    assert side(runs, RunKind.INSERTED) == new


@needs_laws
def test_two_editions_of_the_law_on_legal_acts_are_compared_word_by_word():
    text = LAW_480.read_text(encoding="utf-8")
    old = read_act(text, Language.RU, strict=False)
    new = read_act(text.replace("уполномоченн", "ответственн"), Language.RU, strict=False)
    comparison = compared(old, new)
    assert set(comparison.counts) == {Kind.UNCHANGED, Kind.CHANGED}
    assert len(comparison.rows) > 40
    assert rebuilt(old, comparison.rows) == new


@needs_laws
def test_an_article_put_into_the_real_law_shifts_those_behind_it():
    old = read_act(LAW_480.read_text(encoding="utf-8"), Language.RU, strict=False)
    chapters = old.elements[0].children
    below = chapters[0].children
    new_ones = (*below[:2], article("2-1", FOURTH), *below[2:])
    chapter_1 = chapters[0].model_copy(update={"children": new_ones})
    section = old.elements[0].model_copy(update={"children": (chapter_1, *chapters[1:])})
    new = old.model_copy(update={"elements": (section, *old.elements[1:])})
    assert told(old, new) == [(Kind.ADDED, None, "art_2-1")]


def hard(size):
    """Two texts made to be hard: everything in one is like everything in the other."""
    short = tuple(sub_point(n, "заң") for n in range(size))
    other = tuple(sub_point(n, "құқық") for n in range(1, size + 1))
    long = [" ".join(letters) for letters in ("аб" * size * 12, "ба" * size * 12)]
    return act(article(1, long[0], *short)), act(article(1, long[1], *other))


def test_a_text_made_to_be_hard_takes_steps_that_grow_with_it_alone():
    small, large = (steps(lambda size=size: compared(*hard(size))) for size in (500, 1000))
    assert large < 2.5 * small
