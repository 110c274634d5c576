"""A long list comes in pages, and each page says where the next one is."""

import base64
import json
import re

import pytest

SOME_ID = "0193a000-0000-7000-8000-000000000001"
NUMBERS = [1, 1, 1, 2, 3, 3, 5]


async def walk(http, path):
    """All pages, by the links alone."""
    pages = []
    while path:
        answer = await http.get(path)
        assert answer.status_code == 200, answer.text
        pages.append([petition["number"] for petition in answer.json()])
        link = re.fullmatch(r'<(.*)>; rel="next"', answer.headers.get("link", ""))
        path = link and link[1]
    return pages


@pytest.fixture
async def seven(lodge):
    return [await lodge(number=number) for number in NUMBERS]


@pytest.mark.usefixtures("seven")
@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 200])
async def test_every_one_is_shown_exactly_once(http, limit):
    pages = await walk(http, f"/petitions?limit={limit}")

    assert [number for page in pages for number in page] == NUMBERS
    assert all(len(page) == limit for page in pages[:-1])


@pytest.mark.usefixtures("seven")
async def test_the_newest_may_come_first(http):
    pages = await walk(http, "/petitions?limit=2&newest=true")

    assert [number for page in pages for number in page] == NUMBERS[::-1]


@pytest.mark.usefixtures("seven")
async def test_the_last_page_has_no_next(http):
    answer = await http.get("/petitions?limit=7")

    assert "link" not in answer.headers


async def test_one_that_comes_in_between_does_not_shift_the_pages(http, lodge, seven):
    first = await http.get("/petitions?limit=3")
    await lodge(number=0)

    following = re.match("<(.*?)>", first.headers["link"])[1]

    shown = first.json() + (await http.get(following)).json()
    assert [petition["id"] for petition in shown] == [petition["id"] for petition in seven[:6]]


def sealed(*place):
    return base64.urlsafe_b64encode(json.dumps(place).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "rubbish!",
        "ключ",
        "a",
        sealed("x", SOME_ID),
        sealed(1, "x"),
        sealed(1),
        sealed(1, SOME_ID, 1),
        sealed(),
        base64.urlsafe_b64encode(b"[" * 600).decode(),
    ],
)
async def test_a_cursor_that_this_list_did_not_give_is_refused(http, cursor):
    answer = await http.get("/petitions", params={"cursor": cursor})

    assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor")


async def test_a_place_beyond_all_numbers_is_the_senders_mistake(http):
    answer = await http.get("/petitions", params={"cursor": sealed(10**30, SOME_ID)})

    assert answer.status_code in {400, 422}


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "1e3", ""])
async def test_a_page_has_a_reasonable_size(http, limit):
    answer = await http.get("/petitions", params={"limit": limit})

    assert answer.status_code == 422
