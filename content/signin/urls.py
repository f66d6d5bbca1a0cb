"""The addresses of signing in, below ``/admin/`` and before the admin's own."""

from django.urls import path

from content.signin import enrolment, staff, views

urlpatterns = [
    path("login/", views.SignInPage.as_view(), name="signin"),
    path("logout/", views.leave, name="signin-leave"),
    path("login/code/", views.code, name="signin-code"),
    path("login/second-factor/", enrolment.enrol, name="signin-enrol"),
    path("password_change/", views.password, name="signin-password"),
    path("session/", views.status, name="signin-session"),
    path("second-factor/", enrolment.overview, name="signin-factor"),
    path("second-factor/device/", enrolment.move, name="signin-move"),
    path("second-factor/codes/", enrolment.renew, name="signin-renew"),
    path("second-factor/not-now/", enrolment.not_now, name="signin-not-now"),
    path("staff/", staff.staff_page, name="desk-staff"),
    path("staff/<int:pk>/", staff.person_page, name="desk-staff-person"),
    path("staff/<int:pk>/reset/", staff.reset, name="desk-staff-reset"),
    path("staff/<int:pk>/unlock/", staff.unlock, name="desk-staff-unlock"),
    path("staff/tokens/<int:pk>/revoke/", staff.revoke, name="desk-token-revoke"),
]
