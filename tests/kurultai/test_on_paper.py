"""The generated pages say what the code does."""

from pathlib import Path

import pytest

from kurultai.procedures import page
from kurultai.registry import SERVICES
from kurultai.rules import page as rules_page
from shared import rules

PAGES = Path(__file__).parents[2] / "docs" / "procedure"


@pytest.mark.parametrize("service", SERVICES)
def test_the_page_of_a_procedure_is_in_step(service):
    assert (PAGES / f"{service}.md").read_text("utf-8") == page(SERVICES[service])


@pytest.mark.parametrize("profile", rules.names())
def test_the_page_of_a_profile_is_in_step(profile):
    assert (PAGES / f"rules-{profile}.md").read_text("utf-8") == rules_page(profile)


def test_the_pages_beside_the_tables_are_in_step_too():
    beside = {name: text for s in SERVICES.values() for name, text in s.pages.items()}
    assert beside
    for name, text in beside.items():
        assert (PAGES / f"{name}.md").read_text("utf-8") == text()
