"""The addresses of the staff API, below ``/api/v1/staff/``."""

from django.urls import path

from content.api import views

urlpatterns = [
    path("articles/", views.Articles.as_view(), name="staff-articles"),
    path(
        "articles/<slug:slug>/revisions/",
        views.ArticleRevisions.as_view(),
        name="staff-article-revisions",
    ),
    path("articles/<slug:slug>/withdraw/", views.Withdraw.as_view(), name="staff-withdraw"),
    path("clips/<str:digest>/", views.OneClip.as_view(), name="staff-clip"),
    path("revisions/", views.Revisions.as_view(), name="staff-revisions"),
    path("revisions/<int:pk>/", views.OneRevision.as_view(), name="staff-revision"),
    path("revisions/<int:pk>/submit/", views.Submit.as_view(), name="staff-submit"),
    path("revisions/<int:pk>/approve/", views.Approve.as_view(), name="staff-approve"),
    path("revisions/<int:pk>/claim/", views.ClaimIt.as_view(), name="staff-claim"),
    path("revisions/<int:pk>/release/", views.ReleaseIt.as_view(), name="staff-release"),
    path("revisions/<int:pk>/return/", views.Return.as_view(), name="staff-return"),
]
