"""The chamber of the tests of votes, for those who abuse it."""

from tests.voting.conftest import (
    admin,
    app,
    box,
    desk,
    engine,
    floor,
    http,
    profile,
    running,
    settings,
    urls,
)

__all__ = [
    "admin",
    "app",
    "box",
    "desk",
    "engine",
    "floor",
    "http",
    "profile",
    "running",
    "settings",
    "urls",
]
