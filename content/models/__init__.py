"""Everything that content keeps: one concern a file."""

from content.models.article import Article, ArticleKind
from content.models.audit import AuditedRow, AuditEvent
from content.models.claim import Claim
from content.models.clip import Clip
from content.models.comment import Comment, CommentResolution
from content.models.departure import Departure, DepartureReason
from content.models.hearing import Hearing
from content.models.image import StoredImage
from content.models.installation import Installation
from content.models.lexicon import LexiconChange, RenditionPronunciation, VoiceCheck
from content.models.public_move import PublicMove
from content.models.reminder import Reminder
from content.models.rendition import Rendition, RenditionClip, RenditionImage
from content.models.review import ASSENTS, Decision, ReturnReason, Review, WithdrawReason
from content.models.revision import Revision, RevisionEditor, RevisionState
from content.models.schedule import EarlierExpiry, EarlyRelease
from content.models.sign_in import RecoveryCode, SignIn
from content.models.staff import ApiToken, StaffProfile
from content.models.suspension import SuspendedText, Suspension
from content.models.sync import SyncMeasurement
from content.models.topic import Topic, TopicTitle

__all__ = [
    "ASSENTS",
    "ApiToken",
    "Article",
    "ArticleKind",
    "AuditEvent",
    "AuditedRow",
    "Claim",
    "Clip",
    "Comment",
    "CommentResolution",
    "Decision",
    "Departure",
    "DepartureReason",
    "EarlierExpiry",
    "EarlyRelease",
    "Hearing",
    "Installation",
    "LexiconChange",
    "PublicMove",
    "RecoveryCode",
    "Reminder",
    "Rendition",
    "RenditionClip",
    "RenditionImage",
    "RenditionPronunciation",
    "ReturnReason",
    "Review",
    "Revision",
    "RevisionEditor",
    "RevisionState",
    "SignIn",
    "StaffProfile",
    "StoredImage",
    "SuspendedText",
    "Suspension",
    "SyncMeasurement",
    "Topic",
    "TopicTitle",
    "VoiceCheck",
    "WithdrawReason",
]
