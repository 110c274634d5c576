"""The table of terms on paper, in the three languages."""

from collections.abc import Iterable

from services.bills.domain.stages import Act
from services.bills.domain.term_names import MEANINGS
from services.bills.domain.term_rows import TermRow
from services.bills.domain.terms import TERMS
from shared.kernel.actor import ROLE_NAMES
from shared.kernel.text import Language, Text

NONE = "—"
HEADINGS: dict[Language, str] = {
    Language.EN: "In English",
    Language.RU: "На русском языке",
    Language.KK: "Қазақ тілінде",
}
COLUMNS: dict[Language, tuple[str, ...]] = {
    Language.EN: (
        "term",
        "what is due",
        "kind",
        "begins with",
        "only if",
        "is met by",
        "stands still",
        "who",
        "when it has passed",
        "provision",
    ),
    Language.RU: (
        "срок",
        "что должно быть сделано",
        "вид",
        "начинается с",
        "только если",
        "исполняется",
        "приостанавливается",
        "кто",
        "по истечении",
        "норма",
    ),
    Language.KK: (
        "мерзім",
        "не істелуге тиіс",
        "түрі",
        "басталуы",
        "тек егер",
        "орындалуы",
        "тоқтатыла тұруы",
        "кім",
        "мерзім өткенде",
        "норма",
    ),
}
TOLD = Text(kk="хабарланады", ru="сообщается", en="it is told")
TAKEN = Text(
    kk="сағат `{act}` әрекетін жасайды", ru="часы совершают `{act}`", en="the clock takes `{act}`"
)
TAKEN_IF = Text(
    kk="егер `{parameter}` = `{answer}` болса, сағат `{act}` әрекетін жасайды, әйтпесе хабарланады",
    ru="если `{parameter}` = `{answer}`, часы совершают `{act}`, иначе сообщается",
    en="if `{parameter}` is `{answer}`, the clock takes `{act}`, else it is told",
)
STANDS = Text(
    kk="{stops} бастап {resumes} дейін, егер `{parameter}` болса",
    ru="от {stops} до {resumes}, если `{parameter}`",
    en="from {stops} to {resumes}, if `{parameter}`",
)
COUNTED = Text(
    kk="{act} (есептеу басы — `{parameter}`)",
    ru="{act} (начало отсчёта — `{parameter}`)",
    en="{act} (counted from `{parameter}`)",
)
OPENING = """# Terms of the path of a bill

Written by `kurultai procedure --write docs/procedure` from `services/bills/domain/terms.py`. How
long each term is, from which source and how sure that is, stands under the same key in the rules
profile: [rules-kz-kurultai-2026-provisional.md](rules-kz-kurultai-2026-provisional.md). A term
without a length there, or one that needs a calendar nobody has entered, is shown as one that cannot
be computed yet. Every term falls away with its bill.
"""


def page() -> str:
    """The whole page: the same rows in three languages."""
    return "\n".join([OPENING, *(_section(language) for language in HEADINGS)])


def _section(language: Language) -> str:
    columns = COLUMNS[language]
    lines = [_line(columns), "|---" * len(columns) + "|"]
    lines += [_line(_cells(row, language)) for row in TERMS]
    return "\n".join([f"## {HEADINGS[language]}\n", *lines, ""])


def _cells(row: TermRow, language: Language) -> tuple[str, ...]:
    return (
        f"`{row.key}`",
        row.name.on(language),
        MEANINGS[row.meaning].on(language),
        _beginning(row).on(language),
        "; ".join(c.sentence.on(language) for c in row.when) or NONE,
        _acts(row.ends),
        _still(row).on(language) if row.stops else NONE,
        ", ".join(ROLE_NAMES[role].on(language) for role in row.by),
        _passing(row).on(language),
        row.provision,
    )


def _beginning(row: TermRow) -> Text:
    acts = _acts(row.starts)
    if row.counted_from is None:
        return Text(acts, acts, acts)
    return COUNTED.filled(act=acts, parameter=row.counted_from.parameter)


def _still(row: TermRow) -> Text:
    return STANDS.filled(stops=_acts(row.stops), resumes=_acts(row.resumes), parameter=row.stops_if)


def _passing(row: TermRow) -> Text:
    if row.then is None:
        return TOLD
    if row.then.parameter is None:
        return TAKEN.filled(act=row.then.act)
    return TAKEN_IF.filled(act=row.then.act, parameter=row.then.parameter, answer=row.then.answer)


def _acts(acts: Iterable[Act]) -> str:
    return ", ".join(f"`{act}`" for act in acts) or NONE


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
