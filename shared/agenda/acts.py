"""What is done with an agenda; every version of it is a line of its change log."""

from typing import Any
from uuid import UUID

from shared.agenda.agenda import Agenda, AgendaAct, Change, ChangeKind
from shared.agenda.items import AgendaItem, ItemState
from shared.agenda.procedure import AGENDAS
from shared.contracts.words import Bilingual
from shared.kernel.errors import Invalid, NotFound
from shared.kernel.occasion import Occasion
from shared.kernel.text import Text

MOST_ITEMS = 500

type Said = dict[str, Any] | None


class ItemNotFound(NotFound):
    code = "agenda-item-not-found"


class TooManyItems(Invalid):
    code = "too-many-items"


NO_SUCH_ITEM = Text(
    kk="Күн тәртібінде {id} мәселесі жоқ.",
    ru="В повестке нет вопроса {id}.",
    en="The agenda has no item {id}.",
)
TOO_MANY = Text(
    kk=f"Күн тәртібінде {MOST_ITEMS} мәселеден артық болмайды.",
    ru=f"В повестке не больше {MOST_ITEMS} вопросов.",
    en=f"An agenda has at most {MOST_ITEMS} items.",
)


def draw_up(agenda: Agenda, occasion: Occasion) -> None:
    AGENDAS.take(agenda, AgendaAct.DRAW_UP, occasion)
    _log(agenda, occasion, ChangeKind.DRAWN_UP)


def add(agenda: Agenda, item: AgendaItem, place: int | None, occasion: Occasion) -> None:
    """Put an item at a place, counted from 1; without one, at the end."""
    AGENDAS.decide(agenda, AgendaAct.CHANGE, occasion)
    if len(agenda.items) >= MOST_ITEMS:
        raise TooManyItems(TOO_MANY)
    AGENDAS.take(agenda, AgendaAct.CHANGE, occasion)
    at = len(agenda.items) if place is None else min(place - 1, len(agenda.items))
    agenda.items = (*agenda.items[:at], item, *agenda.items[at:])
    _log(agenda, occasion, ChangeKind.ADDED, item, (None, _said(item) | {"place": at + 1}))


def move(agenda: Agenda, item_id: UUID, place: int, occasion: Occasion) -> None:
    """Move an item to a place, counted from 1."""
    item = _touch(agenda, item_id)
    AGENDAS.take(agenda, AgendaAct.CHANGE, occasion)
    before, rest = agenda.items.index(item), [one for one in agenda.items if one is not item]
    at = min(place - 1, len(rest))
    agenda.items = (*rest[:at], item, *rest[at:])
    was, is_ = {"place": before + 1}, {"place": at + 1}
    _log(agenda, occasion, ChangeKind.MOVED, item, (was, is_))


def reword(agenda: Agenda, item_id: UUID, changes: dict[str, Any], occasion: Occasion) -> None:
    """Say something else of an item: its title, kind, subject, speaker or minutes."""
    item = _touch(agenda, item_id)
    AGENDAS.take(agenda, AgendaAct.CHANGE, occasion)
    new = AgendaItem.model_validate(item.model_dump() | changes)
    _replace(agenda, item, new)
    was, is_ = ({name: _said(one)[name] for name in changes} for one in (item, new))
    _log(agenda, occasion, ChangeKind.REWORDED, item, (was, is_))


def put_off(agenda: Agenda, item_id: UUID, occasion: Occasion) -> None:
    """The item is left for another time; it stays on the record of this agenda."""
    _leave(agenda, item_id, ItemState.PUT_OFF, ChangeKind.PUT_OFF, occasion)


def take_off(agenda: Agenda, item_id: UUID, occasion: Occasion) -> None:
    """The item is not dealt with; it stays on the record of this agenda."""
    _leave(agenda, item_id, ItemState.TAKEN_OFF, ChangeKind.TAKEN_OFF, occasion)


def publish(agenda: Agenda, occasion: Occasion) -> None:
    AGENDAS.take(agenda, AgendaAct.PUBLISH, occasion)
    agenda.published_at = occasion.at
    _log(agenda, occasion, ChangeKind.PUBLISHED)


def adopt(agenda: Agenda, occasion: Occasion) -> None:
    """From now on `adopted` says how it was adopted, whatever is changed on the way."""
    AGENDAS.take(agenda, AgendaAct.ADOPT, occasion)
    agenda.adopted, agenda.adopted_at = agenda.items, occasion.at
    _log(agenda, occasion, ChangeKind.ADOPTED)


def begin_item(agenda: Agenda, item_id: UUID, occasion: Occasion) -> None:
    item = _touch(agenda, item_id)
    AGENDAS.take(agenda, AgendaAct.BEGIN_ITEM, occasion)
    begun = {"state": ItemState.IN_COURSE, "began_at": occasion.at}
    _replace(agenda, item, item.model_copy(update=begun))
    _log(agenda, occasion, ChangeKind.BEGUN, item)


def end_item(agenda: Agenda, item_id: UUID, occasion: Occasion) -> None:
    item = _touch(agenda, item_id)
    AGENDAS.take(agenda, AgendaAct.END_ITEM, occasion)
    ended = {"state": ItemState.HELD, "ended_at": occasion.at}
    _replace(agenda, item, item.model_copy(update=ended))
    _log(agenda, occasion, ChangeKind.ENDED, item)


def because(agenda: Agenda, reason: Bilingual | None) -> Agenda:
    """The agenda, about to be changed for a reason."""
    agenda.reason = reason
    return agenda


def _leave(
    agenda: Agenda, item_id: UUID, state: ItemState, kind: ChangeKind, occasion: Occasion
) -> None:
    item = _touch(agenda, item_id)
    AGENDAS.take(agenda, AgendaAct.CHANGE, occasion)
    _replace(agenda, item, item.model_copy(update={"state": state}))
    _log(agenda, occasion, kind, item)


def _touch(agenda: Agenda, item_id: UUID) -> AgendaItem:
    agenda.touched = agenda.item(item_id)
    if agenda.touched is None:
        raise ItemNotFound(NO_SUCH_ITEM.filled(id=item_id))
    return agenda.touched


def _replace(agenda: Agenda, old: AgendaItem, new: AgendaItem) -> None:
    agenda.items = tuple(new if one is old else one for one in agenda.items)


def _said(item: AgendaItem) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude={"id", "state", "began_at", "ended_at"})


def _log(
    agenda: Agenda,
    occasion: Occasion,
    kind: ChangeKind,
    item: AgendaItem | None = None,
    said: tuple[Said, Said] = (None, None),
) -> None:
    """Args: said: of the item, before and after."""
    item_id, at = item.id if item else None, occasion.at
    told = {"agenda_id": agenda.id, "about_id": agenda.about_id, "item_id": item_id}
    agenda.record(agenda.tells.model_validate({"at": at, "change": kind, **told}))
    by, version = occasion.by.person_id, agenda.version
    agenda.log(Change(version, kind, at, by, item_id, *said, agenda.reason))
