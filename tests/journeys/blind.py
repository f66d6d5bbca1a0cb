"""Somebody who cannot see the screen: keys to press, and what is heard. Nothing else is known of the page."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field

from playwright.sync_api import CDPSession, Error, Page

from tests.journeys.conftest import Installation, Watched, choose

HEARS = """(() => {
  window.heard = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    const at = this.currentTime;
    const began = play.call(this);
    const source = this.src;
    began.then(() => window.heard.push([source, at]), () => {});
    return began;
  };
})();"""
"""Remembers the address of each clip that begins to play. It is all that a test reads of a page."""

PROFILES = {
    "keyboard": {"up": "ArrowUp", "down": "ArrowDown", "select": "Enter", "back": "PageUp"}
    | {"next": "PageDown", "help": "F1", "quieter": "F3", "louder": "F4", "slower": "F6"}
    | {"faster": "F7", "pause": "F8", "repeat": "F9", "where": "F10", "finish": "End"},
    "ez-access": {"help": "F17", "up": "F18", "down": "F19", "select": "F20", "back": "F21"}
    | {"next": "F22", "quieter": "F23", "louder": "F24"},
    "audionav": {"up": "ArrowUp", "down": "ArrowDown", "back": "ArrowLeft", "next": "ArrowRight"}
    | {"select": "Enter", "help": "F17", "quieter": "F23", "louder": "F24"},
    "two-switch": {"move": "F13", "select": "F14"},
    "remote": {"up": "ArrowUp", "down": "ArrowDown", "back": "ArrowLeft", "next": "ArrowRight"}
    | {"select": "Enter", "help": "Help", "quieter": "AudioVolumeDown"}
    | {"louder": "AudioVolumeUp", "pause": "MediaPlayPause", "slower": "MediaRewind"}
    | {"faster": "MediaFastForward", "where": "Info", "urgent": "ColorF0Red"},
}
"""What a person calls each key of a pad, and the key that it sends."""

CODES = {"Enter": 13, "ArrowUp": 38, "ArrowDown": 40, "ArrowLeft": 37, "ArrowRight": 39}
CODES |= {"PageUp": 33, "PageDown": 34, "End": 35}
AGAIN_S = 0.6
"""Behind this time the same key counts again (TCH-5)."""


def texts_of(installation: Installation) -> dict[str, str]:
    """Return what each clip of an installation says, by the digest in its address."""
    found = {}
    for name in installation.get_json("/manifest.json")["prompts"]:
        for text, clip in installation.get_json(f"/prompts/{name}")["clips"].items():
            found[clip[0]] = text
    articles = installation.get_json("/api/v1/articles/")["results"]

    def collect(value: object) -> None:
        if isinstance(value, list):
            for one in value:
                collect(one)
        elif isinstance(value, dict):
            if isinstance(value.get("clip"), dict) and "text" in value:
                found[digest(value["clip"]["url"])] = value["text"]
            for one in value.values():
                collect(one)

    for article in articles:
        collect(installation.get_json(f"/api/v1/articles/{article['slug']}/"))
    return found


def digest(url: str) -> str:
    return re.sub(r"\.\w+$", "", url.rpartition("/")[2])


@dataclass
class Blind:
    """A visitor with headphones and a keypad. ``heard`` is all that was said, in order."""

    page: Page
    profile: str
    texts: dict[str, str]
    heard: list[str] = field(default_factory=list)
    fresh: int = 0
    last: tuple[str, float] = ("", 0.0)
    cdp: CDPSession | None = None

    def press(self, *names: str) -> None:
        """Press keys by the names they have on this pad, one after the other."""
        for name in names:
            key = PROFILES[self.profile][name]
            again = self.last[0] == name and name in ("select", "help", "pause", "repeat", "where")
            if again:
                self.page.wait_for_timeout(
                    max(0, 1000 * (AGAIN_S + self.last[1] - time.monotonic()))
                )
            self.listen()
            self.fresh = len(self.heard)
            self.key(key)
            self.last = (name, time.monotonic())

    def key(self, key: str, *, held: int = 0) -> None:
        """Press a key as a pad sends it; the driver has no names for most of them.

        ``held`` is how often it repeats itself before it is let go.
        """
        self.cdp = self.cdp or self.page.context.new_cdp_session(self.page)
        number = re.fullmatch(r"F(\d+)", key)
        code = 111 + int(number[1]) if number else CODES.get(key, 0)
        event = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        text = {"text": "\r"} if key == "Enter" else {}
        for time_ in range(held + 1):
            self.cdp.send(
                "Input.dispatchKeyEvent",
                {"type": "keyDown", "autoRepeat": time_ > 0, **event, **text},
            )
        self.cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})

    def listen(self) -> list[str]:
        """Return what was said since the last key."""
        try:
            began = self.page.evaluate("(window.heard ?? []).splice(0)")
        except Error:
            # Another screen is on its way: what it says is heard later.
            began = []
        for source, at in began:
            # A word alone begins within its sentence.
            text = self.texts.get(digest(source), source)
            self.heard.append(f"… {text}" if at > 0.01 else text)
        return self.heard[self.fresh :]

    def hears(self, wanted: str, seconds: float = 15) -> str:
        """Wait until something is said since the last key that has these words in it, and return it."""
        deadline = time.monotonic() + seconds
        while True:
            for text in self.listen():
                if re.search(wanted, text):
                    return text
            assert time.monotonic() < deadline, f"{wanted!r} was not heard but {self.heard[-12:]}"
            self.page.wait_for_timeout(20)

    def hears_something(self) -> str:
        return self.hears("")

    def goes_to(self, wanted: str, by: str = "", most: int = 80) -> str:
        """Press a key that moves on until something is heard, as somebody does who looks for it."""
        by = by or ("move" if self.profile == "two-switch" else "down")
        for _ in range(most):
            self.press(by)
            self.hears_something()
            said = self.listen()
            if any(re.search(wanted, text) for text in said):
                return said[0]
        raise AssertionError(f"{wanted!r} is nowhere: {self.heard[-most:]}")

    def chooses(self, wanted: str, by: str = "") -> None:
        """Go to what is called so, and select it."""
        self.goes_to(wanted, by)
        self.press("select")


def sit_down(opened: Watched, texts: dict[str, str], profile: str) -> Blind:
    """Return a visitor before the start screen of a kiosk that has this profile.

    They like it fast, so that the tests are.
    """
    page = opened.page()
    page.add_init_script(HEARS)
    keys = opened.installation.url
    page.goto(f"{keys}/")
    if profile not in ("keyboard", "ez-access"):
        page.evaluate(
            """async name => { const answer = await fetch(`/static/kiosk/keys/${name}.json`);
              localStorage.setItem('device', JSON.stringify({version: 1, keys: await answer.json()})); }""",
            profile,
        )
    choose(page, rate=2)
    page.reload()
    return Blind(page, profile, texts)
