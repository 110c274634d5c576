"""The initiator puts a file in the place of one language's text."""

import asyncio
from dataclasses import dataclass, replace
from uuid import UUID

from services.bills.domain.acts.introduction import revise
from services.bills.domain.bill import Bill, Proposal
from services.bills.domain.procedure import PROCEDURE
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from services.bills.store.acts import read_ahead
from services.bills.store.bills import Bills
from services.bills.store.texts import keep_texts, texts_of
from shared.kernel.occasion import Occasion
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.texts.files import Format, read_file
from shared.texts.refusals import TextRefused
from shared.texts.writing import written


@dataclass(frozen=True, slots=True)
class TextFile:
    """One language's text as it was sent."""

    language: Language
    kind: Format
    content: bytes

    def text(self) -> str:
        """The plain text: as it was sent, or as the structure of the file is written.

        Raises:
            TextRefused: the file cannot be read.
        """
        try:
            act = read_file(self.content, self.kind, self.language)
        except TextRefused as refusal:
            raise refusal.of(self.language) from refusal
        return self.content.decode() if self.kind is Format.PLAIN else written(act)


async def lay_down_file(
    work: UnitOfWork, occasion: Occasion, *, bill_id: UUID, file: TextFile
) -> Bill:
    bill = await Bills(work).get(bill_id)
    # Nobody else's file is opened at all.
    PROCEDURE.decide(bill, Act.REVISE, occasion)
    text = await asyncio.to_thread(file.text)
    before = (await texts_of(work, bill.id, None)).texts
    texts = replace(before, **{file.language.value: text})
    await read_ahead(texts)
    revise(bill, _proposal(bill, texts), occasion)
    by = occasion.by.person_id
    await keep_texts(work, bill, texts, why=Act.REVISE, at=occasion.at, by=by)
    return bill


def _proposal(bill: Bill, texts: Texts) -> Proposal:
    """What the bill proposes already, with other texts."""
    return Proposal(
        title=bill.title,
        texts=texts,
        package=bill.package,
        touches_budget=bill.touches_budget,
        amends_acts=bill.amends_acts,
        touches_business=bill.touches_business,
        calls_for_bylaws=bill.calls_for_bylaws,
    )
