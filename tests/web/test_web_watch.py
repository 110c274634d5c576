"""What is written down about requests: enough to find them, nothing about whom they concern."""

import json
import logging
import re

import pytest
import structlog

from shared.settings import SettingsMissing, read_settings
from shared.watch.logs import configure_logs
from shared.watch.traces import BEARINGS, follow, take_bearings
from tests.web.web_service import KEPT

IIN = "900101300123"
TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01"


@pytest.fixture
def lines(capsys):
    """What was logged since, as JSON."""
    configure_logs("info", "json")
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_carries_neither_iin_nor_name_nor_token(lines):
    structlog.get_logger().info(
        f"signed in {IIN}",
        iin=IIN,
        name="Айгерім",
        Authorization="Bearer abc",
        person={"full_name": "Айгерім", "iin": IIN, "ids": [IIN, int(IIN)]},
        said=f"CN=AIGERIM, serialNumber=IIN{IIN}",
    )

    (line,) = lines()
    assert IIN not in json.dumps(line)
    assert "Айгерім" not in json.dumps(line, ensure_ascii=False)
    assert "abc" not in json.dumps(line)


def test_a_traceback_carries_no_values(lines):
    values = f"no {IIN}\n[parameters: ('Aigerim', 5)]\nDETAIL:  Key (name)=(Aigerim)"

    structlog.get_logger().error("broken", exc_info=ValueError(values))

    (line,) = lines()
    assert "ValueError" in line["exception"]
    assert IIN not in line["exception"]
    assert "Aigerim" not in line["exception"]


def test_a_library_speaks_in_our_format_and_with_our_discretion(lines):
    logging.getLogger("pyhanko").warning("bad certificate of %s", f"serialNumber=IIN{IIN}")

    (line,) = lines()
    assert (line["level"], line["logger"]) == ("warning", "pyhanko")
    assert IIN not in line["event"]


def test_an_id_is_not_taken_for_an_iin(lines):
    ids = ["550e8400-e29b-41d4-a716-446655440000", "0af76519161234567890123421c80319"]
    structlog.get_logger().info("done", bill_id=ids[0], trace_id=ids[1])

    (line,) = lines()
    assert [line["bill_id"], line["trace_id"]] == ids


def test_configuring_twice_does_not_write_twice(lines):
    configure_logs("info", "json")
    logging.getLogger("uvicorn.error").info("once")
    logging.getLogger("uvicorn.error").debug("never")

    assert len(lines()) == 1


async def test_a_fault_is_logged_with_its_traceback_and_request_and_no_iin(http, lines):
    answer = await http.get(f"/broken/{IIN}", headers={"traceparent": PARENT})

    (line,) = lines()
    assert (line["event"], line["level"]) == ("internal", "error")
    assert (line["request_id"], line["trace_id"]) == (answer.headers["x-request-id"], TRACE)
    assert "RuntimeError: nothing works for ***" in line["exception"]
    assert IIN not in json.dumps(line)


async def test_an_answer_of_the_wrong_shape_is_logged_without_what_was_in_it(http, lines):
    answer = await http.get("/misshapen/Aigerim")

    (line,) = lines()
    assert answer.status_code == 500
    assert "ResponseValidationError" in line["exception"]
    assert "Aigerim" not in json.dumps(line)
    assert "Aigerim" not in answer.text.replace("/misshapen/Aigerim", "")


async def test_a_statement_that_failed_is_logged_without_its_values(http, signed, lodge, lines):
    petition = await lodge()
    await http.post(f"/labels/{IIN}", headers=signed)
    await http.post(f"/labels/{IIN}", headers=signed)
    await http.post("/petitions/0193a000-0000-7000-8000-000000000001/promises", headers=signed)

    written = json.dumps(lines())
    assert "already-there" in written
    assert "promises_petition_id" in written
    assert IIN not in written
    assert "0193a000-0000-7000-8000-000000000001" not in written
    assert petition["id"] not in written


@pytest.mark.parametrize(
    ("asked", "kept"), [("abc-1.2_X", True), ("a" * 65, False), ("a b", False), ("<x>", False)]
)
async def test_a_request_keeps_a_sane_id_of_its_own(http, asked, kept):
    answer = await http.get("/healthz", headers={"X-Request-ID": asked})

    assert (answer.headers["x-request-id"] == asked) is kept
    assert answer.headers["x-request-id"]


async def test_two_requests_are_told_apart(http):
    first, second = await http.get("/healthz"), await http.get("/healthz")

    assert first.headers["x-request-id"] != second.headers["x-request-id"]


def test_a_trace_goes_on_with_a_span_of_our_own():
    trace = follow(PARENT)

    assert trace.trace_id == TRACE
    assert trace.span_id != "b7ad6b7169203331"
    assert re.fullmatch(rf"00-{TRACE}-[0-9a-f]{{16}}-01", str(trace))


@pytest.mark.parametrize(
    "parent",
    [
        None,
        "",
        "rubbish",
        PARENT.upper(),
        PARENT.replace("00-", "ff-", 1),
        f"00-{'0' * 32}-b7ad6b7169203331-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"{PARENT}-more",
        f"00-{TRACE}-b7ad6b7169203331",
        f"{PARENT}\n",
    ],
)
def test_a_parent_that_is_no_good_begins_a_new_trace(parent):
    trace = follow(parent)

    assert trace.trace_id != TRACE
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-00", str(trace))


def test_a_parent_of_a_later_version_is_understood():
    assert follow(f"01-{TRACE}-b7ad6b7169203331-01-more").trace_id == TRACE


def test_a_message_takes_its_bearings_from_its_sender():
    token = BEARINGS.set(None)

    take_bearings(PARENT)

    bearings = BEARINGS.get()
    assert bearings is not None
    assert (bearings.trace.trace_id, bearings.request_id) == (TRACE, None)
    BEARINGS.reset(token)


async def test_the_trace_of_a_request_is_kept_with_its_facts(http, signed, engine):
    lodging = {"title": {"kk": "Өтініш", "ru": "Петиция"}}
    await http.post("/petitions", json=lodging, headers=signed | {"traceparent": PARENT})

    async with engine.connect() as connection:
        (trace,) = ((await connection.execute(KEPT.outbox.select())).mappings().one()["trace"],)
    assert TRACE in trace


async def test_requests_are_counted_by_template_and_not_by_path(http, lodge):
    petition = await lodge()
    await http.get(f"/petitions/{petition['id']}")
    await http.get(f"/nowhere/{IIN}")
    await http.request("BREW", "/petitions")

    counted = (await http.get("/metrics")).text

    assert 'route="/petitions/{petition_id}",service="samples",status="200"' in counted
    assert petition["id"] not in counted
    assert IIN not in counted
    assert 'method="other"' in counted
    assert "BREW" not in counted


def test_a_missing_variable_is_named(monkeypatch):
    monkeypatch.delenv("KURULTAI_DATABASE_URL", raising=False)
    monkeypatch.setenv("KURULTAI_NATS_URL", "nats://secret-in-a-url")
    monkeypatch.setenv("KURULTAI_POOL_SIZE", "very many")

    with pytest.raises(SettingsMissing) as refusal:
        read_settings()

    message = str(refusal.value)
    assert "KURULTAI_DATABASE_URL: Field required" in message
    assert "KURULTAI_POOL_SIZE" in message
    assert "very many" not in message
    assert "secret-in-a-url" not in message


def test_settings_are_read_from_the_environment_and_shown_without_secrets(monkeypatch):
    for name, value in {
        "DATABASE_URL": "postgresql+asyncpg://bills:hunter2@db/bills",
        "NATS_URL": "nats://bills:hunter2@nats",
        "SECRET": "hunter2",
        "FOUNDER_IIN": IIN,
        "LANGUAGE": "ru",
        "SOMETHING_ELSE": "x",
    }.items():
        monkeypatch.setenv(f"KURULTAI_{name}", value)

    settings = read_settings()

    assert settings.language == "ru"
    assert settings.secret is not None
    assert settings.secret.get_secret_value() == "hunter2"
    assert "hunter2" not in repr(settings)
    assert IIN not in repr(settings)
