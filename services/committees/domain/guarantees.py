"""What the rules guarantee to the opposition, and whether it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.committees.domain.composition import Composition
from shared.kernel.actor import Role
from shared.kernel.rules import Rules
from shared.kernel.text import Text

CHAIRS, SECRETARIES = "opposition.chairs_min", "opposition.secretaries_min"

PROMISES: dict[str, tuple[Role, Text]] = {
    CHAIRS: (
        Role.COMMITTEE_CHAIR,
        Text(
            kk="Оппозиция басқаратын комитеттердің ең аз саны",
            ru="Наименьшее число комитетов, возглавляемых оппозицией",
            en="The least number of committees chaired by the opposition",
        ),
    ),
    SECRETARIES: (
        Role.COMMITTEE_SECRETARY,
        Text(
            kk="Оппозициядан болатын комитет хатшыларының ең аз саны",
            ru="Наименьшее число секретарей комитетов от оппозиции",
            en="The least number of committee secretaries from the opposition",
        ),
    ),
}


SHARES: dict[str, Text] = {
    "opposition.hearings_per_session_min": Text(
        kk="Сессия ішінде оппозицияның бастамасымен өтетін тыңдаулардың ең аз саны",
        ru="Наименьшее число слушаний по инициативе оппозиции за сессию",
        en="The least number of hearings on the initiative of the opposition in a session",
    ),
    "opposition.government_hour_agendas_per_session_min": Text(
        kk="Сессия ішінде оппозиция күн тәртібін белгілейтін үкімет сағаттарының ең аз саны",
        ru="Наименьшее число правительственных часов за сессию, повестку которых определяет "
        "оппозиция",
        en="The least number of Government hours in a session whose agenda the opposition sets",
    ),
}
"""What the opposition may use in each session."""

RIGHTS: dict[str, Text] = {
    "sittings.guaranteed_floor": Text(
        kk="Отырыста сөз беру кепілдігі",
        ru="Гарантированное слово на заседаниях",
        en="A guaranteed floor at sittings",
    ),
    "hearings.guaranteed_floor": Text(
        kk="Тыңдауда сөз беру кепілдігі",
        ru="Гарантированное слово на слушаниях",
        en="A guaranteed floor at hearings",
    ),
}
"""What nobody may be denied; there is nothing to count."""


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A promise to the opposition. Where no deputy is of the opposition it is owed to nobody."""

    key: str
    sentence: Text
    needed: int
    held: int
    is_owed: bool
    provision: str

    @property
    def is_kept(self) -> bool:
        return not self.is_owed or self.held >= self.needed


def guarantees(composition: Composition, rules: Rules) -> tuple[Guarantee, ...]:
    """Every guarantee that these rules give."""
    given = (guarantee(key, composition, rules) for key in PROMISES)
    return tuple(promised for promised in given if promised)


@dataclass(frozen=True, slots=True)
class Share:
    """What the opposition may use in the session in course; `used` is None without a session."""

    key: str
    sentence: Text
    needed: int
    used: int | None
    provision: str


def shares(used: Mapping[str, int] | None, rules: Rules) -> tuple[Share, ...]:
    """Every share that these rules give, and what was used of it."""
    return tuple(
        Share(
            key,
            sentence,
            rules.number(key),
            None if used is None else used.get(key, 0),
            provision_of(key, rules),
        )
        for key, sentence in SHARES.items()
        if rules.settled(key) is not None
    )


def rights(rules: Rules) -> tuple[tuple[str, Text, str], ...]:
    """Key, sentence and provision of every right that these rules give."""
    return tuple(
        (key, sentence, provision_of(key, rules))
        for key, sentence in RIGHTS.items()
        if rules.settled(key)
    )


def provision_of(key: str, rules: Rules) -> str:
    written = rules.parameters[key]
    return f"rules profile: {key} ({written.status}: {written.source})"


def guarantee(key: str, composition: Composition, rules: Rules) -> Guarantee | None:
    """One guarantee; None if the rules of this parliament know no such thing."""
    written = rules.parameters.get(key)
    if written is None or written.value is None:
        return None
    role, sentence = PROMISES[key]
    return Guarantee(
        key=key,
        sentence=sentence,
        needed=rules.number(key),
        held=composition.held_by_the_opposition(role),
        is_owed=composition.has_opposition,
        provision=provision_of(key, rules),
    )
