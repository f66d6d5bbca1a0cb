"""The demonstration's settings with one more address: an empty view, to compare with."""

from kiosk.settings.development import *

ROOT_URLCONF = "tests.benchmarks.urls"
