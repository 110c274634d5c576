"""Changes of an act: made mechanically, all at once, or refused with the element's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kernel.text import Language
from shared.texts.changing import Change, ChangeKind, ChangeRefused, changed
from shared.texts.conflicting import ConflictKind, conflicts
from shared.texts.tree import Act, Element, Level
from tests.texts.steps import steps

K = ChangeKind


def an(level: Level, number: int | str, text: str = "", *children: Element) -> Element:
    return Element(level=level, number=str(number), text=text, children=children)


def an_article(number: int | str, *children: Element, text: str = "") -> Element:
    return an(Level.ARTICLE, number, text, *children)


def a_point(number: int | str, text: str = "Слова.", *children: Element) -> Element:
    return an(Level.POINT, number, text, *children)


def an_act(*elements: Element) -> Act:
    return Act(language=Language.RU, title="Закон", elements=elements)


THE_ACT = an_act(
    an(Level.CHAPTER, 1, "", an_article(1, a_point(1), a_point(2), a_point(3)), an_article(2)),
    an(Level.CHAPTER, 2, "", an_article(3, an(Level.PART, 1, "А."), an(Level.PART, 2, "Б."))),
)


def addresses(act: Act) -> list[str]:
    return [address for address, _ in act.addressed()]


def texts(act: Act) -> dict[str, str]:
    return {address: element.text for address, element in act.addressed()}


def a_change(kind: ChangeKind, address: str, *elements: Element, **words: str) -> Change:
    return Change(kind=kind, address=address, elements=elements, **words)


def refused(*changes: Change, act: Act = THE_ACT) -> str:
    with pytest.raises(ChangeRefused) as refusal:
        changed(act, changes)
    return refusal.value.message.en


def test_an_element_is_removed_and_the_others_keep_their_numbers():
    after = changed(THE_ACT, [a_change(K.REMOVE, "art_1__pt_2")])
    assert set(addresses(THE_ACT)) - set(addresses(after)) == {"art_1__pt_2"}


def test_an_element_is_worded_anew_with_all_that_is_in_it():
    new = a_point(2, "Иначе:", an(Level.SUB_POINT, 1, "раз;"))
    after = changed(THE_ACT, [a_change(K.NEW_WORDING, "art_1__pt_2", new)])
    assert texts(after)["art_1__pt_2"] == "Иначе:"
    assert texts(after)["art_1__pt_2__sp_1"] == "раз;"


def test_an_article_is_inserted_between_two_others():
    after = changed(THE_ACT, [a_change(K.INSERT_AFTER, "art_1", an_article("1-1"))])
    assert [a for a in addresses(after) if a.startswith("art_") and "__" not in a] == [
        "art_1",
        "art_1-1",
        "art_2",
        "art_3",
    ]


def test_articles_inserted_at_one_place_stand_in_the_order_of_their_numbers():
    batch = [
        a_change(K.INSERT_BEFORE, "art_2", an_article("1-1")),
        a_change(K.INSERT_AFTER, "art_1", an_article("1-2")),
    ]
    after = addresses(changed(THE_ACT, batch))
    assert after.index("art_1-1") < after.index("art_1-2") < after.index("art_2")


def test_a_point_is_added_at_the_end_of_an_article():
    after = changed(THE_ACT, [a_change(K.INSERT_UNDER, "art_1", a_point(4))])
    assert addresses(after)[5:7] == ["art_1__pt_4", "art_2"]


def test_words_are_replaced_as_words_and_nowhere_else():
    act = an_act(an_article(1, text="Акт и акты; контракт. Акт."))
    after = changed(act, [a_change(K.REPLACE_WORDS, "art_1", words="Акт", instead="Закон")])
    assert texts(after)["art_1"] == "Закон и акты; контракт. Закон."


def test_two_replacements_look_for_their_words_in_the_original():
    act = an_act(an_article(1, text="один два"))
    batch = [
        a_change(K.REPLACE_WORDS, "art_1", words="один", instead="два"),
        a_change(K.REPLACE_WORDS, "art_1", words="два", instead="три"),
    ]
    assert texts(changed(act, batch))["art_1"] == "два три"
    assert texts(changed(act, batch[::-1]))["art_1"] == "два три"


def test_addresses_are_those_of_the_original_whatever_is_removed_before():
    batch = [
        a_change(K.REMOVE, "art_3__part_1"),
        a_change(K.REPLACE_WORDS, "art_3__part_2", words="Б", instead="В"),
    ]
    assert texts(changed(THE_ACT, batch))["art_3__part_1"] == "В."


def test_parts_are_counted_anew():
    after = changed(THE_ACT, [a_change(K.INSERT_BEFORE, "art_3__part_1", an(Level.PART, 1, "Я."))])
    assert [texts(after)[f"art_3__part_{n}"] for n in (1, 2, 3)] == ["Я.", "А.", "Б."]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (a_change(K.REMOVE, "art_9"), "no element art_9"),
        (a_change(K.REPLACE_WORDS, "art_2", words="нет"), "art_2 has no words “нет”"),
        (a_change(K.REPLACE_WORDS, "art_2"), "art_2: such a change needs words"),
        (a_change(K.NEW_WORDING, "art_2", an_article(5)), "art_2 is that of art_5"),
        (a_change(K.NEW_WORDING, "art_2", a_point(2)), "art_2 is that of pt_2"),
        (a_change(K.NEW_WORDING, "art_2"), "art_2: such a change needs one element"),
        (a_change(K.INSERT_AFTER, "art_2"), "art_2: such a change needs at least one"),
        (a_change(K.REMOVE, "art_2", an_article(2)), "art_2: such a change needs an empty"),
        (a_change(K.INSERT_AFTER, "art_2", a_point(1)), "pt_1 cannot stand at art_2"),
        (a_change(K.INSERT_UNDER, "art_2", an_article(4)), "art_4 cannot stand at art_2"),
        (a_change(K.INSERT_UNDER, "art_1", an(Level.PART, 1)), "part_1 cannot stand at art_1"),
        (a_change(K.INSERT_AFTER, "art_2", an_article(1)), "already has an element art_1"),
        (a_change(K.INSERT_AFTER, "art_2", an_article(3)), "already has an element art_3"),
        (a_change(K.INSERT_AFTER, "art_2", an_article(7)), "number of the element art_7 breaks"),
        (a_change(K.INSERT_AFTER, "art_1__pt_1", a_point("4")), "art_1__pt_4 breaks"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_element(change, said):
    assert said in refused(change)


CONFLICTING = [
    (ConflictKind.SAME_ELEMENT, a_change(K.REMOVE, "art_2"), a_change(K.REMOVE, "art_2")),
    (
        ConflictKind.SAME_ELEMENT,
        a_change(K.REPLACE_WORDS, "art_1__pt_1", words="Слова"),
        a_change(K.NEW_WORDING, "art_1__pt_1", a_point(1)),
    ),
    (
        ConflictKind.SAME_ELEMENT,
        a_change(K.REPLACE_WORDS, "art_1__pt_1", words="Слова"),
        a_change(K.REPLACE_WORDS, "art_1__pt_1", words="Слова."),
    ),
    (
        ConflictKind.INSIDE,
        a_change(K.REMOVE, "chp_1"),
        a_change(K.REPLACE_WORDS, "art_1__pt_1", words="Слова"),
    ),
    (
        ConflictKind.INSIDE,
        a_change(K.NEW_WORDING, "art_1", an_article(1)),
        a_change(K.INSERT_UNDER, "art_1", a_point(4)),
    ),
    (
        ConflictKind.SAME_PLACE,
        a_change(K.INSERT_AFTER, "art_1", an_article("1-1")),
        a_change(K.INSERT_BEFORE, "art_2", an_article("1-1")),
    ),
    (
        ConflictKind.SAME_PLACE,
        a_change(K.INSERT_AFTER, "art_3__part_2", an(Level.PART, 3)),
        a_change(K.INSERT_UNDER, "art_3", an(Level.PART, 1)),
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), CONFLICTING)
def test_changes_that_exclude_each_other_conflict_and_are_not_made(kind, one, other):
    for batch in ([one, other], [other, one]):
        [found] = conflicts(THE_ACT, batch)
        assert (found.kind, set(found.changes)) == (kind, {0, 1})
        assert found.between(0, 1)
        assert "conflict at" in refused(*batch)


def test_those_inside_an_element_that_goes_do_not_exclude_each_other():
    batch = [
        a_change(K.REMOVE, "art_1__pt_1"),
        a_change(K.REMOVE, "art_1"),
        a_change(K.REMOVE, "art_1__pt_2"),
    ]
    [found] = conflicts(THE_ACT, batch)
    assert (found.between(0, 1), found.between(1, 2), found.between(0, 2)) == (True, True, False)


def test_an_article_may_take_the_place_of_one_that_goes():
    batch = [a_change(K.REMOVE, "art_2"), a_change(K.INSERT_AFTER, "art_1", an_article(2))]
    assert addresses(changed(THE_ACT, batch)) == addresses(THE_ACT)


some_act = st.builds(
    lambda sizes: an_act(
        *(an_article(n, *(a_point(p) for p in range(1, size + 1))) for n, size in sizes)
    ),
    st.lists(st.integers(0, 4), min_size=1, max_size=6).map(
        lambda sizes: list(enumerate(sizes, 1))
    ),
)


@st.composite
def some_changes(draw):
    """An act with a batch of changes of elements that it has."""
    act = draw(some_act)
    there = draw(st.lists(st.sampled_from(list(act.addressed())), max_size=6))
    return act, [draw(_change_of(address, element)) for address, element in there]


def _change_of(address, element):
    worded = element.model_copy(update={"text": "Новая редакция."})
    inserted = element.model_copy(update={"number": f"{element.number}-1", "children": ()})
    return st.sampled_from(
        [
            a_change(K.REMOVE, address),
            a_change(K.NEW_WORDING, address, worded),
            a_change(K.INSERT_AFTER, address, inserted),
        ]
    )


@given(some_changes())
def test_a_batch_is_refused_exactly_when_it_conflicts_and_its_order_does_not_matter(drawn):
    act, batch = drawn
    if conflicts(act, batch):
        refused(*batch, act=act)
    else:
        assert changed(act, batch) == changed(act, batch[::-1])


@given(some_changes())
def test_nothing_changes_but_what_is_addressed(drawn):
    act, batch = drawn
    if conflicts(act, batch):
        return
    before, after = dict(act.addressed()), dict(changed(act, batch).addressed())
    of = [change.address for change in batch]
    for address, element in before.items():
        apart = not any(address.startswith(a) or a.startswith(address) for a in of)
        assert not apart or after[address] == element


@given(some_act)
def test_no_changes_change_nothing(act):
    assert changed(act, []) == act


def changed_everywhere(articles):
    """All points of so many articles get other words."""
    points = [a_point(p) for p in range(1, 11)]
    act = an_act(*(an_article(n, *points) for n in range(1, articles + 1)))
    batch = [
        a_change(K.REPLACE_WORDS, address, words="Слова", instead="Речи")
        for address, element in act.addressed()
        if element.level is Level.POINT
    ]
    return changed(act, batch)


def test_many_changes_are_made_in_steps_that_grow_with_them_alone():
    assert set(texts(changed_everywhere(100)).values()) == {"", "Речи."}
    few, many = (steps(lambda n=n: changed_everywhere(n)) for n in (100, 200))
    assert many < 2.5 * few
