"""`kurultai text compare`: the comparison table of two files."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kurultai.texts import Lang, Source, Written, read, say
from shared.kernel.text import Language
from shared.texts.comparing import compared
from shared.texts.tables import wording
from shared.texts.tables.as_docx import as_docx
from shared.texts.tables.as_html import as_html
from shared.texts.tables.as_pdf import as_pdf
from shared.texts.tables.table import Both, Sides, Table, tabled
from shared.texts.tree import Act

WRITERS: Mapping[str, Callable[[Table], bytes]] = {
    ".html": as_html,
    ".docx": as_docx,
    ".pdf": as_pdf,
    ".json": lambda table: table.model_dump_json(indent=1).encode(),
}


def compare_command(
    old: Source,
    new: Source,
    to: Annotated[Path, typer.Option("--to", help="A .html, .docx, .pdf or .json file.")],
    lang: Lang = Written.RU,
) -> None:
    """Write the comparison table of two texts: what was, what is, by structural element."""
    write = WRITERS.get(to.suffix.lower())
    if write is None:
        say(f"[red]kurultai:[/red] {to.name}: one of {', '.join(WRITERS)} is needed")
        sys.exit(1)
    table = _table(read(old, lang), read(new, lang), Language(lang))
    to.write_bytes(write(table))
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(table.counts.items()))
    say(f"{to.name}: {len(table.rows)} rows; {counts}")


def _table(old: Act, new: Act, language: Language) -> Table:
    title = new.title or old.title or wording.TABLE.on(language)
    sides = Sides(
        title=Both(kk=title, ru=title),
        old=Both(kk=wording.IN_FORCE.kk, ru=wording.IN_FORCE.ru),
        new=Both(kk=wording.PROPOSED.kk, ru=wording.PROPOSED.ru),
    )
    return tabled(sides, [compared(old, new)], {})
