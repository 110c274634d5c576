"""Both places where files are kept: a real NATS with its rights, and a server that speaks S3."""

from collections.abc import AsyncIterator

import pytest_asyncio

from kurultai.servers.folder import DataFolder
from kurultai.servers.nats import ADMIN, Nats
from shared.files import Files, files_of
from shared.messaging.topology import make_topology
from shared.settings import Settings
from tests.files.s3_server import ACCESS, BUCKET, SECRET, S3Server, s3_server

PASSWORDS = {ADMIN: "admin", "bills": "bills", "voting": "voting"}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def broker(tmp_path_factory) -> AsyncIterator[Nats]:
    with DataFolder(tmp_path_factory.mktemp("files") / "data") as folder:
        nats = Nats(folder, PASSWORDS, {}, keep_files=["bills"])
        await nats.start()
        await make_topology(nats.url(ADMIN), {}, buckets=["bills"])
        yield nats
        await nats.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def s3(tmp_path_factory) -> AsyncIterator[S3Server]:
    async with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


def settings_of(**given) -> Settings:
    return Settings(**{"database_url": "postgresql://unused", "nats_url": "nats://unused"} | given)


def on_s3(server: S3Server, secret: str = SECRET) -> Settings:
    return settings_of(
        files=f"s3://{BUCKET}/kurultai",
        files_endpoint=server.endpoint,
        files_access_key=ACCESS,
        files_secret_key=secret,
    )


@pytest_asyncio.fixture(params=["nats", "s3"], loop_scope="session")
async def files(request, broker, s3) -> AsyncIterator[Files]:
    settings = settings_of(nats_url=broker.url("bills")) if request.param == "nats" else on_s3(s3)
    async with files_of(settings, "bills") as files:
        yield files
