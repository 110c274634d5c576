"""/log: the transparency log, served as static as it can be (C2SP tlog-tiles, tlog-checkpoint)."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Request, Response

from services.voting.actions.admit_witness import admit_witness
from services.voting.actions.dismiss_witness import dismiss_witness
from services.voting.actions.keep_cosignature import keep_cosignature
from services.voting.api.log_shown import CosignaturesKept, KeysShown, WitnessGiven, WitnessShown
from services.voting.domain.refusals import EntryNotFound
from services.voting.domain.seal import Seal
from services.voting.domain.witness import Witness
from services.voting.store.checkpoints import checkpoint
from services.voting.store.log import Log
from services.voting.store.witnesses import Witnesses
from shared.tlog.tiles import PathInvalid, bundle_of, index_at, tile_at, width_at
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute

router = APIRouter(prefix="/log", tags=["log"], route_class=KurultaiRoute)

FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}
TEXT: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"text/plain": {"schema": {"type": "string"}}},
        "description": "A signed note (C2SP signed-note).",
    }
}
BYTES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"application/octet-stream": {"schema": {"type": "string"}}},
        "description": "As C2SP tlog-tiles has it.",
    }
}


async def _seal(request: Request) -> Seal:
    seal: Seal = request.app.state.seal
    return seal


Sealed = Annotated[Seal, Depends(_seal)]


@router.get("/keys")
async def keys(seal: Sealed) -> KeysShown:
    """The public keys: pin them, and do not take them from here every time."""
    return KeysShown(origin=seal.log.name, log=str(seal.log_key), receipts=str(seal.receipts_key))


@router.get("/checkpoint", response_class=Response, responses=TEXT)
async def latest_checkpoint(work: Work, seal: Sealed, size: int | None = None) -> Response:
    """The signed head of the log with its cosignatures; the latest, or the one of that size."""
    note = await checkpoint(work, seal, size)
    return Response(note, media_type="text/plain; charset=utf-8")


# Before the route of tiles, whose path would take it for a level.
@router.get("/tile/entries/{path:path}", response_class=Response, responses=BYTES)
async def entries(path: str, work: Work) -> Response:
    """A bundle of entries, each after its length in two bytes."""
    log = Log(work.session)
    try:
        index, width = index_at(path)
    except PathInvalid:
        raise EntryNotFound from None
    if width_at(await log.size(), 0, index) < width:
        raise EntryNotFound
    content = bundle_of(await log.entries(index * 256, width))
    return Response(content, media_type="application/octet-stream", headers=FOR_EVER)


@router.get("/tile/{path:path}", response_class=Response, responses=BYTES)
async def tile(path: str, work: Work) -> Response:
    """A tile of the hash tree: 256 hashes, or as many as its path says."""
    log = Log(work.session)
    try:
        asked = tile_at(path)
    except PathInvalid:
        raise EntryNotFound from None
    if width_at(await log.size(), asked.level, asked.index) < asked.width:
        raise EntryNotFound
    content = await log.tile(asked)
    return Response(content, media_type="application/octet-stream", headers=FOR_EVER)


@router.get("/witnesses", response_model=list[WitnessShown])
async def all_witnesses(work: Work) -> list[Witness]:
    """Who keeps and cosigns the heads of this log."""
    return await Witnesses(work).all()


@router.post("/witnesses", status_code=201, response_model=WitnessShown)
async def admit(given: WitnessGiven, work: Work, here: Here) -> Witness:
    """Keep the cosignatures of a witness from now on (the Apparatus)."""
    return await admit_witness(work, here, vkey=given.vkey, of=given.of)


@router.post("/witnesses/{witness_id}/dismissal", response_model=WitnessShown)
async def dismiss(witness_id: UUID, work: Work, here: Here) -> Witness:
    """Keep no more of them; those that are there stay (the Apparatus)."""
    return await dismiss_witness(work, here, witness_id=witness_id)


@router.post("/cosignatures", status_code=201)
async def cosign(
    note: Annotated[bytes, Body(media_type="text/plain")], work: Work, seal: Sealed
) -> CosignaturesKept:
    """Hand in the checkpoint with one's cosignature; whose it is, the signature says."""
    return CosignaturesKept(kept=await keep_cosignature(work, seal, note))
