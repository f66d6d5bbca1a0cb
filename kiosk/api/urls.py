"""The addresses below ``/api/v1/``; anything else there is a problem in JSON, too."""

from django.urls import include, path, re_path

from kiosk.api import views

urlpatterns = [
    path("articles/", views.Articles.as_view(), name="api-articles"),
    path("articles/<slug:slug>/", views.OneArticle.as_view(), name="api-article"),
    path("schema/", views.Schema.as_view(), name="api-schema"),
    path("staff/", include("content.api.urls")),
    re_path(r"^[\s\S]*\Z", views.Nowhere.as_view(), name="api-nowhere"),
]
