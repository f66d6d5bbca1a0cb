"""Every rule as a table, for docs/checks.md."""

from __future__ import annotations

from content.lint.data import Rule, languages, read_rules

_HEAD = "| rule | level | in | what it says | from |\n|---|---|---|---|---|"


def table() -> str:
    """Return every rule as a Markdown table, a rule that several languages have once."""
    rows: dict[str, tuple[Rule, list[str]]] = {}
    for language in languages():
        for rule in read_rules(language).all():
            rows.setdefault(rule.code, (rule, []))[1].append(language)
    concerns = sorted({code.split(".")[0] for code in rows}, key=_order)
    return "\n".join(
        [
            _HEAD,
            *(
                _row(rule, found)
                for concern in concerns
                for code, (rule, found) in rows.items()
                if code.split(".")[0] == concern
            ),
        ]
    )


def _order(concern: str) -> int:
    return ("safety", "notation", "structure", "links", "readability").index(concern)


def _row(rule: Rule, found: list[str]) -> str:
    source = (
        f"[{rule.source.title}]({rule.source.url}), {rule.source.date}"
        if rule.source
        else f"this house: {rule.own}"
    )
    message = rule.message.replace("{group}", "…").replace("{limit}", str(rule.limit))
    for name in ("found", "instead", "value", "count"):
        message = message.replace(f"{{{name}}}", "…")
    cells = (f"`{rule.code}`", str(rule.level), ", ".join(found), message, source)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
