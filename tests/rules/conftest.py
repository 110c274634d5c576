from datetime import date

import pytest

from shared import rules
from shared.kernel.rules import Profile, Rules


@pytest.fixture(scope="session")
def kurultai_profile() -> Profile:
    return rules.load("kz-kurultai-2026-provisional")


@pytest.fixture(scope="session")
def kurultai(kurultai_profile: Profile) -> Rules:
    return kurultai_profile.on(date(2026, 11, 22))


@pytest.fixture(scope="session")
def bundestag_profile() -> Profile:
    return rules.load("bundestag-2017")


@pytest.fixture(scope="session")
def bundestag(bundestag_profile: Profile) -> Rules:
    return bundestag_profile.on(date(2018, 3, 22))
