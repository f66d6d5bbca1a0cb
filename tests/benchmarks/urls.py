"""Every address of the product, and ``/empty/``, which answers with nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from kiosk.urls import handler404, urlpatterns

__all__ = ["handler404", "urlpatterns"]


def empty(request: HttpRequest) -> HttpResponse:
    """Answer as cheaply as Django can."""
    return HttpResponse()


urlpatterns = [*urlpatterns, path("empty/", empty)]
