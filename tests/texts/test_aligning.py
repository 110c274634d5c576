"""The two languages are one act: what one text has and the other has not is reported."""

import pytest
from hypothesis import given, settings

from shared.kernel.text import Language
from shared.texts.aligning import Difference, aligned
from shared.texts.reading import read_act
from shared.texts.tree import Act, Element
from tests.texts.laws import KK, LAW_480, RU, needs_laws
from tests.texts.trees import acts


def kk(text=KK):
    return read_act(text, Language.KK)


def ru(text=RU):
    return read_act(text, Language.RU)


def differences(alignment):
    return [(one.difference.value, one.address, one.language) for one in alignment.differences]


def test_two_authentic_texts_are_aligned():
    alignment = aligned(kk(), ru())
    assert alignment.is_aligned
    assert alignment.elements == 13


@given(act=acts(Language.RU))
@settings(max_examples=50, deadline=None)
def test_every_text_is_aligned_with_itself(act):
    assert aligned(act, act).is_aligned


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ("1-1) тізілім – ашық деректер тізбесі;\n", "", [("missing", "art_1__sp_1-1", "kk")]),
        ("2. Бас", "3. Бас", [("missing", "art_2__pt_3", "ru"), ("missing", "art_2__pt_2", "kk")]),
        ("    Өзге құқықтар заңдарда белгіленеді.\n", "", [("parts", "art_2__pt_1", None)]),
        ("    тегін;\n", "", [("indents", "art_2__pt_1__sp_2", None)]),
        ("2-бап. Деректерге құқық", "2-бап.", [("heading", "art_2", "kk")]),
        ("    Осы Заң 2027", "    Бірінші бөлік.\n    Осы Заң 2027", [("parts", "art_33-1", None)]),
    ],
)  # fmt: skip
def test_what_only_one_text_has_is_reported_with_its_address(was, becomes, found):
    assert was in KK
    assert differences(aligned(kk(KK.replace(was, becomes)), ru())) == found


def test_a_missing_article_is_reported_once_and_not_all_that_is_in_it():
    without = KK[: KK.index("2-бап.")] + KK[KK.index("2-тарау.") :]
    alignment = aligned(kk(without), ru())
    assert differences(alignment) == [("missing", "art_2", "kk")]
    assert alignment.missing[0].ru == "Право на данные"


def test_elements_in_another_order_are_reported():
    act = ru("Статья 1. А\n1. Б.\n2. В.\n3. Г.")
    article = act.elements[0]
    moved = Element(**(article.model_dump() | {"children": article.children[::-1]}))
    alignment = aligned(Act(language=Language.KK, elements=(moved,)), act)
    assert {one.difference for one in alignment.differences} == {Difference.OUT_OF_ORDER}
    assert len(alignment.differences) == 2


@needs_laws
def test_notes_of_editors_and_signatures_are_no_difference():
    act = ru(LAW_480.read_text())
    bare = Act(language=Language.KK, elements=tuple(map(without_asides, act.elements)))
    assert aligned(bare, act).is_aligned


def without_asides(element):
    kept = [one for one in element.children if not one.number.startswith(("note", "end"))]
    return element.model_copy(update={"children": tuple(map(without_asides, kept))})
