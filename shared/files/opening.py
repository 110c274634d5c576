"""The store of files that the settings name."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import nats
from obstore.store import S3Store

from shared.files.on_nats import NatsFiles
from shared.files.on_s3 import S3Files
from shared.files.port import Files
from shared.settings import Settings, SettingsMissing

if TYPE_CHECKING:
    # The library has these in its stubs only.
    from obstore.store import ClientConfig, S3Config

FILES_MUST = "KURULTAI_FILES: nats, or s3://<bucket> with its KURULTAI_FILES_* beside it"
RECONNECT_WAIT_S = 0.25
FOR_EVER = -1
PATIENCE = timedelta(seconds=30)
TRIES = 3


@asynccontextmanager
async def files_of(settings: Settings, service: str) -> AsyncIterator[Files]:
    """The service's files. Raises SettingsMissing: the settings name no store."""
    if settings.files == "nats":
        async with _on_nats(settings.nats_url, service) as files:
            yield files
    else:
        yield S3Files(_bucket(settings))


@asynccontextmanager
async def _on_nats(url: str, service: str) -> AsyncIterator[Files]:
    connection = await nats.connect(
        url,
        name=f"{service} files",
        inbox_prefix=f"_INBOX_{service}",
        max_reconnect_attempts=FOR_EVER,
        reconnect_time_wait=RECONNECT_WAIT_S,
    )
    try:
        yield NatsFiles(connection, service)
    finally:
        await connection.close()


def _bucket(settings: Settings) -> S3Store:
    place = urlsplit(settings.files)
    if place.scheme != "s3" or not place.netloc:
        raise SettingsMissing(FILES_MUST)
    client: ClientConfig = {"timeout": PATIENCE}
    if (settings.files_endpoint or "").startswith("http://"):
        # Only a server on the same machine is spoken to in the clear, and only if it is named so.
        client["allow_http"] = True
    return S3Store(
        place.netloc,
        prefix=place.path.strip("/") or None,
        config=_config(settings),
        client_options=client,
        retry_config={"max_retries": TRIES, "retry_timeout": PATIENCE},
    )


def _config(settings: Settings) -> "S3Config":
    """What is not given here the library looks for where all S3 clients do."""
    config: S3Config = {"region": settings.files_region}
    if settings.files_endpoint:
        config["endpoint"] = settings.files_endpoint
    if settings.files_access_key and settings.files_secret_key:
        config["access_key_id"] = settings.files_access_key.get_secret_value()
        config["secret_access_key"] = settings.files_secret_key.get_secret_value()
    return config
