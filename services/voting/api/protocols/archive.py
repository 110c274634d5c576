"""Everything of a sitting in one archive, whose manifest is signed by the key of the log."""

import asyncio
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import TypeAdapter

from services.voting.actions.bundle_vote import bundle_vote
from services.voting.api.protocols.pages import as_pdf, minutes_as_pdf
from services.voting.api.protocols.popolo import as_popolo
from services.voting.api.protocols.protocol import Excused, SittingHeld, VoteProtocol
from services.voting.api.protocols.reading import excused_in, record_in
from services.voting.api.protocols.record import as_akoma_ntoso
from services.voting.api.protocols.sheet import Kind
from services.voting.api.protocols.table import as_csv
from services.voting.domain.minutes import Minutes
from services.voting.domain.refusals import SittingGoesOn
from services.voting.domain.seal import Seal
from services.voting.store.minutes import MinutesOnFile
from shared.kernel.occasion import ALMATY
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from shared.tlog.note import Note

type Files = Mapping[str, bytes]

LANGUAGES = (Language.KK, Language.RU)
MANIFEST = "manifest.txt"
HEADING = "kurultai archive of a sitting, v1"
"""The first line of the manifest: no checkpoint of a log begins with it."""
PROTOCOL = TypeAdapter(VoteProtocol)
ON_RECORD: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


async def archive_of(work: UnitOfWork, seal: Seal, sitting_id: UUID) -> bytes:
    """A ZIP file. Raises SittingNotFound, SittingGoesOn: it is made when the sitting is over."""
    sitting, protocols = await record_in(work, sitting_id)
    if sitting.closed_at is None:
        raise SittingGoesOn
    bundles = [await bundle_vote(work, seal, vote_id=p.vote_id) for p in protocols]
    records = _records(sitting, protocols, await excused_in(work, sitting_id))
    if (minutes := await MinutesOnFile(work).known_of(sitting_id)) is not None:
        records |= await asyncio.to_thread(_minutes, minutes)
    files = records | await asyncio.to_thread(_files, protocols, bundles)
    return _zipped(files | {MANIFEST: _manifest(seal, sitting, files)}, sitting.closed_at)


def _records(
    sitting: SittingHeld, protocols: Sequence[VoteProtocol], excused: Sequence[Excused]
) -> dict[str, bytes]:
    return {
        f"record.{language}.xml": as_akoma_ntoso(sitting, protocols, language, excused=excused)
        for language in LANGUAGES
    }


def _minutes(minutes: Minutes) -> dict[str, bytes]:
    """As they are: a draft says of itself that it is one."""
    said = {"stage": minutes.stage, "digest": minutes.digest, "remarks": minutes.remarks}
    content = ON_RECORD.dump_json(said | {"content": minutes.content})
    pages = {f"minutes.{one}.pdf": minutes_as_pdf(minutes, one) for one in LANGUAGES}
    return {"minutes.json": content} | pages


def _files(protocols: Sequence[VoteProtocol], bundles: Sequence[str]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for number, (protocol, bundle) in enumerate(zip(protocols, bundles, strict=True), 1):
        folder = f"votes/{number:03}-{protocol.vote_id}"
        files |= {f"{folder}/{name}": content for name, content in _of_a_vote(protocol)}
        files[f"{folder}/bundle.json"] = bundle.encode()
    return files


def _of_a_vote(protocol: VoteProtocol) -> Iterator[tuple[str, bytes]]:
    yield "protocol.json", PROTOCOL.dump_json(protocol)
    yield "vote-event.json", json.dumps(as_popolo(protocol), ensure_ascii=False).encode()
    for language in LANGUAGES:
        yield f"by-name.{language}.csv", as_csv(protocol, language)
        for kind in Kind:
            yield f"{kind}.{language}.pdf", as_pdf(protocol, language, kind)


def _manifest(seal: Seal, sitting: SittingHeld, files: Files) -> bytes:
    """The digest of every file, as `sha256sum --check` reads them, in a signed note."""
    lines = [f"{sha256(content).hexdigest()}  {name}" for name, content in sorted(files.items())]
    text = "".join(f"{line}\n" for line in (HEADING, str(sitting.id), *lines))
    return str(Note(text, (seal.log.sign(text),))).encode()


def _zipped(files: Files, at: datetime) -> bytes:
    """The same bytes for the same files: they are as old as the sitting's end."""
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as zipped:
        for name, content in sorted(files.items()):
            info = ZipInfo(name, at.astimezone(ALMATY).timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            zipped.writestr(info, content)
    return archive.getvalue()
