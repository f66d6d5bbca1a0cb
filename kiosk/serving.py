"""How gunicorn serves Plainvoice: ``gunicorn --config python:kiosk.serving kiosk.wsgi``."""

from kiosk.settings.logging import LOGGING

worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 10
control_socket_disable = True
# No access log: what visitors open is theirs.
accesslog = None
logconfig_dict = {
    **LOGGING,
    "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": ["stderr"], "propagate": False}},
}
