"""New texts of a bill, made of the amendments to it."""

from collections.abc import Sequence

from services.bills.domain.amendments.amending_acts import amend_text
from services.bills.domain.amendments.making import texts_with
from services.bills.domain.amendments.plenary import Entry
from services.bills.domain.bill import AmendmentsSeen
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from services.bills.store.amendments.around import Around
from services.bills.store.amendments.provenance import keep_provenance
from services.bills.store.amendments.trees import acts_in
from services.bills.store.texts import keep_texts, texts_of
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def lay_down(
    work: UnitOfWork, there: Around, entries: Sequence[Entry], occasion: Occasion
) -> None:
    """File the texts with these amendments, and which of them changed what.

    Nothing is filed if the newest texts are these already. Raises ChangeRefused, naming the
    element, when the amendments cannot be made together.
    """
    bill, amending = there.bill, there.amending
    texts = await _texts(work, there, entries)
    if texts.digests == bill.digests:
        return
    bill.amendments = AmendmentsSeen(text_due=True)
    amend_text(bill, texts, [entry.amendment.number for entry in entries], occasion)
    amending.laid_down = bill.text_version
    await keep_texts(
        work, bill, texts, why=Act.AMEND_TEXT, at=occasion.at, by=occasion.by.person_id
    )
    await keep_provenance(work, bill, entries)


async def _texts(work: UnitOfWork, there: Around, entries: Sequence[Entry]) -> Texts:
    """Without amendments the texts are those of before, to the letter."""
    base = there.amending.text_version
    if not entries:
        return (await texts_of(work, there.bill.id, base)).texts
    return texts_with(await acts_in(work, there.bill.id, base), entries)
