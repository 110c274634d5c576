"""A change of an act: what an amendment asks for, of one structural element."""

import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from shared.kernel.errors import Invalid
from shared.kernel.text import Text
from shared.texts.tree import Element, Level

COUNTED = frozenset({Level.PART, Level.INDENT})
"""Elements without a printed number: they are counted anew after every change."""


class ChangeKind(StrEnum):
    """What is done to the element that is addressed."""

    REPLACE_WORDS = "replace_words"
    NEW_WORDING = "new_wording"
    INSERT_BEFORE = "insert_before"
    INSERT_AFTER = "insert_after"
    INSERT_UNDER = "insert_under"
    REMOVE = "remove"


BESIDE = frozenset({ChangeKind.INSERT_BEFORE, ChangeKind.INSERT_AFTER})
INSERTING = BESIDE | {ChangeKind.INSERT_UNDER}


class Change(BaseModel):
    """One change of one language's text.

    Attributes:
        address: of the element in the version that is changed, as `art_33-1__pt_2`.
        elements: the new wording, or what is inserted.
        words: what is replaced wherever it stands in the element's own heading and text.
        instead: what stands there afterwards; empty to strike the words out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ChangeKind
    address: str = Field(min_length=1, max_length=300)
    elements: tuple[Element, ...] = ()
    words: str = ""
    instead: str = ""


class ChangeRefused(Invalid):
    """The change cannot be made in this text; the element is named."""

    code = "change-refused"


def rank(number: str) -> tuple[int, ...] | None:
    """The place of a printed number among others; None if it is not counted in digits.

    `33-1` stands between `33` and `34`.
    """
    plain = re.fullmatch(r"\d{1,9}(-\d{1,9})*", number)
    return tuple(map(int, number.split("-"))) if plain else None


NO_SUCH_ELEMENT = Text(
    kk="Мәтінде {address} элементі жоқ.",
    ru="В тексте нет элемента {address}.",
    en="The text has no element {address}.",
)
NO_SUCH_WORDS = Text(
    kk="{address} элементінде «{words}» деген сөздер жоқ.",
    ru="В элементе {address} нет слов «{words}».",
    en="The element {address} has no words “{words}”.",
)
WRONG_SHAPE = Text(
    kk="{address}: мұндай түзетуге {needed} керек.",
    ru="{address}: такой поправке нужно: {needed}.",
    en="{address}: such a change needs {needed}.",
)
ANOTHER_ELEMENT = Text(
    kk="{address} элементінің жаңа редакциясы {key} болып тұр.",
    ru="Новая редакция элемента {address} дана как {key}.",
    en="The new wording of the element {address} is that of {key}.",
)
DOES_NOT_FIT = Text(
    kk="{key} элементі {address} жанында тұра алмайды.",
    ru="Элемент {key} не может стоять у {address}.",
    en="The element {key} cannot stand at {address}.",
)
OUT_OF_ORDER = Text(
    kk="{address} элементінің нөмірі көршілерінің ретіне сай емес.",
    ru="Номер элемента {address} нарушает порядок соседних.",
    en="The number of the element {address} breaks the order of its neighbours.",
)
THERE_ALREADY = Text(
    kk="Мәтінде {address} элементі бар.",
    ru="Элемент {address} в тексте уже есть.",
    en="The text already has an element {address}.",
)
IN_CONFLICT = Text(
    kk="Өзгерістер бір-біріне қайшы: {address}.",
    ru="Изменения противоречат друг другу: {address}.",
    en="The changes conflict at {address}.",
)
ONE_ELEMENT = Text(kk="бір элемент", ru="один элемент", en="one element")
AN_ELEMENT = Text(kk="кемінде бір элемент", ru="хотя бы один элемент", en="at least one element")
SOME_WORDS = Text(kk="ауыстырылатын сөздер", ru="заменяемые слова", en="words to be replaced")
NOTHING = Text(kk="бос мәтін", ru="пустой текст", en="an empty text")
