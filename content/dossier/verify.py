"""Verify a dossier that Plainvoice exported: Python 3.8 or newer, nothing else.

    python3 dossier-NAME.zip              (the zip runs this program itself)
    python3 verify.py dossier-NAME.zip
    python3 verify.py                     (beside the unpacked files)

It proves that the files are those of the manifest, that the audit events are chained as their digests
say, and that texts, voices, decisions and sounds are those that the events vouch for. It cannot prove
that the whole dossier was not made up: compare the head digest with one that was written down elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path
from typing import IO, Any

MANIFEST = "manifest.json"
FORMAT = 1
Json = dict[str, Any]


class Folder:
    """Unpacked files, read like a zip."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def namelist(self) -> list[str]:
        """Return the files' names with slashes."""
        found = [one.relative_to(self.path) for one in self.path.rglob("*") if one.is_file()]
        return [one.as_posix() for one in found if "__pycache__" not in one.parts]

    def open(self, name: str) -> IO[bytes]:
        """Return a file to read."""
        return (self.path / name).open("rb")


class Found:
    """What a dossier says and what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.events: list[str] = []
        self.members = 0
        self.rows = 0
        self.clips = 0
        self.head = ""


def canonical(value: Any) -> bytes:
    """Return a JSON value in the one form that digests are taken of."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("utf-8")


def sha256(data: bytes) -> str:
    """Return a digest in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(stream: IO[bytes]) -> tuple[str, int]:
    """Return the digest and the size of a stream, read piece by piece."""
    digest, size = hashlib.sha256(), 0
    for piece in iter(lambda: stream.read(1 << 20), b""):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def verify(where: str) -> Found:
    """Return what was found in a dossier: a zip's path or an unpacked folder's."""
    found = Found()
    try:
        files = Folder(Path(where)) if Path(where).is_dir() else zipfile.ZipFile(where)
        _verify(files, found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        found.problems.append(f"it cannot be read as a dossier: {error or type(error).__name__}")
    return found


def _verify(files: Any, found: Found) -> None:
    with files.open(MANIFEST) as stream:
        manifest = json.load(stream)
    if manifest["format"] != FORMAT:
        raise ValueError(f"its format is {manifest['format']!r}, and this program reads {FORMAT}")
    _members(files, manifest, found)
    if found.problems:
        return
    events = _events(files, found)
    _chain(files, events, found)
    _rows(files, manifest, events, found)
    _sounds(files, manifest, found)


def _members(files: Any, manifest: Json, found: Found) -> None:
    listed, there = manifest["members"], files.namelist()
    for name in sorted({name for name in there if there.count(name) > 1}):
        found.problems.append(f"{name} is there twice")
    for name in sorted(set(there) - set(listed) - {MANIFEST}):
        found.problems.append(f"{name} was added: the manifest does not list it")
    for name, said in sorted(listed.items()):
        if name not in there:
            found.problems.append(f"{name} is missing")
            continue
        with files.open(name) as stream:
            digest, size = digest_of(stream)
        found.members += 1
        if (digest, size) != (said["sha256"], said["size"]):
            found.problems.append(f"{name} was changed")


def _json(files: Any, name: str) -> Any:
    with files.open(name) as stream:
        return json.load(stream)


def _events(files: Any, found: Found) -> list[Json]:
    events: list[Json] = []
    with files.open("audit/events.jsonl") as stream:
        for line in stream.read().splitlines():
            event = json.loads(line.decode("utf-8"))
            said = event.pop("digest")
            if sha256(canonical(event)) != said:
                found.problems.append("audit event {} was changed".format(event["sequence"]))
            event["digest"] = said
            events.append(event)
            found.events.append(said)
    return events


def _chain(files: Any, events: list[Json], found: Found) -> None:
    """Each own event has its place in the chain of all digests from the first of them to the head."""
    chain = _json(files, "audit/chain.json")
    first, digests = chain["first"], chain["digests"]
    found.head = digests[-1] if digests else ""
    before = 0
    for event in events:
        place = event["sequence"] - first
        if event["sequence"] <= before:
            found.problems.append("audit event {} is out of order".format(event["sequence"]))
        before = event["sequence"]
        if not 0 <= place < len(digests) or digests[place] != event["digest"]:
            found.problems.append("audit event {} is not in the chain".format(event["sequence"]))
        elif event["previous"] != (digests[place - 1] if place else chain["previous"]):
            found.problems.append(
                "audit event {} does not follow the one before".format(event["sequence"])
            )


def _rows(files: Any, manifest: Json, events: list[Json], found: Found) -> None:
    vouched: dict[str, str] = {}
    for event in events:
        detail = event["detail"]
        vouched.update(detail.get("rows", {}))
    rows: dict[str, Json] = {}
    for name in sorted(manifest["members"]):
        if name.startswith("rows/"):
            for row in _json(files, name):
                rows["{}:{}".format(row["kind"], row["id"])] = row
    waiting = set(manifest["waiting"])
    for name, row in sorted(rows.items()):
        found.rows += 1
        if name not in vouched:
            if name not in waiting:
                found.problems.append(f"{name} is not vouched for by any event")
        elif sha256(canonical(row)) != vouched[name]:
            found.problems.append(f"{name} is not what its event vouches for")
    own = set(manifest["own"])
    for name in sorted(own - set(rows)):
        found.problems.append(f"{name} is missing")
    _texts(files, rows, found)


def _texts(files: Any, rows: dict[str, Json], found: Found) -> None:
    """Digests of texts and voices are those of what they are taken of, and decisions name them."""
    texts: dict[int, str] = {}
    for text in _json(files, "texts.json"):
        digest = sha256(canonical([text["canonical"], text["notices"]]))
        texts[text["revision"]] = digest
        row = rows.get("revision:{}".format(text["revision"]), {})
        if row.get("text_digest") != digest:
            found.problems.append("the text of revision {} is another".format(text["number"]))
        if row.get("title", "").strip() not in text["canonical"]:
            found.problems.append("the title of revision {} is another".format(text["number"]))
        with files.open(text["file"]) as stream:
            if stream.read().decode("utf-8") != "# {}\n\n{}".format(
                row.get("title"), row.get("body")
            ):
                found.problems.append("{} is not the text of its revision".format(text["file"]))
    for name, row in sorted(rows.items()):
        if row["kind"] == "rendition":
            if sha256(canonical(row["reading"])) != row["speech_digest"]:
                found.problems.append(f"the reading of {name} is another")
            if texts.get(row["revision"]) != row["text_digest"]:
                found.problems.append(f"{name} is of another text")
        if row["kind"] == "review" and "rendition" in row:
            decided = rows.get("rendition:{}".format(row["rendition"]), {})
            for key in ("text_digest", "speech_digest"):
                if row.get(key) != decided.get(key):
                    found.problems.append(f"{name} decided about another {key}")


def _sounds(files: Any, manifest: Json, found: Found) -> None:
    wanted: set[str] = set()
    for name in sorted(manifest["members"]):
        if name.startswith("rows/renditions/"):
            for row in _json(files, name):
                _clips(row["reading"], wanted)
    for digest in sorted(wanted):
        name = f"audio/{digest}.opus"
        if name in manifest["members"]:
            found.clips += 1
            if manifest["members"][name]["sha256"] != digest:
                found.problems.append(f"{name} is another sound")
        elif manifest["audio"]:
            found.problems.append(f"{name} was damaged or gone when the dossier was made")


def _clips(value: Any, wanted: set[str]) -> None:
    if isinstance(value, dict):
        if isinstance(value.get("clip"), dict):
            wanted.add(value["clip"]["digest"])
        for one in value.values():
            _clips(one, wanted)
    elif isinstance(value, list):
        for one in value:
            _clips(one, wanted)


def main() -> None:
    """Say what was found; exit status 1 where anything is wrong."""
    where = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).resolve().parent)
    found = verify(where)
    for problem in found.problems:
        sys.stdout.write(f"WRONG: {problem}.\n")
    if found.problems:
        sys.exit(1)
    sys.stdout.write(
        f"{found.members} files, {len(found.events)} audit events, {found.rows} rows and "
        f"{found.clips} sounds: all there and unchanged.\nHead digest {found.head}\n"
    )


if __name__ == "__main__":
    main()
