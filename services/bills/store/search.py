"""Bills by the words of their titles, numbers and newest texts: what is asked, and what matches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from services.bills.domain.words import Sought, cleaned, widened
from services.bills.store.lists import Asked, plan_anew
from services.bills.store.tables import bill_moments, bill_search, bill_words, bills
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork

WINDOW = {"title": 800, "text": 400}
"""How many of the newest bills are looked through; the vectors of texts are long."""
COMMON = 60
"""What matches so often among them is common."""
NEWEST = UUID(int=2**128 - 1)
"""Above every id."""
TITLE, TEXT = "title", "text"
SIMPLE, RUSSIAN = "pg_catalog.simple", "pg_catalog.russian"
MEANT = 5


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, where, and among which bills."""

    sought: Sought
    languages: Sequence[Language]
    asked: Asked

    def matching(self, where: str) -> sa.ColumnElement[bool]:
        """Whether it is there, in any of the languages."""
        return sa.or_(
            *(_vector(where, each).bool_op("@@")(self._query(each)) for each in self.languages)
        )

    def anywhere(self) -> sa.ColumnElement[bool]:
        """Whether a bill of a list is among all that match, found by the indexes."""
        matched = apart(sa.select(bill_search.c.bill_id).where(self._there()))
        return bills.c.id.in_(sa.select(matched.c.bill_id))

    def this_one(self) -> sa.ColumnElement[bool]:
        """Whether a bill of a list matches, asked of one after the other."""
        of_it = sa.select(1).where(bill_search.c.bill_id == bills.c.id, self._there())
        return sa.exists(of_it.offset(0))

    def _there(self) -> sa.ColumnElement[bool]:
        return sa.or_(self.matching(TITLE), self.matching(TEXT))

    def among(self, upto: UUID, number: int) -> sa.CTE:
        """So many of the bills asked for, the newest from this one on."""
        query = (
            sa.select(bills.c.id)
            .join_from(bills, bill_moments, bill_moments.c.bill_id == bills.c.id)
            .where(bills.c.id <= upto, *self.asked.far_apart())
            .order_by(bills.c.id.desc())
            .limit(number)
        )
        return apart(query)

    def rank(self, where: str) -> sa.ColumnElement[float]:
        """In a title, what is written as it was typed counts once more."""
        ranks = [_rank(where, each, self._query(each)) for each in self.languages]
        if where == TITLE:
            ranks += [_rank(where, each, _tsquery(self.sought.exact)) for each in self.languages]
        return sa.cast(sum(ranks[1:], ranks[0]), sa.Double)

    def _query(self, language: Language) -> sa.ColumnElement[Any]:
        return _tsquery(getattr(self.sought, language))


async def understood(work: UnitOfWork, words: str) -> Sought | None:
    """What was typed as queries; None if no word is asked for that must be there."""
    await plan_anew(work)
    typed = cleaned(words)
    alike = sa.func.search_stems(sa.func.search_alike(typed))
    kk = sa.func.websearch_to_tsquery(SIMPLE, alike)
    ru = sa.func.websearch_to_tsquery(RUSSIAN, typed)
    exact = sa.func.websearch_to_tsquery(SIMPLE, typed)
    asked = [sa.cast(each, sa.Text) for each in (kk, ru, exact)]
    row = (await work.session.execute(sa.select(*asked, sa.func.querytree(kk)))).one()
    # What only forbids words is true of nearly every bill, and no index helps with it.
    return None if row[3] in {"", "T"} else Sought(row[0], widened(row[1]), row[2])


async def meant(work: UnitOfWork, sought: Sought) -> Sought | None:
    """The words of titles that look most like those that were not found; None if none does."""
    kk, ru = [], []
    for word in sought.plain_words:
        near = await _near(work, word)
        kk.append(" | ".join(stem for stem, _ in near))
        ru.append(" | ".join(whole for _, whole in near))
    if not kk or not all(kk):
        return None
    queries = (
        sa.func.to_tsquery(config, " & ".join(f"({words})" for words in each))
        for config, each in ((SIMPLE, kk), (RUSSIAN, ru))
    )
    asked = [sa.cast(each, sa.Text) for each in queries]
    row = (await work.session.execute(sa.select(*asked))).one()
    return Sought(row[0], row[1], exact="")


async def _near(work: UnitOfWork, typed: str) -> list[tuple[str, str]]:
    """The few words that look most like it or begin so: their Kazakh stems, and they themselves."""
    asked, word, spelled = sa.func.search_spelled(typed), bill_words.c.word, bill_words.c.spelled
    query = (
        sa.select(sa.func.search_stem(word), word)
        .where(sa.or_(spelled.op("%")(asked), spelled.like(asked.concat("%"))))
        .order_by(sa.func.similarity(spelled, asked).desc(), word)
        .limit(MEANT)
    )
    return [(stem, whole) for stem, whole in await work.session.execute(query)]


async def is_common(work: UnitOfWork, search: Search) -> bool:
    """Whether the words are found again and again among the newest bills asked for."""
    newest = search.among(NEWEST, WINDOW[TEXT])
    there = sa.or_(search.matching(TITLE), search.matching(TEXT))
    near = bill_search.c.bill_id.in_(sa.select(newest.c.id))
    query = sa.select(sa.func.count()).where(near, there)
    return (await work.session.execute(query)).scalar_one() >= COMMON


def matched(search: Search, where: str) -> sa.Select[Any]:
    """What matches there; for texts, and not in the title."""
    there = sa.select(bill_search.c.bill_id).where(search.matching(where))
    if where == TITLE:
        return there
    return there.where(bill_search.c.bill_id.not_in(matched(search, TITLE)))


def apart(query: sa.Select[Any]) -> sa.CTE:
    """Found by the indexes first: a walk from the newest bill on would fetch every vector."""
    return query.cte().prefix_with("MATERIALIZED", dialect="postgresql")


def _vector(where: str, language: str) -> sa.ColumnElement[Any]:
    return bill_search.c[f"{where}_{language}"]


def _tsquery(query: str) -> sa.ColumnElement[Any]:
    return sa.cast(query, TSQUERY)


def _rank(where: str, language: str, query: sa.ColumnElement[Any]) -> sa.ColumnElement[float]:
    return sa.func.ts_rank(_vector(where, language), query)
