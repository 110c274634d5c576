"""What was done last, for feed readers."""

import xml.etree.ElementTree as ET
from uuid import uuid4

import pytest

from shared.contracts.words import Bilingual
from shared.kernel.text import Language
from shared.web.atom import ATOM, Feed, written
from tests.bills.builders import CLERK, DEPUTY, a_package

PACKAGE = [document.model_dump(mode="json") for document in a_package()]
AWKWARD = Bilingual(kk="«Ел» & <заң> ]]>", ru="О «стране» & <законе>")
TEXTS = {"kk": "1-бап.", "ru": "Статья 1."}


@pytest.fixture
async def bill_id(http, signed):
    """A bill that was drafted, introduced and registered."""
    body = {"kind": "law", "title": AWKWARD.model_dump(), "texts": TEXTS, "package": PACKAGE}
    made = (await http.post("/bills", json=body, headers=signed(DEPUTY))).json()
    await http.post(f"/bills/{made['id']}/introduction", headers=signed(DEPUTY))
    done = await http.post(f"/bills/{made['id']}/registration", headers=signed(CLERK))
    assert done.status_code == 200, done.text
    return made["id"]


def read(answer):
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml"
    return ET.fromstring(answer.content)  # noqa: S314 our own


def texts(element, path):
    return [found.text for found in element.findall(path, {"": ATOM})]


def links(feed):
    return {link.get("rel"): link.get("href") for link in feed.findall("link", {"": ATOM})}


@pytest.mark.parametrize("path", ["/bills.atom", "/bills/{}.atom"])
async def test_the_newest_act_comes_first(http, bill_id, path):
    feed = read(await http.get(path.format(bill_id), params={"language": "ru"}))
    terms = [each.get("term") for each in feed.findall("entry/category", {"": ATOM})]
    assert terms == ["register", "introduce", "draft"]
    [first, *_] = texts(feed, "entry/title")
    assert first.startswith("Законопроект зарегистрирован: О «стране» & <законе> (2026-0001)")
    assert texts(feed, "updated") == [max(texts(feed, "entry/updated"))]
    assert len(set(texts(feed, "entry/id"))) == len(terms)
    assert all(each.startswith("urn:uuid:") for each in texts(feed, "entry/id"))


async def test_a_feed_is_told_in_the_language_asked_for(http, bill_id):
    kazakh = await http.get(f"/bills/{bill_id}.atom")
    russian = await http.get(f"/bills/{bill_id}.atom", params={"language": "ru"})
    assert texts(read(kazakh), "title") == [AWKWARD.kk]
    assert kazakh.headers["content-language"] == "kk"
    assert texts(read(kazakh), "entry/id") == texts(read(russian), "entry/id")
    assert (await http.get("/bills.atom?language=en")).status_code == 422


async def test_a_reader_who_has_the_feed_is_not_sent_it_again(http, signed, bill_id):
    first = await http.get("/bills.atom")
    tag = {"If-None-Match": first.headers["etag"]}
    again = await http.get("/bills.atom", headers=tag)
    assert (again.status_code, again.content) == (304, b"")

    await http.post(f"/bills/{bill_id}/admission", headers=signed(CLERK))
    assert len(read(await http.get("/bills.atom", headers=tag)).findall("entry", {"": ATOM})) == 4


async def test_a_feed_goes_on_in_pages(http, bill_id):
    first = read(await http.get(f"/bills/{bill_id}.atom", params={"limit": 2}))
    where = links(first)["next"].removeprefix("/api/bills/v1")
    second = read(await http.get(where))
    assert len(texts(first, "entry/id") + texts(second, "entry/id")) == 3
    assert "next" not in links(second)
    assert links(second)["first"] == links(first)["self"]


async def test_the_list_says_where_its_feed_is(http):
    links = (await http.get("/bills")).links
    assert links["alternate"]["type"] == "application/atom+xml"
    assert read(await http.get(links["alternate"]["url"].removeprefix("/api/bills/v1"))) is not None


async def test_a_bill_there_is_not_has_no_feed(http):
    assert (await http.get(f"/bills/{uuid4()}.atom")).status_code == 404


def test_what_xml_cannot_hold_is_left_out():
    feed = Feed(uuid4(), "а\x0bб\ud800", "к", Language.RU, [])
    assert texts(ET.fromstring(written(feed)), "title") == ["аб"]  # noqa: S314 our own
