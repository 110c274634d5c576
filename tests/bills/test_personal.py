"""A deputy's own bills and amendments."""

import pytest

from tests.bills.amended import SHORTER, TAKEN_OUT, Floor, put_on_file
from tests.bills.builders import ANOTHER_DEPUTY, CHAIR, CLERK, DEPUTY, GOVERNMENT
from tests.bills.test_routes import DRAFT

PAGES = ("/me/bills", "/me/amendments")


@pytest.fixture
def read(http, signed):
    async def page(path, by, **headers):
        return await http.get(path, headers=signed(by) | headers)

    return page


async def test_ones_bills_are_those_one_initiated_or_signed(http, signed, read):
    mine = (await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))).json()["id"]
    await http.post("/bills", json=DRAFT, headers=signed(GOVERNMENT))
    sign = signed(ANOTHER_DEPUTY) | {"If-Match": '"1"'}
    await http.post(f"/bills/{mine}/draft/signature", headers=sign)

    initiated = (await read("/me/bills", DEPUTY)).json()
    co_signed = (await read("/me/bills", ANOTHER_DEPUTY)).json()
    others = (await read("/me/bills", CHAIR)).json()
    await http.delete(f"/bills/{mine}/draft/signature", headers=signed(ANOTHER_DEPUTY))

    assert [(one["id"], one["part"]) for one in initiated] == [(mine, "initiator")]
    assert [(one["id"], one["part"]) for one in co_signed] == [(mine, "co_initiator")]
    assert others == []
    assert (await read("/me/bills", ANOTHER_DEPUTY)).json() == []


async def test_ones_amendments_are_those_one_filed_signed_or_is_to_sign(desk, http, signed, read):
    floor = Floor(http, signed, await put_on_file(desk))
    await floor.file(SHORTER, co_authors=[str(p.person_id) for p in (ANOTHER_DEPUTY, CHAIR)])
    await floor.file(TAKEN_OUT, by=CHAIR)
    await floor.act(1, "signature", ANOTHER_DEPUTY)

    parts = {
        by: [(one["number"], one["part"]) for one in (await read("/me/amendments", by)).json()]
        for by in (DEPUTY, ANOTHER_DEPUTY, CHAIR)
    }

    assert parts[DEPUTY] == [(1, "author")]
    assert parts[ANOTHER_DEPUTY] == [(1, "co_author")]
    assert parts[CHAIR] == [(2, "author"), (1, "invited")]


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_that_has_not_changed_is_not_sent_again(http, signed, read, page):
    await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))
    first = await read(page, DEPUTY)

    again = await read(page, DEPUTY, **{"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("by", "code"), [(CLERK, "not-a-deputy"), (None, "not-signed-in")])
async def test_who_is_no_deputy_has_no_such_pages(http, signed, page, by, code):
    answer = await http.get(page, headers=signed(by) if by else {})

    assert answer.json()["code"] == code
