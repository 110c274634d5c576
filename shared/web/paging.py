"""Long lists in pages: a cursor says where the last one ended, `Link` is the way to the next."""

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Depends, Query, Request, Response
from pydantic import TypeAdapter
from pydantic_core import to_json
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
            kinds = (key.type.python_type, id_.type.python_type)
            last = sa.tuple_(*opened(self.cursor, *kinds), types=[key.type, id_.type])
            query = query.where(place < last if newest_first else place > last)
        order = [c.desc() if newest_first else c.asc() for c in (key, id_)]
        query = query.add_columns(key.label("_key"), id_.label("_id"))
        rows = (await session.execute(query.order_by(*order).limit(self.limit + 1))).all()
        if len(rows) > self.limit:
            self.link_to_next(*rows[self.limit - 1][-2:])
        return list(rows[: self.limit])

    async def scalars(
        self, session: AsyncSession, query: sa.Select[Any], **order: Any
    ) -> list[Any]:
        """As `rows`, but only the first column of each: the case itself."""
        return [row[0] for row in await self.rows(session, query, **order)]

    def link_to_next(self, *place: Any) -> None:
        """Tell the way to the page after this place: its values, as `opened` gives them back."""
        cursor = sealed(*place)
        url = self.request.url.include_query_params(cursor=cursor, limit=self.limit)
        self.response.headers.append("link", f'<{url.path}?{url.query}>; rel="next"')


async def _paging(
    request: Request,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=MOST)] = DEFAULT,
    cursor: Annotated[str | None, Query(max_length=LONGEST_CURSOR)] = None,
) -> Paging:
    return Paging(limit, cursor, request, response)


Page = Annotated[Paging, Depends(_paging)]
"""Asked for by a route that shows a long list."""


def sealed(*place: Any) -> str:
    """A place in a list, as a cursor."""
    return base64.urlsafe_b64encode(to_json(place)).rstrip(b"=").decode()


def opened(cursor: str, *kinds: Any) -> tuple[Any, ...]:
    """The place that a cursor holds, in values of these kinds.

    Raises:
        BadCursor: it holds no such place.
    """
    try:
        place = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        values = _adapter(kinds).validate_json(place)
    except (binascii.Error, ValueError):
        raise BadCursor from None
    if any("\0" in str(value) for value in values):
        raise BadCursor
    return values


@lru_cache
def _adapter(kinds: tuple[Any, ...]) -> TypeAdapter[tuple[Any, ...]]:
    return TypeAdapter(tuple[kinds])  # type: ignore[valid-type]
