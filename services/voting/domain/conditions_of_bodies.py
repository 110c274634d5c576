"""What must be so of who sits: the Kurultai, or committees of it."""

from services.voting.domain.conditions_of_sittings import COMMITTEE_QUORUM
from services.voting.domain.registration import Registration
from services.voting.domain.vote import Vote
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import condition


@condition(
    en="the deputy belongs to those who sit: in a sitting of committees, to one of them",
    ru="депутат входит в состав заседающих: в заседании комитетов — в один из них",
    kk="депутат отырыс өткізушілердің құрамында: комитеттер отырысында — олардың бірінде",
    provision="Constitution 2026, art. 58(5), 59",
)
def registers_a_member(registration: Registration, _: Occasion) -> bool:
    return registration.is_member is True


@condition(
    en="the decision is of those who sit: a committee takes its own, the Kurultai all others",
    ru="решение относится к компетенции заседающих: комитет принимает свои, остальные — Курултай",
    kk="шешім отырыс өткізушілердің құзыретінде: комитет өз шешімдерін, "
    "қалғандарын Құрылтай қабылдайды",
    provision="Constitution 2026, art. 56, 59",
)
def decision_is_of_who_sits(vote: Vote, occasion: Occasion) -> bool:
    """A decision is a committee's where the rules ask the quorum of a committee for it."""
    own = occasion.rules.decisions[vote.question.decision].quorum == COMMITTEE_QUORUM
    return own is vote.in_committee
