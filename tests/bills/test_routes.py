"""The bills service over HTTP: what its routes take, answer and refuse."""

from uuid import uuid4

import pytest

from services.bills.api.given import LONGEST_TEXT
from services.bills.domain.package import DocumentKind as D
from services.bills.domain.stages import BEFORE_ADOPTION, Stage
from services.bills.domain.texts import digest_of
from shared.contracts.bills import BillKind
from shared.kernel.actor import Role
from tests.bills.builders import (
    ANOTHER_DEPUTY,
    CHAIR,
    CLERK,
    COUNCIL,
    DEPUTY,
    GOVERNMENT,
    NOON,
    PRESIDENT,
    PRIME_MINISTER,
    a_package,
)

TITLE = {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"}
TEXT = {"kk": "1-бап.\n", "ru": "Статья 1.\n"}
REASON = {"reason": {"kk": "Себебі бар.", "ru": "Есть причина."}}
DRAFT = {
    "kind": "law",
    "title": TITLE,
    "texts": TEXT,
    "package": [document.model_dump(mode="json") for document in a_package()],
}
DRAFT_OF_LITTLE = {"kind": "law", "title": TITLE}
ACTS = (
    ("introduction", None),
    ("return", REASON),
    ("registration", None),
    ("government-conclusion", {"positive": True} | REASON),
    ("admission", None),
    ("reading", None),
    ("final-edit", None),
    ("chair-countersignature", None),
    ("prime-minister-countersignature", None),
    ("dispatch", None),
    ("signature", None),
    (
        "publication",
        {"published_in": TITLE, "published_at": "2026-11-22T00:00:00Z"},
    ),
    ("withdrawal", REASON),
)


async def test_a_draft_is_created_with_its_version_its_place_and_its_digests(http, signed):
    answer = await http.post("/bills", json=DRAFT, headers=signed(DEPUTY))

    assert answer.status_code == 201, answer.text
    shown = answer.json()
    assert (shown["stage"], shown["version"], shown["initiator"]) == ("draft", 1, "deputy")
    assert shown["digests"] == {language: digest_of(text) for language, text in TEXT.items()}
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["location"] == f"/bills/{shown['id']}"
    assert (await http.get(shown["links"]["options"].removeprefix("/api/bills/v1"))).is_success


async def test_a_draft_sent_twice_under_one_key_is_one_draft(http, signed):
    headers = signed(DEPUTY) | {"Idempotency-Key": "one"}
    first = await http.post("/bills", json=DRAFT, headers=headers)
    second = await http.post("/bills", json=DRAFT, headers=headers)
    assert first.json() == second.json()
    assert len((await http.get("/bills")).json()) == 1


async def test_a_constitutional_amendment_is_refused_by_name(http, signed):
    body = DRAFT | {"kind": "constitutional_amendment"}
    answer = await http.post("/bills", json=body, headers=signed(DEPUTY))
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "constitutional-amendment")
    assert problem["provision"] == "Constitution 2026, art. 92(1)"


async def test_who_has_no_initiative_opens_no_draft(http, signed):
    answer = await http.post("/bills", json=DRAFT, headers=signed(CLERK))
    assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")
    assert answer.json()["provision"] == "Constitution 2026, art. 60(1)"


@pytest.fixture
def act(http):
    """Takes an act on a bill over HTTP, and says what came of it."""

    async def taken(bill_id, noun, body, headers=None):
        answer = await http.post(f"/bills/{bill_id}/{noun}", json=body, headers=headers)
        return noun, answer.status_code, answer.json()["code"]

    return taken


async def test_no_act_without_a_token(on_file, act):
    bill = await on_file()
    for noun, body in ACTS:
        assert await act(bill.id, noun, body) == (noun, 401, "not-signed-in")


async def test_no_act_on_a_bill_there_is_not(act, signed):
    headers = signed(CHAIR)
    for noun, body in ACTS:
        assert await act(uuid4(), noun, body, headers) == (noun, 404, "bill-not-found")


async def test_no_act_on_a_bill_that_was_changed_meanwhile(on_file, act, signed):
    bill = await on_file(version=4)
    headers = signed(CHAIR) | {"If-Match": '"3"'}
    for noun, body in ACTS:
        assert await act(bill.id, noun, body, headers) == (noun, 412, "stale")


async def test_no_act_of_the_usual_way_after_publication(on_file, act, signed):
    bill = await on_file(stage=Stage.PUBLISHED, signed_at=NOON.replace(month=11, day=1))
    for noun, body in ACTS:
        assert await act(bill.id, noun, body, signed(PRESIDENT)) == (noun, 409, "not-now")


async def test_unknown_fields_are_refused_and_named(http, signed, on_file):
    bill = await on_file()
    for noun, body in (a for a in ACTS if a[1]):
        strange = body | {"stage": "adopted"}
        answer = await http.post(f"/bills/{bill.id}/{noun}", json=strange, headers=signed(CHAIR))
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/stage")


async def test_a_draft_is_replaced_by_who_has_seen_its_version(http, signed, on_file):
    bill = await on_file(version=1)
    given = {name: value for name, value in DRAFT.items() if name != "kind"}
    headers = signed(DEPUTY) | {"If-Match": '"1"'}

    answer = await http.put(f"/bills/{bill.id}/draft", json=given, headers=headers)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["text_version"], answer.headers["etag"]) == (2, '"2"')


async def test_a_draft_is_not_replaced_unseen(http, signed, on_file):
    bill = await on_file()
    given = {"title": TITLE}
    answer = await http.put(f"/bills/{bill.id}/draft", json=given, headers=signed(DEPUTY))
    assert (answer.status_code, answer.json()["code"]) == (428, "precondition-required")


async def test_a_draft_is_not_replaced_by_another_deputy(http, signed, on_file):
    bill = await on_file()
    headers = signed(ANOTHER_DEPUTY) | {"If-Match": '"0"'}
    answer = await http.put(f"/bills/{bill.id}/draft", json={"title": TITLE}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "not-now")


async def test_every_missing_document_is_named_in_the_readers_language(http, signed, on_file):
    bill = await on_file(
        package=a_package(without=[D.EXPLANATORY_NOTE, D.COMPARISON_TABLE]), amends_acts=True
    )
    headers = signed(DEPUTY) | {"Accept-Language": "kk"}

    answer = await http.post(f"/bills/{bill.id}/introduction", headers=headers)

    assert answer.status_code == 409
    sentences = [unmet["sentence"] for unmet in answer.json()["unmet"]]
    assert len(sentences) == 2
    assert "түсіндірме жазба" in sentences[0]
    assert "салыстырма кестесі" in sentences[1]


async def test_a_money_bill_goes_from_the_clerk_to_the_government_and_back(http, signed, on_file):
    bill = await on_file(stage=Stage.SUBMITTED, touches_budget=True)
    place = f"/bills/{bill.id}"

    registered = await http.post(f"{place}/registration", headers=signed(CLERK))
    assert registered.json()["number"].endswith("-0001")
    refused = await http.post(f"{place}/admission", headers=signed(CLERK))
    assert "art. 60(6)" in refused.json()["provision"]
    body = {"positive": True} | REASON
    await http.post(f"{place}/government-conclusion", json=body, headers=signed(GOVERNMENT))
    admitted = await http.post(f"{place}/admission", headers=signed(CLERK))

    assert (admitted.json()["stage"], admitted.json()["money_conclusion"]) == ("admitted", True)


async def test_the_initiator_withdraws_at_every_stage_before_adoption(http, signed, on_file):
    for stage in BEFORE_ADOPTION:
        place = f"/bills/{(await on_file(stage=stage, initiator=Role.PEOPLES_COUNCIL)).id}"
        answer = await http.post(f"{place}/withdrawal", json=REASON, headers=signed(COUNCIL))
        assert (answer.status_code, answer.json()["stage"]) == (200, "withdrawn")


@pytest.mark.parametrize("texts", [{}, {"kk": "Тек қазақша"}, {"kk": " ", "ru": "Текст"}])
async def test_corrected_texts_come_in_both_languages_or_not_at_all(http, signed, on_file, texts):
    bill = await on_file(stage=Stage.FINAL_EDIT)
    answer = await http.post(
        f"/bills/{bill.id}/final-edit", json={"texts": texts}, headers=signed(CLERK)
    )
    assert answer.status_code == 422


async def test_corrected_texts_are_kept_and_told(http, signed, on_file):
    bill = await on_file(stage=Stage.FINAL_EDIT, readings_passed=2)
    answer = await http.post(
        f"/bills/{bill.id}/final-edit", json={"texts": TEXT}, headers=signed(CLERK)
    )
    assert (answer.status_code, answer.json()["stage"]) == (200, "scheduled")
    text = (await http.get(f"/bills/{bill.id}/text", params={"language": "ru"})).json()
    assert (text["text"], text["why"]) == (TEXT["ru"], "confirm_final_edit")
    assert text["digest"] == digest_of(TEXT["ru"])


async def test_a_law_is_countersigned_once_by_each(http, signed, on_file):
    bill = await on_file(stage=Stage.ADOPTED)
    place = f"/bills/{bill.id}"

    first = await http.post(f"{place}/chair-countersignature", headers=signed(CHAIR))
    again = await http.post(f"{place}/chair-countersignature", headers=signed(CHAIR))
    early = await http.post(f"{place}/dispatch", headers=signed(CLERK))
    other = await http.post(
        f"{place}/prime-minister-countersignature", headers=signed(PRIME_MINISTER)
    )

    assert (first.json()["countersigned_by"], again.status_code) == (["chair"], 409)
    assert (early.status_code, early.json()["provision"]) == (409, "Constitution 2026, art. 47(3)")
    assert other.json()["countersigned_by"] == ["chair", "prime_minister"]


async def test_the_texts_are_kept_exactly_as_they_were_sent(http, signed):
    sent = {"kk": "  Мәтін\r\n", "ru": "Текст й \t"}
    shown = (await http.post("/bills", json=DRAFT | {"texts": sent}, headers=signed(DEPUTY))).json()

    for language, text in sent.items():
        found = await http.get(f"/bills/{shown['id']}/text", params={"language": language})
        assert found.json()["text"] == text
        assert found.json()["digest"] == digest_of(text) == shown["digests"][language]


async def test_two_long_texts_fit_and_longer_ones_do_not(http, signed):
    long = {"kk": "ә" * LONGEST_TEXT, "ru": "я" * LONGEST_TEXT}
    fits = await http.post("/bills", json=DRAFT | {"texts": long}, headers=signed(DEPUTY))
    longer = {"kk": "ә" * (LONGEST_TEXT + 1)}
    does_not = await http.post("/bills", json=DRAFT | {"texts": longer}, headers=signed(DEPUTY))

    assert fits.status_code == 201
    assert (does_not.status_code, does_not.json()["errors"][0]["pointer"]) == (422, "/texts/kk")


@pytest.mark.parametrize("query", [{"language": "en"}, {"number": "0"}, {"number": "3000000000"}])
async def test_a_text_is_asked_for_in_one_of_its_languages_and_versions(http, on_file, query):
    bill = await on_file()
    assert (await http.get(f"/bills/{bill.id}/text", params=query)).status_code == 422


async def test_a_bill_without_texts_on_file_has_none_to_show(http, on_file):
    bill = await on_file()
    answer = await http.get(f"/bills/{bill.id}/text", params={"number": 2})
    assert (answer.status_code, answer.json()["code"]) == (404, "text-not-found")


async def test_anyone_reads_a_bill_and_its_etag_says_whether_it_changed(http, on_file):
    bill = await on_file(version=3)
    first = await http.get(f"/bills/{bill.id}")
    again = await http.get(f"/bills/{bill.id}", headers={"If-None-Match": first.headers["etag"]})
    assert (first.json()["id"], first.headers["etag"]) == (str(bill.id), '"3"')
    assert again.status_code == 304


async def test_a_bill_is_found_by_its_number(http, on_file):
    bill = await on_file(number="2026-0042")
    found = await http.get("/bills/by-number/2026-0042")
    missing = await http.get("/bills/by-number/2026-0043")
    assert found.json()["id"] == str(bill.id)
    assert (missing.status_code, missing.json()["code"]) == (404, "bill-not-found")


async def test_the_list_is_filtered_and_paged_newest_first(http, signed, on_file):
    await on_file(stage=Stage.ADMITTED, kind=BillKind.CONSTITUTIONAL_LAW)
    await on_file(stage=Stage.ADMITTED, initiator=Role.GOVERNMENT)
    drafts = [
        (await http.post("/bills", json=DRAFT_OF_LITTLE, headers=signed(DEPUTY))).json()["id"]
        for _ in range(3)
    ]

    first = await http.get("/bills", params={"stage": "draft", "limit": 2})
    second = await http.get(first.links["next"]["url"])

    assert [b["id"] for b in first.json() + second.json()] == drafts[::-1]
    assert "next" not in second.links
    by_initiator = (await http.get("/bills", params={"initiator": "government"})).json()
    by_kind = (await http.get("/bills", params={"kind": "constitutional_law"})).json()
    assert (len(by_initiator), len(by_kind)) == (1, 1)


async def test_the_options_say_what_is_open_and_to_whom_the_rest(http, signed, on_file):
    bill = await on_file(package=a_package(without=[D.EXPLANATORY_NOTE]))

    options = (await http.get(f"/bills/{bill.id}/options", headers=signed(DEPUTY))).json()
    strangers = (await http.get(f"/bills/{bill.id}/options")).json()

    by_act = {option["act"]: option for option in options}
    signing = {"sign_draft", "take_signature_back"}
    assert set(by_act) == {"revise", "relate", "unrelate", "introduce", "withdraw", *signing}
    assert (by_act["revise"]["is_open"], by_act["introduce"]["is_open"]) == (True, False)
    [missing] = by_act["introduce"]["reasons"]
    assert "explanatory note" in missing["sentence"]
    assert not any(option["is_open"] for option in strangers)


async def test_what_others_decide_is_never_open_to_a_person(http, signed, on_file):
    for stage in (Stage.ADMITTED, Stage.IN_COMMITTEE, Stage.IN_READING, Stage.AMENDING):
        bill = await on_file(stage=stage)
        options = (await http.get(f"/bills/{bill.id}/options", headers=signed(CHAIR))).json()
        opened = {option["act"] for option in options if option["is_open"]}
        assert opened <= {"propose_departure", "ask_to_send_back"}


@pytest.mark.parametrize("what", ["", "/options", "/timeline", "/text"])
async def test_what_is_not_there_is_not_found(http, what):
    answer = await http.get(f"/bills/{uuid4()}{what}")
    assert (answer.status_code, answer.json()["code"]) == (404, "bill-not-found")


async def test_a_stranger_is_told_for_whom_the_acts_are(http, on_file):
    bill = await on_file(stage=Stage.SENT_TO_PRESIDENT)
    options = (await http.get(f"/bills/{bill.id}/options")).json()
    [option] = [one for one in options if one["act"] == "sign"]
    assert "President of the Republic" in option["reasons"][0]["sentence"]
