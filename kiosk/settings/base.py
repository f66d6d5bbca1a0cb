"""Settings that every installation shares. Nothing here is secret or machine-specific."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from kiosk.settings.logging import LOGGING  # noqa: F401 - a setting

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("PLAINVOICE_DATA") or ROOT / "data").resolve()

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "django_tasks",
    "django_tasks_db",
    # Before content, which takes their pages off the desk: they show and change secrets.
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "content",
    "kiosk",
]

MIDDLEWARE = [
    "kiosk.middleware.StaffPagesAreNotKept",
    "kiosk.middleware.NoSenses",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kiosk.middleware.BodiesAreCapped",
    "kiosk.middleware.DatabaseMayBeBusy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "content.signin.middleware.OnlyWholeSignIns",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "kiosk.urls"
WSGI_APPLICATION = "kiosk.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "plainvoice.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            # FULL, because a decision that was answered with "approved" must survive a power cut.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                # So that REPLACE asks the triggers for DELETE, which refuse it.
                "PRAGMA recursive_triggers=ON;"
            ),
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    # First: whoever is locked out is not even asked for the password.
    "content.signin.backends.Lockout",
    "content.signin.backends.Accounts",
]
PASSWORD_HASHERS = [
    "content.signin.hashers.Argon2",
    # What was hashed before; hashed anew when its owner signs in.
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kiosk.staticfiles.StaticFiles"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    },
}
# The preview at the review desk allows its own origin by itself.
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
LOGIN_URL = "admin:login"

# Five wrong passwords or codes for one name from one address lock that pair for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "content.signin.lockout.locked_page"
AXES_CLIENT_IP_CALLABLE = "content.signin.lockout.address_of"
# Trying on while locked out does not make it longer: the person knows when it ends.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# Only a whole sign-in resets the count, or a known password would buy guesses at the code.
AXES_RESET_ON_SUCCESS = False
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Plainvoice"

# Caps on what comes in, in bytes and fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
PLAINVOICE_LARGER_BODIES = {
    # A zip of articles has at most 20 MiB.
    r"/admin/content/article/bring-in/": 21 * 1024 * 1024,
    # A draft's words with a picture, which is refused by itself beyond 10 MiB.
    r"/admin/content/revision/[0-9]+/(?:change|submit|picture)/": 13 * 1024 * 1024,
}
"""Addresses (expressions that match the whole path) that take a larger body, in bytes."""
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# Reminders. In files unless a server is named: development and tests send nothing anywhere.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = "plainvoice@localhost"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        # The token first: its 401 is the one that clients are told how to answer.
        "content.api.authentication.TokenAuthentication",
        "content.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["content.api.permissions.StaffMay"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["content.api.parsers.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "content.api.problems.handle",
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Plainvoice",
    "DESCRIPTION": (
        "Reviewed health articles as text and speech, and the desk that reviews them. Whoever "
        "shows or says an article shows and says its `closing_advice`."
    ),
    "VERSION": "1",
    "LICENSE": {"name": "GPL-3.0-or-later"},
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVERS": [{"url": "/"}],
    "TAGS": [
        {"name": "public", "description": "What is published. No account."},
        {"name": "staff", "description": "The desk: a token or a session, and a role."},
    ],
    "ENUM_NAME_OVERRIDES": {
        "RevisionState": "content.models.RevisionState",
        "ReturnReason": "content.api.serializers.RETURN_REASONS",
        "WithdrawReason": "content.models.WithdrawReason",
        "ArticleKind": "content.models.ArticleKind",
        "NoticeKind": "kiosk.api.serializers.NOTICE_KINDS",
        "BlockKind": "kiosk.api.serializers.BLOCK_KINDS",
        "WrittenKind": "content.api.serializers.WRITTEN_KINDS",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "content.api.schema.closed",
    ],
}

# What Plainvoice itself can be told.
PLAINVOICE_PUBLICATION = DATA / "publication"
"""The folder that holds what is public, as files."""
PLAINVOICE_DEMONSTRATION = False
"""Whether the shipped sample may be public without a review. Never true in production."""
PLAINVOICE_LANGUAGE = "en"
"""The language of the kiosk's start screen."""
PLAINVOICE_LANGUAGES = os.environ.get("PLAINVOICE_LANGUAGES", "en").replace(",", " ").split()
"""The languages that articles may be written in. Each needs rules and a voice (``content.E005``)."""
PLAINVOICE_VOICES: dict[str, dict[str, object]] = {}
"""Language -> what is chosen of its voice (engine, name, rate, gain, words, options), over what is
shipped. docs/speech.md says what there is; ``manage.py check`` whether it can be used."""
PLAINVOICE_PIXELS_PER_MM = 3.61
"""How many CSS pixels of the kiosk's screen are a millimetre: 3.61 on a 24-inch panel of 1080 by
1920 (0.277 mm a pixel). Sizes on the screen are in millimetres and follow it."""
PLAINVOICE_DESK_URL = ""
"""Where the desk is reached, as ``https://desk.example.org``; without it reminders carry no links."""
PLAINVOICE_REMINDERS = True
"""Whether the worker sends reminders by itself, once a day."""
PLAINVOICE_CLAIM_HOURS = 2
"""After how many hours a claim of what waits for review lapses by itself."""
PLAINVOICE_REQUIRE_HEARD = True
"""Whether the clips a reviewer must hear are required before approval."""
PLAINVOICE_AUDIT_MIRROR: Path | None = DATA / "audit"
"""The folder of the audit trail's second copy as JSON lines, best on another disk; None: there is none."""
if os.environ.get("PLAINVOICE_AUDIT_MIRROR", "").strip().lower() == "off":
    PLAINVOICE_AUDIT_MIRROR = None
elif os.environ.get("PLAINVOICE_AUDIT_MIRROR", "").strip():
    PLAINVOICE_AUDIT_MIRROR = Path(os.environ["PLAINVOICE_AUDIT_MIRROR"].strip()).resolve()
PLAINVOICE_BEHIND_PROXY = False
"""Whether a proxy of this site's own stands before the service, whose ``X-Forwarded-For`` is true."""
PLAINVOICE_SECOND_FACTOR = "required"
"""``required``: who can approve gets nowhere without a code. ``offered``: in a demonstration only
(``content.E014``)."""
PLAINVOICE_REAUTHENTICATE_MINUTES = 10
"""How long after a password or code a decision is taken without asking for it again."""
PLAINVOICE_SESSION_HOURS = 8
"""A session ends so long after the sign-in, whatever is done in it."""
PLAINVOICE_IDLE_MINUTES = 30
"""A session ends so long after anything was done in it."""
