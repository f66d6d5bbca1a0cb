"""Small bar charts, drawn on the server: numbers in, SVG and rows of a table out.

Nothing here knows what the numbers are of. Colours and sizes are classes of ``front.css``, since the
content security policy forbids styles in the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 360, 150
TOP, BOTTOM = 24, 34
"""Room above the bars for their numbers and below them for their labels, in the chart's units."""
CROWDED = 9
"""From this many bars on, only the labels given as ``short`` and the tallest number are drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One number. ``short`` is its label below the bar, which is left out where it is empty;
    ``tone`` the end of a class name.
    """

    label: str
    value: int
    short: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A bar chart with the same numbers as rows. ``name`` is unique on its page."""

    name: str
    title: str
    head: str
    bars: tuple[Bar, ...]
    unit: str = "texts"

    @property
    def total(self) -> int:
        """All of it."""
        return sum(bar.value for bar in self.bars)

    @property
    def said(self) -> str:
        """The chart in words: every number that is not 0."""
        numbers = ", ".join(f"{bar.label} {bar.value}" for bar in self.bars if bar.value)
        return f"{self.title}. {numbers or 'Nothing'}."

    @property
    def svg(self) -> SafeString:
        """The chart as an inline image with a title of its own."""
        most = max((bar.value for bar in self.bars), default=0)
        step = WIDTH / max(len(self.bars), 1)
        gap = step * (0.3 if len(self.bars) < CROWDED else 0.2)
        room = HEIGHT - TOP - BOTTOM
        drawn = []
        for number, bar in enumerate(self.bars):
            height = room * bar.value / most if most else 0
            # What is not nothing is seen, however much there is of something else.
            height = max(height, 2) if bar.value else 0
            drawn.append(
                self._bar(bar, left=number * step, step=step, gap=gap, height=height, most=most)
            )
        floor = HEIGHT - BOTTOM
        return format_html(
            '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-labelledby="plot-{}-title">'
            '<title id="plot-{}-title">{}</title>{}'
            '<line class="plot-floor" x1="0" y1="{}" x2="{}" y2="{}"></line></svg>',
            WIDTH,
            HEIGHT,
            self.name,
            self.name,
            self.said,
            format_html_join("", "{}", ((one,) for one in drawn)),
            floor,
            WIDTH,
            floor,
        )

    def _bar(
        self, bar: Bar, *, left: float, step: float, gap: float, height: float, most: int
    ) -> SafeString:
        crowded = len(self.bars) >= CROWDED
        floor, middle = HEIGHT - BOTTOM, left + step / 2
        number = label = SafeString("")
        if bar.value and (not crowded or bar.value == most):
            number = format_html(
                '<text class="plot-number" x="{}" y="{}" text-anchor="middle">{}</text>',
                f"{middle:.1f}",
                f"{floor - height - 6:.1f}",
                bar.value,
            )
        shown = bar.short or ("" if crowded else bar.label)
        if shown:
            label = format_html(
                '<text class="plot-label" x="{}" y="{}" text-anchor="middle">{}</text>',
                f"{middle:.1f}",
                floor + 20,
                shown,
            )
        return format_html(
            '<rect class="plot-bar{}" x="{}" y="{}" width="{}" height="{}"></rect>{}{}',
            f" plot-{bar.tone}" if bar.tone else "",
            f"{left + gap / 2:.1f}",
            f"{floor - height:.1f}",
            f"{step - gap:.1f}",
            f"{height:.1f}",
            number,
            label,
        )
