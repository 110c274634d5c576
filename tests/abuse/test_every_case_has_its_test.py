"""The list of abuses is complete, and every test that it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "docs" / "security" / "abuse-cases.md"
ROW = re.compile(
    r"\| (?P<number>\d+) \| (?P<case>[^|]+) \| (?P<happens>[^|]+) \| (?P<tests>[^|]+) \|"
)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
CASES = 74
NOT_BUILT = "Secret ballots: not built"


def test_every_case_is_listed_once():
    assert [int(row["number"]) for row in rows()] == list(range(1, CASES + 1))


def test_every_test_that_is_named_is_there():
    named = [found for row in rows() for found in TEST.findall(row["tests"])]

    missing = [f"{file}::{test}" for file, test in named if test not in functions_of(file)]

    assert len(named) > CASES
    assert missing == []


def test_a_case_without_a_test_says_what_is_missing():
    for row in rows():
        says_so = "**Open:**" in row["happens"] or row["happens"].startswith(NOT_BUILT)
        assert says_so or TEST.search(row["tests"]), row["number"]


def rows() -> list[re.Match[str]]:
    return [row for line in LIST.read_text().splitlines() if (row := ROW.fullmatch(line))]


@cache
def functions_of(file: str) -> frozenset[str]:
    path = ROOT / file
    tree = ast.parse(path.read_text()) if path.exists() else ast.Module([], [])
    return frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
