"""A service is what it serves, what it hears and what it stores; the rest is the same for all."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from shared.kernel.event import Fact
from shared.kernel.procedure import Procedure
from shared.kernel.rules import Profile
from shared.messaging.consumers import Consumers
from shared.settings import Settings
from shared.store.kept import Kept
from shared.store.register import Standings
from shared.store.unit_of_work import Desk

type Equip = Callable[[FastAPI, Settings], AbstractAsyncContextManager[None]]
type Chore = Callable[["Running"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Service:
    """Everything that tells one service from another.

    Args:
        name: as in its URL, its database and its subjects.
        description: what it owns, hears and tells.
        standings: reads a person's capacities from the service's register.
        procedures: its tables, by the kind of case.
        tells: the facts it tells.
        equip: opens what the service alone needs (keys, pools) and puts it in the app's state.
        largest_body: of a request, in bytes, where it takes larger ones than the settings say.
        chores: work that no request asks for, as closing votes whose window is over.
    """

    name: str
    description: str
    routers: tuple[APIRouter, ...]
    consumers: Consumers
    metadata: sa.MetaData
    kept: Kept
    standings: Standings
    procedures: Mapping[str, Procedure[Any]]
    tells: tuple[type[Fact], ...]
    equip: Equip | None = None
    chores: tuple[Chore, ...] = ()
    largest_body: int = 0


@dataclass(frozen=True, slots=True)
class Running:
    """A service at work."""

    service: Service
    settings: Settings
    profile: Profile
    engine: AsyncEngine = field(repr=False)
    desk: Desk
    app: FastAPI
