"""The short way of a ballot: what is right goes straight to the box.

145 ballots come within a second. A request is read here once and with nothing around it; whatever
is not right about it, or is refused, goes the usual way, which says why.
"""

import re
from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from pydantic import ValidationError
from starlette.types import ASGIApp, Receive, Scope, Send

from services.voting.actions.cast_ballot import cast_ballot
from services.voting.api.ballots_shown import written
from services.voting.api.given import BallotGiven
from services.voting.domain.ballot import Paper, Verdict
from services.voting.store.ballot_box import TooManyOfOne
from services.voting.store.together import TooManyWait
from shared.kernel.errors import DomainError
from shared.kernel.text import Text
from shared.web.bearer import BEARER
from shared.web.passage import passage_of
from shared.web.refusals import EdgeRefusal
from shared.web.strict_json import read_json
from shared.web.tokens import SignedIn

STATUS = {Verdict.ACCEPTED: 201, Verdict.REPEATED: 200}
JSON = "application/json"
SHORT = re.compile(r"/votes/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(ballot|live)$")


class BoxIsFull(EdgeRefusal):
    status = 503
    code = "box-is-full"
    title = Text(kk="Кезек толы", ru="Очередь заполнена", en="Too many wait")
    words = Text(
        kk="Дауысыңыз жазылған жоқ: кезек толы. Дәл сол бюллетеньді қайта жіберіңіз.",
        ru="Голос не записан: очередь заполнена. Отправьте тот же бюллетень ещё раз.",
        en="The ballot is not recorded: too many wait. Send the same ballot again.",
    )

    def __init__(self) -> None:
        super().__init__(retry_after="1")


class TooManyBallots(EdgeRefusal):
    status = 429
    code = "too-many-ballots"
    title = Text(kk="Бюллетень тым көп", ru="Слишком много бюллетеней", en="Too many ballots")
    words = Text(
        kk="Дауысыңыз жазылған жоқ: құрылғыңыз тым көп бюллетень жіберді. Соңғысын қайталаңыз.",
        ru="Голос не записан: ваше устройство шлёт слишком много бюллетеней. Повторите последний.",
        en="The ballot is not recorded: your device sends too many. Send the last one again.",
    )

    def __init__(self) -> None:
        super().__init__(retry_after="1")


class CastRoute:
    """What the metrics call a ballot that went the short way."""

    path_format = "/votes/{vote_id}/ballot"


class LiveRoute:
    """And one more viewer of a vote that is watched."""

    path_format = "/votes/{vote_id}/live"


class ShortWay:
    """Stands before the routes of the app, inside the edge."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = SHORT.search(scope.get("path", ""))
        asked = (scope.get("method"), found[2]) if found else None
        if found and asked == ("POST", "ballot"):
            await self._cast(found[1], scope, receive, send)
        elif found and asked == ("GET", "live") and (stream := _stream(found[1], scope)):
            scope["route"] = LiveRoute
            await stream(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _cast(self, vote: str, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _read(receive)
        response = await _taken(Request(scope, receive), vote, body)
        if response is None:
            await self._app(scope, _again(body), send)
            return
        scope["route"] = CastRoute
        await response(scope, receive, send)


def _stream(vote: str, scope: Scope) -> Response | None:
    """For whoever watches without signing in, a vote that others are watching already."""
    headers = dict(scope["headers"])
    if b"authorization" in headers:
        return None
    last_seen = headers.get(b"last-event-id", b"").decode("latin-1")
    stream: Response | None = scope["app"].state.watchers.stream(UUID(vote), last_seen)
    return stream


async def _read(receive: Receive) -> bytes:
    """The whole body; whoever hangs up before its end is not answered anyway."""
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body"):
        message = await receive()
        body += message.get("body", b"")
    return body


async def _taken(request: Request, vote: str, body: bytes) -> Response | None:
    """The receipt, if there is nothing to be said against the ballot."""
    if request.headers.get("content-type") != JSON:
        return None
    try:
        vote_id, given = UUID(vote), BallotGiven.model_validate(read_json(body))
        who = await BEARER(request)
        return await take(request, vote_id, given, who) if who else None
    except (DomainError, ValidationError, ValueError, RecursionError):
        return None


async def take(request: Request, vote_id: UUID, given: BallotGiven, who: SignedIn) -> Response:
    """Cast the ballot, and answer with its receipt.

    No unit of work: one statement, one commit, no session around them.
    """
    state = request.app.state
    paper = Paper(vote_id, who.person_id, given.choice, given.request_id)
    trace = str(passage_of(request).trace)
    try:
        verdict, ballot = await cast_ballot(
            state.ballot_box, paper, trace=trace, nudge=state.desk.nudge
        )
    except TooManyWait:
        raise BoxIsFull from None
    except TooManyOfOne:
        raise TooManyBallots from None
    state.watchers.wake(vote_id)
    return Response(written(ballot, state.seal), STATUS[verdict], media_type=JSON)


def _again(body: bytes) -> Receive:
    """The body once more, for whoever reads the request next."""
    left = [body]

    async def receive() -> MutableMapping[str, Any]:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    return receive
