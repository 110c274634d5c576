"""/sittings/{id}/live: quorum, the item under way and who speaks, for everyone who watches."""

from datetime import datetime
from typing import Annotated, Any, Self, override
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import Field
from starlette.responses import Response

from services.voting.api.reading import NOTHING_MORE, Readers
from services.voting.domain.conditions import quorum_is_registered, quorum_of
from services.voting.domain.stages import SittingStage
from services.voting.store.as_it_goes import AsItGoes, OnTheFloor, as_it_goes
from shared.agenda.items import AgendaItem
from shared.contracts.words import Bilingual
from shared.kernel.rules import Chamber, Rules
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

router = APIRouter(prefix="/sittings", tags=["sittings"], route_class=KurultaiRoute)

STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
        "description": "`sitting` whenever something happens; `closed` at the end.",
    },
    NOTHING_MORE: {"description": "The end was the last event you saw."},
}


class SpeakerShown(Shown):
    """Who has the floor; a client counts the seconds from `since`."""

    speech_id: UUID
    person_id: UUID | None = Field(description="Null of a guest.")
    name: Bilingual | None
    since: datetime
    limit_seconds: int | None = Field(description="Null where the rules set no limit.")


class SittingLiveShown(Shown):
    """A sitting at this moment."""

    sitting_id: UUID
    stage: SittingStage
    registered: int
    mandates: int
    seats: int
    quorum: int = Field(description="How many must be registered.")
    quorum_is_there: bool
    provision: str = Field(description="Of the quorum.")
    presiding: UUID | None = Field(description="Who took the chair, if that is recorded.")
    closed: Bilingual | None = Field(
        description="The ground, while it is behind closed doors; who speaks is not told then."
    )
    item: AgendaItem | None = Field(description="The item of the agenda that is dealt with.")
    speaker: SpeakerShown | None
    vote_id: UUID | None = Field(description="The vote that is open, to be watched by itself.")

    @classmethod
    def of(cls, now: AsItGoes, rules: Rules) -> Self:
        sitting = now.sitting
        chamber = sitting.chamber or Chamber(seats=rules.seats, filled=0, registered=0)
        quorum = quorum_of(chamber, rules, in_committee=sitting.in_committee)
        return cls(
            sitting_id=sitting.id,
            stage=sitting.stage,
            registered=chamber.registered,
            mandates=chamber.filled,
            seats=chamber.seats,
            quorum=quorum,
            quorum_is_there=chamber.registered >= quorum,
            provision=quorum_is_registered.provision,
            presiding=sitting.presides,
            closed=sitting.closed_parts[-1].ground if sitting.is_private else None,
            item=now.item,
            speaker=None if sitting.is_private else _speaker(now.speaker),
            vote_id=now.vote_id,
        )


def _speaker(found: OnTheFloor | None) -> SpeakerShown | None:
    return None if found is None else SpeakerShown.model_validate(found)


class SittingReaders(Readers):
    """The sittings that are watched in this process."""

    kind = "sitting"

    def answer(self, now: AsItGoes, rules: Rules, request: Request) -> Response:
        """The stream, or nothing more for who has seen the end."""
        last_seen = request.headers.get("last-event-id")
        if now.sitting.stage is SittingStage.CLOSED and last_seen == str(now.happened):
            return Response(status_code=NOTHING_MORE)
        return self._answer(now.sitting.id, last_seen, rules)

    @override
    async def _look(self, case_id: UUID, rules: Rules) -> bool:
        async with self._desk.sessions() as session:
            now = await as_it_goes(UnitOfWork(session, self._desk.kept), case_id, rules.seats)
        over = now.sitting.stage is SittingStage.CLOSED
        shown = SittingLiveShown.of(now, rules).model_dump_json().encode()
        self._tell(case_id, "closed" if over else "sitting", shown, now.happened)
        return over


async def _readers(request: Request) -> SittingReaders:
    readers: SittingReaders = request.app.state.sitting_readers
    return readers


Reading = Annotated[SittingReaders, Depends(_readers)]


@router.get("/{sitting_id}/now")
async def now(sitting_id: UUID, work: Work, visitor: Visitor) -> SittingLiveShown:
    """The sitting at this moment, once: what /live tells whenever it changes."""
    return SittingLiveShown.of(
        await as_it_goes(work, sitting_id, visitor.rules.seats), visitor.rules
    )


@router.get("/{sitting_id}/live", response_class=Response, responses=STREAM)
async def live(
    sitting_id: UUID, work: Work, visitor: Visitor, readers: Reading, request: Request
) -> Response:
    """Watch a sitting: Server-Sent Events, resumed after Last-Event-ID, until it is closed."""
    found = await as_it_goes(work, sitting_id, visitor.rules.seats)
    return readers.answer(found, visitor.rules, request)
