"""What lists and searches cost: read off their plans, on a register of some size."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles

from services.bills.domain.stages import Stage
from services.bills.service import SERVICE
from services.bills.store.lists import Asked, Order, listed
from services.bills.store.search import TEXT, TITLE, Search, matched, understood
from services.bills.store.tables import bills
from shared.contracts.bills import BillKind
from shared.kernel.text import Language
from shared.store.unit_of_work import UnitOfWork
from tests.a_service import desk_of
from tests.bills.builders import PROFILE

pytestmark = pytest.mark.asyncio(loop_scope="module")

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
BILLS = 3_000
A_DAY = (datetime.now(UTC) - timedelta(minutes=2_000_000 - BILLS // 2)).date()
"""Somewhere in the middle of those that are invented."""
BUFFERS = 400
"""Pages of eight kilobytes; the whole of the tables is some twenty times as much."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def register(urls):
    """A desk over a register of invented bills."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        from bill_filling import fill  # noqa: PLC0415 it is beside the benchmarks

        async with desk_of(SERVICE, urls, PROFILE) as desk:
            await fill(urls["owner"], 1, BILLS)
            yield desk
    sys.modules.pop("bill_filling", None)


class Explained(sa.Executable, sa.ClauseElement):
    """A statement, to be carried out for its plan."""

    inherit_cache = False

    def __init__(self, statement):
        self.statement = statement


@compiles(Explained)
def _(element, compiler, **more):
    plain = compiler.process(element.statement, **more)
    return f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {plain}"


def parts_of(plan):
    """The nodes of a plan, from the top."""
    return [plan, *(part for below in plan.get("Plans", []) for part in parts_of(below))]


async def explained(register, statement):
    """The indexes that were used, the tables that were read through, and the pages touched."""
    async with register.sessions() as session:
        [[told]] = (await session.execute(Explained(statement))).scalars().all()
    parts = parts_of(told["Plan"])
    indexes = {part["Index Name"] for part in parts if "Index Name" in part}
    through = {part["Relation Name"] for part in parts if part["Node Type"] == "Seq Scan"}
    top = told["Plan"]
    return indexes, through, top["Shared Hit Blocks"] + top["Shared Read Blocks"]


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        (Asked(), "bills_pkey"),
        (Asked(order=Order.OLDEST), "bills_pkey"),
        (Asked(order=Order.CHANGED), "bill_moments_changed_at_bill_id_idx"),
        (Asked(stages=[Stage.SCHEDULED]), None),
        (Asked(kinds=[BillKind.CONSTITUTIONAL_LAW]), "bills_kind_id_idx"),
        (Asked(committee_id=UUID(int=3)), None),
        (Asked(number="P-77"), "bills_number_key"),
        (
            Asked(since=A_DAY, until=A_DAY),
            "bill_moments_registered_at_bill_id_idx",
        ),
    ],
    ids=lambda asked: str(asked)[:80],
)
async def test_a_page_is_read_off_an_index(register, asked, index):
    place = asked.place()
    order = place["key"].desc() if place["newest_first"] else place["key"].asc()
    indexes, through, pages = await explained(register, listed(asked).order_by(order).limit(51))
    assert index is None or index in indexes
    assert "bills" not in through
    assert pages < BUFFERS


async def test_the_counts_are_read_off_the_index_alone(register):
    count = sa.select(bills.c.stage, sa.func.count()).group_by(bills.c.stage)
    async with register.sessions() as session:
        await session.execute(sa.text("SET LOCAL enable_seqscan = off"))
        [[told]] = (await session.execute(Explained(count))).scalars().all()
    kinds = {(part["Node Type"], part.get("Index Name")) for part in parts_of(told["Plan"])}
    assert ("Index Only Scan", "bills_stage_id_idx") in kinds


@pytest.mark.parametrize(
    ("q", "where", "index"),
    [
        ("метрология", TITLE, "bill_search_title_ru_idx"),
        ("өлшем бірлігі", TITLE, "bill_search_title_kk_idx"),
        ("обжаловано метрологии", TEXT, "bill_search_text_ru_idx"),
    ],
)
async def test_rare_words_are_found_by_the_indexes(register, q, where, index):
    async with register.sessions() as session:
        sought = await understood(UnitOfWork(session, register.kept), q)
    search = Search(sought, [Language.KK, Language.RU], Asked())
    indexes, through, _ = await explained(register, matched(search, where))
    assert index in indexes
    assert "bill_search" not in through
