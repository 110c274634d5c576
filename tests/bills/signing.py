"""Deputies who sign drafts, and rules that ask for several, for tests."""

from shared.kernel.rules import Profile
from tests.bills.builders import CHAIR, DEPUTY_CHAIR, PROFILE

MIN = "initiative.deputies_min"
A_DEPUTY, ONE_MORE = CHAIR, DEPUTY_CHAIR
"""Who hold offices too, and sign as the deputies that they are."""


def rules_that_ask_for(deputies: int) -> Profile:
    """The profile, but for how many deputies must be for a bill of theirs."""
    dated = PROFILE.parameters[MIN]
    lines = {
        day: line.model_copy(update={"value": deputies}) for day, line in dated.versions.items()
    }
    changed = PROFILE.parameters | {MIN: dated.model_copy(update={"versions": lines})}
    return Profile.model_validate(dict(PROFILE) | {"parameters": changed})
