"""The texts of a bill as trees."""

from collections import OrderedDict
from uuid import UUID

from services.bills.domain.amendments.plenary import Acts
from services.bills.store.texts import texts_of
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.texts.reading import read_act
from shared.texts.tree import Act

KEPT = 32
"""Trees at hand: the same texts are asked for with every amendment to them."""

_READ: OrderedDict[tuple[str, Language], Act] = OrderedDict()


async def acts_in(work: UnitOfWork, bill_id: UUID, number: int | None = None) -> Acts:
    """One pair of texts as trees, the newest if no number is asked for.

    Raises:
        TextNotFound: the bill has no such pair.
        TextRefused: the text has not the structure of an act.
    """
    on_file = await texts_of(work, bill_id, number)
    return Acts(
        _read(on_file.texts.kk, on_file.digests.kk, Language.KK),
        _read(on_file.texts.ru, on_file.digests.ru, Language.RU),
    )


def _read(text: str, digest: str, language: Language) -> Act:
    key = (digest, language)
    act = _READ.pop(key, None) or read_act(text, language)
    _READ[key] = act
    while len(_READ) > KEPT:
        _READ.popitem(last=False)
    return act


async def addresses_in(work: UnitOfWork, bill_id: UUID) -> frozenset[str]:
    """The elements that the newest texts have in both languages."""
    acts = await acts_in(work, bill_id)
    kk, ru = ({address for address, _ in act.addressed()} for act in (acts.kk, acts.ru))
    return frozenset(kk & ru)
