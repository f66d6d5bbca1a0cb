"""Serving published pages, against an empty view in the same server."""

from __future__ import annotations

import re
import subprocess
import urllib.request
from collections.abc import Iterator

from tests.benchmarks.measuring import Figure, ratios
from tests.benchmarks.service import SAMPLE, served

ROUNDS = 5
SECONDS = 2


def figures() -> Iterator[Figure]:
    """Yield what is measured of the web server."""
    with served() as url:
        with urllib.request.urlopen(url + SAMPLE, timeout=10) as answer:
            etag = answer.headers["ETag"]
        rates: dict[str, list[float]] = {"empty": [], "page": [], "same": []}
        for _ in range(ROUNDS):
            rates["empty"].append(_rate(f"{url}/empty/"))
            rates["page"].append(_rate(url + SAMPLE))
            rates["same"].append(_rate(url + SAMPLE, f"If-None-Match: {etag}"))
        yield Figure(
            "article page, requests a second of an empty view",
            ratios(rates["page"], rates["empty"]),
            "x",
            least=0.5,
        )
        yield Figure(
            "article page not modified, the same",
            ratios(rates["same"], rates["empty"]),
            "x",
            least=0.5,
        )


def _rate(address: str, header: str = "Accept: */*") -> float:
    """Return how many requests a second ``wrk`` gets answered."""
    command = ["wrk", "-t", "1", "-c", "4", "-d", f"{SECONDS}s", "-H", header, address]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if found is None or "Non-2xx" in said:
        raise RuntimeError(f"{address} was not answered well:\n{said}")
    return float(found.group(1))
