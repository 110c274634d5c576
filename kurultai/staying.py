"""`kurultai up`: everything runs until someone presses Ctrl-C."""

import asyncio
import signal

from rich.console import Console

from kurultai.chamber import founder
from kurultai.registry import SERVICES
from kurultai.up import Choices, Up, up


async def stay(choices: Choices) -> None:
    """Start, say where everything is, and wait."""
    console = Console(highlight=False)
    folder = choices.folder.expanduser().resolve()
    console.print(f"Kurultai · rules [bold]{choices.profile}[/bold] · data in {folder}")
    stop = _stop_on_signals()
    async with up(choices, lambda name, s: console.print(f"  {name:<22}{s:7.2f} s")) as running:
        _say_where(console, running)
        await stop.wait()
        console.print("Stopping …")
    console.print("Stopped. Everything is kept.")


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _say_where(console: Console, running: Up) -> None:
    console.print(f"\nThe API is at [bold]{running.base_url}[/bold]")
    for name in SERVICES:
        console.print(f"  {name:<12}{running.base_url}/api/{name}/v1/docs")
    console.print(
        "\n[black on yellow] DEVELOPMENT SIGN-IN IS ON [/] whoever knows an IIN is that person: "
        f"keep this on loopback. The registrar's IIN is {founder().iin}."
    )
    console.print("Ctrl-C stops.")
