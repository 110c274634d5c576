"""A request sent twice is carried out once (Idempotency-Key)."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from fastapi import Request, Response

from shared.store.unit_of_work import UnitOfWork
from shared.web.bearer import BEARER
from shared.web.refusals import BadKey, InProgress, KeyReused

VISIBLE = re.compile(r"[\x21-\x7e]{1,255}")
KEPT_HEADERS = ("content-type", "etag", "location")
REFUSED_FROM = 400


class AnsweredBefore(Exception):
    """This very request had its answer; nothing is to be done again."""

    def __init__(self, answer: Response) -> None:
        super().__init__("answered before")
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Claim:
    """One person's key, and what they asked for under it.

    The key itself is not kept, only its digest: without it nobody with the table at hand can
    try out what was asked, as all the identification numbers there are.
    """

    person_id: UUID
    key: str
    fingerprint: str

    @property
    def lock(self) -> int:
        """The number of the advisory lock that only one request under this key can hold."""
        digest = hashlib.sha256(f"{self.person_id} {self.key}".encode()).digest()
        return int.from_bytes(digest[:8], signed=True)


async def answer_if_repeated(request: Request, work: UnitOfWork) -> None:
    """Claim the request's key until this transaction ends.

    Raises:
        AnsweredBefore: it was carried out; its answer is given again.
        InProgress: it is being carried out.
        KeyReused: the key was used for another request.
    """
    claim = await _claim_of(request)
    if claim is None:
        return
    # A lock that is tried, not waited for: those who wait would each hold a connection.
    if not await work.session.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(claim.lock))):
        raise InProgress
    # A statement of its own, so that it sees what the last holder of the lock committed.
    if kept := await _kept_answer(work, claim):
        raise AnsweredBefore(_again(kept, claim))
    request.state.claim = claim


async def keep_answer(request: Request, response: Response, work: UnitOfWork) -> None:
    """Keep the answer under the claimed key, in the transaction of the act itself."""
    claim: Claim | None = getattr(request.state, "claim", None)
    if claim is None or response.status_code >= REFUSED_FROM:
        return
    kept = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    row = {
        "person_id": claim.person_id,
        "key": claim.key,
        "fingerprint": claim.fingerprint,
        "status": response.status_code,
        "headers": kept,
        "body": bytes(response.body),
    }
    await work.session.execute(sa.insert(work.kept.repeats).values(row))


async def forget_answers(work: UnitOfWork, *, before: datetime) -> None:
    """Let go of the answers kept before that time; a client repeats within minutes, not weeks."""
    repeats = work.kept.repeats
    await work.session.execute(sa.delete(repeats).where(repeats.c.at < before))


async def _claim_of(request: Request) -> Claim | None:
    key = request.headers.get("idempotency-key")
    if key is None or request.method != "POST":
        return None
    if not VISIBLE.fullmatch(key):
        raise BadKey
    # Nobody in particular has no keys: two strangers must not get each other's answers.
    who = await BEARER(request)
    if who is None:
        return None
    digest = hashlib.sha256(key.encode()).hexdigest()
    return Claim(who.person_id, digest, await _fingerprint(request, key))


async def _fingerprint(request: Request, key: str) -> str:
    asked = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    # A body that the route itself took in, as it came, is known by its digest.
    body: bytes = getattr(request.state, "body_digest", None) or await request.body()
    return hmac.digest(key.encode(), asked + body, "sha256").hex()


async def _kept_answer(work: UnitOfWork, claim: Claim) -> sa.Row[Any] | None:
    repeats = work.kept.repeats
    query = (
        sa.select(repeats)
        .where(repeats.c.person_id == claim.person_id)
        .where(repeats.c.key == claim.key)
    )
    return (await work.session.execute(query)).one_or_none()


def _again(kept: sa.Row[Any], claim: Claim) -> Response:
    if kept.fingerprint != claim.fingerprint:
        raise KeyReused
    headers = {**kept.headers, "idempotency-replayed": "true"}
    return Response(kept.body, kept.status, headers)
