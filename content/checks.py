"""System checks of content: what would let unreviewed words out is said before it starts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register
from django.db import DatabaseError, connections

_migrating = False


@contextmanager
def while_migrating() -> Iterator[None]:
    """Leave out what ``migrate`` is there to put right: a check must not stop its own remedy."""
    global _migrating  # noqa: PLW0603 - checks take no argument of ours
    _migrating = True
    try:
        yield
    finally:
        _migrating = False


@register(Tags.security)
def no_demonstration_in_production(
    databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``content.E001``: production settings over a demonstration's database.

    Starting the service withdraws the sample by itself; this says so, and what else to expect. It
    is one of the checks that always run: it looks into the database even when none is named.
    """
    from content.models import Installation

    if settings.PLAINVOICE_DEMONSTRATION or _migrating:
        return []
    connection = connections["default"]
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and connection.connection is None and not Path(name).exists():
        return []
    try:
        if Installation._meta.db_table not in connection.introspection.table_names():
            return []
        if not Installation.is_demonstration():
            return []
    except DatabaseError:
        return []
    return [
        Error(
            "This database was set up as a demonstration, and these are production settings.",
            hint=(
                "Starting the service withdraws the unreviewed sample and everything that "
                "carries unreviewed notices. Better: begin with an empty PLAINVOICE_DATA."
            ),
            id="content.E001",
        )
    ]


@register(Tags.database)
def the_database_keeps_the_rules(
    databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``content.E002``: a rule of :mod:`content.triggers` is not in the database."""
    from content import triggers

    if "default" not in (databases or []) or _migrating:
        return []
    connection = connections["default"]
    try:
        if "content_article" not in connection.introspection.table_names():
            return []
        missing = triggers.missing(connection)
    except DatabaseError:
        return []
    if not missing:
        return []
    return [
        Error(
            f"The database does not keep these rules: {', '.join(missing)}.",
            hint="Run manage.py migrate, which installs them.",
            id="content.E002",
        )
    ]


@register(Tags.database)
def the_audit_trail_is_mirrored(
    databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Warning ``content.W012``: the audit mirror cannot be written, lacks events, or disagrees."""
    from content.audit import mirror

    if "default" not in (databases or []) or _migrating:
        return []
    where = mirror.folder()
    if where is None:
        return []
    nearest = next(path for path in (where, *where.parents) if path.exists())
    try:
        if "content_publicmove" not in connections["default"].introspection.table_names():
            return []
        wrong = mirror.wrong()
    except DatabaseError:
        return []
    if not wrong and not (nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)):
        wrong = f"The audit mirror {where} cannot be written."
    hint = "docs/audit.md says what to do; PLAINVOICE_AUDIT_MIRROR chooses another folder."
    return [Warning(wrong, hint=hint, id="content.W012")] if wrong else []


@register(Tags.compatibility)
def the_voices_can_be_used(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Errors ``content.E010``: a mistake in ``PLAINVOICE_VOICES``; ``content.E011``: it cannot speak.

    Each voice that a site has chosen is started once; those that are shipped are known to be there.
    """
    from content.speech.engine import VOICES, EngineUnavailable, probe
    from content.voices import BadVoices, voices

    try:
        there = voices()
    except BadVoices as error:
        hint = "docs/speech.md says what can be set."
        return [Error(problem, hint=hint, id="content.E010") for problem in error.problems]
    found: list[CheckMessage] = []
    for language, voice in there.items():
        if voice == VOICES.get(language):
            continue
        try:
            probe(voice)
        except EngineUnavailable as error:
            found.append(
                Error(
                    f"The voice of {language!r} cannot be used. {error}",
                    hint="Change PLAINVOICE_VOICES, or install what is missing.",
                    id="content.E011",
                )
            )
    return found


@register
def reminders_reach_people(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Info ``content.I001``: reminders are written to files. Error ``content.E021``: a link in one
    would lead nowhere.
    """
    found: list[CheckMessage] = []
    if not settings.PLAINVOICE_DEMONSTRATION and "filebased" in settings.EMAIL_BACKEND:
        found.append(
            Info(
                "No mail server is named: reminders are written to files and reach nobody.",
                hint="Set PLAINVOICE_MAIL_HOST and PLAINVOICE_MAIL_FROM: docs/operating.md.",
                id="content.I001",
            )
        )
    url = settings.PLAINVOICE_DESK_URL
    if url and not url.startswith(("https://", "http://")):
        found.append(
            Error(
                f"PLAINVOICE_DESK_URL is {url!r}, which is no address of a desk.",
                hint="Set it like https://desk.hospital.example, or leave it empty.",
                id="content.E021",
            )
        )
    return found


@register
def every_language_can_be_said(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``content.E005``: a language is offered that has no rules for how it is said, or the
    start screen's is not offered.
    """
    from content.speech.rules import NoRules, rules_for

    errors = []
    if settings.PLAINVOICE_LANGUAGE not in settings.PLAINVOICE_LANGUAGES:
        errors.append(
            f"The start screen's language {settings.PLAINVOICE_LANGUAGE!r} is not offered."
        )
    for language in settings.PLAINVOICE_LANGUAGES:
        try:
            rules_for(language)
        except NoRules as error:
            errors.append(str(error))
    return [
        Error(error, hint="Set PLAINVOICE_LANGUAGES, as in en,es.", id="content.E005")
        for error in errors
    ]


@register
def the_rules_of_the_checks_can_be_read(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Errors ``content.E020``: an entry of the rules in ``content/lint/rules`` that cannot be used."""
    from content.lint.data import BadRules, read_rules

    problems: dict[str, None] = {}
    for language in settings.PLAINVOICE_LANGUAGES:
        try:
            read_rules(language)
        except BadRules as error:
            problems |= dict.fromkeys(error.problems)
    return [
        Error(
            f"The checks of texts cannot be used. {problem}",
            hint="Put the entry right; docs/checks.md says what it may hold.",
            id="content.E020",
        )
        for problem in problems
    ]
