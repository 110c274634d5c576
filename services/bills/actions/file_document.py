"""A document is filed with a bill."""

from services.bills.domain.acts.filing import file, may_file
from services.bills.domain.filing import FileReceived, Filing
from services.bills.store.bills import Bills
from services.bills.store.filings import Filings
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def file_document(
    work: UnitOfWork, occasion: Occasion, *, filing: Filing, received: FileReceived
) -> Filing:
    await _look_around(work, filing)
    file(filing, received, occasion)
    return Filings(work).add(filing)


async def may_document_be_filed(work: UnitOfWork, occasion: Occasion, *, filing: Filing) -> None:
    """Whether it would be taken as things stand, asked before its file is. Raises as `may_file`."""
    await _look_around(work, filing)
    may_file(filing, occasion)


async def _look_around(work: UnitOfWork, filing: Filing) -> None:
    bill = await Bills(work).get(filing.bill_id)
    await Filings(work).look_around(filing, bill)
