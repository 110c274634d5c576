"""What this service has beside its desk: where documents are kept, and what signs its webhooks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI, Request

from shared.files import Files, files_of
from shared.files.scanning import Scanner
from shared.kernel.text import Text
from shared.messaging.keys import own_key
from shared.messaging.signatures import Keyring
from shared.settings import Settings, SettingsMissing
from shared.web.refusals import EdgeRefusal
from shared.webhooks import Signer


@dataclass(frozen=True, slots=True)
class Documents:
    """Where the files are; `scanner` is None where nobody looks for viruses in them."""

    files: Files
    scanner: Scanner | None
    most_bytes: int


@dataclass(frozen=True, slots=True, repr=False)
class Post:
    """What signs the webhooks, and the facts in them; both from the key of the service's facts."""

    keyring: Keyring
    signer: Signer
    to_loopback: bool


class NoWebhooks(EdgeRefusal):
    status = 503
    code = "no-webhooks"
    title = Text(kk="Жазылымдар қосылмаған", ru="Подписки не включены", en="No subscriptions here")
    words = Text(
        kk="Бұл қызметте хабарламаларға қол қоятын кілт жоқ.",
        ru="У этой службы нет ключа, которым подписываются сообщения.",
        en="This service has no key to sign messages with.",
    )


@asynccontextmanager
async def equip(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    """Put it in the app's state. Raises SettingsMissing: the settings name no store, no scanner."""
    scanner = Scanner.at(settings.scanner) if settings.scanner else None
    app.state.post = _post(settings)
    async with files_of(settings, "bills") as files:
        app.state.documents = Documents(files, scanner, settings.max_document_bytes)
        yield


def documents_of(request: Request) -> Documents:
    documents: Documents = request.app.state.documents
    return documents


def post_of(request: Request) -> Post:
    """Raises NoWebhooks: this process has no key."""
    post: Post | None = request.app.state.post
    if post is None:
        raise NoWebhooks
    return post


def _post(settings: Settings) -> Post | None:
    """None where the API runs in a process of its own that was given no key."""
    try:
        key = own_key(settings, "bills")
    except SettingsMissing:
        return None
    signer = Signer.of(key.private_bytes_raw())
    return Post(Keyring(key, {}), signer, settings.webhooks_to_loopback)
