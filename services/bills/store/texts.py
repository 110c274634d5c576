"""Every pair of texts that a bill has had."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from services.bills.store.tables import bill_texts, proposed_wordings
from shared.contracts.words import Digests
from shared.kernel.errors import NotFound
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text
from shared.store.unit_of_work import UnitOfWork


class TextNotFound(NotFound):
    code = "text-not-found"


NO_SUCH_TEXT = Text(
    kk="Заң жобасының мұндай мәтін нұсқасы жоқ.",
    ru="Такой версии текста у законопроекта нет.",
    en="The bill has no such version of its texts.",
)


@dataclass(frozen=True, slots=True)
class TextsOnFile:
    """A pair of texts with what proves it unchanged, and the act that laid it down."""

    number: int
    texts: Texts
    digests: Digests
    why: Act
    at: datetime


async def keep_texts(work: UnitOfWork, bill: Bill, texts: Texts, *, why: Act, at: datetime) -> None:
    """File the bill's newest pair of texts; the earlier ones stay."""
    row = {
        "bill_id": bill.id,
        "number": bill.text_version,
        "kk": texts.kk,
        "ru": texts.ru,
        "digests": texts.digests,
        "why": why,
        "at": at,
    }
    await work.session.flush()
    await work.session.execute(sa.insert(bill_texts).values(row))


async def texts_of(work: UnitOfWork, bill_id: UUID, number: int | None) -> TextsOnFile:
    """One pair of texts, the newest if no number is asked for. Raises TextNotFound."""
    query = (
        sa.select(bill_texts)
        .where(bill_texts.c.bill_id == bill_id)
        .where(sa.or_(sa.literal(number is None), bill_texts.c.number == number))
        .order_by(bill_texts.c.number.desc())
        .limit(1)
    )
    row = (await work.session.execute(query)).one_or_none()
    if row is None:
        raise TextNotFound(NO_SUCH_TEXT)
    return TextsOnFile(row.number, Texts(row.kk, row.ru), row.digests, row.why, row.at)


async def keep_wording(work: UnitOfWork, bill_id: UUID, texts: Texts, at: datetime) -> None:
    """File the texts in the wording that the President proposes."""
    row = {"bill_id": bill_id, "at": at, "kk": texts.kk, "ru": texts.ru}
    await work.session.execute(sa.insert(proposed_wordings).values(row))


async def newest_wording(work: UnitOfWork, bill_id: UUID) -> Texts:
    """The texts that the President proposed last. Raises TextNotFound."""
    wordings = proposed_wordings.c
    query = sa.select(wordings.kk, wordings.ru).where(wordings.bill_id == bill_id)
    row = (await work.session.execute(query.order_by(wordings.at.desc()).limit(1))).one_or_none()
    if row is None:
        raise TextNotFound(NO_SUCH_TEXT)
    return Texts(row.kk, row.ru)


async def lay_down_wording(work: UnitOfWork, bill: Bill, occasion: Occasion) -> None:
    """The texts the President proposed last are the bill's newest pair now."""
    texts = await newest_wording(work, bill.id)
    await keep_texts(work, bill, texts, why=Act.ADOPT_IN_PRESIDENTS_WORDING, at=occasion.at)
