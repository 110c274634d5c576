"""The profile on paper: every number in force on a day, where it is from, and how sure that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shared.kernel.rules import (
    Base,
    Dated,
    Majority,
    Parameter,
    Profile,
    Rule,
    Rules,
    Section,
    Starts,
    Status,
    Term,
    Unit,
)
from shared.kernel.text import Text

HEADINGS: dict[Section, str] = {
    "decisions": "Decisions",
    "groups": "Quorums and groups",
    "terms": "Terms",
    "parameters": "Other values",
}
COLUMNS = ("key", "value", "unit", "since", "source", "status", "note")
NO_VALUE = "—"
FIRST_DAY = {
    Starts.DAY_OF: "from the day of the event",
    Starts.DAY_AFTER: "from the day after the event",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the profile as people read it."""

    section: Section
    key: str
    value: str
    unit: str
    since: date
    source: str
    status: Status
    note: str

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of COLUMNS."""
        since = self.since.isoformat()
        return (self.key, self.value, self.unit, since, self.source, self.status, self.note)


def as_rows(profile: Profile, day: date) -> list[Row]:
    """Every line in force on `day`, section by section, in the order of the file."""
    rules = profile.on(day)
    return [
        _row(section, key, dated, day, rules)
        for section, lines in profile.sections.items()
        for key, dated in lines.items()
        if dated.begun(day)
    ]


def not_confirmed_rows(profile: Profile, day: date) -> list[Row]:
    """The lines in force on `day` that the legal department has yet to confirm or to replace."""
    return [row for row in as_rows(profile, day) if row.status is not Status.CONFIRMED]


def as_markdown(profile: Profile, day: date) -> str:
    """The whole profile on `day`, with the list of what is not confirmed at its end."""
    rows, unsure = as_rows(profile, day), not_confirmed_rows(profile, day)
    parts = [_opening(profile, day, len(rows), len(unsure))]
    parts += [_section(section, rows) for section in HEADINGS]
    parts += ["## Not confirmed", _table(unsure)]
    return "\n\n".join(parts) + "\n"


def _row(section: Section, key: str, dated: Dated[Rule], day: date, rules: Rules) -> Row:
    rule = dated.on(day)
    value, unit = _words(rule, rules)
    return Row(section, key, value, unit, dated.since(day), rule.source, rule.status, rule.note)


def _words(rule: Rule, rules: Rules) -> tuple[str, str]:
    """What the rule says, and in which unit."""
    match rule:
        case Majority():
            return _share(rules.of_total(rule), rules.seats)
        case Term():
            return _length(rule), rule.unit
        case Parameter():
            return _value(rule), rule.unit
        case _:
            message = f"a profile holds no {type(rule).__name__}"
            raise TypeError(message)


def _share(majority: Majority, seats: int) -> tuple[str, str]:
    part, whole = majority.ratio
    share = f"{'more than' if majority.strict else 'at least'} {part}/{whole}"
    if majority.base is Base.STATUTORY_SEATS:
        share = f"{share}: {majority.needed(seats)} of {seats}"
    return share, _words_of(majority.base)


def _length(term: Term) -> str:
    if term.amount is None:
        return NO_VALUE
    return f"{term.amount}, counted {_beginning(term)}"


def _beginning(term: Term) -> str:
    if term.unit in {Unit.HOURS, Unit.MINUTES}:
        return "from the minute of the event"
    return FIRST_DAY[term.starts]


def _value(parameter: Parameter) -> str:
    match parameter.value:
        case None:
            return NO_VALUE
        case bool() as yes:
            return "yes" if yes else "no"
        case tuple() as several:
            return ", ".join(map(_words_of, several)) or "none"
        case one:
            return _words_of(one)


def _words_of(word: object) -> str:
    return str(word).replace("_", " ")


def _opening(profile: Profile, day: date, lines: int, unsure: int) -> str:
    name = f"# Rules in force on {day}: {profile.jurisdiction.en}"
    count = f"Profile `{profile.name}`. {lines} values, of which {unsure} are not confirmed."
    return "\n\n".join([name, *_quoted(profile.banner), count])


def _quoted(banner: Text | None) -> list[str]:
    return [] if banner is None else [f"> {banner.kk}\n>\n> {banner.ru}\n>\n> {banner.en}"]


def _section(section: Section, rows: list[Row]) -> str:
    table = _table(row for row in rows if row.section == section)
    return f"## {HEADINGS[section]}\n\n{table}"


def _table(rows: Iterable[Row]) -> str:
    lines = [_line(COLUMNS), "|---" * len(COLUMNS) + "|"]
    return "\n".join(lines + [_line((f"`{row.key}`", *row.cells[1:])) for row in rows])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
