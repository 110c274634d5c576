"""Routes whose bodies may be larger than those of the others."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.types import Scope

from shared.settings import Settings

MARGIN = 64 * 1024
"""Bytes over the setting that the edge lets in: the route itself then says what is too much."""


@dataclass(frozen=True, slots=True)
class Wide:
    """Requests of a method to paths of a pattern, and the bytes that their bodies may have."""

    methods: frozenset[str]
    path: re.Pattern[str]
    most: int

    def fits(self, scope: Scope) -> bool:
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        return scope["method"] in self.methods and bool(self.path.match(path))


def takes_up_to[F: Callable[..., object]](setting: str) -> Callable[[F], F]:
    """For a route: its body may have as many bytes as that setting says, and not the usual few."""

    def marked(endpoint: F) -> F:
        endpoint.__dict__["takes_up_to"] = setting
        return endpoint

    return marked


def wide_routes(routers: Iterable[APIRouter], settings: Settings) -> tuple[Wide, ...]:
    """All that are marked so."""
    return tuple(
        Wide(frozenset(route.methods or ()), route.path_regex, getattr(settings, setting) + MARGIN)
        for router in routers
        for route in router.routes
        if isinstance(route, APIRoute)
        and (setting := getattr(route.endpoint, "takes_up_to", None)) is not None
    )
