"""What the OpenAPI document says of every route: its problems, and the headers it understands."""

from typing import Any

from fastapi import FastAPI

PROBLEM_TYPE = "application/problem+json"
PROBLEM = {"$ref": "#/components/schemas/Problem"}
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})

SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "A refusal and its reasons (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "instance", "request_id"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable, for machines."},
        "detail": {"type": "string", "description": "In the language of Content-Language."},
        "provision": {"type": "string", "description": "The provision that refuses."},
        "unmet": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "sentence": {"type": "string"},
                    "provision": {"type": "string"},
                },
            },
        },
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "in": {"type": "string", "enum": ["body", "query", "path", "header"]},
                    "pointer": {"type": "string", "description": "A JSON Pointer."},
                    "detail": {"type": "string"},
                },
            },
        },
        "element": {"type": "string", "description": "Of a text that is refused, as cited."},
        "line": {"type": "integer", "description": "Of that text, from 1; 0 if it is all of it."},
        "language": {"type": "string", "description": "Of that text."},
        "instance": {"type": "string", "format": "uri-reference"},
        "request_id": {"type": "string"},
    },
}


def _documented(description: str, status: int, code: str, detail: str, **more: Any) -> Any:
    example = {
        "type": f"/problems/{code}",
        "title": description,
        "status": status,
        "code": code,
        "detail": detail,
        **more,
        "instance": "/api/bills/v1/bills/019ab3f0-5d2a-7c11-9c1e-2f4b7a60d001",
        "request_id": "0b7c1f9e-6f0c-4f5e-9a55-0c3c9a2f7d10",
    }
    return {
        "description": description,
        "content": {PROBLEM_TYPE: {"schema": PROBLEM, "example": example}},
    }


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _documented("Malformed", 400, "malformed-json", "The body cannot be read as JSON."),
    401: _documented("Not signed in", 401, "not-signed-in", "Sign in to do this."),
    403: _documented(
        "Not entitled",
        403,
        "not-entitled",
        "The act “refer” is for: Chair of the Kurultai.",
        provision="Example Rules, art. 14(1)",
        unmet=[],
    ),
    404: _documented("Not found", 404, "bill-not-found", "There is no such bill.", unmet=[]),
    409: _documented(
        "Not now, or overtaken",
        409,
        "not-now",
        "Not until the texts are complete in both languages.",
        provision="Example Rules, art. 12(2)",
        unmet=[
            {
                "sentence": "the texts are complete in both languages",
                "provision": "Example Rules, art. 12(2)",
            }
        ],
    ),
    412: _documented("Stale", 412, "stale", "You acted on version 3; version 4 stands.", unmet=[]),
    413: _documented("Too large", 413, "too-large", "The body is larger than allowed."),
    422: _documented(
        "Invalid",
        422,
        "invalid-request",
        "There are mistakes in the request; errors says where.",
        errors=[{"in": "body", "pointer": "/committee_id", "detail": "A UUID is needed."}],
    ),
    503: _documented(
        "Something is away", 503, "database-away", "The database does not answer. Try again."
    ),
}
READING = (401, 403, 404, 422, 503)


def problems_of(methods: set[str]) -> dict[int | str, dict[str, Any]]:
    """The problems that a route of these methods may answer with."""
    if methods & UNSAFE:
        return dict(PROBLEMS)
    return {status: PROBLEMS[status] for status in READING}


def headers_of(methods: set[str]) -> dict[str, Any]:
    """The request headers of preconditions and repetition that such a route understands."""
    headers = []
    if methods & UNSAFE:
        headers.append(_header("If-Match", "The ETag last seen; an older one is refused (412)."))
    if "POST" in methods:
        headers.append(_header("Idempotency-Key", "Sent again with it, a request acts once."))
    return {"parameters": headers} if headers else {}


def describe_problems(app: FastAPI) -> None:
    """Add the schema that `PROBLEMS` refers to."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        document = plain()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = SCHEMA
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _header(name: str, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": False,
        "description": description,
        "schema": {"type": "string"},
    }
