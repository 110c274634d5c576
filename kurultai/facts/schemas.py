"""The JSON Schema of every fact, and of the envelope around it."""

from typing import Any

from kurultai.registry import SERVICES
from shared.kernel.event import Fact
from shared.messaging.envelope import Envelope

DIALECT = "http://json-schema.org/draft-07/schema#"
ENVELOPE = "envelope"


def facts() -> dict[str, type[Fact]]:
    """Every fact that is told, by its type, as `bills.bill_drafted.v1`."""
    return {fact.type: fact for service in SERVICES.values() for fact in service.tells}


def schemas() -> dict[str, dict[str, Any]]:
    """By type, what a hearer accepts; under `envelope` what is around all of them."""
    told = {name: _schema(name, fact.model_json_schema()) for name, fact in facts().items()}
    return {ENVELOPE: _envelope()} | told


def _schema(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": f"{name}.json", **schema}


def _envelope() -> dict[str, Any]:
    """On the wire an envelope is signed; one that is about to be signed is not yet."""
    schema = _schema(ENVELOPE, Envelope.model_json_schema())
    signature = {
        "type": "string",
        "contentEncoding": "base64",
        "description": "Ed25519, of the source, over the line kurultai/fact/v1, a line feed, and "
        "the envelope without this attribute as RFC 8785 writes it.",
    }
    schema["properties"] |= {"signature": signature}
    schema["required"] = [*schema["required"], "signature"]
    return schema
