"""The WSGI entry point. Nothing is served before the installation is fit to serve."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.settings.production")
application = get_wsgi_application()

from kiosk.startup import prepare  # noqa: E402 - after the apps are loaded

prepare()
