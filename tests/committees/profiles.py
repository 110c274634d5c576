"""The profile with another answer to one question."""

from typing import Any

from shared.kernel.rules import Profile
from tests.committees.builders import PROFILE


def with_choice(key: str, value: Any) -> Profile:
    whole = PROFILE.model_dump(by_alias=True)
    for version in whole["parameters"][key]["versions"].values():
        version["value"] = value
    return Profile.model_validate(whole)
