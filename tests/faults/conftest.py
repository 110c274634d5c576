"""Servers for each file of tests, and the voting service on them for each test."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.faults.ground import Ground, ground_in
from tests.faults.house import House, house_on


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ground(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Ground]:
    async with ground_in(tmp_path_factory.mktemp("faults")) as ground:
        yield ground


@pytest_asyncio.fixture(loop_scope="module")
async def house(ground: Ground) -> AsyncIterator[House]:
    async with house_on(ground) as house:
        yield house
