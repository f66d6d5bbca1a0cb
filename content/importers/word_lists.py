"""The numbers that Word sets before the items of lists, which its files do not hold."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNCOUNTED = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str


class Lists:
    """Counts the items of a document's lists in their order (ECMA-376, part 1, 17.9)."""

    def __init__(self, root: ET.Element | None) -> None:
        self.of_list: dict[str, str] = {}
        self.levels: dict[str, dict[int, _Level]] = {}
        self.restarts: dict[tuple[str, int], int] = {}
        self.counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.iter(f"{_W}abstractNum"):
            self.levels[abstract.get(f"{_W}abstractNumId", "")] = {
                _int(level.get(f"{_W}ilvl"), 0): _Level(
                    _int(_value(level, "start"), 1), _value(level, "numFmt") or "decimal"
                )
                for level in abstract.iter(f"{_W}lvl")
            }
        for one in root.iter(f"{_W}num"):
            key = one.get(f"{_W}numId", "")
            self.of_list[key] = _value(one, "abstractNumId") or ""
            for override in one.iter(f"{_W}lvlOverride"):
                if (start := _value(override, "startOverride")) is not None:
                    self.restarts[key, _int(override.get(f"{_W}ilvl"), 0)] = _int(start, 1)

    def number(
        self, properties: ET.Element | None, of_style: ET.Element | None
    ) -> tuple[int, str, bool] | None:
        """Return an item's number, as it may be written, and whether Word counts with letters.

        None where the paragraph is not counted.
        """
        own = properties.find(f"{_W}numPr") if properties is not None else None
        told = own if own is not None and _value(own, "numId") is not None else of_style
        if told is None:
            return None
        key = _value(told, "numId") or ""
        depth = _int(_value(own if own is not None else told, "ilvl"), 0)
        abstract = self.of_list.get(key)
        level = self.levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None or level.kind in _UNCOUNTED:
            return None
        counts = self.counts.setdefault(abstract, {})
        restart = self.restarts.pop((key, depth), None)
        count = restart if restart is not None else counts.get(depth, level.start - 1) + 1
        counts[depth] = count
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return count, str(count), level.kind not in ("decimal", "decimalZero")


def _value(element: ET.Element, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val") if found is not None else None


def _int(value: str | None, otherwise: int) -> int:
    return (
        int(value)
        if value and value.isascii() and value.isdigit() and len(value) < 7
        else otherwise
    )
