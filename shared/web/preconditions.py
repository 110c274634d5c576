"""Nobody overwrites what they have not seen: ETag, If-Match, If-None-Match (RFC 9110, 13)."""

import json
import re
from typing import Any
from uuid import UUID

from fastapi import Request, Response

from shared.store.unit_of_work import Expected, UnitOfWork
from shared.web.refusals import BadIfMatch, NeverMatches, NotCompared, PreconditionRequired

ENTITY_TAG = re.compile(r'(?P<weak>W/)?"(?P<opaque>[\x21\x23-\x7e\x80-\xff]*)"')
VERSION = re.compile(r"[0-9]{1,10}")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CREATED = 201


async def must_match(request: Request) -> None:
    if "if-match" not in request.headers:
        raise PreconditionRequired


def expected_by(request: Request) -> Expected | None:
    """The version of the case in the path that the caller says they have seen.

    Raises:
        BadIfMatch: not an entity tag, or more than one.
        NeverMatches: a weak tag, or one that we never give.
        NotCompared: there is no case in the path.
    """
    given = request.headers.get("if-match", "*").strip()
    if given == "*":
        return None
    case_id = case_in_path(request)
    if case_id is None:
        raise NotCompared
    return Expected(case_id, _version(given))


def conclude(request: Request, response: Response, work: UnitOfWork) -> Response:
    """Tell the version (and place) of what was shown or changed; 304 when the reader has it."""
    _refuse_uncompared(request, work)
    shown = _shown(request, response, work)
    if version := shown.get("version"):
        response.headers.setdefault("etag", f'"{version}"')
    if response.status_code == CREATED and "id" in shown:
        response.headers.setdefault("location", f"{request.url.path.rstrip('/')}/{shown['id']}")
    return _not_modified(response) if _has_it(request, response) else response


def case_in_path(request: Request) -> UUID | None:
    """The first id in the path: the case that the request is about."""
    ids = (_uuid(value) for value in request.path_params.values())
    return next((found for found in ids if found), None)


def _version(given: str) -> int:
    tag = ENTITY_TAG.fullmatch(given)
    if tag is None:
        raise BadIfMatch
    if tag["weak"] or not VERSION.fullmatch(tag["opaque"]):
        raise NeverMatches
    return int(tag["opaque"])


def _refuse_uncompared(request: Request, work: UnitOfWork) -> None:
    """The act forgot to load the case whose version the caller gave: it must not be committed."""
    given = request.headers.get("if-match", "*").strip() != "*"
    case_id = case_in_path(request)
    if given and request.method not in SAFE and case_id and work.version_of(case_id) is None:
        raise NotCompared


def _shown(request: Request, response: Response, work: UnitOfWork) -> dict[str, Any]:
    """`id` and `version` of what the answer is about: what was created, or the case in the path."""
    case_id = case_in_path(request)
    if response.status_code == CREATED or case_id is None:
        return _body(response) if response.status_code == CREATED else {}
    version = work.version_of(case_id)
    if version is None and _is_the_case(request, case_id):
        version = _body(response).get("version")
    return {"version": version}


def _body(response: Response) -> dict[str, Any]:
    if response.headers.get("content-type") != "application/json":
        return {}
    body = json.loads(bytes(response.body))
    return body if isinstance(body, dict) else {}


def _is_the_case(request: Request, case_id: UUID) -> bool:
    return _uuid(request.url.path.rpartition("/")[2]) == case_id


def _has_it(request: Request, response: Response) -> bool:
    """Whether the reader's copy of the case itself still stands.

    What else is read under a case (options, for example) changes with the reader and
    the hour and not only with the version, so it is always sent.
    """
    tags = request.headers.get("if-none-match")
    case_id = case_in_path(request)
    if tags is None or request.method not in SAFE or case_id is None:
        return False
    known = [tag["opaque"] for tag in ENTITY_TAG.finditer(tags)]
    etag = response.headers.get("etag", "").strip('"')
    return bool(etag) and _is_the_case(request, case_id) and (tags.strip() == "*" or etag in known)


def _not_modified(response: Response) -> Response:
    return Response(status_code=304, headers={"etag": response.headers["etag"]})


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
