"""A deputy declares something beside the ballot."""

from services.voting.domain import beside, entries
from services.voting.domain.declaration import Declaration
from services.voting.store.beside import Declarations
from services.voting.store.clock import by_the_database_clock
from services.voting.store.log import write_down
from services.voting.store.votes import Votes
from shared.kernel.occasion import Occasion
from shared.store.unit_of_work import UnitOfWork


async def declare(work: UnitOfWork, occasion: Occasion, declaration: Declaration) -> Declaration:
    """This declaration, or the one of its kind that the deputy has made already.

    Ballots under way are recorded first: nobody both votes and is recused.
    """
    vote = declaration.vote = await Votes(work).get_to_close(declaration.vote_id)
    declarations = Declarations(work)
    if known := await declarations.like(declaration):
        return known
    await declarations.look_around(declaration)
    now = await by_the_database_clock(work, occasion)
    beside.declare(declaration, now)
    await write_down(work, now.at, entries.declared(declaration, vote.round))
    return declarations.add(declaration)
