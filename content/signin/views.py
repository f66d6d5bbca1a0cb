"""The pages of signing in: password, code, a password of one's own; and how long a session has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import HASH_SESSION_KEY, REDIRECT_FIELD_NAME, login, logout
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from content.actions.base import record
from content.models import RecoveryCode, SignIn
from content.signin import lockout, second_factor, session
from content.signin.middleware import half_signed_in
from content.signin.steps import missing

if TYPE_CHECKING:
    from django.contrib.auth.models import User

WHY_ENDED = {
    "idle": "You were signed out, because nothing was done for a while. Sign in to go on where "
    "you were.",
    "age": "You were signed out: a session ends by itself after some hours. Sign in to go on "
    "where you were.",
    "rights": "You were signed out, because what you may do here has changed. Sign in again.",
}
FEW_CODES = 3


def next_of(request: HttpRequest) -> str:
    """Return where the sign-in leads, which is on this site whatever was sent."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    allowed = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if allowed else reverse("admin:index")


def go_on(request: HttpRequest, user: User, *, recovery_code: bool = False) -> HttpResponse:
    """Lead to the next step of a sign-in, or end it: record it and go where it leads."""
    finish(request, user, recovery_code=recovery_code)
    if step := missing(user, request.session):
        query = urlencode({REDIRECT_FIELD_NAME: next_of(request)})
        return redirect(f"{reverse(step)}?{query}")
    return redirect(next_of(request))


def finish(request: HttpRequest, user: User, *, recovery_code: bool = False) -> None:
    """Record a sign-in once it is whole, and forget the wrong attempts before it."""
    if missing(user, request.session) is not None or request.session.get(session.DONE):
        return
    request.session[session.DONE] = True
    lockout.forget(user.get_username(), lockout.address_of(request))
    record(
        "sign_in",
        actor=user,
        second_factor=second_factor.device_of(user) is not None,
        recovery_code=recovery_code,
    )


def page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """Return a page of the sign-in. Its header has no more than a sign-out."""
    return TemplateResponse(
        request,
        f"admin/content/signin/{template}.html",
        {
            **admin.site.each_context(request),
            "next": next_of(request),
            "half": getattr(request, "half", None),
            **context,
        },
        status=status,
    )


class SignInPage(LoginView):
    """User name and password. What comes after them comes on pages of its own."""

    template_name = "admin/login.html"
    authentication_form = AdminAuthenticationForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead whoever has given their password to the next step."""
        if request.method == "GET":
            if admin.site.has_permission(request):
                return redirect(next_of(request))
            half = half_signed_in(request)
            if half is not None:
                return go_on(request, half)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[assignment]
        return answer

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Begin a session, which is nobody's until the sign-in is whole."""
        user = form.get_user()
        login(self.request, user)
        return go_on(self.request, user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say why the session before ended, if one did."""
        context = super().get_context_data(**kwargs)
        context |= {
            **admin.site.each_context(self.request),
            "title": "Sign in",
            "app_path": self.request.get_full_path(),
            "next": next_of(self.request),
            "why_ended": WHY_ENDED.get(self.request.session.get(session.ENDED, "")),
        }
        return context


class CodeForm(forms.Form):
    """A code of the device."""

    code = forms.CharField(
        label="Code",
        max_length=20,
        help_text="The six digits that your authenticator shows now.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "autofocus": True,
                "aria-describedby": "id_code_helptext",
            }
        ),
    )


class RecoveryForm(forms.Form):
    """A recovery code."""

    code = forms.CharField(
        label="Recovery code",
        max_length=40,
        help_text="One of the ten that you kept, as abcd-efgh-jkmn. Each works once.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "autofocus": True,
                "aria-describedby": "id_code_helptext",
            }
        ),
    )


@never_cache
@sensitive_post_parameters("code")
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the device's code, or with ``?recovery`` for a recovery code."""
    user = half_signed_in(request)
    device = second_factor.device_of(user) if user is not None else None
    if user is None or device is None or session.verified(request.session, device.pk):
        return redirect(f"{reverse('admin:login')}?{urlencode({'next': next_of(request)})}")
    recovery = "recovery" in request.GET
    form = (RecoveryForm if recovery else CodeForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["code"]
        why = second_factor.why_wrong(request, user, given, recovery=recovery)
        if not why:
            request.session.cycle_key()
            session.verify(request.session, device)
            if recovery:
                _tell_what_is_left(request, user)
            return go_on(request, user, recovery_code=recovery)
        form.add_error("code", why)
    return page(
        request,
        "code",
        400 if form.errors else 200,
        title="Enter a recovery code" if recovery else "Enter the code of your device",
        form=form,
        recovery=recovery,
    )


def _tell_what_is_left(request: HttpRequest, user: User) -> None:
    left = RecoveryCode.left(user)
    said = f"You used a recovery code. You have {left} left."
    if left < FEW_CODES:
        messages.warning(request, f"{said} Make new ones soon, under “Second factor”.")
    else:
        messages.info(request, said)


@never_cache
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    """Change one's password; choose one in place of the one that was printed."""
    half = half_signed_in(request)
    user = half or (request.user if admin.site.has_permission(request) else None)
    first = half is not None and missing(half, request.session) == "signin-password"
    if user is None or (half is not None and not first):
        return redirect(f"{reverse('admin:login')}?{urlencode({'next': next_of(request)})}")
    kind: Any = SetPasswordForm if first else PasswordChangeForm
    form = kind(user, request.POST or None)
    if first and request.method == "POST" and user.check_password(
        request.POST.get("new_password1", "")
    ):  # fmt: skip
        form.add_error("new_password1", "This is the password that was printed. Choose another.")
    stopped = not first and request.method == "POST" and lockout.stops(request, user.get_username())
    if not stopped and form.errors.get("old_password"):
        lockout.count(request, user.get_username())
    if request.method == "POST" and not stopped and form.is_valid():
        form.save()
        SignIn.objects.filter(user=form.user).update(must_change_password=False)
        request.session[session.MUST_CHANGE] = False
        request.session[session.CHECKED] = session.now()
        # Django's own helper goes by request.user, who is nobody as long as half is missing.
        request.session.cycle_key()
        request.session[HASH_SESSION_KEY] = form.user.get_session_auth_hash()
        record("password", actor=form.user)
        messages.success(
            request, "Your password is changed. Wherever else you were signed in, you are not now."
        )
        return go_on(request, form.user)
    return page(
        request,
        "password",
        400 if form.errors else 200,
        title="Choose a password of your own" if first else "Change your password",
        form=form,
        first=first,
    )


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out; the admin's own page would not let half a sign-in do that."""
    if half_signed_in(request) is None:
        return admin.site.logout(request)
    logout(request)
    return redirect("admin:login")


@never_cache
def status(request: HttpRequest) -> HttpResponse:
    """Say how long a session has (GET, which does not count as use), or go on with it (POST)."""
    if request.method not in ("GET", "POST"):
        return HttpResponseNotAllowed(["GET", "POST"])
    if not request.user.is_authenticated:
        return JsonResponse({"seconds": 0, "why": "idle"}, status=403)
    if request.method == "POST":
        request.session[session.SEEN] = session.now()
    else:
        request.is_no_use = True  # type: ignore[attr-defined]
    seconds, why = session.seconds_left(request.session)
    if request.method == "POST" and "text/html" in request.headers.get("Accept", ""):
        return redirect("admin:index")
    # Signing in again in another tab has made the tokens of this page's forms useless.
    return JsonResponse({"seconds": seconds, "why": why, "csrf": get_token(request)})
