"""The `kurultai` command."""

import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from kurultai import comparing, demo, replay, texts, verify
from kurultai.client import NeverHappened, Refused
from kurultai.replay.files import BadFile
from kurultai.servers import FolderInUse, ServerDied
from kurultai.staying import stay
from kurultai.up import Choices
from kurultai.witness import witness
from kurultai.witness_files import WitnessFileUnusable
from shared.service import run
from shared.tlog.note import NoteInvalid

KAZAKHSTAN = "kz-kurultai-2026-provisional"
FAILED, INTERRUPTED = 1, 130

app = typer.Typer(
    help="The path of a bill to law in the Kurultai, on one machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
texts.app.command("compare")(comparing.compare_command)
app.add_typer(texts.app, name="text")

Data = Annotated[
    Path, typer.Option("--data", help="The folder that keeps everything; made when missing.")
]
Profile = Annotated[
    str, typer.Option("--profile", help="The rules profile, by name or by its YAML file.")
]
Port = Annotated[int | None, typer.Option("--port", help="Where the API listens on 127.0.0.1.")]
Split = Annotated[bool, typer.Option("--split", help="Run every service as its own process.")]
Processes = Annotated[
    int, typer.Option("--processes", min=1, max=64, help="How many answer requests on the port.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs, and nothing else.")]


@app.command("up")
def up_command(
    data: Data = Path(".kurultai"),
    profile: Profile = KAZAKHSTAN,
    port: Port = None,
    split: Split = False,  # noqa: FBT002 a flag of the command line
    processes: Processes = 1,
) -> None:
    """Start everything and stay, until Ctrl-C. The data stay in the folder."""
    _run(stay(Choices(data, profile, port, split, processes)))


@app.command("demo")
def demo_command(
    kk: Annotated[Path | None, typer.Option(help="The bill's text in Kazakh.")] = None,
    ru: Annotated[Path | None, typer.Option(help="The bill's text in Russian.")] = None,
    as_json: Json = False,  # noqa: FBT002
    split: Split = False,  # noqa: FBT002
    data: Annotated[
        Path | None, typer.Option(help="A new folder that keeps it all, for `kurultai up`.")
    ] = None,
) -> None:
    """Take a bill from draft to law before a chamber of 145, and show its record."""
    if data and data.exists() and any(data.iterdir()):
        message = f"{data} is not empty"
        raise typer.BadParameter(message)
    _run(demo.run(kk=kk, ru=ru, as_json=as_json, split=split, data=data))


@app.command("replay")
def replay_command(
    folder: Annotated[Path, typer.Argument(help="With polls.csv, ballots.csv, mandates.csv.")],
    profile: Profile = "bundestag-2017",
    as_json: Json = False,  # noqa: FBT002
    split: Split = False,  # noqa: FBT002
) -> None:
    """Cast real roll-call votes again through the public API, and compare every result."""
    _run(replay.run(folder, profile=profile, as_json=as_json, split=split))


@app.command("chaos")
def chaos_command(  # noqa: PLR0913, PLR0917 as many as it has options
    polls: Annotated[int, typer.Option(min=1, help="Votes to be held.")] = 300,
    kills: Annotated[int, typer.Option(min=0, help="Servers and services to be killed.")] = 15,
    seed: Annotated[int, typer.Option(help="Of choices, pairs and kills.")] = 1,
    deputies: Annotated[int, typer.Option(min=1, help="In the chamber.")] = 145,
    as_json: Json = False,  # noqa: FBT002
    split: Split = False,  # noqa: FBT002
) -> None:
    """Hold votes while servers and services are killed, and account for every ballot."""
    from kurultai import chaos  # noqa: PLC0415 the other commands do without

    given = {"polls": polls, "kills": kills, "seed": seed, "deputies": deputies}
    _run(chaos.run(**given, as_json=as_json, split=split))


@app.command(
    "verify",
    context_settings={
        "ignore_unknown_options": True,
        "allow_extra_args": True,
        "help_option_names": [],
    },
)
def verify_command(context: typer.Context) -> None:
    """Check the record of one vote offline; `--help` says with which keys."""
    sys.exit(verify.main(context.args))


@app.command("witness")
def witness_command(  # noqa: PLR0913, PLR0917 as many as it has options
    url: Annotated[str, typer.Argument(help="Where the service is, http://host:port.")],
    name: Annotated[str, typer.Option(help="Of the witness: a domain that is yours.")],
    key: Annotated[Path, typer.Option("--key", help="The key file; made when missing.")],
    state: Annotated[Path, typer.Option("--state", help="The last head that was seen.")],
    log_key: Annotated[str | None, typer.Option(help="The log's key, from elsewhere.")] = None,
    every: Annotated[float, typer.Option(min=1, help="Seconds between two looks.")] = 60.0,
    once: Annotated[bool, typer.Option("--once", help="Look once.")] = False,  # noqa: FBT002
) -> None:
    """Follow the log of votes and cosign its heads; a head that rewrites the past is refused."""
    pace = None if once else every
    _run(witness(url, name=name, key_file=key, state_file=state, log_key=log_key, every_s=pace))


@app.command("rules")
def rules_command(profile: Profile = KAZAKHSTAN, as_json: Json = False) -> None:  # noqa: FBT002
    """Print the rules profile, and what of it is not confirmed."""
    from kurultai.rules import show  # noqa: PLC0415 the other commands do without

    show(profile, as_json=as_json)


@app.command("procedure")
def procedure_command(
    write: Annotated[Path | None, typer.Option(help="Write a page a service there.")] = None,
) -> None:
    """Print the procedure table of every service."""
    from kurultai.procedures import show, write_pages  # noqa: PLC0415 the other commands do without

    write_pages(write) if write else show()


@app.command("facts")
def facts_command(
    write: Annotated[Path | None, typer.Option(help="Write it and all schemas there.")] = None,
) -> None:
    """Print the AsyncAPI document of the facts that the services tell each other."""
    from kurultai import facts  # noqa: PLC0415 the other commands do without

    try:
        facts.write_pages(write) if write else facts.show()
    except facts.FactChanged as changed:
        sys.exit(f"kurultai: a new version is needed: {changed}")


def _run(work: Coroutine[Any, Any, int | None]) -> None:
    """Run to the end; what a person can mend is said in one line."""
    try:
        code = run(work)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except (
        BadFile,
        FolderInUse,
        NeverHappened,
        NoteInvalid,
        Refused,
        ServerDied,
        WitnessFileUnusable,
    ) as error:
        Console(stderr=True).print(f"[red]kurultai:[/red] {error}", highlight=False)
        code = FAILED
    sys.exit(code or 0)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
