"""What ``script/server`` runs: a demonstration on this machine alone, on SQLite."""

from __future__ import annotations

import os

from kiosk.settings.base import *
from kiosk.settings.base import DATA
from kiosk.settings.secret import kept_secret_key

DEBUG = False
SECRET_KEY = kept_secret_key(DATA)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
PLAINVOICE_DEMONSTRATION = True
PLAINVOICE_LANGUAGES = os.environ.get("PLAINVOICE_LANGUAGES", "en es").replace(",", " ").split()
PLAINVOICE_SECOND_FACTOR = "offered"
