"""Every pair of texts that a bill has had."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.domain.stages import Act
from services.bills.domain.texts import Texts
from services.bills.store.acts import keep_acts
from services.bills.store.tables import bill_texts
from shared.contracts.words import Digests
from shared.kernel.errors import NotFound
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


async def keep_texts(  # noqa: PLR0913 all that is filed
    work: UnitOfWork,
    bill: Bill,
    texts: Texts,
    *,
    why: Act,
    at: datetime,
    by: UUID | None = None,
) -> None:
    """File the bill's newest pair of texts with its structure; the earlier ones stay.

    Raises:
        TextRefused: one of them cannot be read.
    """
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
    await keep_acts(work, bill, texts, by)


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
