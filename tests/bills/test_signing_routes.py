"""Signing over HTTP: in person, what was read, and never what was changed meanwhile."""

import asyncio

import pytest

from tests.bills.amended import SHORTER, Floor, put_on_file
from tests.bills.builders import ANOTHER_DEPUTY, CHAIR, CLERK, DEPUTY, DEPUTY_CHAIR
from tests.bills.test_routes import DRAFT

REVISED = {name: part for name, part in DRAFT.items() if name != "kind"}
OTHER = REVISED | {"texts": {"kk": "1-бап. Басқа.\n", "ru": "Статья 1. Другая.\n"}}


@pytest.fixture
async def draft(http, signed):
    answer = await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))
    return f"/bills/{answer.json()['id']}"


@pytest.fixture
def sign(http, signed, draft):
    async def signed_by(actor, version='"1"'):
        headers = signed(actor) | ({"If-Match": version} if version else {})
        return await http.post(f"{draft}/draft/signature", headers=headers)

    return signed_by


async def test_a_deputy_signs_the_version_that_was_read(sign, http, draft):
    shown = (await sign(ANOTHER_DEPUTY)).json()

    [signature] = shown["co_initiators"]
    assert signature["person_id"] == str(ANOTHER_DEPUTY.person_id)
    assert signature["digests"] == shown["digests"]
    timeline = (await http.get(f"{draft}/timeline")).text
    assert "sign_draft" in timeline
    assert str(ANOTHER_DEPUTY.person_id) in timeline


@pytest.mark.parametrize(("version", "status"), [(None, 428), ("*", 428), ('"7"', 412)])
async def test_nobody_signs_a_version_that_was_not_read(sign, version, status, http, draft):
    assert (await sign(ANOTHER_DEPUTY, version)).status_code == status
    assert (await http.get(draft)).json()["co_initiators"] == []


async def test_who_is_no_deputy_signs_nothing(sign):
    answer = await sign(CLERK)

    assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")


async def test_a_signature_and_a_change_at_once_never_leave_one_under_unseen_words(
    sign, http, signed, draft
):
    headers = signed(DEPUTY) | {"If-Match": '"1"'}

    changed, signed_ = await asyncio.gather(
        http.put(f"{draft}/draft", json=OTHER, headers=headers), sign(ANOTHER_DEPUTY)
    )

    assert sorted([changed.is_success, signed_.is_success]) == [False, True]
    assert {changed.status_code, signed_.status_code} <= {200, 409, 412}
    shown = (await http.get(draft)).json()
    assert len(shown["co_initiators"]) == (signed_.status_code == 200)
    assert all(one["digests"] == shown["digests"] for one in shown["co_initiators"])


async def test_a_change_of_the_draft_ends_the_signatures(sign, http, signed, draft):
    await sign(ANOTHER_DEPUTY)
    headers = signed(DEPUTY) | {"If-Match": '"2"'}

    changed = await http.put(f"{draft}/draft", json=OTHER, headers=headers)

    assert changed.is_success, changed.text
    assert changed.json()["co_initiators"] == []


async def test_a_signature_is_taken_back_in_person(sign, http, signed, draft):
    await sign(ANOTHER_DEPUTY)
    path = f"{draft}/draft/signature"

    other = await http.delete(path, headers=signed(CHAIR))
    mine = await http.delete(path, headers=signed(ANOTHER_DEPUTY))

    assert other.status_code == 409
    assert mine.json()["co_initiators"] == []


async def test_who_is_invited_to_an_amendment_is_a_co_author_when_it_is_signed(desk, http, signed):
    floor = Floor(http, signed, await put_on_file(desk))
    people = [str(one.person_id) for one in (ANOTHER_DEPUTY, CHAIR)]
    await floor.file(SHORTER, co_authors=people)

    stranger = await floor.act(1, "signature", DEPUTY_CHAIR)
    signed_ = (await floor.act(1, "signature", ANOTHER_DEPUTY)).json()
    again = await floor.act(1, "signature", ANOTHER_DEPUTY)

    assert stranger.status_code == again.status_code == 409
    assert (signed_["co_authors"], signed_["invited"]) == (people[:1], people[1:])


async def test_both_who_are_invited_sign_at_once_and_none_is_lost(desk, http, signed):
    floor = Floor(http, signed, await put_on_file(desk))
    invited = (ANOTHER_DEPUTY, CHAIR)
    await floor.file(SHORTER, co_authors=[str(one.person_id) for one in invited])

    answers = await asyncio.gather(*(floor.act(1, "signature", one) for one in invited))
    for answer, one in zip(answers, invited, strict=True):
        if not answer.is_success:
            assert answer.json()["code"] == "stale"
            assert (await floor.act(1, "signature", one)).is_success

    shown = (await http.get(f"{floor.place}/1")).json()
    assert (len(shown["co_authors"]), shown["invited"]) == (2, [])
