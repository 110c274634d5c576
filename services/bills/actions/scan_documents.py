"""The files that are on file are shown to the virus scanner, one after the other."""

import asyncio

import structlog

from services.bills.store.filings import keep_verdict, not_scanned
from shared.files import FileDamaged, FileGone, Files, FilesAway
from shared.files.scanning import Scanner, ScannerAway
from shared.service import Running
from shared.store.unit_of_work import Desk

log = structlog.get_logger()

EVERY_S = 1.0
AT_ONCE = 20


async def scan_documents(running: Running) -> None:
    """Until cancelled. Two workers may both ask about one file: what was said first stands."""
    documents = running.app.state.documents
    while documents.scanner is not None:
        await scan_some(running.desk, documents.files, documents.scanner)
        await asyncio.sleep(EVERY_S)
    # There is nothing to do, and a loop that ends would be begun anew.
    await asyncio.Event().wait()


async def scan_some(desk: Desk, files: Files, scanner: Scanner) -> int:
    """Ask about those not asked about yet; how many the scanner spoke of."""
    async with desk.work() as work:
        digests = await not_scanned(work, most=AT_ONCE)
    return sum([await _scan(desk, files, scanner, digest) for digest in digests])


async def _scan(desk: Desk, files: Files, scanner: Scanner, digest: str) -> bool:
    """No transaction is open while the scanner thinks; a file it says nothing of waits."""
    try:
        verdict = await scanner.scan(await files.get(digest))
    except (ScannerAway, FilesAway, FileGone, FileDamaged) as error:
        log.warning("not scanned", digest=digest, why=f"{type(error).__name__}: {error}")
        return False
    async with desk.work() as work:
        await keep_verdict(work, digest, verdict)
    if not verdict.clean:
        log.warning("infected document", digest=digest, found=verdict.found)
    return True
