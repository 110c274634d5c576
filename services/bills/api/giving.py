"""A file is given out: whole or a part of it, to be saved and not to be shown in our name."""

import re
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from services.bills.api.refusals_of_files import (
    INFECTED,
    WAITING,
    DocumentInfected,
    DocumentWaiting,
    RangeNotThere,
    telling_if_away,
)
from services.bills.domain.filing import Filing, ScanState
from services.bills.store.filings import FilingOnFile
from shared.files import Files, Span
from shared.files.examining import TYPES

OK, PART, NOT_MODIFIED = 200, 206, 304
RANGE = re.compile(r"bytes=(?:(?P<first>\d{1,18})-(?P<last>\d{0,18})|-(?P<end>\d{1,18}))")
TAG = re.compile(r'(?:W/)?"[^"]*"|\*')
UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""Signs that a file system takes for something else, and those that turn a name about."""
SANDBOX = "sandbox; default-src 'none'"


async def given(request: Request, on_file: FilingOnFile, files: Files) -> Response:
    """The answer to a request for the content, by its method and its conditions (RFC 9110).

    Raises:
        DocumentWaiting, DocumentInfected: it is not given out.
        RangeNotThere: the part lies outside the file.
        StorageAway: the file cannot be had.
    """
    _refuse_unsafe(on_file)
    filing = on_file.filing
    headers = _headers(filing)
    if _has_it(request, filing):
        return Response(status_code=NOT_MODIFIED, headers={"etag": headers["etag"]})
    span = _span(request, filing)
    status = PART if span else OK
    if span:
        headers["content-range"] = f"bytes {span.first}-{span.end - 1}/{filing.size}"
    headers["content-length"] = str(span.length if span else filing.size)
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers)
    with telling_if_away():
        parts = await files.get(filing.digest, span)
    return StreamingResponse(parts, status, headers)


def _refuse_unsafe(on_file: FilingOnFile) -> None:
    if on_file.scan is ScanState.WAITING:
        raise DocumentWaiting(WAITING)
    if on_file.scan is ScanState.INFECTED:
        raise DocumentInfected(INFECTED.filled(found=on_file.found))


def _headers(filing: Filing) -> dict[str, str]:
    return {
        "content-type": filing.media_type,
        "content-disposition": disposition(filing.file_name, TYPES[filing.media_type].suffix),
        "content-security-policy": SANDBOX,
        "cross-origin-resource-policy": "same-origin",
        "accept-ranges": "bytes",
        "etag": _tag(filing),
        "last-modified": f"{filing.filed_at:%a, %d %b %Y %H:%M:%S} GMT",
    }


def disposition(file_name: str, suffix: str) -> str:
    """Saved, never opened in place, under a name that no system misreads (RFC 6266, RFC 8187)."""
    name = UNSAFE.sub("_", file_name).strip(" .") or "document"
    if not name.lower().endswith(suffix):
        name += suffix
    plain = "".join(sign if sign.isascii() else "_" for sign in name).replace("%", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _has_it(request: Request, filing: Filing) -> bool:
    tags = TAG.findall(request.headers.get("if-none-match", ""))
    return any(tag.removeprefix("W/") in {"*", _tag(filing)} for tag in tags)


def _span(request: Request, filing: Filing) -> Span | None:
    """The one part that is asked for; of several the whole file is given, as may be (14.2)."""
    if request.headers.get("if-range", _tag(filing)) != _tag(filing):
        return None
    asked = RANGE.fullmatch(request.headers.get("range", ""))
    if asked is None:
        return None
    first, end = _bounds(asked, filing.size)
    if first >= end:
        raise RangeNotThere(filing.size)
    return Span(first, end - first)


def _bounds(asked: re.Match[str], size: int) -> tuple[int, int]:
    if asked["end"]:
        return max(0, size - int(asked["end"])), size
    last = int(asked["last"]) if asked["last"] else size - 1
    return int(asked["first"]), min(last + 1, size)


def _tag(filing: Filing) -> str:
    return f'"{filing.digest}"'
