"""Settings of the tests: the development settings with a fast password hash and its own data."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("PLAINVOICE_DATA", tempfile.mkdtemp(prefix="plainvoice-test-"))

from kiosk.settings.development import *

PLAINVOICE_LANGUAGES = ["en"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# WhiteNoise warns when there is none, and the tests collect nothing.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
