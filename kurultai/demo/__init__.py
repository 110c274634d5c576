"""`kurultai demo`: a bill becomes law before a chamber of 145, on real servers, over HTTP."""

import tempfile
import time
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from kurultai.client import Client
from kurultai.demo.show import show, show_json
from kurultai.demo.story import tell
from kurultai.demo.telling import Telling
from kurultai.up import Choices, up


async def run(*, kk: Path | None, ru: Path | None, as_json: bool, split: bool) -> None:
    """Tell the story in a place of its own, which is gone afterwards, and show the record."""
    texts = {"kk": _text(kk, "kk"), "ru": _text(ru, "ru")}
    console = Console(stderr=True, quiet=as_json, highlight=False)
    began = time.perf_counter()

    def say(what: str) -> None:
        console.print(f"{time.perf_counter() - began:6.1f} s  {what}")

    telling = Telling(say)
    with tempfile.TemporaryDirectory(prefix="kurultai-demo-") as folder:
        choices = Choices(Path(folder), split=split)
        async with (
            up(choices, lambda name, s: say(f"[dim]{name} ({s:.2f} s)[/dim]")) as running,
            Client.at(running.base_url) as client,
        ):
            await tell(client, telling, texts)
    (show_json if as_json else show)(telling, time.perf_counter() - began)


def _text(path: Path | None, language: str) -> str:
    own = files("kurultai.demo") / "texts" / f"bill.{language}.txt"
    return path.read_text("utf-8") if path else own.read_text("utf-8")
