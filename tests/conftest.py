"""What is an ordeal: tests that take minutes together, and are asked for by `pytest -m ordeal`."""

from pathlib import Path

import pytest

ORDEALS = tuple(
    Path(__file__).parent / name for name in ("faults", "models", "kurultai/test_chaos.py")
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.path.is_relative_to(place) for place in ORDEALS):
            item.add_marker(pytest.mark.ordeal)
