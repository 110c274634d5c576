"""What a route may ask for: the work to do it in, and the occasion on which it is done."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from shared.kernel.actor import Actor
from shared.kernel.occasion import Occasion
from shared.kernel.rules import Profile
from shared.kernel.text import Language
from shared.store.register import actor_at
from shared.store.unit_of_work import UnitOfWork
from shared.web.bearer import BEARER
from shared.web.passage import passage_of
from shared.web.preconditions import expected_by, must_match
from shared.web.refusals import NotSignedIn
from shared.web.repeats import answer_if_repeated
from shared.web.tokens import SignedIn


async def unit_of_work(request: Request) -> AsyncIterator[UnitOfWork]:
    """Commit after the route returned and before its answer leaves; roll back if it raised."""
    trace, expected = str(passage_of(request).trace), expected_by(request)
    async with request.app.state.desk.work(trace=trace, expected=expected) as work:
        # The route finishes the answer (ETag, Idempotency-Key) in this same transaction.
        request.state.work = work
        await answer_if_repeated(request, work)
        yield work


# scope="function": FastAPI's default would commit after the answer was sent.
Work = Annotated[UnitOfWork, Depends(unit_of_work, scope="function")]
Token = Annotated[SignedIn | None, Depends(BEARER)]


async def _signed_in(token: Token) -> SignedIn:
    if token is None:
        raise NotSignedIn
    return token


Who = Annotated[SignedIn, Depends(_signed_in)]
"""The verified token itself, for the few routes that ask how the person signed in."""


async def _here(request: Request, work: Work, who: Who) -> Occasion:
    return await _occasion_of(request, work, who.person_id)


async def _visit(request: Request, work: Work, token: Token) -> Occasion:
    return await _occasion_of(request, work, token.person_id if token else None)


async def _occasion_of(request: Request, work: UnitOfWork, person_id: UUID | None) -> Occasion:
    state, now = request.app.state, datetime.now(UTC)
    if person_id is None:
        return Occasion.under(state.profile, Actor(None), now)
    actor = await actor_at(state.standings, work.session, person_id, now)
    return Occasion.under(state.profile, actor, now)


async def _rulebook(request: Request) -> Profile:
    profile: Profile = request.app.state.profile
    return profile


async def _tongue(request: Request) -> Language:
    return passage_of(request).language


Here = Annotated[Occasion, Depends(_here)]
"""Someone signed in, with every capacity the register gives them at this moment."""

Visitor = Annotated[Occasion, Depends(_visit)]
"""As `Here`, but anyone may look: without a token the actor is nobody."""

Rulebook = Annotated[Profile, Depends(_rulebook)]
"""The rules through time, where an answer depends on those of other days than today."""

Tongue = Annotated[Language, Depends(_tongue)]
"""The language to answer in."""

MustMatch = Depends(must_match)
"""For `dependencies=[MustMatch]` of a route that edits: without If-Match it is refused."""
