"""`kurultai demo`: a bill becomes law before a chamber of 145, on real servers, over HTTP."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from kurultai.client import Client
from kurultai.demo.show import show, show_json, show_way_on
from kurultai.demo.story import tell
from kurultai.demo.telling import Telling
from kurultai.up import Choices, up


async def run(
    *, kk: Path | None, ru: Path | None, as_json: bool, split: bool, data: Path | None = None
) -> None:
    """Tell the story and show the record; all is gone afterwards, unless `data` keeps it."""
    texts = {"kk": _text(kk, "kk"), "ru": _text(ru, "ru")}
    console = Console(stderr=True, quiet=as_json, highlight=False)
    began = time.perf_counter()

    def say(what: str) -> None:
        console.print(f"{time.perf_counter() - began:6.1f} s  {what}")

    telling = Telling(say)
    with _place(data) as folder:
        choices = Choices(folder, split=split)
        async with (
            up(choices, lambda name, s: say(f"[dim]{name} ({s:.2f} s)[/dim]")) as running,
            Client.at(running.base_url) as client,
        ):
            await tell(client, telling, texts)
    (show_json if as_json else show)(telling, time.perf_counter() - began)
    if data:
        show_way_on(console, telling, data)


@contextmanager
def _place(data: Path | None) -> Iterator[Path]:
    """The folder that was asked for; else one that is gone afterwards."""
    if data is None:
        with tempfile.TemporaryDirectory(prefix="kurultai-demo-") as folder:
            yield Path(folder)
    else:
        yield data


def _text(path: Path | None, language: str) -> str:
    own = files("kurultai.demo") / "texts" / f"bill.{language}.txt"
    return path.read_text("utf-8") if path else own.read_text("utf-8")
