"""What must be so before something is declared beside a ballot, or entered from paper."""

from datetime import timedelta

from services.voting.domain.conditions import window_is_over
from services.voting.domain.declaration import Declaration
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.stages import VoteStage
from services.voting.domain.vote import Vote
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition

PERSONAL = "Constitution 2026, art. 55(1)"
SPOKEN_OF = (VoteStage.OPEN, VoteStage.SUSPENDED, VoteStage.CLOSED, VoteStage.PROCLAIMED)


@condition(
    en="the deputy is on the roll of the vote",
    ru="депутат есть в списке голосования",
    kk="депутат дауыс беру тізімінде бар",
    provision=PERSONAL,
)
def declarant_is_on_the_roll(declaration: Declaration, _: Occasion) -> bool:
    return declaration.on_the_roll is True


@condition(
    en="the vote was opened and is not annulled",
    ru="голосование было открыто и не отменено",
    kk="дауыс беру ашылған және жойылмаған",
    provision="rules profile: voting.correction_statement (unknown)",
)
def vote_is_spoken_of(declaration: Declaration, _: Occasion) -> bool:
    return declaration.vote is not None and declaration.vote.stage in SPOKEN_OF


@condition(
    en="the rules let a deputy state how he meant to vote; the result does not change",
    ru="правила позволяют депутату заявить, как он хотел голосовать; результат не меняется",
    kk="қағидалар депутатқа қалай дауыс бергісі келгенін мәлімдеуге рұқсат береді; "
    "нәтиже өзгермейді",
    provision="rules profile: voting.correction_statement (unknown)",
)
def rules_know_statements(declaration: Declaration, occasion: Occasion) -> bool:
    vote = declaration.vote
    return vote is not None and vote.rule_under(occasion.rules).correction_statement


@condition(
    en="the vote is open or suspended, and its time is not over",
    ru="голосование открыто или приостановлено, и его время не истекло",
    kk="дауыс беру ашық немесе тоқтатыла тұрған және уақыты өткен жоқ",
    provision="rules profile: voting.window_seconds (unknown)",
)
def vote_goes_on(case: Declaration | PaperBallot, occasion: Occasion) -> bool:
    return case.vote is not None and _goes_on(case.vote, occasion)


@condition(
    en="the deputy has not voted",
    ru="депутат ещё не голосовал",
    kk="депутат әлі дауыс берген жоқ",
    provision=PERSONAL,
)
def declarant_has_not_voted(declaration: Declaration, _: Occasion) -> bool:
    return declaration.has_voted is False


@condition(
    en="another person entered it, and the time to confirm it is not over",
    ru="его внесло другое лицо, и срок подтверждения не истёк",
    kk="оны басқа адам енгізген және растау мерзімі өтпеген",
    provision="rules profile: voting.second_person_minutes (unknown)",
)
def another_entered_it(paper: PaperBallot, occasion: Occasion) -> bool:
    within = timedelta(minutes=occasion.rules.number("voting.second_person_minutes"))
    in_time = paper.entered_at is not None and occasion.at <= paper.entered_at + within
    return in_time and paper.entered_by != occasion.by.person_id


def _goes_on(vote: Vote, occasion: Occasion) -> bool:
    is_open = vote.stage is VoteStage.OPEN and not window_is_over.holds(vote, occasion)
    return is_open or vote.stage is VoteStage.SUSPENDED
