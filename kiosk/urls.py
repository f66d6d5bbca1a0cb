"""Every address the installation answers to."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path, register_converter

from kiosk import desk, views
from kiosk.health import healthz
from kiosk.publication import addresses, serving


class DigestConverter:
    """A SHA-256 in hex."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        """Return it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it is."""
        return value


class FormConverter(DigestConverter):
    """A form that clips are stored in."""

    regex = "opus|wav"


class ImageFormConverter(DigestConverter):
    """A form that pictures are stored in."""

    regex = "png|jpg"


class NameConverter(DigestConverter):
    """The name of an article or a topic: no longer than they are kept."""

    regex = "[-a-zA-Z0-9_]{1,80}"


register_converter(DigestConverter, "digest")
register_converter(NameConverter, "name")
register_converter(FormConverter, "form")
register_converter(ImageFormConverter, "image_form")

_NAME = NameConverter.regex
_SCREEN = "|".join(name for name in addresses.SCREENS if name != "home")
_LANGUAGE = "[a-z]{2}"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", serving.screen, {"name": "home"}),
    re_path(rf"^(?P<name>{_SCREEN})/$", serving.screen),
    re_path(rf"^(?P<language>{_LANGUAGE})/$", serving.screen, {"name": "home"}),
    re_path(rf"^(?P<language>{_LANGUAGE})/(?P<name>{_SCREEN})/$", serving.screen),
    path("a/<name:slug>/", serving.article, name="kiosk-article"),
    re_path(rf"^(?P<path>a/{_NAME}/(?:audio\.opus|manifest\.json))$", serving.published),
    re_path(r"^(?P<path>clips/[0-9a-f]{64}\.(?:opus|wav))$", serving.published),
    re_path(r"^(?P<path>images/[0-9a-f]{64}\.(?:png|jpg))$", serving.published),
    re_path(r"^(?P<path>manifest\.json)$", serving.published),
    re_path(r"^(?P<path>prompts/[-a-zA-Z0-9]{1,20}(?:\.[a-z]{1,10})?\.json)$", serving.published),
    re_path(r"^(?P<path>search/[a-z]{2,8}\.json)$", serving.published),
    re_path(rf"^t/(?P<slug>{_NAME})/$", serving.topic),
    re_path(rf"^(?P<language>{_LANGUAGE})/t/(?P<slug>{_NAME})/$", serving.topic),
    path("healthz", healthz, name="healthz"),
    path("api/v1/", include("kiosk.api.urls")),
    path("", include("kiosk.devices.urls")),
    path("desk/preview/<int:pk>/", views.preview, name="kiosk-preview"),
    path("desk/clips/<digest:digest>.<form:form>", views.desk_clip, name="desk-clip"),
    path("desk/images/<digest:digest>.<image_form:form>", views.desk_image, name="desk-image"),
    path("desk/prompts/", desk.prompts_page, name="desk-prompts"),
    path("desk/prompts/<name:language>/", desk.prompts_page, name="desk-prompts"),
    # Before the admin's own, whose sign-in and change of password they stand in for.
    path("admin/", include("content.signin.urls")),
    path("admin/", admin.site.urls),
]

handler404 = "kiosk.publication.serving.not_found"
