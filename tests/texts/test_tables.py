"""The comparison table and its forms: what stands in them, and that nothing in them acts."""

import io
import re
from html.parser import HTMLParser

import docx
import pytest
from pypdf import PdfReader

from shared.kernel.text import Language
from shared.texts.comparing import compared
from shared.texts.comparison import Kind, RunKind, side
from shared.texts.tables.as_docx import as_docx
from shared.texts.tables.as_html import as_html
from shared.texts.tables.as_pdf import as_pdf
from shared.texts.tables.table import Both, Sides, tabled
from tests.texts.by_hand import act, article, point, sub_point

SIDES = Sides(
    title=Both(kk="Ашық деректер туралы", ru="Об открытых данных"),
    old=Both(kk="Қолданыстағы редакция", ru="Действующая редакция"),
    new=Both(kk="Ұсынылатын редакция", ru="Предлагаемая редакция"),
)
REASON = Both(kk="Талап нақтыланады.", ru="Требование уточняется.")
KK, RU = Language.KK, Language.RU
DATA_KK = "Мемлекеттік органдар ашық деректерді жыл сайын жариялайды"
DATA_RU = "Государственные органы публикуют открытые данные ежегодно"
NEW_KK = article(2, "", point(1, "Жаңа талап:", sub_point(1, "бірінші;"), sub_point(2, "екінші.")))
NEW_RU = article(2, "", point(1, "Новое:", sub_point(1, "первое;"), sub_point(2, "второе.")))
OLD = (act(article(1, DATA_KK), language=KK), act(article(1, DATA_RU)))
NEW = (
    act(article(1, DATA_KK.replace("жыл", "ай")), NEW_KK, language=KK),
    act(article(1, DATA_RU.replace("ежегодно", "ежемесячно")), NEW_RU),
)


def a_table(old=OLD, new=NEW, reasons=None, **but):
    comparisons = [compared(one, other) for one, other in zip(old, new, strict=True)]
    return tabled(SIDES, comparisons, reasons or {}, **but)


def text_of(content):
    """What a reader of the page sees."""
    seen = HTMLParser(convert_charrefs=True)
    words = []
    seen.handle_data = words.append
    seen.feed(content.decode())
    return "".join(words)


def test_a_row_has_both_languages_of_the_same_element():
    [first, *_] = a_table(reasons={"art_1": REASON}).rows
    assert (first.number, first.address, first.reason) == (1, "art_1", REASON)
    assert (first.kk.element, first.ru.element) == ("1-бап", "статья 1")
    assert (first.kk.change, first.ru.change) == ("өзгертілді", "изменено")
    [line] = first.ru.lines
    assert (line.old_mark, side(line.words, RunKind.DELETED)) == ("Статья 1.", DATA_RU)


def test_what_is_added_as_a_whole_is_one_row_but_an_article_has_its_own():
    rows = a_table().rows
    assert [(row.number, row.address) for row in rows] == [
        (1, "art_1"),
        (2, "art_2"),
    ]
    assert [line.new_mark for line in rows[1].kk.lines] == ["2-бап.", "1.", "1)", "2)"]
    two = act(*NEW[1].elements, article(3, "Ещё одна статья"))
    assert [r.address for r in a_table(OLD[1:], (two,)).rows] == ["art_1", "art_2", "art_3"]


def test_a_change_in_one_language_only_shows_the_other_as_it_stands():
    [row] = a_table(OLD, (OLD[0], NEW[1].model_copy(update={"elements": NEW[1].elements[:1]}))).rows
    assert (row.kk.kind, row.ru.kind) == (Kind.UNCHANGED, Kind.CHANGED)
    assert side(row.kk.lines[0].words, RunKind.INSERTED) == DATA_KK


def test_an_element_that_one_language_lacks_has_an_empty_cell():
    [_, row] = a_table(new=(NEW[0], act(NEW[1].elements[0]))).rows
    assert (row.address, row.ru) == ("art_2", None)
    assert row.kk.kind is Kind.ADDED


def test_everything_is_shown_on_demand():
    assert a_table(unchanged=True).rows[0].address == "title"
    assert a_table(OLD, OLD).rows == ()


def test_the_web_page_marks_what_goes_and_what_comes_in_its_language():
    page = as_html(a_table(reasons={"art_1": REASON})).decode()
    assert '<html lang="kk">' in page
    assert "<del>ежегодно</del>" in page
    assert "<ins>ежемесячно</ins>" in page
    assert '<p lang="ru">Требование уточняется.</p>' in page
    assert page.count('<th scope="col"') == 7
    assert '<tr id="art_2">' in page
    assert re.findall(r"(?:src|href)=|url\(|@import|<script", page) == []


HOSTILE = "<script>alert('1')</script> & \"x\" \u202e\x07 [link](http://a) #eval() \\ $x$"


@pytest.fixture
def hostile():
    texts = act(article(1, HOSTILE), title=HOSTILE)
    sides = SIDES.model_copy(update={"title": Both(kk=HOSTILE, ru=HOSTILE)})
    return tabled(sides, [compared(act(), texts)], {"art_1": Both(kk=HOSTILE, ru=HOSTILE)})


SHOWN = HOSTILE.replace("\u202e", "[U+202E]").replace("\x07", "[U+0007]")


def test_no_words_act_on_the_web_page(hostile):
    page = as_html(hostile)
    assert b"<script" not in page
    assert text_of(page).count(SHOWN) == 6
    assert "\u202e" not in page.decode()


def test_no_words_act_in_the_document(hostile):
    paper = docx.Document(io.BytesIO(as_docx(hostile)))
    [table] = paper.tables
    assert table.cell(2, 3).text == f"Статья 1. {SHOWN}"
    assert table.cell(2, 4).text == SHOWN


def test_no_words_act_on_paper(hostile):
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(as_pdf(hostile))).pages)
    whole = re.sub(r"\s|\u200b", "", text)
    assert re.sub(r"\s", "", SHOWN) in whole


def test_the_document_strikes_and_underlines_in_columns_of_both_languages():
    paper = docx.Document(io.BytesIO(as_docx(a_table(reasons={"art_1": REASON}))))
    [table] = paper.tables
    header, first, second = table.rows
    assert [cell.text for cell in header.cells][2:] == [
        "Қолданыстағы редакция, қазақша",
        "Ұсынылатын редакция, қазақша",
        "Действующая редакция, на русском языке",
        "Предлагаемая редакция, на русском языке",
        "Негіздеме / Обоснование",
    ]
    struck = [r.text for r in first.cells[4].paragraphs[0].runs if r.font.strike]
    lined = [r.text for r in first.cells[5].paragraphs[0].runs if r.font.underline]
    assert (struck, lined) == (["ежегодно"], ["ежемесячно"])
    assert first.cells[6].text == f"{REASON.kk}\n{REASON.ru}"
    assert (second.cells[2].text, second.cells[3].text.splitlines()[1]) == (
        "Жоқ.",
        "1. Жаңа талап:",
    )


def test_the_pages_repeat_their_header_and_hold_every_row():
    many = act(*(article(n, f"{DATA_RU} № {n}") for n in range(1, 90)))
    pages = PdfReader(io.BytesIO(as_pdf(tabled(SIDES, [compared(act(), many)], {})))).pages
    texts = [page.extract_text() for page in pages]
    assert len(texts) > 2
    assert all("Структурный" in text for text in texts)
    assert "Статья 89." in texts[-1]


@pytest.mark.parametrize("form", [as_html, as_docx, as_pdf])
def test_the_same_table_gives_the_same_bytes(form):
    assert form(a_table()) == form(a_table())


@pytest.mark.parametrize("form", [as_html, as_docx, as_pdf])
def test_a_table_without_rows_says_so(form):
    content = form(a_table(OLD, OLD))
    texts = {
        as_html: lambda: text_of(content),
        as_docx: lambda: "".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs),
        as_pdf: lambda: PdfReader(io.BytesIO(content)).pages[0].extract_text(),  # noqa: PLW0108 read only if asked
    }
    assert "Мәтіндер бірдей. / Тексты не различаются." in texts[form]()
