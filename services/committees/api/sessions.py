"""/sessions: when the Kurultai is in session."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.keep_sessions import Opening, close_session, open_session
from services.committees.api.register_given import SessionGiven
from services.committees.api.register_shown import SessionShown
from services.committees.domain.session import Session
from services.committees.store.register_tables import sessions
from services.committees.store.sessions import Sessions
from services.committees.store.views import listed
from shared.rules.working_days import calendars_of
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Rulebook, Tongue, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, acts_shown

router = APIRouter(prefix="/sessions", tags=["sessions"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=SessionShown)
async def open_(given: SessionGiven, work: Work, here: Here, profile: Rulebook) -> Session:
    """Open a session now (the Chair; the Apparatus; the registrar)."""
    call, calendar = given.call.call() if given.call else None, calendars_of(profile).calendar
    return await open_session(work, here, Opening(given.convocation_id, given.kind, call, calendar))


@router.post("/{session_id}/closing", response_model=SessionShown)
async def close(session_id: UUID, work: Work, here: Here) -> Session:
    """Close the session now (the Chair; the Apparatus; the registrar)."""
    return await close_session(work, here, session_id=session_id)


@router.get("", response_model=list[SessionShown])
async def all_sessions(work: Work, page: Page, convocation_id: UUID | None = None) -> list[Session]:
    """Every session, the newest first."""
    query = listed(Session, sessions, convocation_id=convocation_id)
    order = {"key": sessions.c.id, "id_": sessions.c.id}
    return await page.scalars(work.session, query, newest_first=True, **order)


@router.get("/{session_id}", response_model=SessionShown)
async def session(session_id: UUID, work: Work) -> Session:
    """One session as it stands."""
    return await Sessions(work).get(session_id)


@router.get("/{session_id}/acts")
async def acts(session_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the session, oldest first."""
    found = await Sessions(work).get(session_id)
    return acts_shown(await acts_on(work, "session", found.id), tongue)
