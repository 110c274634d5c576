"""The witness, against a real server of a log that grows, goes back, or shows two trees."""

import asyncio
import json
import socket
import stat
from contextlib import asynccontextmanager

import pytest
import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kurultai.witness import witness
from kurultai.witness_files import WitnessFileUnusable, alone_with, seen_in
from shared.tlog.checkpoint import Checkpoint, checkpoint_in
from shared.tlog.merkle import leaf_hash
from shared.tlog.note import Kind, Note, NoteInvalid, SigningKey, read_key, read_note, verified
from shared.tlog.tiles import tile_at, width_at
from tests.tlog.growing import Log, a_log

ORIGIN = "kurultai.example/votes"
PREFIX = "/api/voting/v1/log"


def a_key(seed):
    return SigningKey(ORIGIN, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


class Served:
    """A log behind HTTP; what it shows and takes can be changed while it runs."""

    def __init__(self):
        self.log, self.key = Log(), a_key(1)
        self.taken: list[Note] = []
        self.takes = 201
        self.thrice = asyncio.Event()
        self.root: bytes | None = None
        self.url = ""

    def checkpoint(self, _: Request) -> Response:
        text = Checkpoint(ORIGIN, self.log.size, self.root or self.log.root()).text
        return Response(str(Note(text, (self.key.sign(text),))), media_type="text/plain")

    def tile(self, asked: Request) -> Response:
        at = tile_at(asked.path_params["path"])
        known = width_at(self.log.size, at.level, at.index)
        return Response(self.log.tile(at) if at.width <= known else b"", 200 if known else 404)

    async def take(self, asked: Request) -> Response:
        self.taken.append(read_note(await asked.body()))
        if len(self.taken) == 3:
            self.thrice.set()
        return Response(status_code=self.takes)

    def keys(self, _: Request) -> Response:
        return JSONResponse({"log": str(self.key.public(Kind.ED25519))})


@asynccontextmanager
async def serving():
    served = Served()
    app = Starlette(
        routes=[
            Route(f"{PREFIX}/checkpoint", served.checkpoint),
            Route(f"{PREFIX}/keys", served.keys),
            Route(f"{PREFIX}/tile/{{path:path}}", served.tile),
            Route(f"{PREFIX}/cosignatures", served.take, methods=["POST"]),
        ]
    )
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        served.url = f"http://127.0.0.1:{door.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", ws="none"))
        running = asyncio.create_task(server.serve(sockets=[door]))
        while not server.started:  # noqa: ASYNC110 the server has no event to wait for
            await asyncio.sleep(0.01)
        yield served
        server.should_exit = True
        await running


@pytest.fixture
def look(tmp_path):
    async def look(served, **options):
        return await witness(
            served.url,
            name="faction.example/witness",
            key_file=tmp_path / "key.pem",
            state_file=tmp_path / "seen.json",
            **options,
        )

    return look


async def test_a_log_that_grows_is_cosigned_each_time(look, tmp_path, capsys):
    async with serving() as served:
        for size in (1, 1, 2, 255, 256, 257, 600, 66_000):
            served.log.append(*(f"entry {n}".encode() for n in range(served.log.size, size)))
            assert await look(served) == 0
    said = capsys.readouterr().out
    vkey = read_key(said.split("Witness ")[1].split("\n")[0])
    assert said.count("TRUSTED ON FIRST USE") == 1
    assert [checkpoint_in(note).size for note in served.taken] == [
        1,
        1,
        2,
        255,
        256,
        257,
        600,
        66_000,
    ]
    for note in served.taken:
        times = verified(note, [vkey, served.key.public(Kind.ED25519)])
        assert len(times) == 2
        assert times[vkey] > 1_700_000_000
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert seen_in(tmp_path / "seen.json").head.checkpoint.size == 66_000


def back(served):
    served.log = a_log(250)


def beside(served):
    served.log = a_log(300, "another")


def elsewhere(served):
    served.log = a_log(400, "another")


def one_entry_changed(served):
    served.log = Log()
    entries = [f"entry {n}".encode() for n in range(400)]
    entries[17] = b"changed"
    served.log.append(*entries)


@pytest.mark.parametrize(
    ("turn", "reason"),
    [(back, "went back"), (beside, "different roots"),
     (elsewhere, "does not continue"), (one_entry_changed, "does not continue")],
)  # fmt: skip
async def test_a_log_that_does_not_only_grow_is_refused_with_evidence(
    look, tmp_path, capsys, turn, reason
):
    async with serving() as served:
        served.log = a_log(300)
        assert await look(served) == 0
        kept = (tmp_path / "seen.json").read_bytes()
        turn(served)
        assert await look(served) == 1
        assert len(served.taken) == 1
    (evidence,) = tmp_path.glob("seen.json.evidence-*.json")
    found = json.loads(evidence.read_text())
    sizes = [checkpoint_in(read_note(found[which].encode())).size for which in ("seen", "shown")]
    assert sizes == [300, served.log.size]
    assert (tmp_path / "seen.json").read_bytes() == kept
    assert "REFUSED" in capsys.readouterr().out
    assert reason in found["reason"]


async def test_a_head_that_is_not_the_log_s_is_not_cosigned(look, tmp_path, capsys):
    async with serving() as served:
        served.log = a_log(300)
        assert await look(served) == 0
        served.key = a_key(2)
        assert await look(served) == 1
        served.key, served.root = a_key(1), leaf_hash(b"made up")
        served.log.append(b"more")
        assert await look(served) == 1
    assert len(served.taken) == 1
    assert list(tmp_path.glob("*evidence*")) == []
    assert capsys.readouterr().out.count("not cosigned:") == 2


async def test_a_head_is_kept_before_it_is_handed_in(look, tmp_path):
    """So that a witness that was cut short cannot be led to cosign another log."""
    async with serving() as served:
        served.log, served.takes = a_log(300), 503
        assert await look(served) == 1
        assert seen_in(tmp_path / "seen.json").head.checkpoint.size == 300
        served.takes = 200
        assert await look(served) == 0


async def test_the_key_that_was_given_is_the_one_it_must_be(look):
    async with serving() as served:
        served.log = a_log(3)
        mine, other = (str(a_key(seed).public(Kind.ED25519)) for seed in (1, 2))
        assert await look(served, log_key=mine) == 0
        with pytest.raises(NoteInvalid, match="another log"):
            await look(served, log_key=other)


async def test_a_witness_that_stays_comes_back(look):
    async with serving() as served:
        served.log = a_log(5)
        staying = asyncio.create_task(look(served, every_s=0.01))
        await served.thrice.wait()
        served.log = a_log(4)
        assert await staying == 1


async def test_a_log_that_is_not_there_is_said_to_be(look, capsys):
    async with serving() as served:
        served.log = a_log(5)
        assert await look(served) == 0
    assert await look(served) == 1
    assert "not cosigned" in capsys.readouterr().out


async def test_files_that_are_not_as_they_must_be_are_refused(look, tmp_path):
    async with serving() as served:
        served.log = a_log(5)
        assert await look(served) == 0
        with alone_with(tmp_path / "seen.json"), pytest.raises(WitnessFileUnusable, match="using"):
            await look(served)
        (tmp_path / "key.pem").chmod(0o644)
        with pytest.raises(WitnessFileUnusable, match="others"):
            await look(served)
        (tmp_path / "key.pem").chmod(0o600)
        seen = (tmp_path / "seen.json").read_text()
        for damaged in ("", "{}", seen[:-9], seen.replace("— ", "- "), seen.replace("n5", "n6")):
            (tmp_path / "seen.json").write_text(damaged)
            with pytest.raises(WitnessFileUnusable, match="damaged"):
                await look(served)
