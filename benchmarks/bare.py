"""The limit of `voting.py`: a bare route that validates the same body and stores nothing."""

import sys

from fastapi import FastAPI

from kurultai.serve import shared_port
from services.voting.api.given import BallotGiven
from shared.service import run
from shared.web.serving import Server, configured

app = FastAPI()


@app.post("/votes/{vote_id}/ballot", status_code=201)
async def cast(vote_id: str, given: BallotGiven) -> dict[str, str]:
    """Answer, and forget."""
    return {"vote_id": vote_id, "request_id": str(given.request_id)}


def nothing() -> None:
    """No streams to end."""


if __name__ == "__main__":
    config = configured(app, host="127.0.0.1", port=int(sys.argv[1]))
    run(Server(config, before_stop=nothing).serve([shared_port(int(sys.argv[1]))]))
