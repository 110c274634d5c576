"""One connection: answers whole and in pieces, lost and found again."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from kurultai.wire import Origin, Unreadable, Wire

HELLO = b"HTTP/1.1 201 Created\r\ncontent-type: text/plain\r\nContent-Length: 5\r\n\r\nhello"


@asynccontextmanager
async def answering(*answers):
    """A server that reads a request and writes the pieces of the next answer; none is a hangup."""
    left, asked = list(answers), []

    async def serve(reader, writer):
        while left and (head := await reader.readuntil(b"\r\n\r\n")):
            length = int(head.rpartition(b"content-length: ")[2])
            asked.append(head + await reader.readexactly(length))
            if not (pieces := left.pop(0)):
                break
            for piece in pieces:
                writer.write(piece)
                await asyncio.sleep(0.005)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        wire = Wire(Origin("127.0.0.1", server.sockets[0].getsockname()[1]))
        yield wire, asked
        wire.cut()


async def test_it_asks_with_a_token_and_reads_the_answer():
    async with answering([HELLO]) as (wire, asked):
        assert await wire.post("/there", "abc", b"{}") == (201, b"hello")

    assert asked[0].startswith(b"POST /there HTTP/1.1\r\n")
    assert b"\r\nauthorization: Bearer abc\r\n" in asked[0]
    assert asked[0].endswith(b"\r\n\r\n{}")


async def test_an_answer_may_come_in_pieces_and_the_connection_is_kept():
    pieces = [HELLO[:7], HELLO[7:60], HELLO[60:]]
    async with answering(pieces, [b"HTTP/1.1 204 No Content\r\n\r\n"]) as (wire, _):
        assert await wire.post("/", "", b"") == (201, b"hello")
        assert await wire.post("/", "", b"") == (204, b"")


async def test_a_lost_connection_is_told_and_made_anew():
    async with answering([], [HELLO]) as (wire, _):
        with pytest.raises(ConnectionError):
            await wire.post("/", "", b"")
        assert await wire.post("/", "", b"") == (201, b"hello")


async def test_half_an_answer_is_no_answer():
    async with answering([HELLO[:-1]]) as (wire, _):
        with pytest.raises(ConnectionError):
            await wire.post("/", "", b"")


async def test_nobody_there_is_a_lost_connection():
    async with answering() as (wire, _):
        pass
    with pytest.raises(ConnectionError):
        await wire.post("/", "", b"")


async def test_an_answer_in_chunks_is_refused_out_loud():
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    async with answering([chunked]) as (wire, _):
        with pytest.raises(Unreadable, match="chunked"):
            await wire.post("/", "", b"")
