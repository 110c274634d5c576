"""Why a ballot was not taken, in words a deputy can act on."""

from typing import ClassVar
from uuid import UUID

from services.voting.domain.ballot import Cast, Verdict
from services.voting.domain.evidence import instant
from services.voting.domain.refusals import NO_VOTE, PERSONAL, VoteNotFound
from shared.kernel.errors import DomainError, Invalid, NotEntitled, NotNow
from shared.kernel.text import Text


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
