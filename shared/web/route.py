"""The route that all routers use: it finishes the answer while the transaction is still open.

FastAPI closes function-scoped dependencies, and so commits, after the handler below has
returned and before its answer is sent: what is written here is committed with the act,
and an answer never tells of something that was not.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from shared.web.documents import headers_of, problems_of
from shared.web.preconditions import conclude
from shared.web.repeats import AnsweredBefore, keep_answer
from shared.web.strict_json import StrictRequest

type Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class KurultaiRoute(APIRoute):
    """For `APIRouter(route_class=KurultaiRoute)`."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **given: Any) -> None:
        methods = set(given.get("methods") or {"GET"})
        given["responses"] = problems_of(methods) | (given.get("responses") or {})
        given["openapi_extra"] = headers_of(methods) | (given.get("openapi_extra") or {})
        super().__init__(path, endpoint, **given)

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()

        async def finish(request: Request) -> Response:
            try:
                response = await handle(StrictRequest(request.scope, request.receive))
            except AnsweredBefore as before:
                return before.answer
            work = getattr(request.state, "work", None)
            if work is not None:
                response = conclude(request, response, work)
                await keep_answer(request, response, work)
            return response

        return finish
