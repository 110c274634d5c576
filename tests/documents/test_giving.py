"""Documents are given out: whole or in part, to be saved, and only if nothing speaks against it."""

import httpx
import pytest

from services.bills.api.giving import disposition
from services.bills.domain.package import Document
from tests.documents.filing import a_document, content_of, digest_of
from tests.files import documents as d

LONG = d.PNG + bytes(range(256)) * 5000
NAMED = {"content-type": "image/png"}


@pytest.fixture
async def scan(http, on_file):
    return await a_document(http, await on_file(), LONG, headers=NAMED, file_name="скан 1.png")


async def test_the_file_comes_as_it_was_sent_and_is_to_be_saved(http, scan):
    answer = await http.get(content_of(scan))

    assert (answer.status_code, answer.content) == (200, LONG)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-length"] == str(len(LONG))
    assert answer.headers["etag"] == f'"{digest_of(LONG)}"'
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"____ 1.png\"; filename*=UTF-8''%D1%81%D0%BA%D0%B0%D0%BD%201.png"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=1000000-", 1_000_000, len(LONG) - 1),
        ("bytes=-100", len(LONG) - 100, len(LONG) - 1),
        ("bytes=-99999999", 0, len(LONG) - 1),
        ("bytes=5-99999999", 5, len(LONG) - 1),
    ],
)
async def test_a_part_is_given(http, scan, asked, first, last):
    answer = await http.get(content_of(scan), headers={"range": asked})
    assert (answer.status_code, answer.content) == (206, LONG[first : last + 1])
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(LONG)}"
    assert answer.headers["content-length"] == str(last - first + 1)


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0", "bytes=20-10"])
async def test_a_part_outside_the_file_is_refused_with_its_size(http, scan, asked):
    answer = await http.get(content_of(scan), headers={"range": asked})
    assert (answer.status_code, answer.json()["code"]) == (416, "range-not-there")
    assert answer.headers["content-range"] == f"bytes */{len(LONG)}"


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=0-1,5-6"},
        {"range": "lines=1-2"},
        {"range": "bytes=a-b"},
        {"range": "bytes=0-1", "if-range": '"another"'},
    ],
)
async def test_a_range_that_is_not_understood_or_not_meant_gives_the_whole(http, scan, headers):
    answer = await http.get(content_of(scan), headers=headers)
    assert (answer.status_code, answer.content) == (200, LONG)


async def test_who_has_the_file_is_not_sent_it_again(http, scan):
    tag = f'"{digest_of(LONG)}"'
    for tags in (tag, f'"x", W/{tag}', "*"):
        answer = await http.get(content_of(scan), headers={"if-none-match": tags})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == tag
    other = await http.get(content_of(scan), headers={"if-none-match": '"x"'})
    assert other.status_code == 200


async def test_head_says_all_but_the_file(http, scan):
    answer = await http.head(content_of(scan))
    whole = await http.get(content_of(scan))
    same = {"content-length", "content-type", "etag", "content-disposition", "accept-ranges"}
    assert (answer.status_code, answer.content) == (200, b"")
    assert {n: answer.headers[n] for n in same} == {n: whole.headers[n] for n in same}


async def test_the_package_names_the_file_of_each_document_that_is_there(http, on_file):
    content = d.a_pdf()
    note = {"kind": "explanatory_note", "name": "Записка", "digest": digest_of(content)}
    other = {"kind": "working_group", "name": "Рабочая группа", "digest": "0" * 64}
    bill = await on_file(package=(Document(**note), Document(**other)))

    before = (await http.get(f"/bills/{bill.id}/package")).json()
    filed = await a_document(http, bill, content, headers={"content-type": "application/pdf"})
    after = (await http.get(f"/bills/{bill.id}/package")).json()

    assert [line["content"] for line in before] == [None, None]
    assert after[0]["document_id"] == filed["id"]
    assert after[0]["content"] == filed["links"]["content"]
    assert after[1]["content"] is None


@pytest.mark.parametrize(
    ("given", "plain", "coded"),
    [
        ("note.pdf", "note.pdf", "note.pdf"),
        ("note.PDF", "note.PDF", "note.PDF"),
        ("virus.exe", "virus.exe.pdf", "virus.exe.pdf"),
        ('a"; filename="b.exe', "a_; filename=_b.exe.pdf", "a_%3B%20filename%3D_b.exe.pdf"),
        ("a\u202egnp.fdp", "a_gnp.fdp.pdf", "a_gnp.fdp.pdf"),
        ("100%.pdf", "100_.pdf", "100%25.pdf"),
        ("..", "document.pdf", "document.pdf"),
        ("қ", "_.pdf", "%D2%9B.pdf"),
    ],
)
def test_the_name_of_a_saved_file_is_safe_everywhere(given, plain, coded):
    said = disposition(given, ".pdf")
    assert said == f"attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}"
    assert httpx.Headers({"content-disposition": said})
