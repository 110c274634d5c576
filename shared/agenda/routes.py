"""The routes of agendas; a service mounts them for its own kind."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter

from shared.agenda import acts
from shared.agenda.agenda import Agenda
from shared.agenda.procedure import AGENDAS
from shared.agenda.shapes import (
    AgendaShown,
    ChangeShown,
    ItemChanged,
    ItemGiven,
    PlaceGiven,
    Reasoned,
)
from shared.agenda.store import Agendas, AgendaTables
from shared.kernel.occasion import Occasion
from shared.store.ids import new_id
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Here, MustMatch, Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import OptionShown, options_shown


@dataclass(frozen=True, slots=True)
class About:
    """When that begins of which an agenda is, and whose committees' it is."""

    begins_at: datetime | None
    bodies: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Mounted:
    """A service's agendas: of its `kind`, in its `tables`, each `about` something of it.

    Attributes:
        about: raises what the service raises for something that is not there.
    """

    kind: type[Agenda]
    tables: AgendaTables
    about: Callable[[UnitOfWork, UUID], Awaitable[About]]

    def among(self, work: UnitOfWork) -> Agendas[Agenda]:
        return Agendas(work, self.kind, self.tables)


def of_things(mounted: Mounted, things: str) -> APIRouter:
    """`/<things>/{id}/agenda`: draw one up, and read it."""
    router = APIRouter(prefix=f"/{things}", tags=["agendas"], route_class=KurultaiRoute)

    @router.post("/{about_id}/agenda", status_code=201)
    async def draw_up(about_id: UUID, work: Work, here: Here) -> AgendaShown:
        """Draw up its agenda, with nothing on it yet."""
        about = await mounted.about(work, about_id)
        agenda = mounted.kind(new_id(), about_id, about.begins_at, about.bodies)
        on_file = mounted.among(work)
        agenda.another = await on_file.is_there(about_id)
        acts.draw_up(agenda, here)
        return AgendaShown.of(on_file.add(agenda))

    @router.get("/{about_id}/agenda")
    async def of_it(about_id: UUID, work: Work) -> AgendaShown:
        """Its agenda as it stands, with numbers and planned times, and as it was adopted."""
        return AgendaShown.of(await mounted.among(work).of(about_id))

    return router


def agendas(mounted: Mounted) -> APIRouter:
    """`/agendas/{id}`: change one. Every change says which version it changes (If-Match)."""
    router = APIRouter(prefix="/agendas", tags=["agendas"], route_class=KurultaiRoute)
    _read(router, mounted)
    _settle(router, mounted)
    _change(router, mounted)
    return router


async def _acted(
    mounted: Mounted, work: UnitOfWork, agenda_id: UUID, act: Callable[[Agenda], None]
) -> AgendaShown:
    """Raises ChangedSince: others changed it since the caller read it."""
    agenda = await mounted.among(work).held(agenda_id)
    act(agenda)
    return AgendaShown.of(agenda)


def _read(router: APIRouter, mounted: Mounted) -> None:
    @router.get("/{agenda_id}")
    async def agenda(agenda_id: UUID, work: Work) -> AgendaShown:
        """An agenda as it stands, and as it was adopted."""
        return AgendaShown.of(await mounted.among(work).get(agenda_id))

    @router.get("/{agenda_id}/changes")
    async def changes(agenda_id: UUID, work: Work, after: int = 0) -> list[ChangeShown]:
        """Every change of it after a version, oldest first: who, when, what and why."""
        found = mounted.among(work)
        rows = await found.changes((await found.get(agenda_id)).id, after)
        return [ChangeShown.model_validate(row) for row in rows]

    @router.get("/{agenda_id}/options")
    async def options(
        agenda_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
    ) -> list[OptionShown]:
        """What may be done with it; a closed act says why."""
        found = await mounted.among(work).get(agenda_id)
        return options_shown(AGENDAS.options(found, visitor), tongue)


def _settle(router: APIRouter, mounted: Mounted) -> None:
    @router.post("/{agenda_id}/publication", dependencies=[MustMatch])
    async def publish(agenda_id: UUID, work: Work, here: Here) -> AgendaShown:
        """Publish it; from then on every change has a reason."""
        return await _acted(mounted, work, agenda_id, lambda one: acts.publish(one, here))

    @router.post("/{agenda_id}/adoption", dependencies=[MustMatch])
    async def adopt(agenda_id: UUID, work: Work, here: Here) -> AgendaShown:
        """Adopt it as it stands (whoever presides)."""
        return await _acted(mounted, work, agenda_id, lambda one: acts.adopt(one, here))

    @router.post("/{agenda_id}/items/{item_id}/beginning", dependencies=[MustMatch])
    async def begin(agenda_id: UUID, item_id: UUID, work: Work, here: Here) -> AgendaShown:
        """The item is dealt with from now on."""
        return await _acted(
            mounted, work, agenda_id, lambda one: acts.begin_item(one, item_id, here)
        )

    @router.post("/{agenda_id}/items/{item_id}/ending", dependencies=[MustMatch])
    async def end(agenda_id: UUID, item_id: UUID, work: Work, here: Here) -> AgendaShown:
        """The item is held."""
        return await _acted(mounted, work, agenda_id, lambda one: acts.end_item(one, item_id, here))


def _change(router: APIRouter, mounted: Mounted) -> None:
    def on(given: Reasoned, act: Callable[[Agenda], None]) -> Callable[[Agenda], None]:
        return lambda agenda: act(acts.because(agenda, given.reason))

    @router.post("/{agenda_id}/items", dependencies=[MustMatch])
    async def add(agenda_id: UUID, given: ItemGiven, work: Work, here: Here) -> AgendaShown:
        """Add an item, at a place or at the end."""
        act = on(given, lambda one: acts.add(one, given.item(), given.place, here))
        return await _acted(mounted, work, agenda_id, act)

    @router.patch("/{agenda_id}/items/{item_id}", dependencies=[MustMatch])
    async def reword(
        agenda_id: UUID, item_id: UUID, given: ItemChanged, work: Work, here: Here
    ) -> AgendaShown:
        """Say something else of an item; what is left out stays."""
        act = on(given, lambda one: acts.reword(one, item_id, given.changes(), here))
        return await _acted(mounted, work, agenda_id, act)

    @router.post("/{agenda_id}/items/{item_id}/place", dependencies=[MustMatch])
    async def move(
        agenda_id: UUID, item_id: UUID, given: PlaceGiven, work: Work, here: Here
    ) -> AgendaShown:
        """Move an item to a place, counted from 1."""
        act = on(given, lambda one: acts.move(one, item_id, given.place, here))
        return await _acted(mounted, work, agenda_id, act)

    _leave(router, mounted, "taking-off", acts.take_off, "The item is not dealt with.")
    _leave(router, mounted, "putting-off", acts.put_off, "The item is left for another time.")


def _leave(
    router: APIRouter,
    mounted: Mounted,
    path: str,
    act: Callable[[Agenda, UUID, Occasion], None],
    summary: str,
) -> None:
    @router.post(
        f"/{{agenda_id}}/items/{{item_id}}/{path}", dependencies=[MustMatch], description=summary
    )
    async def leave(
        agenda_id: UUID, item_id: UUID, given: Reasoned, work: Work, here: Here
    ) -> AgendaShown:
        return await _acted(
            mounted,
            work,
            agenda_id,
            lambda one: act(acts.because(one, given.reason), item_id, here),
        )
