"""What this service has beside its desk: where documents are kept, and who looks at them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI, Request

from shared.files import Files, files_of
from shared.files.scanning import Scanner
from shared.settings import Settings


@dataclass(frozen=True, slots=True)
class Documents:
    """Where the files are; `scanner` is None where nobody looks for viruses in them."""

    files: Files
    scanner: Scanner | None
    most_bytes: int


@asynccontextmanager
async def equip(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    """Put it in the app's state. Raises SettingsMissing: the settings name no store, no scanner."""
    scanner = Scanner.at(settings.scanner) if settings.scanner else None
    async with files_of(settings, "bills") as files:
        app.state.documents = Documents(files, scanner, settings.max_document_bytes)
        yield


def documents_of(request: Request) -> Documents:
    documents: Documents = request.app.state.documents
    return documents
