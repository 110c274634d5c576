"""The texts of a bill as trees, at hand."""

from collections import OrderedDict
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.structure import Acts
from services.bills.store.acts import acts_of
from services.bills.store.tables import bill_texts
from services.bills.store.texts import NO_SUCH_TEXT, TextNotFound
from shared.contracts.words import Digests
from shared.store.unit_of_work import UnitOfWork

KEPT = 32
"""Pairs of trees at hand: the same texts are asked for with every amendment to them."""

_READ: OrderedDict[Digests, Acts] = OrderedDict()


async def acts_in(work: UnitOfWork, bill_id: UUID, number: int | None = None) -> Acts:
    """One pair of texts as trees, the newest if no number is asked for. Raises TextNotFound."""
    digests = await _digests(work, bill_id, number)
    acts = _READ.pop(digests, None) or (await acts_of(work, bill_id, number)).acts
    _READ[digests] = acts
    while len(_READ) > KEPT:
        _READ.popitem(last=False)
    return acts


async def addresses_in(work: UnitOfWork, bill_id: UUID) -> frozenset[str]:
    """The elements that the newest texts have in both languages."""
    acts = await acts_in(work, bill_id)
    kk, ru = ({address for address, _ in act.addressed()} for act in (acts.kk, acts.ru))
    return frozenset(kk & ru)


async def _digests(work: UnitOfWork, bill_id: UUID, number: int | None) -> Digests:
    """What the texts of that number are; trees are of the words, whoever laid them down."""
    query = (
        sa.select(bill_texts.c.digests)
        .where(bill_texts.c.bill_id == bill_id)
        .where(sa.or_(sa.literal(number is None), bill_texts.c.number == number))
        .order_by(bill_texts.c.number.desc())
        .limit(1)
    )
    found: Digests | None = (await work.session.scalars(query)).one_or_none()
    if found is None:
        raise TextNotFound(NO_SUCH_TEXT)
    return found
