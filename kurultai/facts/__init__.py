"""`kurultai facts`: what every fact looks like, for those who hear them in other languages."""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from kurultai.facts.document import document
from kurultai.facts.schemas import schemas
from kurultai.facts.unchanged import FactChanged, broken

__all__ = ["FactChanged", "broken", "pages", "show", "write_pages"]

DOCUMENT, SCHEMAS = "asyncapi.yaml", "schemas"
HEADER = "# Written by `kurultai facts --write docs/facts` from shared/contracts.\n"


def show() -> None:
    """Print the AsyncAPI document."""
    sys.stdout.write(pages()[DOCUMENT])


def pages() -> dict[str, str]:
    """By path, what is written: the AsyncAPI document, and a JSON Schema a fact."""
    written = {f"{SCHEMAS}/{name}.json": _as_json(schema) for name, schema in schemas().items()}
    return written | {DOCUMENT: HEADER + _as_yaml(document())}


def write_pages(folder: Path) -> None:
    """Write them over those of last time; a version that a later one replaced goes.

    Raises:
        FactChanged: a fact lost a field or means something else under the same version.
    """
    if complaints := broken(_snapshots(folder), schemas()):
        raise FactChanged("; ".join(complaints))
    written = pages()
    for file in (folder / SCHEMAS).glob("*.json"):
        if f"{SCHEMAS}/{file.name}" not in written:
            file.unlink()
    for path, page in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(page, "utf-8")


def _snapshots(folder: Path) -> dict[str, dict[str, Any]]:
    files = sorted((folder / SCHEMAS).glob("*.json"))
    return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


class _Plain(yaml.SafeDumper):
    """YAML without anchors, with what is in a list set off."""

    def ignore_aliases(self, _: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 as it is called
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Several lines stay lines."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Plain.add_representer(str, _text)


def _as_yaml(told: dict[str, Any]) -> str:
    return yaml.dump(told, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100)


def _as_json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
