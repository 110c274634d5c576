"""`python -m services.<name> api | worker | migrate | procedure | parked | key`."""

import argparse
import asyncio
import sys

from shared.messaging.keys import own_key, public_text
from shared.service.assembly import Service
from shared.service.loop import run
from shared.service.migrating import migrate_to_head
from shared.service.paper import on_paper
from shared.service.running import serving
from shared.service.set_aside import list_set_aside
from shared.settings import Settings, SettingsMissing, read_settings
from shared.web.serving import Server, configured


def command(service: Service) -> None:
    """What the service can be told from a shell; settings are `KURULTAI_*` variables."""
    asked = _parser(service).parse_args()
    try:
        _do(service, asked)
    except SettingsMissing as missing:
        sys.exit(str(missing))


def _parser(service: Service) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(f"python -m services.{service.name}")
    acts = parser.add_subparsers(dest="act", required=True)
    api = acts.add_parser("api", help="answer over HTTP")
    api.add_argument("--host", default="127.0.0.1")
    api.add_argument("--port", type=int, default=8000)
    acts.add_parser("worker", help="tell, hear and do the chores")
    acts.add_parser("migrate", help="bring the tables to their head, as their owner")
    acts.add_parser("procedure", help="print the procedure")
    parked = acts.add_parser("parked", help="list the facts that could not be taken in")
    parked.add_argument("--replay", action="store_true", help="take them up again")
    acts.add_parser("key", help="print the public key of the facts it tells")
    return parser


def _do(service: Service, asked: argparse.Namespace) -> None:
    match asked.act:
        case "procedure":
            sys.stdout.write(on_paper(service))
        case "migrate":
            settings = read_settings()
            migrate_to_head(service.name, settings.owner_database_url or settings.database_url)
        case "api":
            run(_api(service, read_settings(), asked.host, asked.port))
        case "worker":
            run(_worker(service, read_settings()))
        case "parked":
            left = run(list_set_aside(service, read_settings(), replay=asked.replay))
            sys.exit(1 if left else 0)
        case "key":
            sys.stdout.write(f"{public_text(own_key(read_settings(), service.name))}\n")


async def _api(service: Service, settings: Settings, host: str, port: int) -> None:
    async with serving(service, settings, with_worker=False) as running:
        config = configured(running.app, host=host, port=port)
        await Server(config, before_stop=running.app.state.hub.close).serve()


async def _worker(service: Service, settings: Settings) -> None:
    async with serving(service, settings):
        await asyncio.Event().wait()
