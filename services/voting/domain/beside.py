"""The acts beside the ballot: declarations of deputies, and ballots that come on paper."""

from services.voting.domain.declaration import Declaration
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.procedure import DECLARATIONS, PAPERS
from services.voting.domain.stages import DeclarationAct, DeclarationKind, PaperAct
from shared.contracts.voting import DeclarationMade, PaperBallotConfirmed, PaperBallotEntered
from shared.kernel.occasion import Occasion

ACTS = {
    DeclarationKind.STATEMENT: DeclarationAct.STATE,
    DeclarationKind.DEVICE_FAULT: DeclarationAct.REPORT_FAULT,
    DeclarationKind.RECUSAL: DeclarationAct.RECUSE,
}


def declare(declaration: Declaration, occasion: Occasion) -> None:
    """Put it on record.

    Raises:
        NotNow: the deputy is not on the roll, or it is too early or too late for it.
        NotEntitled: only a deputy declares, and in person (Constitution 2026, art. 55(1)).
    """
    DECLARATIONS.take(declaration, ACTS[declaration.kind], occasion)
    declaration.made_at = occasion.at
    declaration.record(
        DeclarationMade(
            at=occasion.at,
            declaration_id=declaration.id,
            vote_id=declaration.vote_id,
            person_id=declaration.person_id,
            kind=declaration.kind.value,
        )
    )


def enter(paper: PaperBallot, occasion: Occasion) -> None:
    """Enter a ballot that was given in on paper. It is no ballot until somebody confirms it.

    Raises:
        NotNow: the vote is not under way.
        NotEntitled: the Apparatus enters paper ballots.
    """
    PAPERS.take(paper, PaperAct.ENTER, occasion)
    paper.entered_by, paper.entered_at = occasion.by.person_id, occasion.at
    paper.record(_told(PaperBallotEntered, paper, occasion))


def confirm(paper: PaperBallot, occasion: Occasion) -> None:
    """Confirm that it is what the paper says.

    Raises:
        NotNow: the same person entered it, or long ago; or the vote is not under way.
        NotEntitled: the Apparatus and the presiding officers confirm.
    """
    PAPERS.take(paper, PaperAct.CONFIRM, occasion)
    paper.confirmed_by, paper.confirmed_at = occasion.by.person_id, occasion.at
    paper.record(_told(PaperBallotConfirmed, paper, occasion))


def _told[F: PaperBallotEntered | PaperBallotConfirmed](
    kind: type[F], paper: PaperBallot, occasion: Occasion
) -> F:
    return kind(
        at=occasion.at,
        paperballot_id=paper.id,
        vote_id=paper.vote_id,
        person_id=paper.person_id,
    )
