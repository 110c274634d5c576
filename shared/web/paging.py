"""Long lists in pages: a cursor says where the last one ended, `Link` is the way to the next."""

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Query, Request, Response
from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from shared.web.refusals import BadCursor

DEFAULT, MOST = 50, 200
LONGEST_CURSOR = 1000


@dataclass(frozen=True, slots=True)
class Paging:
    """What page the caller asked for, and where to tell the way to the next one."""

    limit: int
    cursor: str | None
    request: Request
    response: Response

    async def rows(
        self,
        session: AsyncSession,
        query: sa.Select[Any],
        *,
        key: sa.ColumnElement[Any],
        id_: sa.ColumnElement[Any],
        newest_first: bool = False,
    ) -> list[sa.Row[Any]]:
        """One page of a query, ordered by `key` and then by `id_`; neither may be NULL.

        Raises:
            BadCursor: the cursor is not one that this list gave.
        """
        place = sa.tuple_(key, id_)
        if self.cursor:
            last = sa.tuple_(*_opened(self.cursor, key, id_), types=[key.type, id_.type])
            query = query.where(place < last if newest_first else place > last)
        order = [c.desc() if newest_first else c.asc() for c in (key, id_)]
        query = query.add_columns(key.label("_key"), id_.label("_id"))
        rows = (await session.execute(query.order_by(*order).limit(self.limit + 1))).all()
        if len(rows) > self.limit:
            self._link_to_next(_sealed(rows[self.limit - 1], key, id_))
        return list(rows[: self.limit])

    async def scalars(
        self, session: AsyncSession, query: sa.Select[Any], **order: Any
    ) -> list[Any]:
        """As `rows`, but only the first column of each: the case itself."""
        return [row[0] for row in await self.rows(session, query, **order)]

    def _link_to_next(self, cursor: str) -> None:
        url = self.request.url.include_query_params(cursor=cursor, limit=self.limit)
        self.response.headers["link"] = f'<{url.path}?{url.query}>; rel="next"'


async def _paging(
    request: Request,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=MOST)] = DEFAULT,
    cursor: Annotated[str | None, Query(max_length=LONGEST_CURSOR)] = None,
) -> Paging:
    return Paging(limit, cursor, request, response)


Page = Annotated[Paging, Depends(_paging)]
"""Asked for by a route that shows a long list."""


def _sealed(row: sa.Row[Any], *columns: sa.ColumnElement[Any]) -> str:
    place = _shape(columns).dump_json((row._key, row._id))  # noqa: SLF001  our own labels
    return base64.urlsafe_b64encode(place).rstrip(b"=").decode()


def _opened(cursor: str, *columns: sa.ColumnElement[Any]) -> tuple[Any, Any]:
    try:
        place = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        key, id_ = _shape(columns).validate_json(place)
    except (binascii.Error, ValueError):
        raise BadCursor from None
    if "\0" in str(key) + str(id_):
        raise BadCursor
    return key, id_


def _shape(columns: tuple[sa.ColumnElement[Any], ...]) -> TypeAdapter[tuple[Any, ...]]:
    kinds: tuple[Any, ...] = tuple(column.type.python_type for column in columns)
    return _adapter(kinds)


@lru_cache
def _adapter(kinds: tuple[Any, ...]) -> TypeAdapter[tuple[Any, ...]]:
    return TypeAdapter(tuple[kinds])  # type: ignore[valid-type]
