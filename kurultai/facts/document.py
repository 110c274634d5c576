"""The AsyncAPI 3 document of all facts: who tells which, where, in what order, and to whom."""

from typing import Any

from kurultai.facts.examples import SECRET, example_of
from kurultai.facts.schemas import ENVELOPE, facts
from kurultai.registry import SERVICES
from shared.kernel.event import Fact
from shared.messaging.envelope import AUTHORITY, SUBJECTS
from shared.messaging.keys import derived, public_text

VERSION = "1"
CONTENT = "application/cloudevents+json"
ABOUT = f"""Facts that the services of the Kurultai tell each other through NATS JetStream.

A fact is a CloudEvent 1.0 in JSON. Its `subject` is the case that it is about and the key of its
order: `sequence` counts the facts about one case from 1, without gaps, and whoever misses one waits
for it. It is told at least once; `id` is by what it is known again, and `Nats-Msg-Id` is the same.
Fields are added, with a default, and never changed; a changed meaning is a new version.

Believe a fact only if `signature` is one of the service that `source` names, and only in the stream
of that service. The examples are signed with the keys that are derived from the secret
`{SECRET}`; their public halves are under `x-example-keys`.
"""


def document() -> dict[str, Any]:
    """All of it; schemas are beside it, a file a fact."""
    told = facts()
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Facts of the Kurultai",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": "Apache-2.0"},
            "x-example-keys": {name: public_text(derived(SECRET, name)) for name in SERVICES},
        },
        "defaultContentType": CONTENT,
        "channels": {_channel_of(fact): _channel(fact, told) for fact in told.values()},
        "operations": _operations(told),
        "components": {"messages": {name: _message(fact) for name, fact in told.items()}},
    }


def _channel_of(fact: type[Fact]) -> str:
    """A channel has all versions of its fact."""
    return fact.type.rpartition(".")[0]


def _channel(fact: type[Fact], told: dict[str, type[Fact]]) -> dict[str, Any]:
    service, name, _ = fact.type.split(".")
    versions = [other for other in told if _channel_of(told[other]) == f"{service}.{name}"]
    return {
        "address": f"{SUBJECTS}.{service}.{fact.about}.{name}.{{case}}",
        "summary": _summary(fact),
        "parameters": {"case": {"description": f"The id of the {fact.about}."}},
        "messages": {other: {"$ref": f"#/components/messages/{other}"} for other in versions},
    }


def _operations(told: dict[str, type[Fact]]) -> dict[str, Any]:
    """Those of all services; the name says whose."""
    operations = {}
    for fact in told.values():
        teller, name, version = fact.type.split(".")
        operations[f"{teller}.tells.{name}.{version}"] = _operation("send", fact)
        for hearer in _heard_by(fact):
            heard = f"{hearer}.hears.{teller}.{name}.{version}"
            operations[heard] = _operation("receive", fact)
    return operations


def _operation(action: str, fact: type[Fact]) -> dict[str, Any]:
    channel = f"#/channels/{_channel_of(fact)}"
    messages = [{"$ref": f"{channel}/messages/{fact.type}"}]
    return {"action": action, "channel": {"$ref": channel}, "messages": messages}


def _message(fact: type[Fact]) -> dict[str, Any]:
    event_type = f"{AUTHORITY}{fact.type}"
    return {
        "name": event_type,
        "title": fact.__name__,
        "summary": _summary(fact),
        "contentType": CONTENT,
        "headers": {"type": "object", "properties": {"Nats-Msg-Id": {"format": "uuid"}}},
        "payload": {
            "allOf": [
                {"$ref": f"./schemas/{ENVELOPE}.json"},
                {
                    "type": "object",
                    "properties": {
                        "type": {"const": event_type},
                        "data": {"$ref": f"./schemas/{fact.type}.json"},
                    },
                },
            ]
        },
        "examples": [{"name": "first-of-its-case", "payload": example_of(fact).as_told()}],
        "x-about": fact.about,
        "x-order-key": f"{fact.about}/{{{fact.about}_id}}",
        "x-told-by": fact.type.split(".")[0],
        "x-acted-on-by": _heard_by(fact),
    }


def _summary(fact: type[Fact]) -> str:
    return (fact.__doc__ or "").partition("\n")[0]


def _heard_by(fact: type[Fact]) -> list[str]:
    return [name for name, service in SERVICES.items() if fact.type in service.consumers.acts_on]
