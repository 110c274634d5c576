"""Questions with items on paper: what a ballot says of them, and what became of each."""

from services.voting.api.protocols.phrases import OUTCOMES, STATES, named
from services.voting.api.protocols.protocol import DeputyOnRoll, VoteProtocol
from services.voting.domain.stages import Standing
from shared.contracts.words import ItemResult, Question
from shared.kernel.text import Language


def said(deputy: DeputyOnRoll, question: Question, language: Language) -> str:
    """How the deputy voted: the state, or what the ballot says of the items."""
    match deputy.choice:
        case tuple() as marks:
            titles = _titles(question, language)
            return "; ".join(
                f"{titles[key]}: {STATES[Standing(option)].on(language)}" for key, option in marks
            )
        case str() as key if deputy.state is Standing.VOTED:
            return _titles(question, language)[key]
        case _:
            return STATES[deputy.state].on(language)


def results(protocol: VoteProtocol, language: Language) -> list[tuple[str, str]]:
    """Each item, with its numbers and its outcome."""
    titles = _titles(protocol.question, language)
    return [(titles[result.key], _told(result, language)) for result in protocol.results]


def _told(result: ItemResult, language: Language) -> str:
    numbers = (
        (Standing.FOR, result.votes_for),
        (Standing.AGAINST, result.against),
        (Standing.ABSTAINED, result.abstained),
    )
    counted = ", ".join(f"{STATES[state].on(language)}: {count}" for state, count in numbers)
    return f"{counted}. {OUTCOMES[result.outcome].on(language)}"


def _titles(question: Question, language: Language) -> dict[str, str]:
    return {item.key: named(item.title, language) for item in question.items}
