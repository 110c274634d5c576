"""The description of a service is complete enough to write a client from."""

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount


@pytest.fixture
async def document(http):
    return (await http.get("/openapi.json")).json()


def test_it_says_what_service_it_is_and_where(document):
    assert document["info"] == {"title": "samples", "description": "Petitions.", "version": "1"}
    assert document["servers"] == [{"url": "/api/samples/v1"}]


def test_every_route_documents_its_problems_as_problems(document):
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            refused = {s: r for s, r in operation["responses"].items() if s >= "400"}
            assert {"401", "404", "422", "503"} <= set(refused), (path, method)
            for answer in refused.values():
                (content,) = answer["content"]
                assert content == "application/problem+json", (path, method)


def test_every_example_of_a_problem_fits_its_schema(document):
    schema = document["components"]["schemas"]["Problem"]
    for status, answer in document["paths"]["/petitions"]["post"]["responses"].items():
        if status >= "400":
            example = answer["content"]["application/problem+json"]["example"]
            assert set(schema["required"]) <= set(example) <= set(schema["properties"])
            assert example["status"] == int(status)


def test_signing_in_is_described_where_it_is_asked_for(document):
    paths = document["paths"]
    assert paths["/petitions"]["post"]["security"] == [{"bearer": []}]
    assert "security" not in paths["/labels/{label}"]["get"]
    assert document["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"


def test_the_headers_that_a_route_understands_are_described(document):
    def headers(method, path):
        parameters = document["paths"][path][method].get("parameters", [])
        return {p["name"] for p in parameters if p["in"] == "header"}

    assert headers("post", "/petitions") == {"If-Match", "Idempotency-Key"}
    assert headers("patch", "/petitions/{petition_id}") == {"If-Match"}
    assert headers("get", "/petitions/{petition_id}") == set()


def test_health_is_not_part_of_what_clients_are_promised(document):
    assert not {"/healthz", "/readyz", "/metrics"} & set(document["paths"])


async def test_behind_a_mount_everything_is_where_the_mount_is(app, signed):
    outer = Starlette(routes=[Mount("/api/samples/v1", app)])
    transport = httpx.ASGITransport(outer)
    async with httpx.AsyncClient(transport=transport, base_url="http://kurultai") as http:
        docs = await http.get("/api/samples/v1/docs")
        document = await http.get("/api/samples/v1/openapi.json")
        lodging = {"title": {"kk": "Өтініш", "ru": "Петиция"}}
        lodged = await http.post("/api/samples/v1/petitions", json=lodging, headers=signed)
        wrong = await http.delete(lodged.headers["location"])
        page = await http.get("/api/samples/v1/petitions?limit=1")

    assert '"/api/samples/v1/openapi.json"' in docs.text.replace("'", '"')
    assert document.json()["servers"] == [{"url": "/api/samples/v1"}]
    assert lodged.headers["location"] == f"/api/samples/v1/petitions/{lodged.json()['id']}"
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET, PATCH")
    assert page.json() == [lodged.json()]


async def test_every_answer_carries_the_headers_that_keep_browsers_honest(http):
    answer = await http.get("/healthz")

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
