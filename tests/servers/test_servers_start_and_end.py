"""How the servers start, come back, and end with whoever started them."""

import asyncio
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from kurultai.servers import FolderInUse, Running, SecretsLost, Servers
from kurultai.servers.ports import Ports
from kurultai.servers.supervisor import Program, ServerDied, Supervisor
from tests.servers.server_clients import broker, database
from tests.servers.server_processes import alive, family, nats_server, postmaster, powers

LAUNCHER = Path(__file__).with_name("launcher.py")


def servers(folder, **given):
    return Servers(folder, services=("voting", "bills"), environment={}, **given)


@dataclass(frozen=True)
class FirstStart:
    folder: Path
    steps: list[str]
    running: Running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def first(tmp_path_factory):
    """The first start on a data folder, over by now; it left a note."""
    folder, steps = tmp_path_factory.mktemp("home") / "data", []
    async with servers(folder, on_step=lambda name, _: steps.append(name)) as running:
        async with database(running.owner_database_urls["voting"]) as owner:
            await owner.execute("CREATE TABLE notes (words text PRIMARY KEY)")
            await owner.execute("INSERT INTO notes VALUES ('first')")
        return FirstStart(folder, steps, running)


@pytest.fixture
def folder(first):
    return first.folder


@asynccontextmanager
async def launched(folder):
    """A process of its own that has started the servers; killed at the end, if it still lives."""
    launcher = await asyncio.create_subprocess_exec(
        sys.executable, LAUNCHER, folder, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert await launcher.stdout.readline() == b"running\n"
        yield launcher
    finally:
        with suppress(ProcessLookupError):
            launcher.kill()
        await launcher.wait()


def owner_url(folder):
    ports, secrets = (
        json.loads((folder / name).read_text()) for name in ("ports.json", "secrets.json")
    )
    role = "kurultai_voting_owner"
    there = f"{role}:{secrets['databases'][role]}@127.0.0.1:{ports['postgres']}"
    return f"postgresql://{there}/kurultai_voting"


async def eventually(question, *, within=10.0):
    """Ask until the answer is not empty."""
    give_up_at = time.monotonic() + within
    while not (answer := await question()):
        assert time.monotonic() < give_up_at, "it never came true"
        await asyncio.sleep(0.02)
    return answer


async def test_the_second_start_finds_what_the_first_left(first):
    steps = []
    second = servers(first.folder, on_step=lambda name, _: steps.append(name))
    async with second as running, database(running.owner_database_urls["voting"]) as owner:
        assert await owner.fetchval("SELECT words FROM notes") == "first"
    assert first.steps == ["data folder", "new database cluster", "PostgreSQL", "databases", "NATS"]
    assert steps == ["data folder", "PostgreSQL", "databases", "NATS"]
    assert running == first.running  # the same URLs: ports and secrets are kept


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user runs PostgreSQL as itself")
async def test_root_runs_postgresql_without_its_powers_under_a_closed_home(folder):
    folder.parent.chmod(0o700)
    async with servers(folder):
        assert powers(postmaster(folder)) == 0
    assert folder.stat().st_mode & 0o777 == 0o700


async def test_a_killed_launcher_leaves_no_orphan_and_the_next_finds_what_was_committed(folder):
    async with launched(folder) as launcher:
        orphans = family(folder)
        assert len(orphans) > 5  # NATS, the postmaster and what it started
        async with database(owner_url(folder)) as owner:
            await owner.execute("INSERT INTO notes VALUES ('before the kill')")
            launcher.kill()

    async def all_gone():
        return not alive(orphans)

    await eventually(all_gone)
    # In good order: the next start has nothing to repair.
    assert (folder / "logs/postgres.log").read_text().endswith("database system is shut down\n")
    async with servers(folder) as running, database(running.owner_database_urls["voting"]) as owner:
        kept = await owner.fetch("SELECT FROM notes WHERE words = 'before the kill'")
    assert len(kept) == 1


@pytest.mark.parametrize("server", [postmaster, nats_server])
async def test_a_start_waits_for_a_server_that_is_long_in_dying(folder, server):
    async with launched(folder) as launcher:
        dying = server(folder)
        os.kill(dying, signal.SIGSTOP)
        launcher.kill()
    try:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.6), servers(folder):
                pass
    finally:
        os.kill(dying, signal.SIGCONT)
    async with servers(folder):
        assert not alive({dying})


async def test_killed_servers_are_started_again_and_stopped_ones_are_not(folder, caplog):
    caplog.set_level(logging.WARNING, "kurultai.servers")
    async with servers(folder) as running:
        first = {postmaster(folder), nats_server(folder)}
        for pid in first:
            os.kill(pid, signal.SIGKILL)

        async def both_answer():
            try:
                async with database(running.database_urls["bills"]) as bills:
                    await bills.fetchval("SELECT 1")
                async with broker(running.nats_admin_url) as (admin, _):
                    return await admin.jetstream().account_info()
            except Exception:  # noqa: BLE001  # whatever a client sees of a dead server
                return None

        await eventually(both_answer)
        again = family(folder)
        assert not first & again
        said = caplog.text
        assert "PostgreSQL ended by itself (-9)" in said
        assert "NATS ended by itself (-9)" in said
        caplog.clear()
    assert not alive(again)
    assert not caplog.text


async def test_a_second_launcher_is_refused_and_told_who_has_the_folder(folder):
    async with launched(folder) as launcher:
        with pytest.raises(FolderInUse, match=f"in use by process {launcher.pid}\\.$"):
            async with servers(folder):
                pass
        launcher.send_signal(signal.SIGINT)
        await launcher.wait()
        assert not family(folder)


async def test_new_secrets_are_not_made_for_old_data(folder):
    secrets = folder / "secrets.json"
    kept = secrets.rename(folder / "kept")
    with pytest.raises(SecretsLost, match=r"secrets\.json is gone"):
        async with servers(folder):
            pass
    assert not secrets.exists()
    kept.rename(secrets)


async def test_a_number_left_by_a_dead_postmaster_and_taken_by_another_does_no_harm(folder):
    with subprocess.Popen(["sleep", "60"]) as innocent:  # noqa: ASYNC220, S607
        # As root with no powers PostgreSQL may signal it, and so would take it for its old self.
        lines = f"{innocent.pid}\n{folder}/postgres/data\n1\n1\n\n127.0.0.1\n0 0\nready\n"
        (folder / "postgres/data/postmaster.pid").write_text(lines)
        async with servers(folder) as running, database(running.database_urls["bills"]) as bills:
            assert await bills.fetchval("SELECT 1") == 1
        assert innocent.poll() is None
        innocent.kill()


async def test_a_port_somebody_has_taken_meanwhile_is_given_up(folder):
    wanted = json.loads((folder / "ports.json").read_text())
    with socket.create_server(("127.0.0.1", wanted["postgres"])):
        async with servers(folder) as running, database(running.database_urls["bills"]) as bills:
            assert await bills.fetchval("SELECT 1") == 1
    assert f":{wanted['postgres']}/" not in running.database_urls["bills"]
    assert running.nats_admin_url.endswith(f":{wanted['nats']}")


def program(tmp_path, script):
    """A server as small as it gets: ready when it has written a file."""

    async def ready():
        return (tmp_path / "ready").exists()

    return Program("Trial", (sys.executable, "-c", script), tmp_path / "log", ready)


async def test_a_port_lost_to_another_server_in_the_last_moment_is_given_up(tmp_path):
    tried = []

    def on(port):
        tried.append(port)
        taken = "raise SystemExit('bind: address already in use')"
        fine = f"import time; open({str(tmp_path / 'ready')!r}, 'w'); time.sleep(60)"
        return Supervisor(program(tmp_path, taken if len(tried) == 1 else fine))

    supervisor = await Ports(tmp_path / "ports.json").start("trial", on)
    await supervisor.stop()
    assert json.loads((tmp_path / "ports.json").read_text()) == {"trial": tried[1]}


async def test_a_server_that_does_not_start_says_why(tmp_path):
    (tmp_path / "log").write_text("last time: address already in use\n")
    supervisor = Supervisor(program(tmp_path, "raise SystemExit('no room on the disk')"))
    with pytest.raises(ServerDied, match="said:\nno room on the disk") as death:
        await supervisor.start()
    assert not death.value.port_was_taken


async def test_a_server_that_will_not_end_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr("kurultai.servers.supervisor.ENDINGS", ((2, 0.2), (3, 0.2), (9, 5.0)))
    deaf = (
        "import signal, time; [signal.signal(n, signal.SIG_IGN) for n in (2, 3)];"
        f"open({str(tmp_path / 'ready')!r}, 'w'); time.sleep(60)"
    )
    supervisor = Supervisor(program(tmp_path, deaf))
    await supervisor.start()
    pid = supervisor.pid
    assert alive({pid})
    await supervisor.stop()
    assert not alive({pid})
