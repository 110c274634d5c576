"""What must be so before a vote is held by roll call."""

from services.voting.domain.calling import fits
from services.voting.domain.vote import Vote
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition
from shared.kernel.rules import Visibility

ON_REQUEST = "voting.roll_call_on_request"


@condition(
    en="the vote is not by roll call, or the rules let this question be voted on so",
    ru="голосование не по списку вызова или правила допускают такое голосование по этому вопросу",
    kk="дауыс беру тізім бойынша шақырылып өткізілмейді немесе қағидалар бұған рұқсат береді",
    provision="rules profile: voting.roll_call_for, voting.roll_call_on_request (unknown)",
)
def roll_may_be_called(vote: Vote, occasion: Occasion) -> bool:
    rules = occasion.rules
    by_rule = rules.decision(vote.question.decision).visibility is Visibility.ROLL_CALL
    return vote.calling is None or by_rule or rules.flag(ON_REQUEST)


@condition(
    en="the roll is called in the usual order, or who presides gives another",
    ru="список вызывается в обычном порядке или иной порядок даёт председательствующий",
    kk="тізім әдеттегі тәртіппен шақырылады немесе басқа тәртіпті төрағалық етуші береді",
    provision="rules profile: voting.roll_call_order (unknown)",
)
def who_presides_gives_the_order(vote: Vote, occasion: Occasion) -> bool:
    presides = occasion.by.holds(Role.CHAIR) or occasion.by.holds(Role.DEPUTY_CHAIR)
    return vote.calling is None or vote.calling.is_usual or presides


@condition(
    en="the vote is by roll call",
    ru="голосование проводится с вызовом по списку",
    kk="дауыс беру тізім бойынша шақырылып өткізіледі",
    provision="rules profile: voting.roll_call_for, voting.roll_call_on_request (unknown)",
)
def roll_is_called(vote: Vote, _: Occasion) -> bool:
    return vote.calling is not None


@condition(
    en="the order of calling names everyone on the roll once and nobody else",
    ru="порядок вызова называет каждого из списка один раз и никого больше",
    kk="шақыру тәртібінде тізімдегі әркім бір рет аталған, басқа ешкім жоқ",
    provision="rules profile: voting.roll_call_order (unknown)",
)
def order_of_calling_fits(vote: Vote, _: Occasion) -> bool:
    """Of an order that was given; the others are made from the roll itself."""
    return vote.calling is None or fits(vote.calling, vote.on_the_roll)
