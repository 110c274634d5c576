"""`kurultai text`: real laws and drafts from files into their structure, and into files again."""

import re
import sys
import time
from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from shared.kernel.text import Language
from shared.texts.akn.frame import Frame, Kind
from shared.texts.akn.writing import as_akn
from shared.texts.digests import digest_of_act
from shared.texts.docx.writing import as_docx
from shared.texts.files import Format, is_edited, read_file
from shared.texts.refusals import TextRefused
from shared.texts.tree import Act, Level
from shared.texts.writing import written

FORMATS = {
    ".txt": Format.PLAIN,
    ".docx": Format.DOCX,
    ".xml": Format.AKN,
    ".akn": Format.AKN,
}
NUMBER_OF_LAW = re.compile(r"\d+-[IVXLC]+", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

app = typer.Typer(help="Texts of acts: their structure, and the formats they go out in.")

Source = Annotated[Path, typer.Argument(help="A .txt, .docx, .xml or .akn file.")]


class Written(StrEnum):
    """The languages that laws are in."""

    KK = "kk"
    RU = "ru"


Lang = Annotated[Written, typer.Option("--lang", help="Of the text.")]
As = Annotated[Kind, typer.Option("--kind", help="A bill, or an act in force.")]
Number = Annotated[str | None, typer.Option(help="Of the work; else from the file's name.")]
Day = Annotated[str | None, typer.Option("--date", help="Of the work; else from the file's name.")]


@app.command("import")
def import_command(  # noqa: PLR0913, PLR0917 as many as it has options
    source: Source,
    lang: Lang = Written.RU,
    akn: Annotated[Path | None, typer.Option("--akn", help="Write Akoma Ntoso there.")] = None,
    kind: As = Kind.ACT,
    number: Number = None,
    day: Day = None,
) -> None:
    """Read an act, say what is in it, and write it as Akoma Ntoso. Ends with 1 on a bad text."""
    began = time.perf_counter()
    act = _read(source, lang)
    if akn is not None:
        akn.write_bytes(as_akn(act, _frame(source, act, kind, number, day)))
    _show(act, time.perf_counter() - began)


@app.command("export")
def export_command(  # noqa: PLR0913, PLR0917 as many as it has options
    source: Source,
    to: Annotated[Path, typer.Option("--to", help="A .txt, .docx, .xml or .akn file.")],
    lang: Lang = Written.RU,
    kind: As = Kind.ACT,
    number: Number = None,
    day: Day = None,
) -> None:
    """Write an act in the format that the other file's name asks for."""
    act = _read(source, lang)
    match _format(to):
        case Format.PLAIN:
            to.write_bytes(written(act).encode())
        case Format.DOCX:
            to.write_bytes(as_docx(act))
        case Format.AKN:
            to.write_bytes(as_akn(act, _frame(source, act, kind, number, day)))


def _read(source: Path, lang: Written) -> Act:
    """A misprint of a published act is not ours to refuse, but is said."""
    try:
        language, kind, file = Language(lang), _format(source), source.read_bytes()
        act = read_file(file, kind, language, strict=False)
        try:
            return read_file(file, kind, language)
        except TextRefused as misprint:
            if not is_edited(act):
                raise
            _say(f"[yellow]as printed:[/yellow] {escape(str(misprint))}")
            return act
    except (OSError, TextRefused, ValueError) as error:
        _say(f"[red]kurultai:[/red] {escape(str(error))}")
        sys.exit(1)


def _format(path: Path) -> Format:
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        _say(f"[red]kurultai:[/red] {path.name}: one of {', '.join(FORMATS)} is needed")
        sys.exit(1)
    return found


def _frame(source: Path, act: Act, kind: Kind, number: str | None, day: str | None) -> Frame:
    named = NUMBER_OF_LAW.search(source.stem)
    dated = DAY.search(source.stem)
    found = date.fromisoformat(day or (dated[0] if dated else str(date.today())))  # noqa: DTZ011 of the reader
    name = number or (named[0] if named else re.sub(r"[^\w-]+", "-", source.stem))
    return Frame(kind, name.lower(), found, found, title=act.title)


def _show(act: Act, seconds: float) -> None:
    levels = Counter(element.level for _, element in act.addressed())
    table = Table(title=act.title or None, title_justify="left", show_header=False)
    for level in Level:
        table.add_row(level.value, str(levels[level]))
    table.add_row("preamble", str(len(act.preamble)))
    console = Console(highlight=False)
    console.print(table)
    console.print(f"digest {digest_of_act(act)}", soft_wrap=True)
    console.print(f"read and written in {seconds:.2f} s")


def _say(words: str) -> None:
    Console(stderr=True).print(words, highlight=False, soft_wrap=True)
