"""The register of acts in force, and their editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.in_force import ActInForce, Edition
from services.bills.domain.texts import Texts
from services.bills.store.tables import act_editions, acts_in_force
from shared.contracts.words import Bilingual, Digests
from shared.kernel.errors import NotFound
from shared.kernel.text import Text
from shared.store.cases import Cases
from shared.store.unit_of_work import UnitOfWork


class ActNotFound(NotFound):
    code = "act-not-found"


class EditionNotFound(NotFound):
    code = "edition-not-found"


NO_SUCH_ACT = Text(
    kk="{id} қолданыстағы акт жоқ.", ru="Действующего акта {id} нет.", en="There is no act {id}."
)
NO_SUCH_EDITION = Text(
    kk="Актінің мұндай редакциясы жоқ.",
    ru="Такой редакции у акта нет.",
    en="The act has no such edition.",
)


class ActsInForce(Cases[ActInForce]):
    kind = ActInForce
    missing = ActNotFound
    no_such = NO_SUCH_ACT

    async def named(self, year: int, called: str) -> ActInForce:
        """The act adopted in that year that is `called` so. Raises ActNotFound."""
        of_the_year = sa.extract("year", acts_in_force.c.adopted_on) == year
        for act in await self.all_of(sa.select(ActInForce).where(of_the_year)):
            if act.called == called.lower():
                return act
        raise ActNotFound(NO_SUCH_ACT.filled(id=called))


@dataclass(frozen=True, slots=True)
class EditionOnFile:
    """An edition with what proves it unchanged."""

    number: int
    texts: Texts
    digests: Digests
    stands_from: date
    source: Bilingual
    at: datetime


async def keep_edition(work: UnitOfWork, act: ActInForce, edition: Edition, at: datetime) -> None:
    """File the act's newest edition; the earlier ones stay."""
    row = {
        "act_id": act.id,
        "number": act.edition,
        "kk": edition.texts.kk,
        "ru": edition.texts.ru,
        "digests": edition.texts.digests,
        "stands_from": edition.stands_from,
        "source": edition.source,
        "at": at,
    }
    await work.session.flush()
    await work.session.execute(sa.insert(act_editions).values(row))


async def edition_of(work: UnitOfWork, act_id: UUID, number: int | None) -> EditionOnFile:
    """One edition, the newest if no number is asked for. Raises EditionNotFound."""
    query = (
        sa.select(act_editions)
        .where(act_editions.c.act_id == act_id)
        .where(sa.or_(sa.literal(number is None), act_editions.c.number == number))
        .order_by(act_editions.c.number.desc())
        .limit(1)
    )
    row = (await work.session.execute(query)).one_or_none()
    if row is None:
        raise EditionNotFound(NO_SUCH_EDITION)
    texts = Texts(row.kk, row.ru)
    return EditionOnFile(row.number, texts, row.digests, row.stands_from, row.source, row.at)


async def editions_of(work: UnitOfWork, act_id: UUID) -> Sequence[sa.Row[Any]]:
    """The editions of an act without their texts, oldest first."""
    known = (column for column in act_editions.c if column.name not in {"kk", "ru"})
    query = sa.select(*known).where(act_editions.c.act_id == act_id).order_by(act_editions.c.number)
    return (await work.session.execute(query)).all()
