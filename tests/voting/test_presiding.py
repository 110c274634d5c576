"""Who presides at the plenary, breaks, and its early end."""

from uuid import uuid4

REASON = {"early": {"kk": "Кворум жоғалды", "ru": "Утрачен кворум"}}
ITEM = {"kind": "information", "title": {"kk": "Ақпарат", "ru": "Информация"}}


async def test_who_took_the_chair_presides_alone_until_another_takes_it(floor):
    sitting_id = await floor.sit()
    path = f"/sittings/{sitting_id}"
    await floor.post(f"{path}/presiding", {"person_id": str(floor.deputy_chair)}, by=floor.chair)

    await floor.post(f"{path}/break", by=floor.chair, status=403)
    await floor.post(f"{path}/break", by=floor.deputy_chair)
    await floor.post(f"{path}/presiding", {"person_id": str(floor.chair)}, by=floor.chair)
    await floor.post(f"{path}/resumption", by=floor.chair)

    presided = (await floor.get(path))["presided"]
    assert [one["person_id"] for one in presided] == [str(floor.deputy_chair), str(floor.chair)]


async def test_votes_are_of_who_presides(floor):
    sitting_id = await floor.sit()
    vote_id = await floor.prepare(sitting_id, await floor.ask())
    body = {"person_id": str(floor.deputy_chair)}
    await floor.post(f"/sittings/{sitting_id}/presiding", body, by=floor.clerk)

    refusal = await floor.post(f"/votes/{vote_id}/opening", by=floor.chair, status=403)
    opened = await floor.post(f"/votes/{vote_id}/opening", by=floor.deputy_chair)

    assert refusal["code"] == "not-entitled"
    assert opened["stage"] == "open"


async def test_a_deputy_without_the_office_does_not_preside_at_the_plenary(floor):
    sitting_id = await floor.sit()

    for person in (floor.deputies[5], uuid4()):
        body = {"person_id": str(person)}
        path = f"/sittings/{sitting_id}/presiding"
        refusal = await floor.post(path, body, by=floor.chair, status=409)
        assert "57(3)" in refusal["provision"]


async def test_nothing_is_decided_on_a_break(floor):
    sitting_id = await floor.sit()
    vote_id = await floor.prepare(sitting_id, await floor.ask())
    await floor.post(f"/sittings/{sitting_id}/break", by=floor.chair)

    await floor.post(f"/votes/{vote_id}/opening", by=floor.chair, status=409)
    resumed = await floor.post(f"/sittings/{sitting_id}/resumption", by=floor.chair)
    await floor.post(f"/votes/{vote_id}/opening", by=floor.chair)
    refusal = await floor.post(f"/sittings/{sitting_id}/break", by=floor.chair, status=409)

    [pause] = resumed["breaks"]
    assert pause["since"] < pause["until"]
    assert refusal["code"] == "not-now"


async def test_deputies_who_come_on_a_break_register(floor):
    sitting_id = await floor.sit(present=100)
    await floor.post(f"/sittings/{sitting_id}/break", by=floor.chair)

    path = f"/sittings/{sitting_id}/registration"
    assert (await floor.post(path, by=floor.deputies[120]))["stage"] == "registered"


async def test_a_sitting_ends_before_its_agenda_only_if_it_is_said_why(floor):
    sitting_id = await floor.sit()
    path = f"/sittings/{sitting_id}"
    agenda = await floor.post(f"{path}/agenda", by=floor.clerk)
    await add_item(floor, agenda)
    await floor.post(f"{path}/break", by=floor.chair)

    refusal = await floor.post(f"{path}/closing", by=floor.chair, status=409)
    closed = await floor.post(f"{path}/closing", REASON, by=floor.chair)

    assert "agenda" in refusal["detail"]
    assert closed["ended_early"] == REASON["early"]
    assert closed["breaks"][-1]["until"] == closed["closed_at"]


async def test_of_a_sitting_that_ends_with_its_agenda_no_reason_is_kept(floor):
    sitting_id = await floor.sit()

    closed = await floor.post(f"/sittings/{sitting_id}/closing", REASON, by=floor.chair)

    assert closed["ended_early"] is None


async def add_item(floor, agenda) -> None:
    headers = floor.signed(floor.clerk) | {"If-Match": f'"{agenda["version"]}"'}
    path = f"/agendas/{agenda['id']}/items"
    answer = await floor.http.post(path, json=ITEM, headers=headers)
    assert answer.is_success, answer.text
