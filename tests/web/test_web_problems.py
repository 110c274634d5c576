"""Every refusal and every mistake has one shape, says why, and repeats nothing private."""

import json
from uuid import uuid4

import pytest

TITLE = {"kk": "Өтініш", "ru": "Петиция"}
IIN = "900101300123"


def assert_problem(answer, status, code):
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert problem["type"] == f"/problems/{code}"
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]
    return problem


async def test_a_case_that_is_not_there_is_a_problem_of_its_own_code(http):
    answer = await http.get(f"/petitions/{(missing := uuid4())}")

    problem = assert_problem(answer, 404, "petition-not-found")
    assert problem["detail"] == f"There is no petition {missing}."
    assert problem["instance"] == f"/petitions/{missing}"


async def test_an_act_of_another_role_names_the_roles_and_the_provision(http, identity, lodge):
    petition = await lodge()
    stranger = {"Authorization": f"Bearer {identity.token(uuid4())}"}

    answer = await http.post(f"/petitions/{petition['id']}/filing", headers=stranger)

    problem = assert_problem(answer, 403, "not-entitled")
    assert problem["provision"] == "Example Rules, art. 4"
    assert "clerk of the Kurultai" in problem["detail"]


async def test_an_act_too_early_names_every_condition_that_is_not_met(http, signed, lodge):
    petition = await lodge(number=0)

    answer = await http.post(f"/petitions/{petition['id']}/filing", headers=signed)

    problem = assert_problem(answer, 409, "not-now")
    assert problem["unmet"] == [
        {"sentence": "the petition has a number", "provision": "Example Rules, art. 3"}
    ]


async def test_a_refused_act_leaves_the_case_as_it_was(http, signed, lodge):
    petition = await lodge(number=0)

    await http.post(f"/petitions/{petition['id']}/filing", headers=signed)

    assert (await http.get(f"/petitions/{petition['id']}")).json() == petition


@pytest.mark.parametrize(
    ("accepted", "language", "title"),
    [
        ("kk", "kk", "Мұндай мекенжай жоқ"),
        ("ru-RU,ru;q=0.9", "ru", "Такого адреса нет"),
        ("kk;q=0.3, ru;q=0.8, en;q=0.5", "ru", "Такого адреса нет"),
        ("de, fr;q=0.9, kk-KZ;q=0.1", "kk", "Мұндай мекенжай жоқ"),
        ("ru;q=0, *", "en", "No such address"),
        ("de", "en", "No such address"),
        ("kk;q=nonsense, ru;q=0.1", "ru", "Такого адреса нет"),
        ("RU", "ru", "Такого адреса нет"),
        (",;=;q=", "en", "No such address"),
        ("", "en", "No such address"),
    ],
)
async def test_a_refusal_speaks_the_language_the_reader_likes_best(http, accepted, language, title):
    answer = await http.get("/nowhere", headers={"Accept-Language": accepted})

    assert assert_problem(answer, 404, "no-such-route")["title"] == title
    assert answer.headers["content-language"] == language
    assert "Accept-Language" in answer.headers["vary"]


async def test_an_unmet_condition_is_told_in_kazakh(http, signed, lodge):
    petition = await lodge(number=0)
    kazakh = {"Accept-Language": "kk"}

    answer = await http.post(f"/petitions/{petition['id']}/filing", headers=signed | kazakh)

    assert answer.json()["unmet"][0]["sentence"] == "петицияның нөмірі бар"
    assert "петицияның нөмірі бар" in answer.json()["detail"]


async def test_a_wrong_method_is_told_all_the_right_ones(http):
    answer = await http.delete(f"/petitions/{uuid4()}")

    assert_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, PATCH"


@pytest.mark.parametrize(
    ("given", "pointer", "detail"),
    [
        ({}, "/title", "This is required."),
        ({"title": {"kk": "Өтініш"}}, "/title/ru", "This is required."),
        ({"title": TITLE, "colour": IIN}, "/colour", "There is no such field."),
        ({"title": TITLE, IIN: 1}, "", "There is no such field."),
        ({"title": TITLE, "\ud800": 1}, "", None),
        ({"title": TITLE, "number": "3"}, "/number", "A whole number is needed."),
        ({"title": TITLE, "number": 1.5}, "/number", "A whole number is needed."),
        ({"title": TITLE, "number": True}, "/number", "A whole number is needed."),
        ({"title": TITLE, "number": -1}, "/number", "0 or more."),
        ({"title": TITLE, "urgent": "yes"}, "/urgent", "true or false."),
        ({"title": TITLE, "urgent": 1}, "/urgent", "true or false."),
        ({"title": TITLE, "due": "tomorrow"}, "/due", "A date: YYYY-MM-DD."),
        ({"title": TITLE, "due": 0}, "/due", None),
        ({"title": TITLE, "due": "0"}, "/due", None),
        ({"title": TITLE, "at": "2026-01-01T00:00:00"}, "/at", None),
        ({"title": TITLE, "act": "burn"}, "/act", "One of: 'file'."),
        ({"title": TITLE, "tags": list("abcd")}, "/tags", "At most 3."),
        ({"title": TITLE, "tags": ["a", 7]}, "/tags/1", "A text is needed."),
        ({"title": {"kk": "a\0b", "ru": "b"}}, "/title/kk", None),
        ({"title": {"kk": "\ud800", "ru": "b"}}, "/title/kk", None),
        ({"title": TITLE, "more": {"a": ["b\0"]}}, "/more/a/0", None),
        ({"title": TITLE, "more": {"a\0": 1}}, "/more", None),
        ([], "", "An object is needed."),
        (None, "", None),
    ],
)
async def test_a_mistake_in_a_request_is_pointed_at(http, signed, given, pointer, detail):
    headers = signed | {"Content-Type": "application/json"}
    answer = await http.post("/petitions", content=json.dumps(given), headers=headers)

    (mistake,) = assert_problem(answer, 422, "invalid-request")["errors"]
    assert (mistake["in"], mistake["pointer"]) == ("body", pointer)
    assert detail in {None, mistake["detail"]}


async def test_what_was_sent_is_never_sent_back(http, signed):
    given = {"title": {"kk": IIN, "ru": 5}, "number": IIN, "act": IIN, "due": IIN, "x": IIN}

    answer = await http.post("/petitions", json=given, headers=signed)

    assert len(assert_problem(answer, 422, "invalid-request")["errors"]) == 5
    assert IIN not in answer.text


async def test_a_mistake_in_the_query_is_told_as_one_in_the_query(http):
    answer = await http.get("/petitions", params={"limit": 0})

    (mistake,) = assert_problem(answer, 422, "invalid-request")["errors"]
    assert mistake == {"in": "query", "pointer": "/limit", "detail": "1 or more."}


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"",
        b'{"title": "\xff\xfe"}',
        b'{"title": "\x00"}',
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b'{"number": ' + b"1" * 5_000 + b"}",
        b"[" * 900 + b"]" * 900,
        b'{"title": {"kk": "a", "ru": "b"}, "number": NaN}',
        b'{"title": {"kk": "a", "ru": "b"}, "number": 1e400}',
    ],
)
async def test_a_body_that_cannot_be_read_is_the_senders_mistake(http, signed, content):
    headers = signed | {"Content-Type": "application/json"}

    answer = await http.post("/petitions", content=content, headers=headers)

    assert answer.status_code in {400, 422}, answer.text
    assert_problem(answer, answer.status_code, answer.json()["code"])


@pytest.mark.parametrize("depth", [500, 5_000, 30_000])
async def test_however_deep_a_body_is_it_is_no_fault_of_ours(http, signed, depth):
    deep = b"[" * depth + b'"a"' + b"]" * depth
    content = b'{"title": {"kk": "a", "ru": "b"}, "more": {"a": ' + deep + b"}}"
    headers = signed | {"Content-Type": "application/json"}

    answer = await http.post("/petitions", content=content, headers=headers)

    assert answer.status_code in {201, 400, 422}, answer.text


async def test_broken_json_is_called_by_its_name(http, signed):
    headers = signed | {"Content-Type": "application/json"}

    answer = await http.post("/petitions", content=b'{"title":', headers=headers)

    assert_problem(answer, 400, "malformed-json")


async def test_a_body_that_is_not_said_to_be_json_is_not_guessed_at(http, signed):
    given = json.dumps({"title": TITLE})

    answer = await http.post(
        "/petitions", content=given, headers=signed | {"Content-Type": "text/plain"}
    )

    assert_problem(answer, 415, "not-json")


async def test_a_body_that_says_it_is_too_large_is_not_read(http, signed):
    given = {"title": {"kk": "a" * 70_000, "ru": "b"}}

    answer = await http.post("/petitions", json=given, headers=signed)

    assert_problem(answer, 413, "too-large")


async def test_a_body_that_grows_too_large_while_it_comes_is_cut_off(http, signed):
    read = 0

    async def endless():
        nonlocal read
        yield b'{"title": "'
        while read < 10_000_000:
            read += 10_000
            yield b"a" * 10_000

    headers = signed | {"Content-Type": "application/json"}
    answer = await http.post("/petitions", content=endless(), headers=headers)

    assert_problem(answer, 413, "too-large")
    assert read <= 80_000


async def test_a_body_of_the_largest_size_is_read_whole(http, signed):
    frame = len(json.dumps({"title": TITLE, "more": {"a": ""}}, separators=(",", ":")).encode())
    filling = "a" * (64 * 1024 - frame)
    body = json.dumps({"title": TITLE, "more": {"a": filling}}, separators=(",", ":")).encode()
    assert len(body) <= 64 * 1024

    answer = await http.post(
        "/petitions", content=body, headers=signed | {"Content-Type": "application/json"}
    )

    assert answer.status_code == 201


@pytest.mark.parametrize("path", ["/labels/a%00b", "/labels/%ff%fe", "/petitions/%00"])
async def test_a_path_with_forbidden_characters_is_the_senders_mistake(http, path):
    answer = await http.get(path)

    assert answer.status_code in {200, 422}, answer.text
    assert "%00" not in path or answer.status_code == 422


async def test_a_second_record_under_the_same_key_is_a_conflict_and_no_fault(http):
    await http.post("/labels/first")

    answer = await http.post("/labels/first")

    assert_problem(answer, 409, "already-there")


async def test_an_option_says_in_the_readers_language_why_it_is_closed(http, lodge):
    petition = await lodge(number=0)

    answer = await http.get(
        f"/petitions/{petition['id']}/options", headers={"Accept-Language": "ru"}
    )

    (option,) = answer.json()
    assert (option["act"], option["is_open"]) == ("file", False)
    assert option["reasons"][0]["provision"] == "Example Rules, art. 4"
    assert option["reasons"][1]["sentence"] == "у петиции есть номер"


async def test_the_same_option_is_open_to_whom_it_is_for(http, signed, lodge):
    petition = await lodge()

    answer = await http.get(f"/petitions/{petition['id']}/options", headers=signed)

    assert answer.json()[0]["is_open"]


async def test_the_record_of_a_case_names_the_capacity_and_the_provision(
    http, signed, clerk, lodge
):
    petition = await lodge()
    await http.post(f"/petitions/{petition['id']}/filing", headers=signed)

    (act,) = (await http.get(f"/petitions/{petition['id']}/acts")).json()

    assert (act["act"], act["role"], act["role_name"]) == (
        "file",
        "clerk",
        "clerk of the Kurultai",
    )
    assert (act["provision"], act["person_id"]) == ("Example Rules, art. 4", str(clerk))
