"""The rows of the settings screen, in their order: which prompts name each, and its keys."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One setting. ``less`` and ``more`` name its keys by prompts, ``do`` by what they do.

    A ``switch`` is off or on, and its keys say which by staying down (KEY-8).
    """

    setting: str
    name: str
    less: str
    more: str
    icons: tuple[str, str] = ("minus", "plus")
    do: tuple[str, ...] = ()
    switch: bool = False

    @property
    def keys(self) -> tuple[tuple[str, str, str], ...]:
        """Its keys: what each does, the prompt on it, its icon."""
        ends = ("off", "on") if self.switch else ("less", "more")
        does = self.do or tuple(f"{self.setting}-{end}" for end in ends)
        return tuple(zip(does, (self.less, self.more), self.icons, strict=True))


ROWS = (
    # First on its screen, so that it stays under the finger when the size changes.
    Row("size", "size", "smaller", "larger"),
    Row("theme", "colours", "theme-back", "theme-on", ("back", "next")),
    Row("line", "line", "line-less", "line-more"),
    Row("letters", "letters", "letters-less", "letters-more"),
    Row("rate", "speed", "slower", "faster"),
    Row("pauses", "pausing", "pausing-less", "pausing-more"),
    Row("volume", "loudness", "quieter", "louder", ("quieter", "louder"), ("quieter", "louder")),
    Row("reach", "set-reach", "set-reach-off", "set-reach-on", switch=True),
    Row("curtain", "set-curtain", "set-curtain-off", "set-curtain-on", switch=True),
    Row("audio", "set-audio", "set-audio-off", "set-audio-on", switch=True),
)
