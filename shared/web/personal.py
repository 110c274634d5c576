"""Pages of the deputy who is signed in: for no one else, and not sent again while they stand."""

from hashlib import sha256
from typing import Annotated, Any, override
from uuid import UUID

from fastapi import Depends, Request, Response

from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled
from shared.kernel.text import Text
from shared.web.dependencies import Here
from shared.web.preconditions import ENTITY_TAG
from shared.web.route import Handler, KurultaiRoute

GOOD, UNCHANGED = 200, 304
KEPT_BY_ONE = "private, no-cache"
"""Only the reader's own device keeps it, and asks each time whether it still stands."""
STANDS: dict[int | str, dict[str, Any]] = {UNCHANGED: {"description": "What you have stands."}}
"""For `responses=STANDS` of a page."""
NO_MANDATE = Text(
    kk="Бұл бет депутаттың өзіне арналған, ал тізілім бойынша сіздің мандатыңыз күшінде емес: ол "
    "берілмеген, әлі басталмаған немесе аяқталған.",
    ru="Эта страница — самого депутата, а по реестру у вас нет действующего мандата: его не было, "
    "он ещё не начался или прекращён.",
    en="This page is a deputy's own, and by the register no mandate of yours is in force: there "
    "was none, it has not begun, or it has ended.",
)


class NotADeputy(NotEntitled):
    code = "not-a-deputy"


class PersonalRoute(KurultaiRoute):
    """As `KurultaiRoute`, for what is read: its ETag is the digest of what is shown."""

    @override
    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            return kept_by_one(request, await handle(request))

        return answer


def kept_by_one(request: Request, response: Response) -> Response:
    """The page with its ETag, or 304 for whoever has this very page. Refusals are as they are."""
    if response.status_code != GOOD:
        return response
    etag = f'"{sha256(bytes(response.body)).hexdigest()[:32]}"'
    response.headers["etag"] = etag
    response.headers["cache-control"] = KEPT_BY_ONE
    return _not_again(response) if _has(request, etag) else response


def _has(request: Request, etag: str) -> bool:
    asked = request.headers.get("if-none-match", "")
    known = {f'"{tag["opaque"]}"' for tag in ENTITY_TAG.finditer(asked)}
    return etag in known or asked.strip() == "*"


def _not_again(page: Response) -> Response:
    kept = ("etag", "cache-control", "link", "content-language")
    headers = {name: page.headers[name] for name in kept if name in page.headers}
    return Response(status_code=UNCHANGED, headers=headers)


async def _deputy(here: Here) -> UUID:
    person_id = here.by.person_id
    if person_id is None or not here.by.holds(Role.DEPUTY):
        raise NotADeputy(NO_MANDATE)
    return person_id


Me = Annotated[UUID, Depends(_deputy)]
"""The deputy who is signed in; anyone else is refused with the reason.

Raises:
    NotSignedIn: there is no token.
    NotADeputy: no mandate is in force at this moment.
"""
