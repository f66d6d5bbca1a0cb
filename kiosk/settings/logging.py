"""Where the log goes: to standard error, without what could tell who did what at the kiosk."""

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "kiosk.logs.DiscreetFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"level": "INFO", "handlers": ["stderr"]},
    "loggers": {
        # Django's own handlers mail the administrators and write for a terminal.
        "django": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        "django.server": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        # A line for every success; failures and lockouts are warnings, without name and address.
        "axes": {"level": "WARNING"},
        # Two lines for every look at the empty queue, twice a second.
        "django_tasks_db": {"level": "WARNING"},
        # Two lines for every task, where the worker says in one what came of it.
        "django_tasks": {"level": "WARNING"},
    },
}
