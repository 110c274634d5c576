"""In which order a roll is called: by the Kazakh alphabet, from somewhere on, or as given."""

import unicodedata
from random import Random
from uuid import UUID

import pytest

from services.voting.domain.alphabet import LETTERS, is_letter, sort_key
from services.voting.domain.calling import (
    Callee,
    Calling,
    calling_under,
    fits,
    in_order,
    must_fit,
)
from services.voting.domain.refusals import NoSuchCalling
from services.voting.domain.stages import CallingOrder
from shared.contracts.words import Bilingual
from tests.voting.builders import RULES

# As a dictionary has them: letters that are Kazakh alone stand after the letters they are like.
IN_THE_DICTIONARY = [
    "Абай", "Али Бек", "Алиев", "Ахмет", "Әділ", "Әсем", "Бота", "Виктор", "Гүл", "Ғани", "Даулет",
    "Ербол", "Ёлкин", "Жанна", "Зере", "Ильяс", "Камал", "Қайрат", "Қуат", "Нұр", "Ңг", "Олжас",
    "Өмір", "Самал", "Ұлан", "Үміт", "Хан", "Һәмзе", "Шара", "Ыбырай", "Іңкәр", "Эльмира", "Яков",
]  # fmt: skip


def a_roll(names):
    """In no order; numbers say nothing of the alphabet."""
    shuffled = list(enumerate(names, 1))
    Random(7).shuffle(shuffled)  # noqa: S311 it is to be repeatable
    return [Callee(UUID(int=n), n, Bilingual(kk=name, ru="Депутат")) for n, name in shuffled]


def names_of(called):
    return [one.name.kk for one in called]


def test_names_are_called_by_the_kazakh_alphabet():
    called = in_order(Calling(CallingOrder.ALPHABETICAL), a_roll(IN_THE_DICTIONARY))

    assert names_of(called) == IN_THE_DICTIONARY
    assert [one.place for one in called] == list(range(1, len(called) + 1))


def test_the_order_is_not_that_of_code_points():
    assert sorted(IN_THE_DICTIONARY) != IN_THE_DICTIONARY
    assert sorted(LETTERS) != list(LETTERS)
    assert len(set(LETTERS)) == len(LETTERS) == 42


def test_capitals_and_ways_of_writing_a_letter_make_no_difference():
    for name in ("Йусуф", "Ёлкин", "ҚАЙРАТ"):
        assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(name)
        assert sort_key(name.lower()) == sort_key(name)


def test_who_bears_the_same_name_is_told_apart_by_number():
    namesakes = [Callee(UUID(int=9 - n), n, Bilingual(kk="Қайрат", ru="К")) for n in (3, 1, 2)]

    called = in_order(Calling(CallingOrder.ALPHABETICAL), namesakes)

    assert [one.number for one in called] == [1, 2, 3]


@pytest.mark.parametrize(
    ("letter", "first"),
    [("Қ", "Қайрат"), ("қ", "Қайрат"), ("А", "Абай"), ("Ъ", "Ыбырай"), ("Л", "Нұр")],
)
def test_the_calling_begins_with_a_letter_or_the_next_one_there_is(letter, first):
    calling = Calling(CallingOrder.ALPHABETICAL, letter=letter)

    called = names_of(in_order(calling, a_roll(IN_THE_DICTIONARY)))

    start = IN_THE_DICTIONARY.index(first)
    assert called == IN_THE_DICTIONARY[start:] + IN_THE_DICTIONARY[:start]


def test_after_the_last_letter_the_alphabet_begins_anew():
    calling = Calling(CallingOrder.ALPHABETICAL, letter="Я")

    assert names_of(in_order(calling, a_roll(["Абай", "Бота"]))) == ["Абай", "Бота"]


@pytest.mark.parametrize("order", [CallingOrder.ALPHABETICAL, CallingOrder.BY_NUMBER])
def test_the_calling_begins_with_a_deputy(order):
    roll = a_roll(IN_THE_DICTIONARY)

    called = in_order(Calling(order, first=UUID(int=20)), roll)

    assert called[0].person_id == UUID(int=20)
    assert [one.number for one in called] == [*range(20, len(roll) + 1), *range(1, 20)]


def test_a_given_order_is_kept_as_it_was_given():
    roll = a_roll(["Абай", "Бота", "Гүл"])
    given = tuple(UUID(int=n) for n in (2, 3, 1))

    called = in_order(Calling(CallingOrder.GIVEN, given=given), roll)

    assert tuple(one.person_id for one in called) == given


ROLL = [UUID(int=n) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("given", "missing", "strangers"),
    [
        (ROLL[:2], [ROLL[2]], []),
        ([*ROLL, UUID(int=4)], [], [UUID(int=4)]),
        ([*ROLL[:2], UUID(int=4)], [ROLL[2]], [UUID(int=4)]),
        ([*ROLL, ROLL[0]], [], []),
        ([], ROLL, []),
    ],
)
def test_an_order_that_does_not_name_everyone_once_is_refused(given, missing, strangers):
    calling = Calling(CallingOrder.GIVEN, given=tuple(given))

    with pytest.raises(NoSuchCalling) as refused:
        must_fit(calling, ROLL)

    said = str(refused.value)
    assert all(str(person) in said for person in [*missing, *strangers])
    assert not fits(calling, ROLL)


@pytest.mark.parametrize(
    "calling",
    [
        Calling(CallingOrder.ALPHABETICAL, first=UUID(int=4)),
        Calling(CallingOrder.ALPHABETICAL, letter="A"),  # Latin: it looks like one and is none
        Calling(CallingOrder.ALPHABETICAL, letter="Аб"),
        Calling(CallingOrder.BY_NUMBER, letter="А"),
        Calling(CallingOrder.GIVEN, letter="А", given=tuple(ROLL)),
    ],
)
def test_a_beginning_that_there_cannot_be_is_refused(calling):
    assert not fits(calling, ROLL)


def test_only_letters_of_the_alphabet_are_letters():
    assert all(is_letter(letter) and is_letter(letter.upper()) for letter in LETTERS)
    assert not any(map(is_letter, ("", "A", "i", "1", " ", "ß", "аб")))


def test_the_usual_order_is_the_one_of_the_rules():
    assert calling_under(RULES) == Calling(CallingOrder.ALPHABETICAL)
    assert calling_under(RULES, starts_at="Қ").letter == "Қ"
    assert calling_under(RULES, order=ROLL).order is CallingOrder.GIVEN
