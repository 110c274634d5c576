"""An example of every fact, signed with a key that anybody can derive."""

from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from shared.kernel.event import Fact
from shared.messaging.envelope import Envelope, wrapped
from shared.messaging.keys import derived
from shared.messaging.signatures import Keyring

SECRET = "an example"  # noqa: S105 it is published
NAMESPACE = UUID(int=20261123)
TEXTS = {"kk": "Мысал", "ru": "Пример", "pattern": "an-example"}
FORMATS = {"date-time": "2026-11-23T07:00:00Z", "date": "2026-11-23"}
DIGEST = "^[0-9a-f]{64}$"


def example_of(fact: type[Fact]) -> Envelope:
    """The first fact of its case."""
    schema = fact.model_json_schema()
    told = fact.model_validate(_value(schema, schema, fact.about))
    envelope = wrapped(told, event_id=uuid5(NAMESPACE, fact.type), sequence=1)
    return Keyring(derived(SECRET, envelope.teller), {}).signed(envelope)


def _value(schema: dict[str, Any], root: dict[str, Any], name: str) -> Any:
    """A value that fits; every field is there, also those that need not be."""
    match schema:
        case {"$ref": str(ref)}:
            return _value(root["$defs"][ref.rpartition("/")[2]], root, name)
        case {"anyOf": [first, *_]}:
            return _value(first, root, name)
        case {"type": "object", "properties": dict(fields)}:
            return {field: _value(of, root, field) for field, of in fields.items()}
        case {"type": "array", "items": dict(items)}:
            return [_value(items, root, name)]
    return _simple(schema, name)


def _simple(schema: dict[str, Any], name: str) -> str | int:
    match schema:
        case {"enum": [str(first), *_]}:
            return first
        case {"type": "integer"}:
            return max(1, int(schema.get("minimum", 1)))
        case {"type": "boolean"}:
            return True
    return _text(schema, name)


def _text(schema: dict[str, Any], name: str) -> str:
    match schema:
        case {"format": "uuid"}:
            return str(uuid5(NAMESPACE, name))
        case {"format": str(of)}:
            return FORMATS[of]
        case {"pattern": str(pattern)} if pattern == DIGEST:
            return sha256(name.encode()).hexdigest()
    return TEXTS["pattern"] if "pattern" in schema else TEXTS.get(name, "Example")
