"""The protocol of a hearing, and its transcript."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.hearings.actions.correct_segment import correct_segment
from services.hearings.actions.enter_in_protocol import enter_in_protocol
from services.hearings.actions.transcribe_segment import transcribe_segment
from services.hearings.api.insiders import Insider
from services.hearings.api.shapes_of_holding import (
    CorrectionGiven,
    EntryGiven,
    EntryShown,
    SegmentGiven,
    SegmentShown,
)
from services.hearings.domain.minuting import Entry
from services.hearings.domain.transcribing import Segment
from services.hearings.store.hearings import Hearings
from services.hearings.store.holding import in_parts
from services.hearings.store.holding_tables import entries, segments
from shared.web.dependencies import Here, MustMatch, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["record"], route_class=KurultaiRoute)


@router.post("/hearings/{hearing_id}/protocol", status_code=201, response_model=EntryShown)
async def enter(hearing_id: UUID, given: EntryGiven, work: Work, here: Here) -> Entry:
    """Make an entry in the protocol, or one that stands in place of another (the Apparatus)."""
    return await enter_in_protocol(work, here, hearing_id=hearing_id, note=given.note())


@router.get("/hearings/{hearing_id}/protocol", response_model=list[EntryShown])
async def protocol(hearing_id: UUID, work: Work, page: Page, insider: Insider) -> list[Any]:
    """The protocol in its order, corrections included; closed parts are not for the public."""
    found = await Hearings(work).get(hearing_id)
    order: dict[str, Any] = {"key": entries.c.number, "id_": entries.c.id}
    query = in_parts(Entry, entries, found, insiders=insider)
    return await page.scalars(work.session, query, **order)


@router.post("/hearings/{hearing_id}/transcript", status_code=201, response_model=SegmentShown)
async def transcribe(hearing_id: UUID, given: SegmentGiven, work: Work, here: Here) -> Segment:
    """Take a segment into the transcript (the Apparatus)."""
    return await transcribe_segment(work, here, hearing_id=hearing_id, said=given.speaking())


@router.get("/hearings/{hearing_id}/transcript", response_model=list[SegmentShown])
async def transcript(hearing_id: UUID, work: Work, page: Page, insider: Insider) -> list[Any]:
    """What was said, in the order in which it was; closed parts are not for the public."""
    found = await Hearings(work).get(hearing_id)
    order: dict[str, Any] = {"key": segments.c.since, "id_": segments.c.id}
    query = in_parts(Segment, segments, found, insiders=insider)
    return await page.scalars(work.session, query, **order)


@router.put("/segments/{segment_id}/text", response_model=SegmentShown, dependencies=[MustMatch])
async def correct(segment_id: UUID, given: CorrectionGiven, work: Work, here: Here) -> Segment:
    """Correct a segment: the edition before stays on file (the Apparatus)."""
    return await correct_segment(work, here, segment_id=segment_id, text=given.text)
