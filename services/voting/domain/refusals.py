"""What this service refuses besides what its tables refuse, in words a deputy can act on."""

from collections.abc import Iterable
from uuid import UUID

from shared.kernel.errors import Invalid, NotFound, NotNow
from shared.kernel.text import Text

PERSONAL = "Constitution 2026, art. 55(1)"


class SittingNotFound(NotFound):
    code = "sitting-not-found"


class RegistrationNotFound(NotFound):
    code = "registration-not-found"


class MinutesNotFound(NotFound):
    code = "minutes-not-found"


class DebateNotFound(NotFound):
    code = "debate-not-found"


class DelegationNotFound(NotFound):
    code = "delegation-not-found"


class SpeechNotFound(NotFound):
    code = "speech-not-found"


class ExcuseNotFound(NotFound):
    code = "excuse-not-found"


class QuestionNotFound(NotFound):
    code = "question-not-found"


class VoteNotFound(NotFound):
    code = "vote-not-found"


NO_VOTE = Text(kk="{id} дауыс беруі жоқ.", ru="Голосования {id} нет.", en="There is no vote {id}.")


class WitnessNotFound(NotFound):
    code = "witness-not-found"


class NotAKey(Invalid):
    code = "not-a-key"
    words = Text(
        kk="Бұл куәгердің кілті емес: {why}.",
        ru="Это не ключ свидетеля: {why}.",
        en="This is no key of a witness: {why}.",
    )

    def __init__(self, why: str) -> None:
        super().__init__(self.words.filled(why=why))


class NoCosignature(Invalid):
    code = "no-cosignature"
    words = Text(
        kk="Бұл журнал басының қолтаңбасы емес: {why}.",
        ru="Это не подпись вершины журнала: {why}.",
        en="This cosigns no head of the log: {why}.",
    )

    def __init__(self, why: str) -> None:
        super().__init__(self.words.filled(why=why))


class NotTheHead(NotNow):
    code = "not-the-head"
    words = Text(
        kk="Журналда мұндай бас ешқашан болған емес. Екі түрлі бас — бұрмалаудың дәлелі: "
        "екеуін де сақтаңыз.",
        ru="Такой вершины у журнала не было. Две разные вершины — доказательство подлога: "
        "сохраните обе.",
        en="The log never had this head. Two different heads are evidence of a fraud: keep both.",
    )

    def __init__(self) -> None:
        super().__init__(self.words)


class EntryNotFound(NotFound):
    code = "not-in-the-log"
    words = Text(
        kk="Журнал ол жерге жеткен жоқ.",
        ru="Журнал туда ещё не дошёл.",
        en="The log does not reach so far.",
    )

    def __init__(self) -> None:
        super().__init__(self.words)


class DeclarationNotFound(NotFound):
    code = "declaration-not-found"


class PaperBallotNotFound(NotFound):
    code = "paper-ballot-not-found"


class BallotNotFound(NotFound):
    code = "ballot-not-found"
    words = Text(
        kk="Бұл дауыс беруде сіздің бюллетеніңіз жоқ.",
        ru="В этом голосовании вашего голоса нет.",
        en="There is no ballot of yours in this vote.",
    )

    def __init__(self) -> None:
        super().__init__(self.words, provision=PERSONAL)


class NoSuchDecision(Invalid):
    code = "no-such-decision"
    words = Text(
        kk="Қағидаларда «{key}» шешімі жоқ; барлары: {known}.",
        ru="В правилах нет решения «{key}»; есть: {known}.",
        en="The rules have no decision “{key}”; they have: {known}.",
    )

    def __init__(self, key: str, known: Iterable[str]) -> None:
        super().__init__(
            self.words.filled(key=key, known=", ".join(sorted(known))),
            provision="rules profile: decisions",
        )


class NoSuchCalling(Invalid):
    code = "no-such-calling"
    words = Text(
        kk="Шақыру тәртібінде тізімдегі әркім бір рет аталады, басқа ешкім аталмайды; әріп "
        "әліпбилік тәртіпке ғана тән. Жетпейді: {missing}. Артық: {strangers}.",
        ru="Порядок вызова называет каждого из списка один раз и никого больше; буква бывает "
        "только у алфавитного. Недостаёт: {missing}. Лишние: {strangers}.",
        en="The order of calling names everyone on the roll once and nobody else; only an "
        "alphabetical one begins with a letter, and that is one of the Kazakh alphabet. "
        "Missing: {missing}. Not on the roll: {strangers}.",
    )

    def __init__(self, missing: Iterable[UUID], strangers: Iterable[UUID]) -> None:
        named = {"missing": _listed(missing), "strangers": _listed(strangers)}
        under = "rules profile: voting.roll_call_order (unknown)"
        super().__init__(self.words.filled(**named), provision=under)


def _listed(persons: Iterable[UUID]) -> str:
    return ", ".join(sorted(map(str, persons))) or "–"


class NoSuchItems(Invalid):
    code = "no-such-items"
    words = Text(
        kk="«{form}» түріндегі сұрақта кемінде {fewest} тармақ болады, кілттері әртүрлі және "
        "for, against, abstained емес.",
        ru="У вопроса вида «{form}» не меньше {fewest} пунктов; их ключи различны "
        "и не for, against, abstained.",
        en="A question of the form “{form}” has {fewest} items at least; their keys differ "
        "and are not for, against, abstained.",
    )

    def __init__(self, form: str, fewest: int) -> None:
        super().__init__(self.words.filled(form=form, fewest=fewest))


class HiddenUntilClose(NotNow):
    code = "hidden-until-close"
    words = Text(
        kk="Кімнің қалай дауыс бергені дауыс беру жабылғаннан кейін көрсетіледі.",
        ru="Кто как проголосовал, показывается после закрытия голосования.",
        en="Who voted how is shown when the vote is closed.",
    )

    def __init__(self) -> None:
        super().__init__(self.words, provision="rules profile: voting.default (unknown)")


class SittingGoesOn(NotNow):
    code = "sitting-goes-on"
    words = Text(
        kk="Мұрағат отырыс жабылғаннан кейін жасалады.",
        ru="Архив составляется после закрытия заседания.",
        en="The archive is made when the sitting is closed.",
    )

    def __init__(self) -> None:
        super().__init__(self.words)
