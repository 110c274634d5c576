"""What must be so before an act. One function, one sentence, one provision each."""

from datetime import datetime, timedelta

from services.voting.domain.conditions_of_sittings import COMMITTEE_QUORUM
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import SittingStage
from services.voting.domain.vote import Annulment, Vote
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Chamber, CloseEarly, QuorumCheck, Rules, Visibility

QUORUM = "quorum_sitting"
"""The group of the rules that must be there for a sitting."""

TAKES_REGISTRATIONS = frozenset(
    {SittingStage.REGISTERING, SittingStage.OPEN, SittingStage.ON_BREAK}
)
BY_NAME = frozenset({Visibility.OPEN_NAMED, Visibility.ROLL_CALL})


def quorum_of(chamber: Chamber, rules: Rules, *, in_committee: bool = False) -> int:
    """How many must be registered for a sitting."""
    quorum = rules.group(COMMITTEE_QUORUM if in_committee else QUORUM)
    return quorum.needed(quorum.whole(chamber))


@condition(
    en="the quorum of the sitting is registered",
    ru="зарегистрирован кворум заседания",
    kk="отырыстың кворумы тіркелген",
    provision="Constitution 2026, art. 58(5)",
)
def quorum_is_registered(sitting: Sitting, occasion: Occasion) -> bool:
    chamber, in_committee = sitting.chamber, sitting.in_committee
    return chamber is not None and (
        chamber.registered >= quorum_of(chamber, occasion.rules, in_committee=in_committee)
    )


@condition(
    en="no vote of the sitting is open or waits to be proclaimed",
    ru="ни одно голосование заседания не открыто и не ждёт объявления результата",
    kk="отырыста ашық тұрған немесе нәтижесінің жариялануын күтіп тұрған дауыс беру жоқ",
    provision="Constitution 2026, art. 58(5)",
)
def no_vote_is_open(sitting: Sitting, _: Occasion) -> bool:
    return sitting.open_votes == 0


@condition(
    en="registration for the sitting is open, or the sitting itself",
    ru="открыта регистрация на заседание или само заседание",
    kk="отырысқа тіркеу немесе отырыстың өзі ашық",
    provision="Constitution 2026, art. 55(1), 58(5)",
)
def sitting_takes_registrations(registration: Registration, _: Occasion) -> bool:
    """Those who come late register while the sitting is open."""
    return registration.sitting_stage in TAKES_REGISTRATIONS


@condition(
    en="the sitting is not over",
    ru="заседание ещё не закрыто",
    kk="отырыс әлі жабылмаған",
    provision="Constitution 2026, art. 58(5)",
)
def sitting_is_not_over(vote: Vote, _: Occasion) -> bool:
    return vote.sitting_stage not in {None, SittingStage.CLOSED}


@condition(
    en="the sitting is open",
    ru="заседание открыто",
    kk="отырыс ашық",
    provision="Constitution 2026, art. 58(5)",
)
def sitting_is_open(vote: Vote, _: Occasion) -> bool:
    return vote.sitting_stage is SittingStage.OPEN


@condition(
    en="the quorum for the vote is registered",
    ru="зарегистрирован кворум для голосования",
    kk="дауыс беруге қажетті кворум тіркелген",
    provision="Constitution 2026, art. 58(5)",
)
def quorum_is_there(vote: Vote, occasion: Occasion) -> bool:
    rule, house = vote.rule_under(occasion.rules), vote.house
    asked = QuorumCheck.OPEN in rule.quorum_checked
    return house is not None and (not asked or rule.quorum_met(house))


@condition(
    en="the question is decided by open voting by name; no other voting is held here",
    ru="вопрос решается открытым поимённым голосованием: иное здесь не проводится",
    kk="мәселе ашық атаулы дауыс берумен шешіледі: өзгесі мұнда өткізілмейді",
    provision="Constitution 2026, art. 57(1); rules profile: voting.default, voting.secret_for",
)
def ballots_are_by_name(vote: Vote, occasion: Occasion) -> bool:
    return vote.rule_under(occasion.rules).visibility in BY_NAME


@condition(
    en="whoever put the question still asks it",
    ru="вопрос не снят тем, кто его внёс",
    kk="мәселені қойған оны алып тастаған жоқ",
    provision="Constitution 2026, art. 61(6)",
)
def question_stands(vote: Vote, _: Occasion) -> bool:
    return not vote.taken_back


@condition(
    en="the Kurultai has not decided this question",
    ru="Курултай ещё не решил этот вопрос",
    kk="Құрылтай бұл мәселені әлі шешпеген",
    provision="Constitution 2026, art. 61(6)",
)
def question_is_undecided(vote: Vote, _: Occasion) -> bool:
    return vote.decided is False


@condition(
    en="no other vote on this question is open",
    ru="по этому вопросу не открыто другое голосование",
    kk="бұл мәселе бойынша басқа дауыс беру ашық емес",
    provision="Constitution 2026, art. 61(6)",
)
def no_other_vote_is_open(vote: Vote, _: Occasion) -> bool:
    return vote.open_elsewhere is False


@condition(
    en="it is the first vote on the question, or a second person opens the new round",
    ru="это первое голосование по вопросу или новый тур открывает второе лицо",
    kk="бұл мәселе бойынша бірінші дауыс беру немесе жаңа кезеңді екінші адам ашады",
    provision="rules profile: voting.second_person_minutes (unknown)",
)
def a_second_person_opens_a_new_round(vote: Vote, occasion: Occasion) -> bool:
    return vote.round == 1 or occasion.by.person_id != vote.prepared_by


@condition(
    en="nobody has asked to annul the vote, or the time to grant it is over",
    ru="никто не просил отменить голосование, или срок для этого истёк",
    kk="дауыс беруді жоюды ешкім сұраған жоқ немесе оған рұқсат беру мерзімі өтті",
    provision="rules profile: voting.second_person_minutes (unknown)",
)
def no_annulment_is_asked(vote: Vote, occasion: Occasion) -> bool:
    return vote.annulment is None or occasion.at > _lapses(vote.annulment, occasion)


@condition(
    en="another officer has asked for it, with the reason, and the time to grant it is not over",
    ru="об этом просило другое должностное лицо с указанием причины, и срок не истёк",
    kk="мұны басқа лауазымды адам себебін көрсетіп сұраған және мерзімі өтпеген",
    provision="rules profile: voting.second_person_minutes (unknown)",
)
def another_has_asked_for_it(vote: Vote, occasion: Occasion) -> bool:
    asked = vote.annulment
    in_time = asked is not None and occasion.at <= _lapses(asked, occasion)
    return asked is not None and in_time and asked.by != occasion.by.person_id


def _lapses(asked: Annulment, occasion: Occasion) -> datetime:
    minutes = occasion.rules.number("voting.second_person_minutes")
    return asked.at + timedelta(minutes=minutes)


@condition(
    en="the time for voting is over",
    ru="время голосования истекло",
    kk="дауыс беру уақыты өткен",
    provision="rules profile: voting.window_seconds (unknown)",
)
def window_is_over(vote: Vote, occasion: Occasion) -> bool:
    return vote.closes_at is not None and occasion.at >= vote.closes_at


@condition(
    en="the time for voting is not over",
    ru="время голосования не истекло",
    kk="дауыс беру уақыты өткен жоқ",
    provision="rules profile: voting.window_seconds (unknown)",
)
def window_is_not_over(vote: Vote, occasion: Occasion) -> bool:
    return not window_is_over.holds(vote, occasion)


@condition(
    en="the time for voting is over, or, if the rules let that end it, all registered have voted",
    ru="время голосования истекло или, если правила это допускают, "
    "проголосовали все зарегистрированные",
    kk="дауыс беру уақыты өткен немесе, егер қағидалар рұқсат етсе, "
    "тіркелгендердің бәрі дауыс берген",
    provision="rules profile: voting.window_seconds, voting.close_early (unknown)",
)
def window_is_over_or_all_have_voted(vote: Vote, occasion: Occasion) -> bool:
    early = vote.rule_under(occasion.rules).close_early
    waited_for = vote.counted and vote.counted.present_not_voted + vote.counted.device_fault
    all_have = waited_for == 0
    may_end_it = early is CloseEarly.BY_PRESIDING_OFFICER or (
        early is CloseEarly.WHEN_ALL_REGISTERED_HAVE_VOTED and all_have
    )
    return may_end_it or window_is_over.holds(vote, occasion)
