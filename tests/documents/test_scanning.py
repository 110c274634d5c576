"""Nothing is given out before the scanner has spoken, and nothing in which it found something."""

import asyncio

import pytest
import pytest_asyncio
import sqlalchemy as sa

from services.bills.actions.scan_documents import scan_some
from services.bills.store.tables import scans
from shared.files.scanning import Scanner, ScannerAway, Verdict
from shared.settings import SettingsMissing
from tests.documents.clamd import clamd
from tests.documents.conftest import client_of, equipped
from tests.documents.filing import a_document, content_of
from tests.files import documents as d


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def address(tmp_path_factory):
    async with clamd(tmp_path_factory.mktemp("clamd")) as address:
        yield address


@pytest.fixture
def settings(settings, address):
    return settings.model_copy(update={"scanner": address})


@pytest.fixture
def scanned(app, desk):
    async def scan():
        documents = app.state.documents
        return await scan_some(desk, documents.files, documents.scanner)

    return scan


async def in_parts(content, size=1000):
    for start in range(0, len(content), size):
        yield content[start : start + size]


async def test_until_it_is_scanned_a_document_waits_and_is_not_given_out(http, on_file, scanned):
    document = await a_document(http, await on_file())
    early = await http.get(content_of(document))

    assert await scanned() == 1

    late = await http.get(content_of(document))
    shown = (await http.get(content_of(document).removesuffix("/content"))).json()
    assert (document["scan"], shown["scan"]) == ("waiting", "clean")
    assert (early.status_code, early.json()["code"]) == (409, "document-waiting")
    assert (late.status_code, late.content) == (200, d.TEXT)


async def test_an_infected_document_is_on_record_and_never_given_out(http, on_file, scanned):
    document = await a_document(http, await on_file(), d.EICAR)
    await scanned()

    shown = (await http.get(content_of(document).removesuffix("/content"))).json()
    for how in ({}, {"range": "bytes=0-1"}, {"if-none-match": f'"{document["digest"]}"'}):
        answer = await http.get(content_of(document), headers=how)
        assert (answer.status_code, answer.json()["code"]) == (409, "document-infected")
        assert "Kurultai.Test" in answer.json()["detail"]
    assert (await http.head(content_of(document))).status_code == 409
    assert (shown["scan"], shown["found"]) == ("infected", "Kurultai.Test.UNOFFICIAL")


async def test_the_same_file_is_scanned_once_and_the_first_verdict_stands(
    http, on_file, scanned, desk
):
    bill = await on_file()
    first, second = await a_document(http, bill), await a_document(http, bill)
    assert await scanned() == 1
    assert await scanned() == 0
    shown = (await http.get(f"/bills/{bill.id}/documents")).json()
    assert [each["scan"] for each in shown] == ["clean", "clean"]
    assert first["digest"] == second["digest"]
    async with desk.sessions() as session:
        with pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
            await session.execute(sa.update(scans).values(found="x"))


async def test_what_was_filed_without_a_scanner_waits_once_there_is_one(
    desk, settings, on_file, scanned
):
    bill = await on_file()
    without = settings.model_copy(update={"scanner": None})
    async with equipped(desk, without) as plain, client_of(plain) as http:
        document = await a_document(http, bill)
        assert document["scan"] == "not_scanned"
        assert (await http.get(content_of(document))).status_code == 200
    async with equipped(desk, settings) as watched, client_of(watched) as http:
        assert (await http.get(content_of(document))).status_code == 409
        await scanned()
        assert (await http.get(content_of(document))).status_code == 200


async def test_with_the_scanner_away_documents_wait(desk, settings, on_file, tmp_path):
    away = settings.model_copy(update={"scanner": f"unix:{tmp_path / 'nobody'}"})
    async with equipped(desk, away) as app, client_of(app) as http:
        document = await a_document(http, await on_file())
        documents = app.state.documents
        assert await scan_some(desk, documents.files, documents.scanner) == 0
        assert (await http.get(content_of(document))).status_code == 409


async def test_the_scanner_is_told_the_file_in_pieces_and_believed(address):
    scanner = Scanner.at(address)
    assert await scanner.scan(in_parts(d.TEXT * 1000)) == Verdict()
    assert await scanner.scan(in_parts(b"before " + d.EICAR)) == Verdict("Kurultai.Test.UNOFFICIAL")


@pytest.mark.parametrize("answer", [b"stream: some ERROR\0", b"", b"nonsense\0"])
async def test_an_answer_that_is_no_verdict_is_none(answer):
    async def other(reader, writer):
        await reader.read(1000)
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(other, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(ScannerAway):
            await Scanner.at(f"tcp:127.0.0.1:{port}").scan(in_parts(b"x"))


@pytest.mark.parametrize("address", ["clamd", "tcp:here", "unix:relative"])
def test_an_address_that_is_none_is_refused_at_the_start(address):
    with pytest.raises(SettingsMissing, match="KURULTAI_SCANNER"):
        Scanner.at(address)
