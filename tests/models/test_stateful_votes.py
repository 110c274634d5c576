"""Whatever is done to votes on a question, and in whatever order: the record is as it should be."""

import asyncio
from collections import Counter
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from services.voting.actions.close_on_time import close_overdue
from services.voting.domain.ballot import Paper, Verdict
from services.voting.store.ballots import by_name, tally_of
from services.voting.store.log import Log
from services.voting.store.votes import Votes
from shared.contracts.words import Tally
from shared.service import Running
from shared.tlog.merkle import leaf_hash, root_of
from tests.models.size import TIMES
from tests.models.votes_in_memory import DONE, OPTIONS, Held, Marked, OnPaper, Question
from tests.voting.floor import Floor

RUNS, STEPS, MOST_VOTES = 12, 30, 4
PRESENT = 101
LONG_S = 3600
WORDS = {"kk": "Құрылғылар", "ru": "Устройства"}
STATUSES = {200: DONE, 201: DONE}
CAST = {DONE: 201, "repeated": 200}
ACTS = {
    "opening": "open",
    "suspension": "suspend",
    "resumption": "resume",
    "closing": "close",
    "proclamation": "proclaim",
    "annulment-request": "ask_to_annul",
    "annulment": "annul",
}
"""The acts on a vote: how they are called over HTTP, and in memory."""

someone = st.sampled_from([5, 6, 7, 8, PRESENT + 1])
"""Deputies by their places; the last of them did not register."""
officers = st.sampled_from(["chair", "deputy_chair", "clerk"])
choices = st.sampled_from([*OPTIONS, "maybe"])
kinds = st.sampled_from(["statement", "device_fault", "recusal"])
leanings = st.sampled_from([(90, 5), (5, 90), (40, 40)])


class Chamber:
    """The service under test, driven from another thread."""

    def __init__(self, floor: Floor, running: Running) -> None:
        self.floor, self.running = floor, running
        self.leaves: list[bytes] = []
        self._loop = asyncio.get_running_loop()

    def do(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def post(self, path: str, body: Any = None, *, by: UUID) -> Any:
        """The word of the answer, and its body."""
        headers = self.floor.signed(by)
        answer = self.do(self.floor.http.post(path, json=body, headers=headers))
        shown = answer.json()
        return STATUSES.get(answer.status_code) or shown["code"], shown


def latest_is(*stages: str) -> Any:
    """Only when the latest vote is there."""
    return precondition(lambda self: self.question.votes[-1].stage in stages)


class VotesOnAQuestion(RuleBasedStateMachine):
    """One question; every act is done twice, in the service and in memory.

    Mostly acts are tried where they have a chance; `out_of_turn` tries any, at any vote.
    """

    def __init__(self, chamber: Chamber) -> None:
        super().__init__()
        self.chamber, self.floor = chamber, chamber.floor
        seats = {p: n < PRESENT for n, p in enumerate(self.floor.deputies)}
        presiding = {self.floor.chair, self.floor.deputy_chair}
        self.question = Question(seats, presiding, self.floor.clerk)
        self.receipts: dict[tuple[str, UUID], str] = {}
        self.changed: list[Held] = []

    @initialize()
    def open_the_first_vote(self) -> None:
        self.chamber.do(self.floor.admin.execute("UPDATE register_mandates SET until = NULL"))
        self.sitting_id = self.chamber.do(self.floor.sit(present=PRESENT))
        self.question_id = self.chamber.do(self.floor.ask())
        self.prepare("clerk")
        self.act("opening", -1, "chair")

    @latest_is("annulled", "proclaimed", "closed")
    @precondition(lambda self: len(self.question.votes) < MOST_VOTES)
    @rule(who=officers)
    def prepare(self, who: str) -> None:
        by = getattr(self.floor, who)
        body = {"question_id": self.question_id, "window_seconds": LONG_S}
        word, shown = self.chamber.post(f"/sittings/{self.sitting_id}/votes", body, by=by)
        assert word == self.question.prepare()
        if word == DONE:
            held = Held(shown["id"], len(self.question.votes) + 1, by)
            self.question.votes.append(held)
            self.changed.append(held)

    @latest_is("prepared")
    @rule(who=officers)
    def open(self, who: str) -> None:
        self.act("opening", -1, who)

    @latest_is("open", "suspended")
    @rule(place=someone, choice=choices, again=st.sampled_from(["", "own", "other"]))
    def cast(self, place: int, choice: str, again: str) -> None:
        self.cast_in(self.question.votes[-1], place, choice, again)

    @latest_is("open")
    @rule(place=someone, choice=choices)
    def cast_twice(self, place: int, choice: str) -> None:
        for _ in range(2):
            self.cast_in(self.question.votes[-1], place, choice, "own")

    @latest_is("open")
    @precondition(lambda self: len(self.question.votes[-1].ballots) < PRESENT // 2)
    @rule(leaning=leanings)
    def everybody_casts(self, leaning: tuple[int, int]) -> None:
        """All who are present, at once; whoever has voted is refused."""
        vote, (for_, against) = self.question.votes[-1], leaning
        marks = ["for"] * for_ + ["against"] * against + ["abstained"] * PRESENT
        papers = [
            Paper(UUID(vote.id), person, mark, uuid4())
            for person, mark in zip(self.floor.deputies[:PRESENT], marks, strict=False)
        ]

        async def cast_all() -> Any:
            return await asyncio.gather(*map(self.floor._box.cast, papers))  # noqa: SLF001 the floor's own box

        for paper, cast in zip(papers, self.chamber.do(cast_all()), strict=True):
            told = DONE if cast.verdict is Verdict.ACCEPTED else cast.verdict.value
            asked = (paper.person_id, str(paper.choice), paper.request_id)
            assert told == self.question.cast(vote, *asked)
            if cast.ballot:
                self.receipts[vote.id, paper.person_id] = cast.ballot.receipt
        self.changed.append(vote)

    @latest_is("open")
    @rule()
    def suspend(self) -> None:
        self.act("suspension", -1, "clerk")

    @latest_is("suspended")
    @rule()
    def resume(self) -> None:
        self.act("resumption", -1, "chair")

    @latest_is("open")
    @precondition(lambda self: len(self.question.votes[-1].ballots) > 1)
    @rule()
    def the_window_ends(self) -> None:
        self.chamber.do(self.floor.end_window(self.question.votes[-1].id))
        self.question.votes[-1].is_over = True

    @latest_is("open")
    @precondition(lambda self: len(self.question.votes[-1].ballots) > 1)
    @rule()
    def close(self) -> None:
        self.act("closing", -1, "chair")

    @latest_is("open")
    @precondition(lambda self: self.question.votes[-1].is_over)
    @rule()
    def the_clock_closes(self) -> None:
        vote = self.question.votes[-1]
        self.chamber.do(close_overdue(self.chamber.running, UUID(vote.id)))
        self.question.close(vote, self.floor.chair)
        self.changed.append(vote)

    @latest_is("closed")
    @rule()
    def proclaim(self) -> None:
        self.act("proclamation", -1, "chair")

    @latest_is("suspended", "closed")
    @rule(who=officers)
    def ask_to_annul(self, who: str) -> None:
        self.act("annulment-request", -1, who)

    @latest_is("suspended", "closed")
    @precondition(lambda self: self.question.votes[-1].asked_by)
    @rule(who=officers)
    def annul(self, who: str) -> None:
        self.act("annulment", -1, who)

    @rule(act=st.sampled_from(list(ACTS)), which=st.integers(1, MOST_VOTES), who=officers)
    def out_of_turn(self, act: str, which: int, who: str) -> None:
        self.act(act, -min(which, len(self.question.votes)), who)

    @rule(which=st.integers(1, MOST_VOTES), place=someone, choice=choices)
    def cast_anywhere(self, which: int, place: int, choice: str) -> None:
        vote = self.question.votes[-min(which, len(self.question.votes))]
        self.cast_in(vote, place, choice, "own")

    @rule(place=someone, kind=kinds)
    def declare(self, place: int, kind: str) -> None:
        vote, person = self.question.votes[-1], self.floor.deputies[place]
        body = {"kind": kind, "words": "Мен мәлімдеймін."}
        word, _ = self.chamber.post(f"/votes/{vote.id}/declarations", body, by=person)
        assert word == self.question.declare(vote, person, kind)
        self.changed.append(vote)

    @latest_is("open")
    @rule(place=someone, choice=choices)
    def recuse_and_cast(self, place: int, choice: str) -> None:
        self.declare(place, "recusal")
        self.cast_in(self.question.votes[-1], place, choice, "")

    @latest_is("open", "suspended")
    @rule(place=someone, choice=choices)
    def enter_from_paper(self, place: int, choice: str) -> None:
        vote, person = self.question.votes[-1], self.floor.deputies[place]
        body = {"person_id": str(person), "choice": choice, "reason": WORDS}
        path = f"/votes/{vote.id}/paper-ballots"
        word, shown = self.chamber.post(path, body, by=self.floor.clerk)
        assert word == self.question.enter(vote, person)
        if word == DONE:
            vote.papers[shown["id"]] = OnPaper(person, choice)

    @latest_is("open", "suspended")
    @rule(place=someone, choice=choices, who=officers)
    def enter_from_paper_and_confirm(self, place: int, choice: str, who: str) -> None:
        self.enter_from_paper(place, choice)
        self.confirm_paper(who)

    @precondition(lambda self: self.question.votes[-1].papers)
    @rule(who=officers)
    def confirm_paper(self, who: str) -> None:
        vote, by = self.question.votes[-1], getattr(self.floor, who)
        for paper_id in list(vote.papers)[-1:]:
            word, _ = self.chamber.post(f"/paper-ballots/{paper_id}/confirmation", by=by)
            assert word == self.question.confirm(vote, paper_id, by)
            self.changed.append(vote)

    @rule(place=st.sampled_from([8, PRESENT + 1]))
    def a_mandate_ends(self, place: int) -> None:
        person = self.floor.deputies[place]
        if person in self.question.mandates:
            self.chamber.do(self.floor.end_mandate(person))
            self.question.mandates.remove(person)

    @invariant()
    def the_record_is_as_it_should_be(self) -> None:
        while self.changed:
            self.chamber.do(self._agrees(self.changed.pop()))

    def teardown(self) -> None:
        for vote in self.question.votes:
            self.chamber.do(self._agrees(vote))

    def act(self, path: str, which: int, who: str) -> None:
        vote, by = self.question.votes[which], getattr(self.floor, who)
        body = {"reason": WORDS} if path == "annulment-request" else None
        word, _ = self.chamber.post(f"/votes/{vote.id}/{path}", body, by=by)
        assert word == getattr(self.question, ACTS[path])(vote, by)
        self.changed.append(vote)

    def cast_in(self, vote: Held, place: int, choice: str, again: str) -> None:
        person = self.floor.deputies[place]
        request = self._request(vote, person, again)
        answer = self.chamber.do(self.floor.cast(vote.id, person, choice, request))
        expected = self.question.cast(vote, person, choice, request)
        self.changed.append(vote)
        if expected not in CAST:
            assert answer.json()["code"] == expected
            return
        assert answer.status_code == CAST[expected]
        receipt = answer.json()["receipt"]
        assert self.receipts.setdefault((vote.id, person), receipt) == receipt

    def _request(self, vote: Held, person: UUID, again: str) -> UUID:
        """A new id, or the one of the ballot that the person, or another one, has cast."""
        others = [m.request for p, m in vote.ballots.items() if (p == person) == (again == "own")]
        return others[0] if again and others else uuid4()

    async def _agrees(self, vote: Held) -> None:
        desk, vote_id = self.chamber.running.desk, UUID(vote.id)
        async with desk.work() as work:
            shown = await Votes(work).get(vote_id)
            rows = list(await by_name(work, vote_id))
            counted = await tally_of(work, vote_id)
            written = list(await Log(work.session).of_vote(vote_id))
            head = await Log(work.session).head()
        assert (shown.stage, shown.round, shown.outcome) == (vote.stage, vote.round, vote.outcome)
        assert (named(shown.tally) if shown.tally else None) == vote.tally
        assert ballots_in(rows) == vote.ballots
        assert len(rows) == len(vote.roll)
        assert {row.person_id: row.standing for row in rows} == vote.states
        assert named(counted) == Counter(vote.states.values())
        assert [row.type for row in written] == vote.log
        await self._log_holds(written, head)
        self._receipts_are_in(vote, written)

    async def _log_holds(self, written: list[Any], head: Any) -> None:
        """The head of the log is the root of its leaves; those of the vote are where they say."""
        leaves = self.chamber.leaves
        query = "SELECT leaf FROM log_entries WHERE place >= $1 ORDER BY place"
        if new := await self.floor.admin.fetch(query, len(leaves)):
            leaves += [row["leaf"] for row in new]
            assert (head.size, head.root) == (len(leaves), root_of(leaves))
        for row in written:
            assert leaf_hash(row.entry.encode()) == row.leaf == leaves[row.place]

    def _receipts_are_in(self, vote: Held, written: list[Any]) -> None:
        """Once a vote is counted, every receipt that was given is a leaf of the log."""
        receipts = {told for (id_, _), told in self.receipts.items() if id_ == vote.id}
        if vote.tally:
            assert receipts <= {row.leaf.hex() for row in written}


def ballots_in(rows: list[Any]) -> dict[UUID, Marked]:
    return {r.person_id: Marked(r.choice, r.request_id, r.source) for r in rows if r.choice}


def named(tally: Tally) -> Counter[str]:
    """A tally by the words of the states; nobody is in a state with 0."""
    counted = tally.model_dump().items()
    return Counter({"for" if k == "votes_for" else k: n for k, n in counted if n})


class WhereABallotVanishes(VotesOnAQuestion):
    """Somebody removes a ballot whom no trigger stops."""

    @latest_is("open")
    @rule()
    def a_ballot_vanishes(self) -> None:
        query = "DELETE FROM ballots WHERE vote_id = $1"
        vote_id = UUID(self.question.votes[-1].id)
        self.chamber.do(self.floor.admin.execute(query, vote_id))


SIZE = settings(
    max_examples=RUNS * TIMES,
    stateful_step_count=STEPS,
    derandomize=TIMES == 1,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


async def test_whatever_is_done_the_record_is_as_it_should_be(floor, running):
    chamber = Chamber(floor, running)

    await asyncio.to_thread(
        run_state_machine_as_test, lambda: VotesOnAQuestion(chamber), settings=SIZE
    )


async def test_a_record_that_is_not_as_it_should_be_is_noticed(floor, running):
    chamber = Chamber(floor, running)
    without_shrinking = settings(SIZE, phases=[Phase.generate])

    with pytest.raises(AssertionError):
        await asyncio.to_thread(
            run_state_machine_as_test,
            lambda: WhereABallotVanishes(chamber),
            settings=without_shrinking,
        )
