"""A real installation, set up and served by ``script/server``, and a real browser before it."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Drawn by the processor at once, not by a graphics card that it would have to imitate.
    "--disable-gpu",
    # What a kiosk's browser is started with (OPS-4): speech may begin without a touch.
    "--autoplay-policy=no-user-gesture-required",
]


LONGEST = (
    *("spoken_screens", "whole_journey", "audio_mode", "device", "leaving", "keys", "exits"),
    *(
        "accessibility",
        "listening",
        "blind_journeys",
        "search",
        "settings",
        "paging",
        "review_desk",
    ),
    *("specification", "for_the_ear", "images", "sizes", "signin", "lexicon", "languages"),
)
"""The files that take longest, in that order: begun first, none of them is waited for at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first."""
    places = {f"test_{name}": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@dataclass
class Installation:
    """A running ``script/server`` with its own data, accounts and address."""

    url: str
    data: Path
    environment: dict[str, str]
    process: subprocess.Popen[str]
    printed: list[str] = field(default_factory=list)

    @property
    def passwords(self) -> dict[str, str]:
        """The accounts that the first start printed, by user name."""
        found = re.findall(
            r"^\s*(author|reviewer|operator)\s+(\S+)\s*$", "\n".join(self.printed), re.M
        )
        return dict(found)

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a management command against this installation, as an operator would."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            text=True,
            capture_output=True,
            check=check,
            timeout=120,
        )

    def get_json(self, path: str) -> dict:
        """Return the JSON at an address."""
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return json.load(answer)

    def staff(self, method: str, path: str, token: str, body: dict | None = None) -> dict:
        """Return what the staff API answers to somebody's token."""
        request = urllib.request.Request(
            f"{self.url}/api/v1/staff/{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"Authorization": f"Token {token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data: Path) -> Iterator[Installation]:
    """Run ``script/server`` with this data folder: one that is empty, or has been served before."""
    port = free_port()
    environment = {
        **{key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"},
        "PORT": str(port),
        "PLAINVOICE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "kiosk.settings.development",
    }
    process = subprocess.Popen(
        [str(ROOT / "script" / "server")],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    running = Installation(f"http://127.0.0.1:{port}", data, environment, process)

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            running.printed.append(line.rstrip("\n"))

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        deadline = time.monotonic() + 300
        # What it prints comes after the first answer of /healthz.
        while "Ctrl-C stops it." not in running.printed:
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail("script/server did not come up:\n" + "\n".join(running.printed))
            time.sleep(0.1)
        yield running
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        listener.join(10)
        process.stdout.close()


def interface_clips(installation: Installation) -> dict[str, list]:
    """Return what the interface says, by what is written, once the worker has voiced all of it."""
    # The letters come last.
    until_voiced(installation, "en.letters.json", 36)
    names = installation.get_json("/manifest.json")["prompts"]
    files = {name: installation.get_json(f"/prompts/{name}")["clips"] for name in names}
    return {text: clip for file in files.values() for text, clip in file.items()}


def until_voiced(installation: Installation, name: str, count: int) -> None:
    """Wait until a published file of prompts has so many clips."""
    deadline = time.monotonic() + 240
    while name not in installation.get_json("/manifest.json")["prompts"] or count > len(
        installation.get_json(f"/prompts/{name}")["clips"]
    ):
        assert time.monotonic() < deadline
        time.sleep(0.5)


def started_before(shared: Path) -> tuple[Path, list[str]]:
    """Return the data of an installation that has voiced what it says and ended, and its printing.

    Several processes ask for it and the first of them makes it: to voice the interface costs more
    than everything else of a start. ``shared`` is the folder that they all see.
    """
    data, said = shared / "first-start", shared / "first-start.txt"
    with (shared / "first-start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            # One that could not be finished has printed its passwords, and would not again.
            shutil.rmtree(data, ignore_errors=True)
            with serving(data) as first:
                interface_clips(first)
                # Whatever is left, each of the others would voice again.
                until_voiced(first, "es.letters.json", 37)
            said.write_text("\n".join(first.printed), encoding="utf-8")
    return data, said.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    data = tmp_path_factory.mktemp("installation")
    printed: list[str] = []
    if "PYTEST_XDIST_WORKER" in os.environ:
        first, printed = started_before(tmp_path_factory.getbasetemp().parent)
        shutil.copytree(first, data, dirs_exist_ok=True)
    with serving(data) as running:
        # The passwords are printed by the first start only.
        running.printed[:0] = printed
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


class Watched:
    """A browser context that remembers every request and every error of its pages."""

    def __init__(self, browser: Browser, installation: Installation, **options: object) -> None:
        self.installation = installation
        # Where all keys are on the screen; what small ones do is for the tests that say so.
        options.setdefault("viewport", {"width": 1500, "height": 940})
        self.context: BrowserContext = browser.new_context(base_url=installation.url, **options)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.context.on("request", self._request)
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.context.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def page(self) -> Page:
        return self.context.new_page()

    def assert_nothing_left_the_machine(self) -> None:
        """No request went anywhere but to the installation itself (promise 5)."""
        own = urlsplit(self.installation.url).netloc
        strangers = [
            url
            for url in self.requests
            if urlsplit(url).scheme not in ("data", "blob", "about") and urlsplit(url).netloc != own
        ]
        assert strangers == []


@pytest.fixture
def watched(browser: Browser, installation: Installation) -> Iterator[type[Watched] | object]:
    opened: list[Watched] = []

    def open_context(**options: object) -> Watched:
        context = Watched(browser, installation, **options)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.assert_nothing_left_the_machine()
        context.context.close()


SAMPLE = "/a/clonazepam-and-depression/"
ARTICLE = """Sleeping well

Good sleep helps the body heal.

What helps:

- A dark, quiet room helps.
- Take 0.5–1 mg of melatonin only if your doctor says so.

Call 911 if someone cannot be woken. GABA is a messenger that brings calm.
"""


def sign_in(page: Page, installation: Installation, name: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(installation.passwords[name])
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")


def submitted(installation: Installation, file: Path, text: str) -> int:
    """Bring a text in from a file and submit it; return the id of its revision, which then waits.

    The article's slug is the file's name without its ending.
    """
    file.write_text(text, encoding="utf-8")
    installation.manage(
        "import_articles", str(file), "--author", "author", "--topic", "mood", "--submit"
    )
    script = (
        "from content.models import Revision; "
        f"print(Revision.objects.get(article__slug='{file.stem}').pk)"
    )
    said = installation.manage("shell", "--no-imports", "-c", script).stdout
    return int(said.split()[-1])


@pytest.fixture(scope="session")
def waiting(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """An article that was imported from a file and submitted, and waits for a reviewer."""
    file = tmp_path_factory.mktemp("files") / "sleeping-well.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    said = installation.manage(
        "import_articles", str(file), "--author", "author", "--topic", "mood", "--submit"
    )
    assert "in review" in said.stdout
    script = (
        "import json; from content.models import Revision; "
        "r = Revision.objects.get(article__slug='sleeping-well'); x = r.rendition; "
        "print(json.dumps({'id': r.pk, 'text_digest': r.text_digest, "
        "'speech_digest': x.speech_digest, 'reading': x.reading}))"
    )
    shown = installation.manage("shell", "--no-imports", "-c", script).stdout
    return json.loads(shown.strip().splitlines()[-1])


@pytest.fixture(scope="session")
def approved_notices(installation: Installation) -> None:
    """The closing advice and urgent help, approved: nothing is that carries unreviewed wording."""
    token = installation.manage(
        "create_staff", "reviewer", "--role", "reviewer", "--token"
    ).stdout.strip()
    for row in installation.staff("GET", "revisions/?state=in_review", token)["results"]:
        if row["article"] in ("closing-advice-en", "urgent-help-en"):
            one = installation.staff("GET", f"revisions/{row['id']}/", token)
            digests = {key: one[key] for key in ("text_digest", "speech_digest")}
            installation.staff(
                "POST",
                f"revisions/{row['id']}/approve/",
                token,
                {**digests, "heard": one["must_hear"]},
            )


@pytest.fixture(scope="session")
def approved_article(
    browser: Browser, installation: Installation, waiting: dict, approved_notices: None
) -> dict:
    """The same article after the reviewer has heard it, answered the checks and approved it at the desk,
    in the browser.
    """
    context = browser.new_context(base_url=installation.url)
    page = context.new_page()
    sign_in(page, installation, "reviewer")
    page.goto(f"/admin/content/revision/{waiting['id']}/change/")
    page.get_by_role("button", name="Play what must be heard").click()
    expect(page.locator("#approve")).to_be_enabled(timeout=60_000)
    for answer in page.get_by_label("Why it may stand").all():
        answer.fill("Everybody may hear this one.")
    page.locator("#approve").click()
    page.wait_for_load_state()
    context.close()
    return waiting


LIT = """() => {
  const word = [...(CSS.highlights.get('word') ?? [])][0];
  const voice = document.getElementById('voice');
  if (!word) return {ms: voice.currentTime * 1000, word: null};
  const sentence = word.startContainer.parentElement.closest('.sentence');
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(word.startContainer, word.startOffset);
  return {
    ms: voice.currentTime * 1000,
    source: voice.currentSrc,
    id: sentence.id,
    word: word.toString(),
    offset: [...before.toString()].length,
    sentence: [...(CSS.highlights.get('sentence') ?? [])][0]?.toString(),
  };
}"""


def product(quick: Callable[..., bool], *axes: Iterable[object]) -> list[object]:
    """Return every combination as parameters: those that are not ``quick`` run with ``--full``."""
    return [
        pytest.param(*one, marks=() if quick(*one) else pytest.mark.full)
        for one in itertools.product(*axes)
    ]


ONCE_MS = 600
"""After this long the same key counts again (TCH-5)."""


def choose(page: Page, **settings: object) -> None:
    """Have what a visitor has chosen (size, theme) on the next page that is opened."""
    page.evaluate(
        "settings => sessionStorage.setItem('visit', JSON.stringify("
        "{...JSON.parse(sessionStorage.getItem('visit')), ...settings}))",
        settings,
    )


def until(page: Page, expression: str, argument: object = None, seconds: float = 20) -> None:
    """Wait until a JavaScript expression is true.

    Playwright's own ``wait_for_function`` evaluates a string in the page, which the content
    security policy forbids.
    """
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < deadline, f"never true: {expression}"
        page.wait_for_timeout(25)
