"""The short way of a ballot: what is right goes straight to the box.

145 ballots come within a second. A request is read here once and with nothing around it; whatever
is not right about it is left to the usual way, which says what.
"""

from collections.abc import MutableMapping
from typing import Any, override
from uuid import UUID

from fastapi import Request, Response
from pydantic import ValidationError
from starlette.types import Receive, Scope, Send

from services.voting.actions.cast_ballot import cast_ballot
from services.voting.api.ballots_shown import ReceiptShown
from services.voting.api.given import BallotGiven
from services.voting.domain.ballot import Paper, Verdict
from services.voting.store.together import TooManyWait
from shared.kernel.text import Text
from shared.web.bearer import BEARER
from shared.web.passage import passage_of
from shared.web.refusals import EdgeRefusal
from shared.web.route import KurultaiRoute
from shared.web.strict_json import read_json
from shared.web.tokens import SignedIn

STATUS = {Verdict.ACCEPTED: 201, Verdict.REPEATED: 200}
JSON = "application/json"


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


class ShortWay(KurultaiRoute):
    """The route of `cast` alone."""

    @override
    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        given, who = _ballot_in(request, body), await BEARER(request)
        if given is None or who is None:
            await super().handle(scope, _again(body), send)
            return
        response = await take(request, UUID(scope["path_params"]["vote_id"]), given, who)
        await response(scope, receive, send)


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
    receipt = ReceiptShown.of(ballot, state.seal).model_dump_json()
    return Response(receipt, STATUS[verdict], media_type=JSON)


def _ballot_in(request: Request, body: bytes) -> BallotGiven | None:
    """The ballot, if the request is in every way as it should be."""
    if request.method != "POST" or request.headers.get("content-type") != JSON:
        return None
    try:
        UUID(request.path_params["vote_id"])
        return BallotGiven.model_validate(read_json(body))
    except (ValidationError, ValueError, RecursionError):
        return None


def _again(body: bytes) -> Receive:
    """The body once more, for whoever reads the request next."""
    left = [body]

    async def receive() -> MutableMapping[str, Any]:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    return receive
