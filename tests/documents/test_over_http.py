"""The same over a real connection: bodies that are too large, and senders who never finish."""

import asyncio
import socket

import httpx
import pytest

from shared.web.serving import Server, configured
from tests.bills.builders import DEPUTY
from tests.bills.conftest import signature_of
from tests.documents.conftest import MOST
from tests.documents.filing import ABOUT, a_document, content_of, filed
from tests.files import documents as d

SENDERS = 40
"""More than there are connections to the database."""


@pytest.fixture
async def http(app):
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = Server(configured(app, host="127.0.0.1", port=port), before_stop=app.state.hub.close)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as http:
        while not server.started:  # noqa: ASYNC110 it tells nobody
            await asyncio.sleep(0.01)
        yield http
    server.should_exit = True
    await serving


async def test_a_document_goes_there_and_back(http, on_file):
    content = d.PNG + bytes(MOST - len(d.PNG))
    document = await a_document(
        http, await on_file(), content, headers={"content-type": "image/png"}
    )
    assert (await http.get(content_of(document))).content == content


@pytest.mark.parametrize("more", [1, 64 * 1024 + 1, 5 * MOST])
async def test_who_sends_too_much_is_told_so_and_not_cut_off(http, on_file, more):
    answer = await filed(http, await on_file(), bytes(MOST + more))
    assert answer.status_code == 413
    assert answer.json()["code"] in {"file-too-large", "too-large"}


async def test_senders_who_never_finish_keep_the_database_from_nobody(http, on_file):
    bill = await on_file()
    begun = asyncio.Semaphore(0)

    async def slow():
        yield b"it begins"
        begun.release()
        await asyncio.Event().wait()
        yield b""

    headers = signature_of(DEPUTY) | {"content-type": "text/plain"}
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        senders = [tasks.create_task(never(http, bill, slow(), headers)) for _ in range(SENDERS)]
        for _ in range(SENDERS):
            await begun.acquire()
        answers = await asyncio.gather(*(http.get(f"/bills/{bill.id}") for _ in range(20)))
        document = await a_document(http, bill)
        for sender in senders:
            sender.cancel()
    assert {answer.status_code for answer in answers} == {200}
    assert (await http.get(f"/bills/{bill.id}/documents")).json() == [document]


async def never(http, bill, body, headers):
    await http.post(f"/bills/{bill.id}/documents", params=ABOUT, content=body, headers=headers)
