"""Committees ask others for conclusions on a bill, and enter what came."""

from services.committees.domain.conclusion_request import (
    AskingAct,
    ConclusionGot,
    ConclusionRequest,
)
from services.committees.domain.conclusion_requests_procedure import CONCLUSIONS_ASKED
from services.committees.domain.running_out import RunsOut
from shared.contracts import conclusion_requests as told
from shared.kernel.occasion import Occasion


def ask(request: ConclusionRequest, term: RunsOut, occasion: Occasion) -> None:
    """Ask for a conclusion, in that term.

    Raises:
        NotNow: the committee does not work on the bill, or the last day is over.
        NotEntitled: only the committee asks, or the Apparatus for it.
    """
    CONCLUSIONS_ASKED.take(request, AskingAct.ASK, occasion)
    request.runs_out(term)
    which = {"committee_id": request.committee_id, "reading": request.reading}
    asked = {"addressee": request.addressee, "what": request.what, "last_day": term.last_day}
    _record(request, told.ConclusionAsked, occasion, **which, **asked)


def prolong(request: ConclusionRequest, term: RunsOut, occasion: Occasion) -> None:
    """Give it until another day. Raises NotNow, NotEntitled."""
    CONCLUSIONS_ASKED.take(request, AskingAct.PROLONG, occasion)
    request.runs_out(term)
    _record(request, told.ConclusionTermProlonged, occasion, last_day=request.last_day)


def answer(request: ConclusionRequest, got: ConclusionGot, occasion: Occasion) -> None:
    """Enter the conclusion that came.

    Raises:
        NotNow: none is awaited, or its day lies before the request or after today.
    """
    request.came_on = got.day
    CONCLUSIONS_ASKED.take(request, AskingAct.ANSWER, occasion)
    request.answer = got
    in_time = None if request.last_day is None else got.day <= request.last_day
    said = {"addressee": request.addressee, "day": got.day, "in_time": in_time}
    _record(request, told.ConclusionGiven, occasion, favourable=got.favourable, **said)


def withdraw(request: ConclusionRequest, occasion: Occasion) -> None:
    """The committee asks no longer. Raises NotNow, NotEntitled."""
    CONCLUSIONS_ASKED.take(request, AskingAct.WITHDRAW, occasion)
    _record(request, told.ConclusionAskedNoLonger, occasion)


def lapse(request: ConclusionRequest, occasion: Occasion) -> None:
    """The bill left the Kurultai: its committee has no use for the conclusion."""
    CONCLUSIONS_ASKED.take(request, AskingAct.LAPSE, occasion)
    _record(request, told.ConclusionAskedNoLonger, occasion)


def tell_late(request: ConclusionRequest, occasion: Occasion) -> None:
    """The term ran out: it is told, once. Raises NotNow."""
    CONCLUSIONS_ASKED.take(request, AskingAct.TELL_OVERDUE, occasion)
    request.overdue_since = request.passes_at
    late = {"addressee": request.addressee, "last_day": request.last_day}
    _record(request, told.ConclusionOverdue, occasion, committee_id=request.committee_id, **late)


def _record(
    request: ConclusionRequest,
    kind: type[told.ConclusionRequestFact],
    occasion: Occasion,
    **said: object,
) -> None:
    which = {
        "at": occasion.at,
        "conclusion_request_id": request.id,
        "referral_id": request.referral_id,
        "bill_id": request.bill_id,
    }
    request.record(kind.model_validate(which | said))
