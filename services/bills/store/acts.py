"""The structure of every pair of texts that a bill has had."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.bill import Bill
from services.bills.domain.structure import Acts, acts_in
from services.bills.domain.texts import Texts
from services.bills.store.tables import bill_acts, bill_texts
from shared.contracts.words import Digests
from shared.kernel.errors import NotFound
from shared.kernel.text import Language, Text
from shared.store.unit_of_work import UnitOfWork
from shared.texts.digests import digest_of_act
from shared.texts.reading import read_act
from shared.texts.refusals import TextRefused
from shared.texts.tree import Act


class StructureNotFound(NotFound):
    code = "text-not-found"


NO_STRUCTURE = Text(
    kk="Заң жобасы мәтінінің мұндай нұсқасының құрылымы сақталмаған.",
    ru="Структура такой версии текста законопроекта не сохранена.",
    en="The structure of such a version of the bill's text is not on file.",
)


@dataclass(frozen=True, slots=True)
class ActsOnFile:
    """Both trees of one version, what proves them unchanged, and who laid them down."""

    number: int
    kk: Act
    ru: Act
    digests: Digests
    person_id: UUID | None

    @property
    def acts(self) -> Acts:
        return Acts(self.kk, self.ru)


async def read_ahead(texts: Texts) -> None:
    """Read long texts beside other requests; what is wrong with them is said when they are due."""
    with suppress(TextRefused):
        await asyncio.to_thread(acts_in, texts)


async def keep_acts(work: UnitOfWork, bill: Bill, texts: Texts, by: UUID | None) -> None:
    """File the structure of the bill's newest pair of texts. Raises TextRefused."""
    acts = acts_in(texts)
    row = {
        "bill_id": bill.id,
        "number": bill.text_version,
        "kk": acts.kk,
        "ru": acts.ru,
        "digests": _digests(acts.kk, acts.ru),
        "person_id": by,
    }
    await work.session.execute(sa.insert(bill_acts).values(row))


async def acts_of(work: UnitOfWork, bill_id: UUID, number: int | None = None) -> ActsOnFile:
    """Both trees of one version, the newest if none is asked for.

    Raises:
        StructureNotFound: there is no such version.
    """
    query = (
        sa.select(bill_texts.c.number, bill_texts.c.kk, bill_texts.c.ru, *_TREES)
        .select_from(bill_texts.outerjoin(bill_acts))
        .where(bill_texts.c.bill_id == bill_id)
        .where(sa.or_(sa.literal(number is None), bill_texts.c.number == number))
        .order_by(bill_texts.c.number.desc())
        .limit(1)
    )
    row = (await work.session.execute(query)).one_or_none()
    if row is None:
        raise StructureNotFound(NO_STRUCTURE)
    if row.digests is None:
        return _of_before(row.number, row.kk, row.ru)
    return ActsOnFile(row.number, row.tree_kk, row.tree_ru, row.digests, row.person_id)


_TREES = (
    bill_acts.c.kk.label("tree_kk"),
    bill_acts.c.ru.label("tree_ru"),
    bill_acts.c.digests,
    bill_acts.c.person_id,
)


def _of_before(number: int, kk: str, ru: str) -> ActsOnFile:
    """Texts laid down before structures were kept are read now, misprints and all."""
    acts = read_act(kk, Language.KK, strict=False), read_act(ru, Language.RU, strict=False)
    return ActsOnFile(number, *acts, _digests(*acts), None)


def _digests(kk: Act, ru: Act) -> Digests:
    return Digests(kk=digest_of_act(kk), ru=digest_of_act(ru))
