"""What this service refuses besides what its tables refuse, in words a deputy can act on."""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from services.voting.domain.ballot import Cast, Verdict
from services.voting.domain.evidence import instant
from shared.kernel.errors import DomainError, Invalid, NotEntitled, NotFound, NotNow
from shared.kernel.text import Text

PERSONAL = "Constitution 2026, art. 55(1)"


class SittingNotFound(NotFound):
    code = "sitting-not-found"


class RegistrationNotFound(NotFound):
    code = "registration-not-found"


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


class BallotRefused(DomainError):
    """A ballot that was not taken; `under` is the provision it would have broken."""

    words: ClassVar[Text]
    under: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(self.words.filled(**facts), provision=self.under)


class VoteNotOpen(BallotRefused, NotNow):
    code = "vote-not-open"
    words = Text(
        kk="Дауыс беру әлі ашылған жоқ.",
        ru="Голосование ещё не открыто.",
        en="The vote is not open yet.",
    )
    under = "Constitution 2026, art. 58(5)"


class VoteSuspended(BallotRefused, NotNow):
    code = "vote-suspended"
    words = Text(
        kk="Дауыс беру тоқтатыла тұрды; ол қайта басталғанда дауыс беріңіз.",
        ru="Голосование приостановлено; голосуйте, когда оно возобновится.",
        en="The vote is suspended; vote when it is resumed.",
    )
    under = "Constitution 2026, art. 61(6)"


class VoteClosed(BallotRefused, NotNow):
    code = "vote-closed"
    words = Text(
        kk="Дауыс беру {ended_at} жабылды; дауысыңыз дерекқор сағатымен {late_ms} мс кешікті.",
        ru="Голосование закрылось {ended_at}; голос опоздал на {late_ms} мс по часам базы данных.",
        en="The vote closed at {ended_at}; the ballot was {late_ms} ms late "
        "by the clock of the database.",
    )
    under = "rules profile: voting.window_seconds (unknown)"


class NotOnTheRoll(BallotRefused, NotEntitled):
    code = "not-on-the-roll"
    words = Text(
        kk="Сіз бұл дауыс берудің тізімінде жоқсыз: онда ол ашылған сәттегі депутаттар бар.",
        ru="Вас нет в списке этого голосования: в нём депутаты на момент его открытия.",
        en="You are not on the roll of this vote: it has the deputies of the moment it opened.",
    )
    under = PERSONAL


class NotRegistered(BallotRefused, NotEntitled):
    code = "not-registered"
    words = Text(
        kk="Дауыс беру ашылғанда сіз отырысқа тіркелмеген едіңіз.",
        ru="Когда голосование открылось, вы не были зарегистрированы на заседании.",
        en="When the vote opened you were not registered for the sitting.",
    )
    under = "Constitution 2026, art. 55(1), 58(5)"


class Recused(BallotRefused, NotEntitled):
    code = "recused"
    words = Text(
        kk="Сіз бұл дауыс беруге қатысудан бас тарттыңыз.",
        ru="Вы заявили самоотвод в этом голосовании.",
        en="You have recused yourself from this vote.",
    )
    under = "Constitution 2026, art. 61(6)"


class NotConfirmed(BallotRefused, NotEntitled):
    code = "not-confirmed"
    words = Text(
        kk="Қағаз бюллетеньді екінші адам растаған жоқ.",
        ru="Бумажный бюллетень не подтверждён вторым лицом.",
        en="The paper ballot is not confirmed by a second person.",
    )
    under = "rules profile: voting.second_person_minutes (unknown)"


class MandateEnded(BallotRefused, NotEntitled):
    code = "mandate-ended"
    words = Text(
        kk="Сіздің депутаттық мандатыңыз қазір күшінде емес.",
        ru="Ваш депутатский мандат сейчас не действует.",
        en="Your mandate is not in force now.",
    )
    under = "Constitution 2026, art. 55(1), 55(4)"


class NoSuchChoice(BallotRefused, Invalid):
    code = "no-such-choice"
    words = Text(
        kk="Бұл дауыс беруде мұндай таңдау жоқ.",
        ru="В этом голосовании такого варианта нет.",
        en="This vote has no such choice.",
    )
    under = PERSONAL


class AlreadyVoted(BallotRefused, NotNow):
    code = "already-voted"
    words = Text(
        kk="Бұл дауыс беруде сіздің дауысыңыз бұрын қабылданған.",
        ru="В этом голосовании ваш голос уже принят.",
        en="Your ballot in this vote is already on record.",
    )
    under = f"{PERSONAL}; rules profile: voting.change_before_close (unknown)"


REFUSED: dict[Verdict, type[BallotRefused]] = {
    Verdict.VOTE_NOT_OPEN: VoteNotOpen,
    Verdict.VOTE_SUSPENDED: VoteSuspended,
    Verdict.VOTE_CLOSED: VoteClosed,
    Verdict.NOT_ON_THE_ROLL: NotOnTheRoll,
    Verdict.NOT_REGISTERED: NotRegistered,
    Verdict.RECUSED: Recused,
    Verdict.NOT_CONFIRMED: NotConfirmed,
    Verdict.MANDATE_ENDED: MandateEnded,
    Verdict.NO_SUCH_CHOICE: NoSuchChoice,
    Verdict.ALREADY_VOTED: AlreadyVoted,
}


def refusal_of(cast: Cast, vote_id: UUID) -> DomainError:
    """Why a ballot was not taken."""
    if cast.verdict is Verdict.VOTE_NOT_FOUND:
        return VoteNotFound(NO_VOTE.filled(id=vote_id))
    ended_at = instant(cast.ended_at) if cast.ended_at else None
    return REFUSED[cast.verdict](ended_at=ended_at, late_ms=cast.late_ms)
