"""The addresses of the staff API, below ``/api/v1/staff/``."""

from django.urls import path

from content.api import comments, suspension, time, views

urlpatterns = [
    path("articles/", views.Articles.as_view(), name="staff-articles"),
    path(
        "articles/<slug:slug>/revisions/",
        views.ArticleRevisions.as_view(),
        name="staff-article-revisions",
    ),
    path("articles/<slug:slug>/", time.OneStaffArticle.as_view(), name="staff-article"),
    path("articles/<slug:slug>/confirm/", time.Confirm.as_view(), name="staff-confirm"),
    path("articles/<slug:slug>/expiry/", time.Expiry.as_view(), name="staff-expiry"),
    path("articles/<slug:slug>/schedule/cancel/", time.Cancel.as_view(), name="staff-cancel"),
    path("articles/<slug:slug>/schedule/publish/", time.Release.as_view(), name="staff-release"),
    path("articles/<slug:slug>/translate/", time.Translate.as_view(), name="staff-translate"),
    path("articles/<slug:slug>/withdraw/", views.Withdraw.as_view(), name="staff-withdraw"),
    path("clips/<str:digest>/", views.OneClip.as_view(), name="staff-clip"),
    path("revisions/", views.Revisions.as_view(), name="staff-revisions"),
    path("revisions/<int:pk>/", views.OneRevision.as_view(), name="staff-revision"),
    path("revisions/<int:pk>/submit/", views.Submit.as_view(), name="staff-submit"),
    path("revisions/<int:pk>/approve/", views.Approve.as_view(), name="staff-approve"),
    path("revisions/<int:pk>/claim/", views.ClaimIt.as_view(), name="staff-claim"),
    path("revisions/<int:pk>/release/", views.ReleaseIt.as_view(), name="staff-release"),
    path("revisions/<int:pk>/return/", views.Return.as_view(), name="staff-return"),
    path("suspension/", suspension.Suspend.as_view(), name="staff-suspension"),
    path("suspension/end/", suspension.Resume.as_view(), name="staff-suspension-end"),
    path("revisions/<int:pk>/comments/", comments.Comments.as_view(), name="staff-comments"),
    path("comments/<int:pk>/replies/", comments.Replies.as_view(), name="staff-replies"),
    path("comments/<int:pk>/resolve/", comments.Resolve.as_view(), name="staff-resolve"),
    path("comments/<int:pk>/reopen/", comments.Reopen.as_view(), name="staff-reopen"),
]
