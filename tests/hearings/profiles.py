"""The provisional profile, but for some values that nobody has set yet."""

from datetime import date
from typing import Any

from shared.kernel.parameters import Dated, Parameter, Status
from shared.kernel.rules import Majority, Profile, Term
from tests.hearings.builders import PROFILE

BEGINS = date(2026, 7, 1)
TRIED = {"source": "a trial", "status": Status.UNKNOWN}


def with_parameters(values: dict[str, Any]) -> Profile:
    """The profile with these parameters set."""
    tried = {
        key: Dated(versions={BEGINS: Parameter(value=value, unit="x", **TRIED)})
        for key, value in values.items()
    }
    return _but(parameters={**PROFILE.parameters, **tried})


def with_term(key: str, **values: Any) -> Profile:
    """The profile with this term set."""
    tried = Dated(versions={BEGINS: Term(**values, **TRIED)})
    return _but(terms={**PROFILE.terms, key: tried})


def with_group(key: str, group: Dated[Majority]) -> Profile:
    """The profile with this group put in place of its own."""
    return _but(groups={**PROFILE.groups, key: group})


def _but(**changed: Any) -> Profile:
    whole = {name: getattr(PROFILE, name) for name in Profile.model_fields}
    return Profile(**whole | changed)
