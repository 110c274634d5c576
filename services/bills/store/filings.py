"""The documents on file, with what is known of their files."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.bills.domain.bill import Bill
from services.bills.domain.filing import Filing, ScanState
from services.bills.store.tables import filings, scans
from shared.files.scanning import Verdict
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class FilingNotFound(NotFound):
    code = "document-not-found"


@dataclass(frozen=True, slots=True)
class FilingOnFile:
    """A document, the newer one that replaced it, and what is known of viruses in its file."""

    filing: Filing
    replaced_by_id: UUID | None
    scan: ScanState
    found: str | None


class Filings(Cases[Filing]):
    kind = Filing
    missing = FilingNotFound
    no_such = Text(kk="{id} құжаты жоқ.", ru="Документа {id} нет.", en="There is no document {id}.")

    async def look_around(self, filing: Filing, bill: Bill) -> None:
        """Note the bill as it stands, and the document of the same bill that is to be replaced.

        Raises:
            FilingNotFound: the bill has no such document.
        """
        filing.bill = bill
        if filing.replaces_id:
            earlier = await self.of_bill(bill.id, filing.replaces_id, scans_files=False)
            filing.replaces = earlier.filing
            filing.replaced_already = earlier.replaced_by_id is not None

    async def on(self, bill_id: UUID, *, scans_files: bool) -> list[FilingOnFile]:
        """All documents of a bill, also those that were replaced, in the order of filing."""
        query = _with_knowledge().where(filings.c.bill_id == bill_id)
        rows = await self._work.session.execute(query.order_by(filings.c.filed_at, filings.c.id))
        return [_on_file(row, scans_files=scans_files) for row in rows]

    async def of_bill(self, bill_id: UUID, filing_id: UUID, *, scans_files: bool) -> FilingOnFile:
        """One document of a bill. Raises FilingNotFound, also for another bill's."""
        query = _with_knowledge().where(filings.c.bill_id == bill_id, filings.c.id == filing_id)
        row = (await self._work.session.execute(query)).one_or_none()
        if row is None:
            raise FilingNotFound(self.no_such.filled(id=filing_id))
        return _on_file(row, scans_files=scans_files)


async def note_files(work: UnitOfWork, bill: Bill) -> Bill:
    """Note which of the files that the bill's package names are on file with it."""
    query = sa.select(filings.c.digest).where(filings.c.bill_id == bill.id)
    bill.digests_on_file = frozenset(await work.session.scalars(query))
    return bill


async def not_scanned(work: UnitOfWork, *, most: int) -> Sequence[str]:
    """The digests of files of which no scanner has said anything, the oldest first."""
    unknown = ~sa.exists().where(scans.c.digest == filings.c.digest)
    query = sa.select(filings.c.digest).where(unknown).group_by(filings.c.digest)
    return (
        await work.session.scalars(query.order_by(sa.func.min(filings.c.filed_at)).limit(most))
    ).all()


async def keep_verdict(work: UnitOfWork, digest: str, verdict: Verdict) -> None:
    """Write down what the scanner said; what was said before stays."""
    row = insert(scans).values(digest=digest, found=verdict.found)
    await work.session.execute(row.on_conflict_do_nothing())


def _with_knowledge() -> sa.Select[Filing, UUID | None, str | None, str | None]:
    newer = filings.alias("newer")
    return (
        sa.select(Filing, newer.c.id, scans.c.digest, scans.c.found)
        .outerjoin(newer, newer.c.replaces_id == filings.c.id)
        .outerjoin(scans, scans.c.digest == filings.c.digest)
    )


def _on_file(
    row: sa.Row[Filing, UUID | None, str | None, str | None], *, scans_files: bool
) -> FilingOnFile:
    filing, newer_id, scanned, found = row
    if found is not None:
        state = ScanState.INFECTED
    elif scanned is not None:
        state = ScanState.CLEAN
    else:
        state = ScanState.WAITING if scans_files else ScanState.NOT_SCANNED
    return FilingOnFile(filing, newer_id, state, found)
