"""Refusals on the wire: RFC 9457 problem details, one shape for every error of every service."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException

from shared.files.refusals import FileTooLarge, FileTypeRefused
from shared.kernel.errors import DomainError, Invalid, NotEntitled, NotFound, NotNow, Stale
from shared.kernel.text import Text
from shared.watch.privacy import without_links
from shared.web.invalid import NOT_JSON, complaints, wants_json
from shared.web.passage import passage_of
from shared.web.refusals import EdgeRefusal
from shared.web.words import FAMILIES, HTTP_PROBLEMS, OTHER_HTTP, Words

MEDIA_TYPE = "application/problem+json"
BAD_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED, UNPROCESSABLE = 400, 405, 415, 422

FAMILY_OF: dict[type[DomainError], tuple[int, Text]] = {
    FileTooLarge: (413, HTTP_PROBLEMS[413].title),
    FileTypeRefused: (415, FAMILIES["invalid"]),
    NotFound: (404, FAMILIES["not-found"]),
    NotEntitled: (403, FAMILIES["not-entitled"]),
    NotNow: (409, FAMILIES["not-now"]),
    Stale: (412, FAMILIES["stale"]),
    Invalid: (422, FAMILIES["invalid"]),
    DomainError: (409, FAMILIES["not-now"]),
}


def problem(
    request: Request,
    status: int,
    words: Words,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """An answer that says what is so, in the reader's language."""
    passage = passage_of(request)
    body = {
        "type": f"/problems/{words.code}",
        "title": words.title.on(passage.language),
        "status": status,
        "code": words.code,
        "detail": words.detail.on(passage.language),
        **more,
        "instance": quote(without_links(passage.path)),
        "request_id": passage.request_id,
    }
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, status, dict(headers or {}), MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Teach an app to answer every refusal as a problem; faults are answered by the edge."""
    app.add_exception_handler(DomainError, _refused)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _invalid)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _http)  # type: ignore[arg-type]


async def _refused(request: Request, error: DomainError) -> Response:
    status, title = _status_and_title(error)
    headers = error.headers if isinstance(error, EdgeRefusal) else {}
    words = Words(error.code, title, error.message)
    return problem(request, status, words, headers, **_grounds(request, error))


def _status_and_title(error: DomainError) -> tuple[int, Text]:
    if isinstance(error, EdgeRefusal):
        return error.status, error.title
    return next(FAMILY_OF[kind] for kind in type(error).__mro__ if kind in FAMILY_OF)


def _grounds(request: Request, error: DomainError) -> dict[str, Any]:
    language = passage_of(request).language
    unmet = [
        {"sentence": one.sentence.on(language), "provision": one.provision} for one in error.unmet
    ]
    provision = {"provision": error.provision} if error.provision else {}
    return provision | {"unmet": unmet} | dict(error.details)


async def _invalid(request: Request, error: RequestValidationError) -> Response:
    """Where the request is wrong, and never what was in it: it may be someone's personal data."""
    errors = error.errors()
    if any(e["type"] == "json_invalid" for e in errors):
        return problem(request, BAD_REQUEST, HTTP_PROBLEMS[BAD_REQUEST])
    if not wants_json(request.headers, errors):
        return problem(request, UNSUPPORTED, NOT_JSON)
    found = complaints(errors, passage_of(request).language)
    return problem(request, UNPROCESSABLE, HTTP_PROBLEMS[UNPROCESSABLE], errors=found)


async def _http(request: Request, error: HTTPException) -> Response:
    headers = dict(error.headers or {})
    if error.status_code == METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(_methods_at(request)))
    words = HTTP_PROBLEMS.get(error.status_code, OTHER_HTTP)
    return problem(request, error.status_code, words, headers)


def _methods_at(request: Request) -> set[str]:
    """Every method of the path; the router itself names those of the first route that fits."""
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    methods: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        pattern = getattr(route, "path_regex", None)
        if pattern is not None and pattern.match(path):
            methods |= route.methods or set()
    return methods
