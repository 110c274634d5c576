"""Deputies put requests; the Apparatus sends them, and enters what was answered."""

from services.committees.domain.in_person import in_person
from services.committees.domain.request import Answer, DeputyRequest, ReadingOut, Round
from services.committees.domain.requests_procedure import DEPUTY_REQUESTS
from services.committees.domain.requests_stages import RequestAct
from services.committees.domain.running_out import RunsOut
from shared.contracts import requests as told
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def submit(request: DeputyRequest, occasion: Occasion) -> None:
    """A deputy puts a request. Raises NotEntitled: only deputies do."""
    DEPUTY_REQUESTS.take(request, RequestAct.SUBMIT, occasion)
    request.record(
        told.DeputyRequestSubmitted(
            at=occasion.at,
            deputy_request_id=request.id,
            number=request.number,
            authors=request.authors,
            addressee=request.addressee,
            subject=None if request.withheld else request.subject,
        )
    )


def join(request: DeputyRequest, occasion: Occasion) -> None:
    """A deputy joins the authors, in person. Raises NotNow, NotEntitled."""
    DEPUTY_REQUESTS.take(request, RequestAct.JOIN, occasion)
    person_id = in_person(occasion)
    request.authors = (*request.authors, person_id)
    _record(request, told.DeputyRequestJoined, occasion, person_id=person_id)


def leave(request: DeputyRequest, occasion: Occasion) -> None:
    """One of several authors leaves them. Raises NotNow, NotEntitled."""
    DEPUTY_REQUESTS.take(request, RequestAct.LEAVE, occasion)
    person_id = in_person(occasion)
    request.authors = tuple(author for author in request.authors if author != person_id)
    _record(request, told.DeputyRequestLeft, occasion, person_id=person_id)


def read_out(request: DeputyRequest, reading: ReadingOut, occasion: Occasion) -> None:
    """The request was read out at a sitting. Raises NotNow, NotEntitled."""
    request.came_on = reading.day
    DEPUTY_REQUESTS.take(request, RequestAct.READ_OUT, occasion)
    request.read_out = reading
    day, sitting_id = reading.day, reading.sitting_id
    _record(request, told.DeputyRequestReadOut, occasion, day=day, sitting_id=sitting_id)


def send(request: DeputyRequest, term: RunsOut, occasion: Occasion) -> None:
    """The Apparatus sends the request: the term for the answer runs.

    Raises:
        NotNow: it is to be read out first, or was sent.
        NotEntitled: only the Apparatus sends it.
    """
    DEPUTY_REQUESTS.take(request, RequestAct.SEND, occasion)
    request.sent_at = occasion.at
    request.runs_out(term)
    ends = {"last_day": term.last_day, "passes_at": term.passes_at}
    _record(request, told.DeputyRequestSent, occasion, authors=request.authors, **ends)


def move_term(request: DeputyRequest, term: RunsOut, occasion: Occasion) -> None:
    """Working days were entered: the term ends on another day. Raises NotNow."""
    request.reckoned = term
    DEPUTY_REQUESTS.take(request, RequestAct.MOVE_TERM, occasion)
    request.runs_out(term)
    ends = {"last_day": term.last_day, "passes_at": term.passes_at}
    _record(request, told.DeputyRequestTermMoved, occasion, **ends)


def tell_overdue(request: DeputyRequest, occasion: Occasion) -> None:
    """The term ran out: it is told, once. Raises NotNow."""
    DEPUTY_REQUESTS.take(request, RequestAct.TELL_OVERDUE, occasion)
    request.overdue_since = request.passes_at
    _record(
        request,
        told.DeputyRequestOverdue,
        occasion,
        authors=request.authors,
        addressee=request.addressee,
        last_day=request.last_day,
    )


def answer(request: DeputyRequest, given: Answer, occasion: Occasion) -> None:
    """The Apparatus enters the answer.

    Raises:
        NotNow: none is awaited, or its day lies before the request or after today.
        NotEntitled: only the Apparatus enters it.
    """
    request.came_on = given.day
    DEPUTY_REQUESTS.take(request, RequestAct.ANSWER, occasion)
    request.answer = given
    in_time = None if request.last_day is None else given.day <= request.last_day
    said = {"authors": request.authors, "day": given.day, "in_time": in_time}
    _record(request, told.DeputyRequestAnswered, occasion, **said)


def repeat(request: DeputyRequest, objection: Bilingual, occasion: Occasion) -> None:
    """An author finds the answer unsatisfactory and puts the request once more.

    Raises:
        NotNow: there is no answer, or the deputy is none of the authors.
        NotEntitled: only a deputy does.
    """
    DEPUTY_REQUESTS.take(request, RequestAct.REPEAT, occasion)
    person_id = in_person(occasion)
    request.begins_anew(_closed(request, objection, occasion))
    times = len(request.rounds)
    _record(request, told.DeputyRequestRepeated, occasion, person_id=person_id, times=times)


def close(request: DeputyRequest, occasion: Occasion) -> None:
    """An author is satisfied with the answer. Raises NotNow, NotEntitled."""
    DEPUTY_REQUESTS.take(request, RequestAct.CLOSE, occasion)
    _record(request, told.DeputyRequestClosed, occasion, person_id=in_person(occasion))


def withdraw(request: DeputyRequest, occasion: Occasion) -> None:
    """The last author withdraws the request. Raises NotNow, NotEntitled."""
    DEPUTY_REQUESTS.take(request, RequestAct.WITHDRAW, occasion)
    _record(request, told.DeputyRequestWithdrawn, occasion, person_id=in_person(occasion))


def withhold(request: DeputyRequest, reason: Bilingual, occasion: Occasion) -> None:
    """The request is not public any more, and why. Raises NotNow, NotEntitled."""
    DEPUTY_REQUESTS.take(request, RequestAct.WITHHOLD, occasion)
    request.withheld = reason
    _record(request, told.DeputyRequestWithheld, occasion)


def publish(request: DeputyRequest, occasion: Occasion) -> None:
    """The request is public. Raises NotNow, NotEntitled."""
    DEPUTY_REQUESTS.take(request, RequestAct.PUBLISH, occasion)
    request.withheld = None
    _record(request, told.DeputyRequestPublished, occasion, subject=request.subject)


def _record(
    request: DeputyRequest, kind: type[told.RequestFact], occasion: Occasion, **said: object
) -> None:
    which = {"deputy_request_id": request.id, "number": request.number}
    request.record(kind.model_validate({"at": occasion.at} | which | said))


def _closed(request: DeputyRequest, objection: Bilingual, occasion: Occasion) -> Round:
    if request.sent_at is None or request.answer is None:
        message = "what was answered was sent"
        raise ValueError(message)
    return Round(
        sent_at=request.sent_at,
        last_day=request.last_day,
        answer=request.answer,
        objection=objection,
        by=in_person(occasion),
        at=occasion.at,
    )
