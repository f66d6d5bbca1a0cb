"""A claim is a courtesy: it tells who looks at what waits, lapses, ends, and locks nobody out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from content.actions import (
    ClaimRevision,
    Conflict,
    Invalid,
    NotPermitted,
    ReleaseRevision,
    ReturnRevision,
)
from content.models import AuditEvent, Claim
from tests.factories import approve, draft, in_review, staff


def claimed(revision, actor) -> Claim:
    return ClaimRevision(revision, actor=actor).execute()


def long_ago(claim: Claim, hours: int = 3) -> None:
    Claim.objects.filter(pk=claim.pk).update(at=timezone.now() - timedelta(hours=hours))


@pytest.mark.django_db
class TestClaiming:
    def test_a_reviewer_claims_what_waits_and_the_audit_trail_tells_it(self) -> None:
        revision, nina = in_review(), staff("reviewer", "nina")
        claim = claimed(revision, nina)
        assert list(Claim.objects.standing()) == [claim]
        assert claim.until - claim.at == timedelta(hours=2)
        event = AuditEvent.objects.get(action="claim")
        assert (event.actor, event.revision) == (nina, revision)

    def test_claiming_twice_is_one_claim_and_one_event(self) -> None:
        revision, nina = in_review(), staff("reviewer", "nina")
        first = claimed(revision, nina)
        assert claimed(revision, nina).at == first.at
        assert AuditEvent.objects.filter(action="claim").count() == 1

    def test_somebody_else_is_told_who_has_claimed_it_and_until_when(self) -> None:
        revision = in_review()
        until = timezone.localtime(claimed(revision, staff("reviewer", "nina")).until)
        with pytest.raises(Conflict, match=f"nina has claimed this until {until:%H:%M}") as caught:
            claimed(revision, staff("reviewer"))
        assert caught.value.rule == "claimed"

    def test_a_claim_is_no_lock_and_a_decision_ends_it(self) -> None:
        revision = in_review()
        claimed(revision, staff("reviewer", "nina"))
        approve(revision, staff("reviewer", "omar"))
        assert not Claim.objects.standing().exists()
        returned = in_review(title="Another")
        claimed(returned, staff("reviewer", "nina"))
        ReturnRevision(
            returned, actor=staff("reviewer", "omar"), reason="unclear", comment="How?"
        ).execute()
        assert not Claim.objects.standing().exists()

    def test_a_claim_lapses_by_itself_and_another_may_follow(self, settings) -> None:
        revision, omar = in_review(), staff("reviewer", "omar")
        claim = claimed(revision, staff("reviewer", "nina"))
        long_ago(claim)
        assert not Claim.objects.standing().exists()
        assert claimed(revision, omar).user == omar
        settings.PLAINVOICE_CLAIM_HOURS = 4
        long_ago(claim)
        assert Claim.objects.standing().get().user == omar

    def test_who_wrote_it_cannot_claim_it(self) -> None:
        lead = staff("lead")
        with pytest.raises(NotPermitted, match="You edited this text"):
            claimed(in_review(author=lead), lead)

    @pytest.mark.parametrize("role", ["author", "operator", "auditor"])
    def test_who_may_not_decide_may_not_claim(self, role: str) -> None:
        with pytest.raises(NotPermitted, match="Your role"):
            claimed(in_review(), staff(role))

    def test_what_does_not_wait_cannot_be_claimed(self) -> None:
        with pytest.raises(Conflict, match="does not wait"):
            claimed(draft(), staff("reviewer"))


@pytest.mark.django_db
class TestReleasing:
    def test_ones_own_claim_is_released_and_the_audit_trail_tells_it(self) -> None:
        revision, nina = in_review(), staff("reviewer", "nina")
        claimed(revision, nina)
        ReleaseRevision(revision, actor=nina).execute()
        assert not Claim.objects.exists()
        assert AuditEvent.objects.get(action="unclaim").detail["claimed_by"] == "nina"
        assert claimed(revision, staff("reviewer", "omar"))

    def test_anothers_claim_is_not_released_by_a_reviewer(self) -> None:
        revision = in_review()
        claimed(revision, staff("reviewer", "nina"))
        with pytest.raises(NotPermitted, match="nina has claimed this"):
            ReleaseRevision(revision, actor=staff("reviewer"), reason="Ill today.").execute()

    def test_a_lead_releases_anothers_claim_with_a_reason(self) -> None:
        revision, lead = in_review(), staff("lead")
        claimed(revision, staff("reviewer", "nina"))
        with pytest.raises(Invalid, match="Say why"):
            ReleaseRevision(revision, actor=lead, reason="  ").execute()
        ReleaseRevision(revision, actor=lead, reason="Ill today.").execute()
        assert AuditEvent.objects.get(action="unclaim").detail["reason"] == "Ill today."
        assert not Claim.objects.standing().exists()

    def test_what_nobody_has_claimed_is_not_released(self) -> None:
        revision, nina = in_review(), staff("reviewer", "nina")
        with pytest.raises(Conflict, match="Nobody has claimed"):
            ReleaseRevision(revision, actor=nina).execute()
        long_ago(claimed(revision, nina))
        with pytest.raises(Conflict, match="lapsed"):
            ReleaseRevision(revision, actor=nina).execute()


@pytest.mark.django_db
class TestAtTheSameMoment:
    def test_of_two_people_who_both_found_it_free_one_has_it_and_one_is_told(self) -> None:
        revision = in_review()
        first = ClaimRevision(revision, actor=staff("reviewer", "nina"))
        second = ClaimRevision(revision, actor=staff("reviewer", "omar"))
        first.check()
        second.check()
        first.execute()
        with pytest.raises(Conflict, match="nina has claimed this"):
            second.execute()
        assert Claim.objects.get().user.username == "nina"
        assert AuditEvent.objects.filter(action="claim").count() == 1

    def test_the_database_holds_one_claim_of_a_revision(self) -> None:
        revision = in_review()
        claim = claimed(revision, staff("reviewer", "nina"))
        with pytest.raises(IntegrityError), transaction.atomic():
            Claim.objects.create(revision=revision, user=staff("reviewer"), at=claim.at)

    def test_who_decides_while_another_claims_leaves_one_outcome(self) -> None:
        revision = in_review()
        late = ClaimRevision(revision, actor=staff("reviewer", "nina"))
        late.check()
        approve(revision, staff("reviewer", "omar"))
        with pytest.raises(Conflict, match="does not wait"):
            late.execute()
        assert not Claim.objects.exists()
