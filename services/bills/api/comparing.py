"""What is compared when a table is asked for, and what the table is called."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from services.bills.api.bills import MOST
from services.bills.domain.bill import Bill
from services.bills.store.acts_in_force import ActsInForce, EditionOnFile, edition_of
from services.bills.store.bills import Bills
from services.bills.store.readings import Compared, comparisons_of
from services.bills.store.reasons import Between, reasons_between
from services.bills.store.texts import texts_of
from shared.contracts.words import Bilingual
from shared.kernel.text import Language, Text
from shared.store.unit_of_work import UnitOfWork
from shared.texts.tables import wording
from shared.texts.tables.table import Both, Sides, Table, tabled


class Tongues(StrEnum):
    """The languages of a table."""

    KK = "kk"
    RU = "ru"
    BOTH = "both"

    @property
    def languages(self) -> tuple[Language, ...]:
        both = (Language.KK, Language.RU)
        return both if self is Tongues.BOTH else (Language(self.value),)


Number = Annotated[int | None, Query(ge=1, le=MOST)]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which two texts: of a bill, or of an act in force and a bill."""

    old: int | None
    new: int | None
    act_id: UUID | None = None


async def numbers(
    old: Annotated[
        int | None,
        Query(alias="from", ge=1, le=MOST, description="A version; of the act if one is named."),
    ] = None,
    new: Annotated[
        int | None, Query(alias="to", ge=1, le=MOST, description="By default the newest.")
    ] = None,
    act: Annotated[UUID | None, Query(description="An act in force, in place of `from`.")] = None,
) -> Numbers:
    return Numbers(old, new, act)


async def editions(
    old: Annotated[
        int | None, Query(alias="from", ge=1, le=MOST, description="By default the one before.")
    ] = None,
    new: Annotated[
        int | None, Query(alias="to", ge=1, le=MOST, description="By default the newest.")
    ] = None,
) -> Numbers:
    return Numbers(old, new)


BillNumbers = Annotated[Numbers, Depends(numbers)]
ActNumbers = Annotated[Numbers, Depends(editions)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pairs of texts with what they are called."""

    sides: Sides
    texts: Compared
    name: str


@dataclass(frozen=True, slots=True)
class BillPair(Pair):
    """With where the reasons of the changes are kept."""

    between: Between


async def pair_of_bill(work: UnitOfWork, bill_id: UUID, asked: Numbers) -> BillPair:
    """Two versions of the bill; or an edition of an act in force, and a version of the bill.

    Without numbers the newest version is compared with the first, or with the newest edition.

    Raises:
        BillNotFound, ActNotFound, TextNotFound, EditionNotFound.
    """
    bill = await Bills(work).get(bill_id)
    if asked.act_id is not None:
        return await _against_act(work, bill, asked.act_id, asked)
    old = await texts_of(work, bill.id, asked.old or 1)
    new = await texts_of(work, bill.id, asked.new)
    return BillPair(
        Sides(title=_both(bill.title), old=_version(old.number), new=_version(new.number)),
        Compared(old.texts, new.texts),
        f"{bill.id}-{old.number}-{new.number}",
        Between(bill.id, old.number, new.number),
    )


async def _against_act(work: UnitOfWork, bill: Bill, act_id: UUID, asked: Numbers) -> BillPair:
    act = await ActsInForce(work).get(act_id)
    old = await edition_of(work, act.id, asked.old)
    new = await texts_of(work, bill.id, asked.new)
    sides = Sides(title=_both(bill.title), old=_of(wording.IN_FORCE), new=_of(wording.PROPOSED))
    between = Between(bill.id, old.number, new.number, act.id)
    name = f"{bill.id}-{act.id}-{old.number}-{new.number}"
    return BillPair(sides, Compared(old.texts, new.texts), name, between)


async def pair_of_act(work: UnitOfWork, act_id: UUID, asked: Numbers) -> Pair:
    """Two editions of an act. Raises ActNotFound, EditionNotFound."""
    act = await ActsInForce(work).get(act_id)
    new = await edition_of(work, act.id, asked.new)
    old = await edition_of(work, act.id, asked.old or max(1, new.number - 1))
    sides = Sides(title=_both(act.title), old=_edition(old), new=_edition(new))
    return Pair(sides, Compared(old.texts, new.texts), f"{act.id}-{old.number}-{new.number}")


async def table_of(work: UnitOfWork, pair: Pair, tongues: Tongues, *, unchanged: bool) -> Table:
    """The table with the reasons given so far. Raises TextRefused."""
    comparisons = await comparisons_of(pair.texts, tongues.languages)
    reasons = await reasons_between(work, pair.between) if isinstance(pair, BillPair) else {}
    said = {address: _both(reason) for address, reason in reasons.items()}
    return tabled(pair.sides, comparisons, said, unchanged=unchanged)


def _both(words: Bilingual) -> Both:
    return Both(kk=words.kk, ru=words.ru)


def _of(words: Text) -> Both:
    return Both(kk=words.kk, ru=words.ru)


def _version(number: int) -> Both:
    return _of(wording.VERSION.filled(number=number))


def _edition(found: EditionOnFile) -> Both:
    return _of(wording.EDITION.filled(day=found.stands_from.strftime("%d.%m.%Y")))
