"""The procedure on paper: the same rows as a table and a diagram, for those who read no Python."""

from shared.kernel.actor import ROLE_NAMES
from shared.kernel.procedure import Case, Procedure, Row
from shared.kernel.text import Language

HEADINGS = {
    Language.KK: ("әрекет", "қайдан", "қайда", "кім", "мына шарт орындалғанда", "норма"),
    Language.RU: ("действие", "откуда", "куда", "кто", "при условии", "норма"),
    Language.EN: ("act", "from", "to", "who", "not until", "provision"),
}

ANYWHERE = {
    Language.KK: "кез келген саты",
    Language.RU: "любая стадия",
    Language.EN: "any stage, as it says",
}


def as_markdown[C: Case](procedure: Procedure[C], language: Language = Language.EN) -> str:
    """One line per row: act, from, to, who, conditions, provision."""
    lines = [_line(HEADINGS[language]), "|---|---|---|---|---|---|"]
    lines += [_line(_cells(row, language)) for row in procedure.rows]
    return "\n".join(lines) + "\n"


def as_mermaid[C: Case](procedure: Procedure[C]) -> str:
    """A state diagram: every arrow an act with its provision, but for those that lead anywhere."""
    arrows = [
        f"    {r.origin} --> {r.target}: {r.act} ({r.provision.replace(':', ' ')})"
        for r in procedure.rows
        if not r.anywhere
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {procedure.rows[0].origin}", *arrows]) + "\n"


def _cells[C: Case](row: Row[C], language: Language) -> tuple[str, ...]:
    until = "; ".join(f"{c.sentence.on(language)} ({c.provision})" for c in row.when) or "—"
    who = ", ".join(ROLE_NAMES[role].on(language) for role in row.by)
    target = ANYWHERE[language] if row.anywhere else f"`{row.target}`"
    return (f"`{row.act}`", f"`{row.origin}`", target, who, until, row.provision)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
