"""Headers that some answers of this service need."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Response


async def _found_at(request: Request, response: Response) -> Callable[..., None]:
    def found_at(route: str, **ids: UUID) -> None:
        response.headers["location"] = request.url_for(route, **ids).path

    return found_at


async def _not_kept(response: Response) -> None:
    response.headers["cache-control"] = "no-store"


FoundAt = Annotated[Callable[..., None], Depends(_found_at)]
"""Says where what was created is found: the name of a route, and its ids."""

NotKept = Depends(_not_kept)
"""For a case shown with numbers of the moment: they change, and its version, the ETag, does not."""
