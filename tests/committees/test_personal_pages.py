"""A deputy's own committees and requests."""

from uuid import UUID, uuid4

import pytest

from tests.a_service import signed
from tests.committees import facts

PAGES = ("/me/committees", "/me/requests")
REQUEST = {
    "addressee": {"kk": "Қаржы министрлігі", "ru": "Министерство финансов"},
    "subject": {"kk": "Жолдар туралы", "ru": "О дорогах"},
    "text": {"kk": "Жолдар қашан жөнделеді?", "ru": "Когда починят дороги?"},
}


async def test_ones_committees_are_shown_with_the_bills_before_them(chamber, hear):
    committee, other = await chamber.committee(1), await chamber.committee(2)
    leader, member = await chamber.of_the_majority(), await chamber.of_the_opposition()
    candidacy = await chamber.nominate(committee, leader)
    await hear(facts.a_result(UUID(candidacy["id"])))
    body = {"person_id": str(member), "capacity": "member"}
    await chamber.post(f"/bodies/{committee}/members", body)
    bill_id = uuid4()
    await hear(facts.admitted(bill_id))
    referral = {"bill_id": str(bill_id), "committee_id": committee}
    await chamber.post("/referrals", referral, by=chamber.chair)

    mine = await chamber.get("/me/committees", by=leader)
    members = await chamber.get("/me/committees", by=member)
    nobodys = await chamber.get("/me/committees", by=chamber.chair)

    assert [one["role"] for one in mine["offices"]] == ["committee_chair"]
    assert [one["id"] for one in members["bodies"]] == [committee] != [other]
    assert [one["bill_id"] for one in members["bills"]] == [str(bill_id)]
    assert (nobodys["bodies"], nobodys["bills"]) == ([], [])


async def test_ones_requests_are_those_one_put(chamber):
    author, other = await chamber.of_the_majority(), await chamber.of_the_opposition()
    put = await chamber.post("/deputy-requests", REQUEST, by=author)

    mine = await chamber.get("/me/requests", by=author)

    assert [one["id"] for one in mine] == [put["id"]]
    assert mine[0]["words"]["subject"] == REQUEST["subject"]
    assert await chamber.get("/me/requests", by=other) == []


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_that_has_not_changed_is_not_sent_again(chamber, page):
    headers = signed(chamber.chair)
    first = await chamber.http.get(page, headers=headers)

    again = await chamber.http.get(page, headers=headers | {"If-None-Match": first.headers["etag"]})

    assert (first.status_code, again.status_code) == (200, 304)


@pytest.mark.parametrize("page", PAGES)
async def test_who_is_no_deputy_has_no_such_pages(chamber, page):
    answer = await chamber.http.get(page, headers=signed(chamber.registrar))

    assert (answer.status_code, answer.json()["code"]) == (403, "not-a-deputy")
