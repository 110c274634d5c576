"""Acts as DOCX: the same when they come back, and refused when words would be lost."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings

from shared.kernel.text import Language
from shared.texts.docx.package import ENTRIES, LARGEST, UNPACKED, DocxRefused
from shared.texts.docx.reading import from_docx
from shared.texts.docx.writing import as_docx
from shared.texts.reading import read_act
from shared.texts.refusals import TextRefused
from tests.texts.laws import KK, LAW_213, LAW_480, RU, needs_laws
from tests.texts.trees import acts

BOTH = [(Language.RU, RU), (Language.KK, KK)]


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_an_act_comes_back_from_a_docx_the_same(language, text):
    act = read_act(text, language)
    assert from_docx(as_docx(act), language) == act


@given(act=acts())
@settings(max_examples=40, deadline=None)
def test_every_tree_comes_back_from_a_docx_the_same(act):
    assert from_docx(as_docx(act), act.language) == act


@needs_laws
@pytest.mark.parametrize("law", [LAW_480, LAW_213])
def test_a_real_law_comes_back_from_a_docx_the_same(law):
    act = read_act(law.read_text(), Language.RU, strict=False)
    assert from_docx(as_docx(act), Language.RU, strict=False) == act


def a_document(*paragraphs):
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return document


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_words_of_tables_links_and_broken_lines_are_kept():
    document = a_document("Статья 1. Сфера", "Первая строка.\nВторая\tстрока.")
    document.add_table(1, 2).cell(0, 1).text = "Ячейка."
    act = from_docx(saved(document), Language.RU)
    words = [element.text for _, element in act.addressed() if element.text]
    assert words == ["Первая строка.", "Вторая строка.", "Ячейка."]


def with_numbering(document, printed, *, kind="decimal", start=1):
    """Number the paragraphs after the first as Word does, each in the one list."""
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0">'
            f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{printed}"/>'
            "</w:lvl></w:abstractNum>",
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'),
    )
    for paragraph in document.paragraphs[1:]:
        own = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", "0"), ("w:numId", "77")):
            one = OxmlElement(tag)
            one.set(qn("w:val"), value)
            own.append(one)
        paragraph._p.get_or_add_pPr().append(own)  # noqa: SLF001 its XML
    return saved(document)


@pytest.mark.parametrize(
    ("printed", "start", "keys"),
    [("%1.", 1, ["pt_1", "pt_2"]), ("%1)", 5, ["sp_5", "sp_6"])],
)
def test_numbers_that_word_counts_are_counted_as_word_does(printed, start, keys):
    file = with_numbering(a_document("Статья 1. Сфера", "Первый.", "Второй."), printed, start=start)
    (article,) = from_docx(file, Language.RU).elements
    assert [child.key for child in article.children] == keys
    assert [child.text for child in article.children] == ["Первый.", "Второй."]


@pytest.mark.parametrize(
    ("printed", "kind"), [("•", "bullet"), ("%1.", "lowerLetter"), ("%1.%2.", "decimal")]
)
def test_a_number_that_cannot_be_known_is_refused_with_its_paragraph(printed, kind):
    file = with_numbering(a_document("Статья 1. Сфера", "Первый."), printed, kind=kind)
    with pytest.raises(DocxRefused, match="Первый") as refusal:
        from_docx(file, Language.RU)
    assert refusal.value.line == 2


@pytest.mark.parametrize(
    "tag", ["w:ins", "w:del", "w:footnoteReference", "w:drawing", "w:vanish", "m:oMath"]
)
def test_what_would_be_lost_is_refused_with_its_paragraph(tag):
    document = a_document("Статья 1. Сфера", "Слова.")
    document.paragraphs[1].runs[0]._r.append(OxmlElement(tag))  # noqa: SLF001 its XML
    with pytest.raises(DocxRefused, match="Слова") as refusal:
        from_docx(saved(document), Language.RU)
    assert refusal.value.line == 2


def packed(parts, **choices):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **choices) as package:
        for name, content in parts:
            package.writestr(name, content)
    return file.getvalue()


def replaced(name, content):
    """A good file with one part in the place of another."""
    with zipfile.ZipFile(io.BytesIO(as_docx(read_act(RU, Language.RU)))) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    return packed((parts | {name: content}).items())


DTD = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (b"", "no DOCX"),
        (b"PK\x03\x04 damaged", "no DOCX"),
        (RU.encode(), "no DOCX"),
        (packed([("word/document.xml", "<a/>")]), "no DOCX"),
        (packed([("bomb.xml", b" " * (30 * 2**20))]), "packed"),
        (packed([(f"{n}.bin", b" " * 2**20) for n in range(UNPACKED // 2**20 + 1)]), "bytes"),
        (packed([(str(n), b"") for n in range(ENTRIES + 1)]), "parts"),
        (b"0" * (LARGEST + 1), "bytes"),
        (replaced("word/document.xml", DTD), "DTD"),
        (replaced("word/document.xml", b"<w"), "no DOCX"),
        (replaced("word/settings.xml", DTD.decode().encode("utf-16")), "DTD"),
        (as_docx(read_act(RU, Language.RU))[:-200], "no DOCX"),
    ],
)
def test_a_file_that_would_do_harm_or_is_damaged_is_not_opened(file, says):
    with pytest.raises(DocxRefused, match=says):
        from_docx(file, Language.RU)


def test_the_words_are_refused_as_those_of_a_plain_text_are():
    file = saved(a_document("Статья 1. А", "Слова.", "Статья 1. Б"))
    with pytest.raises(TextRefused) as refusal:
        from_docx(file, Language.RU)
    assert (refusal.value.element, refusal.value.line) == ("Статья 1", 3)
