"""A page of what was found, as a list shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa

from services.bills.domain.words import Sought
from services.bills.store.blocks import Place, found
from services.bills.store.excerpts import excerpts_of
from services.bills.store.lists import Asked, Order, lines, listed
from services.bills.store.search import Search, is_common, meant, understood
from services.bills.store.tables import bills
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.web.paging import Paging, opened

PLACE = (Literal["title", "text"], UUID, float, UUID)
BOTH = (Language.KK, Language.RU)


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed, and the only language to look in, if one was named."""

    typed: str
    language: Language | None


async def search_page(
    work: UnitOfWork, page: Paging, words: Words, asked: Asked
) -> list[dict[str, Any]]:
    """The bills in which the words are; nothing where no word is asked for.

    Raises:
        BadCursor: the cursor is not one that this search gave.
    """
    sought = await understood(work, words.typed)
    if sought is None:
        return []
    search = Search(sought, [words.language] if words.language else BOTH, asked)
    if asked.order is not Order.RELEVANCE:
        there = search.this_one() if await is_common(work, search) else search.anywhere()
        among = listed(asked).where(there)
        return await _shown(work, await page.rows(work.session, among, **asked.place()), sought)
    return await _best_first(work, page, search)


async def _best_first(work: UnitOfWork, page: Paging, search: Search) -> list[dict[str, Any]]:
    after = Place(*opened(page.cursor, *PLACE)) if page.cursor else Place()
    places = await found(work, search, after, page.limit + 1)
    if places or page.cursor:
        return await _page(work, page, search, places)
    instead = await meant(work, search.sought)
    if instead is None:
        return []
    search = Search(instead, search.languages, search.asked)
    places = await found(work, search, after, page.limit)
    return await _page(work, page, search, places, similar=True)


async def _page(
    work: UnitOfWork, page: Paging, search: Search, places: Sequence[Place], **more: bool
) -> list[dict[str, Any]]:
    if len(places) > page.limit:
        last = places[page.limit - 1]
        page.link_to_next(last.where, last.upto, last.rank, last.bill_id)
    ids = [place.bill_id for place in places[: page.limit]]
    rows = await work.session.execute(lines().where(bills.c.id.in_(ids)))
    by_id = {row.id: row for row in rows}
    return await _shown(work, [by_id[bill_id] for bill_id in ids], search.sought, **more)


async def _shown(
    work: UnitOfWork, rows: Sequence[sa.Row[Any]], sought: Sought, **more: bool
) -> list[dict[str, Any]]:
    excerpts = await excerpts_of(work, {row.id: row.title for row in rows}, sought)
    return [{**row._mapping, "excerpts": excerpts[row.id], **more} for row in rows]  # noqa: SLF001  a row's own
