"""Settings of a real installation: everything comes from the environment, nothing unsafe is assumed.

============================  ====================================================================
PLAINVOICE_HOSTS              host names, separated by commas; required
PLAINVOICE_DATA               folder of the database, clips, publication; default ``data/``
PLAINVOICE_SECRET_KEY         at least 50 random characters; default: made once, kept in the data
PLAINVOICE_AUDIT_MIRROR       folder of the audit trail's second copy, or "off"; default ``audit/`` in the data
PLAINVOICE_BEHIND_PROXY       1 when a proxy ends TLS and sets ``X-Forwarded-Proto`` and
                              ``X-Forwarded-For``; default 0
PLAINVOICE_VOICES             JSON, as ``{"en": {"name": "en-gb-x-rp", "gain": 1.1}}``; default: as shipped
PLAINVOICE_MAIL_HOST          the mail server; without it reminders are written to ``mail/`` in the data
PLAINVOICE_MAIL_PORT          default: 465, 587 or 25, by PLAINVOICE_MAIL_TLS
PLAINVOICE_MAIL_TLS           ``starttls`` (default), ``tls`` from the first byte, or ``none``
PLAINVOICE_MAIL_USER          with PLAINVOICE_MAIL_PASSWORD, where the server asks for them
PLAINVOICE_MAIL_FROM          the sender's address; required with a mail server
PLAINVOICE_DESK_URL           as ``https://desk.example.org``: reminders link to it; default: no links
PLAINVOICE_REMINDERS          0 where the worker is not to send reminders by itself; default 1
============================  ====================================================================
"""

from __future__ import annotations

import json
import os
import re

from django.core.exceptions import ImproperlyConfigured

from kiosk.settings.base import *
from kiosk.settings.base import DATA
from kiosk.settings.mail import base_url, mail_server
from kiosk.settings.secret import kept_secret_key


def _hosts() -> list[str]:
    names = [name.strip() for name in os.environ.get("PLAINVOICE_HOSTS", "").split(",")]
    names = [name for name in names if name]
    if not names:
        raise ImproperlyConfigured(
            "PLAINVOICE_HOSTS is not set. Set it to the host names that visitors and staff use, "
            "separated by commas: PLAINVOICE_HOSTS=kiosk.example.org"
        )
    for name in names:
        if not re.fullmatch(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\]", name):
            raise ImproperlyConfigured(
                f"PLAINVOICE_HOSTS has {name!r}, which is no host name. Give names alone, without "
                "https://, port, path or *: PLAINVOICE_HOSTS=kiosk.example.org"
            )
    return names


def _switch(name: str, default: str = "0") -> bool:
    value = os.environ.get(name, default).strip() or default
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to 1 (yes) or 0 (no).")
    return value == "1"


def _secret_key() -> str:
    key = os.environ.get("PLAINVOICE_SECRET_KEY")
    if key is None:
        return kept_secret_key(DATA)
    if len(key) < 50 or len(set(key)) < 5:
        raise ImproperlyConfigured(
            "PLAINVOICE_SECRET_KEY is too short. Set at least 50 random characters, or leave it "
            "out: a key is then made once and kept in the data folder."
        )
    return key


def _voices() -> dict[str, dict[str, object]]:
    value = os.environ.get("PLAINVOICE_VOICES", "").strip() or "{}"
    try:
        voices = json.loads(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"PLAINVOICE_VOICES is no JSON: {error}.") from error
    if not isinstance(voices, dict):
        raise ImproperlyConfigured(
            'PLAINVOICE_VOICES is no JSON object. Set it like {"en": {"name": "en-gb-x-rp", "gain": 1.1}}'
        )
    return voices


DEBUG = False
PLAINVOICE_DEMONSTRATION = False
PLAINVOICE_VOICES = _voices()
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _hosts()
CSRF_TRUSTED_ORIGINS = [
    # ".example.org" allows all its subdomains, which an origin writes with a star.
    f"https://*{name}" if name.startswith(".") else f"https://{name}"
    for name in ALLOWED_HOSTS
]

if (_mail := mail_server(os.environ)) is not None:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _mail.host
    EMAIL_PORT = _mail.port
    EMAIL_HOST_USER = _mail.user
    EMAIL_HOST_PASSWORD = _mail.password
    EMAIL_USE_TLS = _mail.starttls
    EMAIL_USE_SSL = _mail.tls
    DEFAULT_FROM_EMAIL = _mail.sender
PLAINVOICE_DESK_URL = base_url(os.environ)
PLAINVOICE_REMINDERS = _switch("PLAINVOICE_REMINDERS", "1")

PLAINVOICE_BEHIND_PROXY = _switch("PLAINVOICE_BEHIND_PROXY")
if PLAINVOICE_BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
# Whoever watches over the service asks it directly, behind the proxy.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
