"""A page that nothing watches: what watches a page keeps what it saw, and is measured with it.

Playwright's own pages keep about a megabyte a visit in the page's process, so this one is driven by
the browser's protocol alone (https://chromedevtools.github.io/devtools-protocol/).
"""

from __future__ import annotations

import itertools
import json
import re
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

# The page's own notes of what went wrong, where they outlast every page of a tab. To be told of it by
# the protocol (Runtime.enable) would keep some of each page in the heap that is measured.
_NOTES = """{
  const note = (text) => { window.name += `${text}\\n`; };
  addEventListener('error', (event) => note(event.message ?? 'a file did not come'), true);
  addEventListener('unhandledrejection', (event) => note(event.reason));
  const error = console.error;
  console.error = (...said) => { note(said.join(' ')); error(...said); };
}
"""
_READY = (
    "document.readyState === 'complete' && document.documentElement.classList.contains('ready')"
)


class BarePage:
    """A page in a context of its own."""

    def __init__(self, browser: Browser, width: int, height: int) -> None:
        self._logged: list[str] = []
        self._answers: dict[int, dict[str, Any]] = {}
        self._numbers = itertools.count(1)
        self._browser = browser.new_browser_cdp_session()
        self._browser.on("Target.receivedMessageFromTarget", self._receive)
        context = self._browser.send("Target.createBrowserContext")["browserContextId"]
        target = self._browser.send(
            "Target.createTarget",
            {"url": "about:blank", "browserContextId": context, "width": width, "height": height},
        )["targetId"]
        self._session = self._browser.send("Target.attachToTarget", {"targetId": target})[
            "sessionId"
        ]
        for domain in ("Page", "Log", "Performance"):
            self.send(f"{domain}.enable")
        self.send("Page.addScriptToEvaluateOnNewDocument", source=_NOTES)

    @property
    def errors(self) -> list[str]:
        """What went wrong in all its pages: errors of scripts, of the console, of files."""
        return [*self._logged, *(self.evaluate("window.name") or "").splitlines()]

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Return what the page answers to a command. Raises ``RuntimeError`` where it refuses."""
        number = next(self._numbers)
        message = json.dumps({"id": number, "method": method, "params": parameters})
        self._browser.send(
            "Target.sendMessageToTarget", {"sessionId": self._session, "message": message}
        )
        for _ in range(6000):
            if number in self._answers:
                answer = self._answers.pop(number)
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            # Whatever is sent lets Playwright hand over what has come meanwhile.
            self._browser.send("Browser.getVersion")
            time.sleep(0.005)
        raise RuntimeError(f"{method} was not answered")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression, or None while one page gives way to the next."""
        try:
            result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        except RuntimeError:
            return None
        return result["result"].get("value")

    def until(self, expression: str, seconds: float = 60) -> None:
        """Wait until an expression is true. Raises ``RuntimeError`` when it never is."""
        deadline = time.monotonic() + seconds
        while not self.evaluate(expression):
            if time.monotonic() > deadline:
                raise RuntimeError(f"never true: {expression}")
            time.sleep(0.01)

    def arrive(self, beginning: str) -> None:
        """Wait for a page whose path begins so (the start screen: is so), and for its scripts."""
        there = f"location.pathname.startsWith('{beginning}')"
        if beginning == "/":
            there = "location.pathname === '/'"
        self.until(f"{_READY} && {there}")

    def metrics(self) -> dict[str, float]:
        """Return the page's figures after a forced collection, by the names of the protocol."""
        for _ in range(3):
            self.send("HeapProfiler.collectGarbage")
            time.sleep(0.3)
        return {one["name"]: one["value"] for one in self.send("Performance.getMetrics")["metrics"]}

    def process_bytes(self) -> int:
        """Return the memory of its own of the largest process that shows pages.

        The others are kept in reserve by the browser, and come and go.
        """
        found = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
        return max(_held(one["id"]) for one in found if one["type"] == "renderer")

    def _receive(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        method, said = message.get("method"), message.get("params")
        if "id" in message:
            self._answers[message["id"]] = message
        elif method == "Log.entryAdded" and said["entry"]["level"] == "error":
            self._logged.append(said["entry"]["text"])


def _held(process: int) -> int:
    """Return a process's bytes that it shares with none: a share depends on who else runs."""
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except FileNotFoundError:
        return 0
    found = re.findall(r"^(?:Private_Clean|Private_Dirty|Swap):\s+(\d+) kB", said, re.MULTILINE)
    return sum(map(int, found)) * 1024
