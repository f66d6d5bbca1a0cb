"""The schema says what the API does, and the API does what the schema says."""

from __future__ import annotations

import io

import pytest
import schemathesis
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from content.models import ApiToken
from tests import factories

pytestmark = pytest.mark.django_db
PATH = "/api/v1/schema/"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
OPERATIONS = {
    "article_list",
    "article",
    "schema",
    "staff_article_create",
    "staff_revision_create",
    "staff_article_withdraw",
    "staff_article",
    "staff_article_confirm",
    "staff_article_expiry",
    "staff_article_translate",
    "staff_schedule_cancel",
    "staff_schedule_publish",
    "staff_clip",
    "staff_revision_list",
    "staff_revision",
    "staff_revision_submit",
    "staff_revision_approve",
    "staff_revision_return",
    "staff_suspension",
    "staff_suspension_begin",
    "staff_suspension_end",
    "staff_comment_list",
    "staff_comment_create",
    "staff_comment_reply",
    "staff_comment_resolve",
    "staff_comment_reopen",
    "staff_revision_claim",
    "staff_revision_release",
}


def operations(schema):
    for path in schema["paths"].values():
        yield from path.values()


def test_the_schema_is_valid_and_made_without_a_warning():
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=io.StringIO())


def test_the_schema_is_public_and_revalidated(client):
    answer = client.get(PATH)
    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.")
    again = client.get(PATH, HTTP_IF_NONE_MATCH=answer.headers["ETag"])
    assert again.status_code == 304


def test_every_operation_has_its_name_and_says_how_it_fails(client):
    schema = client.get(PATH).json()
    assert {operation["operationId"] for operation in operations(schema)} == OPERATIONS
    for operation in operations(schema):
        assert operation["summary"]
        failures = {code for code in operation["responses"] if code >= "400"}
        for code in failures:
            assert list(operation["responses"][code]["content"]) == ["application/problem+json"]
        if "staff" in operation["tags"]:
            assert {"401", "403"} <= failures
            assert operation["security"] == [{"token": []}, {"session": []}]
        else:
            assert operation.get("security", [{}]) == [{}]
        if "requestBody" in operation:
            assert {"400", "409", "413", "415"} <= failures


def test_request_bodies_take_no_unknown_fields_in_the_schema_either(client):
    schema = client.get(PATH).json()
    bodies = [
        operation["requestBody"] for operation in operations(schema) if "requestBody" in operation
    ]
    assert len(bodies) == 14
    for body in bodies:
        name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        assert schema["components"]["schemas"][name]["additionalProperties"] is False


def test_the_sentence_is_a_component(client):
    sentence = client.get(PATH).json()["components"]["schemas"]["Sentence"]
    assert set(sentence["required"]) == {"id", "text", "emphasis", "spoken", "clip"}
    assert set(sentence["properties"]) == set(sentence["required"])


def test_only_the_block_of_a_picture_has_an_image(client):
    components = client.get(PATH).json()["components"]["schemas"]
    block, image = components["Block"], components["Image"]
    assert set(block["properties"]) - set(block["required"]) == {"image"}
    assert set(image["required"]) == set(image["properties"]) == {"url", "width", "height"}


def fuzz(examples: int) -> None:
    """Call the service in this process with examples from the schema, and check each answer."""
    public = factories.approved(title="Public")
    known = {
        "slug": public.article.slug,
        "id": factories.draft().pk,
        "digest": public.rendition.clips.first().digest,
    }
    key, _ = ApiToken.issue(factories.staff("lead"), "lead")
    schema = schemathesis.openapi.from_wsgi(PATH, get_wsgi_application())
    without_wrong_input = set()
    for result in schema.get_all_operations():
        operation = result.ok()
        headers = {"Authorization": f"Token {key}"} if "staff" in operation.tags else {}
        for mode in GenerationMode:
            parameters = {one.name for one in operation.path_parameters}
            strategy = operation.as_strategy(generation_mode=mode)
            if parameters:
                # As often something that exists as something that does not.
                there = {name: known[name] for name in parameters}
                strategy |= operation.as_strategy(generation_mode=mode, path_parameters=there)
            try:
                keeps_to_the_schema(strategy, headers, examples)
            except Unsatisfiable:
                assert mode is GenerationMode.NEGATIVE
                without_wrong_input.add(operation.definition.raw["operationId"])
    # Their parameters are a header and an address: no text is wrong in these.
    assert without_wrong_input <= {
        "schema",
        "article",
        "staff_article",
        "staff_clip",
        "staff_schedule_publish",
        "staff_suspension",
    }


def keeps_to_the_schema(strategy, headers: dict[str, str], examples: int) -> None:
    @given(case=strategy)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    def run(case):
        case.call_and_validate(headers=headers, checks=CHECKS)

    run()


def test_the_api_keeps_to_its_schema_whatever_it_is_sent():
    fuzz(examples=5)


@pytest.mark.full
def test_the_api_keeps_to_its_schema_for_long():
    fuzz(examples=300)
