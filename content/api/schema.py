"""What the OpenAPI schema says of every operation alike."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiResponse

from content.api.problems import MEDIA_TYPE
from content.api.serializers import ProblemSerializer

WHY = {
    400: "What was sent cannot be used as it is.",
    401: "No credentials, or a token that is unknown or has expired.",
    403: "A rule does not allow it; `rule` names it.",
    404: "There is nothing at this address that this caller may see.",
    405: "This address does not take this method.",
    406: "The API speaks JSON only.",
    409: "The state does not allow it, or what was seen has changed; `rule` says which.",
    413: "The body is too large.",
    415: "The body is not JSON.",
}


def problems(*statuses: int) -> dict[Any, Any]:
    """Return the responses of an operation that are problems."""
    return {
        (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=WHY[status])
        for status in statuses
    }


READING = (400, 401, 403, 404, 406)
WRITING = (400, 401, 403, 404, 406, 409, 413, 415)


def closed(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Say in the schema that request bodies take no other fields than those named.

    A postprocessing hook of drf-spectacular.
    """
    schemas = result["components"]["schemas"]
    for path in result["paths"].values():
        for operation in path.values():
            content = operation.get("requestBody", {}).get("content", {})
            for media in content.values():
                name = media["schema"].get("$ref", "").rpartition("/")[2]
                if name:
                    schemas[name]["additionalProperties"] = False
    return result
