"""The streams and durable consumers of all services, made by the administrator's connection."""

import json
from collections.abc import Collection, Mapping
from typing import Any

import nats
from nats.aio.client import Client

from shared.files.on_nats import bucket_config
from shared.messaging.envelope import SUBJECTS

type Hears = Mapping[str, Mapping[str, Collection[str]]]
"""By service, the services it hears, and of each the kinds of case."""

NANOSECONDS = 1_000_000_000
DUPLICATES_KNOWN_FOR_S = 20 * 60
ACK_WAIT_S = 2
IN_FLIGHT = 256
TIMEOUT_S = 5.0
ALREADY_THERE = {10058, 10148}


class NotMade(Exception):
    """The broker refused a stream or a consumer; its words are the message."""


def stream_of(service: str) -> str:
    return f"FACTS_{service.upper()}"


async def make_topology(
    admin_url: str, hears: Hears, *, buckets: Collection[str] = (), replicas: int = 1
) -> None:
    """Make what is missing and bring the rest up to date.

    Args:
        admin_url: of the user who may.
        hears: who hears whom.
        buckets: of the services that keep files.
        replicas: of every stream and bucket.

    Raises:
        NotMade: the broker refused.
    """
    connection = await nats.connect(admin_url, connect_timeout=int(TIMEOUT_S))
    try:
        for service in hears:
            await _make_stream(connection, _stream(service, replicas))
        for bucket in buckets:
            await _make_stream(connection, bucket_config(bucket, replicas=replicas))
        for hearer, tellers in hears.items():
            for teller, kinds in tellers.items():
                await _make_consumer(connection, hearer, teller, kinds)
    finally:
        await connection.close()


def _stream(service: str, replicas: int) -> dict[str, Any]:
    return {
        "name": stream_of(service),
        "subjects": [f"{SUBJECTS}.{service}.>"],
        "storage": "file",
        "retention": "limits",
        "discard": "new",
        "num_replicas": replicas,
        "duplicate_window": DUPLICATES_KNOWN_FOR_S * NANOSECONDS,
        "allow_atomic": True,
        "deny_delete": True,
        "deny_purge": True,
    }


async def _make_stream(connection: Client, stream: Mapping[str, Any]) -> None:
    name = stream["name"]
    answer = await _ask(connection, f"STREAM.CREATE.{name}", stream)
    if answer.get("error", {}).get("err_code") in ALREADY_THERE:
        answer = await _ask(connection, f"STREAM.UPDATE.{name}", stream)
    _check(answer, name)


async def _make_consumer(
    connection: Client, hearer: str, teller: str, kinds: Collection[str]
) -> None:
    stream = stream_of(teller)
    config = {
        "durable_name": hearer,
        "deliver_policy": "all",
        "ack_policy": "explicit",
        "ack_wait": ACK_WAIT_S * NANOSECONDS,
        "max_deliver": -1,
        "max_ack_pending": IN_FLIGHT,
        "filter_subjects": [f"{SUBJECTS}.{teller}.{kind}.>" for kind in sorted(kinds)],
    }
    asked = {"stream_name": stream, "config": config, "action": ""}
    answer = await _ask(connection, f"CONSUMER.CREATE.{stream}.{hearer}", asked)
    _check(answer, f"{stream}.{hearer}")


async def _ask(connection: Client, api: str, body: object) -> dict[str, Any]:
    answer = await connection.request(
        f"$JS.API.{api}", json.dumps(body).encode(), timeout=TIMEOUT_S
    )
    told: dict[str, Any] = json.loads(answer.data)
    return told


def _check(answer: Mapping[str, Any], name: str) -> None:
    if error := answer.get("error"):
        raise NotMade(f"{name}: {error.get('description')} ({error.get('err_code')})")
