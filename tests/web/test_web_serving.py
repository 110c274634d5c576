"""What only a real server and a real connection show."""

import asyncio

from tests.web.web_server import served

LODGING = {"title": {"kk": "Өтініш", "ru": "Петиция"}}
HEAD = (
    "POST /petitions HTTP/1.1\r\nHost: kurultai\r\nContent-Type: application/json\r\n"
    "Authorization: {authorization}\r\n{length}\r\n\r\n"
)


async def test_after_a_body_too_large_the_next_request_is_not_mistaken_for_its_rest(app, signed):
    async with served(app) as (client, _):
        for _ in range(3):
            refused = await client.post("/petitions", content=b"x" * 200_000, headers=signed)
            assert refused.status_code == 413
            assert (await client.post("/petitions", json=LODGING, headers=signed)).is_success


async def test_a_body_in_pieces_that_grows_too_large_is_refused_and_the_service_goes_on(
    app, signed
):
    async def pieces():
        for _ in range(50):
            yield b"x" * 10_000

    async with served(app) as (client, _):
        headers = signed | {"Content-Type": "application/json"}
        refused = await client.post("/petitions", content=pieces(), headers=headers)

        assert refused.json()["code"] == "too-large"
        assert (await client.post("/petitions", json=LODGING, headers=signed)).is_success


async def test_a_body_larger_than_it_says_is_not_read_beyond_that(app, signed):
    async with served(app) as (client, _):
        raw = await _raw(client, signed, "Content-Length: 10", b"x" * 500_000)

    assert raw.startswith((b"HTTP/1.1 400", b"HTTP/1.1 415", b"HTTP/1.1 422"))


async def test_a_length_that_is_no_number_is_refused(app, signed):
    async with served(app) as (client, _):
        raw = await _raw(client, signed, "Content-Length: many", b"{}")

    assert raw.startswith(b"HTTP/1.1 400")


async def test_a_body_that_is_never_finished_stores_nothing(app, signed):
    async with served(app) as (client, _):
        await _raw(client, signed, "Content-Length: 500", b'{"title":', wait=0.2)
        listed = await client.get("/petitions")

    assert listed.json() == []


async def test_the_server_does_not_name_itself(app):
    async with served(app) as (client, _):
        answer = await client.get("/healthz")

    assert "server" not in answer.headers


async def _raw(client, signed, length, body, wait=2.0):
    """What the server says to a request that no client library would send."""
    url = client.base_url
    reader, writer = await asyncio.open_connection(url.host, url.port)
    head = HEAD.format(authorization=signed["Authorization"], length=length)
    writer.write(head.encode() + body)
    try:
        return await asyncio.wait_for(reader.read(200), wait)
    except TimeoutError:
        return b""
    finally:
        writer.close()
