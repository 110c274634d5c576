"""The working-day calendars on file: `calendars/<whose>-<year>.yaml`."""

from functools import cache
from importlib.resources import files

from pydantic import ValidationError

from shared.kernel.calendars import Calendars, WorkingYear
from shared.kernel.rules import Profile
from shared.rules.reading import ProfileUnreadable, read

CALENDARS = files("shared.rules").joinpath("calendars")
NONE = Calendars({})


def calendars_of(profile: Profile) -> Calendars:
    """Every calendar on file for the parliament of this profile.

    Raises:
        ProfileUnreadable: a file says something that cannot be; the message names it.
    """
    return NONE if profile.calendars is None else _on_file(profile.calendars)


@cache
def _on_file(whose: str) -> Calendars:
    names = (entry.name for entry in CALENDARS.iterdir())
    years = [_year(name) for name in names if name.startswith(f"{whose}-")]
    return Calendars({year.year: year for year in years})


def _year(name: str) -> WorkingYear:
    content, _ = read(CALENDARS.joinpath(name).read_text("utf-8"), name)
    try:
        return WorkingYear.model_validate(content)
    except ValidationError as invalid:
        message = f"{name}: {invalid.errors()[0]['msg']}"
        raise ProfileUnreadable(message) from invalid
