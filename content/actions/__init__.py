"""Every change of state, one a file: ``check()`` says why not, ``execute()`` does it."""

from content.actions.add_image import AddImage
from content.actions.approve import ApproveRevision
from content.actions.base import Conflict, Invalid, NotPermitted, Refused
from content.actions.claim import ClaimRevision, ReleaseRevision
from content.actions.comment import (
    CommentOnSentence,
    ReopenComment,
    ReplyToComment,
    ResolveComment,
)
from content.actions.confirm import ConfirmArticle
from content.actions.draft import CreateArticle, EditDraft, StartRevision
from content.actions.hear import HearClip
from content.actions.lapse import LeaveKiosk
from content.actions.lexicon import ChangePronunciation, RetirePronunciation
from content.actions.reset_second_factor import ResetSecondFactor
from content.actions.return_to_author import ReturnRevision
from content.actions.revoice import RevoiceRevision
from content.actions.revoke_token import RevokeToken
from content.actions.sample import LeaveDemonstration, ShowSample
from content.actions.schedule import (
    BringExpiryNearer,
    CancelSchedule,
    PublishScheduled,
    ReleaseSchedule,
)
from content.actions.second_factor import ConfirmSecondFactor, MakeRecoveryCodes
from content.actions.shelve import ShelveArticle
from content.actions.submit import SubmitRevision
from content.actions.suspend import ResumeEverything, SuspendEverything
from content.actions.translate import StartTranslation
from content.actions.unlock import UnlockAccount
from content.actions.voice import VoiceRevision
from content.actions.withdraw import WithdrawArticle

__all__ = [
    "AddImage",
    "ApproveRevision",
    "BringExpiryNearer",
    "CancelSchedule",
    "ChangePronunciation",
    "ClaimRevision",
    "CommentOnSentence",
    "ConfirmArticle",
    "ConfirmSecondFactor",
    "Conflict",
    "CreateArticle",
    "EditDraft",
    "HearClip",
    "Invalid",
    "LeaveDemonstration",
    "LeaveKiosk",
    "MakeRecoveryCodes",
    "NotPermitted",
    "PublishScheduled",
    "Refused",
    "ReleaseRevision",
    "ReleaseSchedule",
    "ReopenComment",
    "ReplyToComment",
    "ResetSecondFactor",
    "ResolveComment",
    "ResumeEverything",
    "RetirePronunciation",
    "ReturnRevision",
    "RevoiceRevision",
    "RevokeToken",
    "ShelveArticle",
    "ShowSample",
    "StartRevision",
    "StartTranslation",
    "SubmitRevision",
    "SuspendEverything",
    "UnlockAccount",
    "VoiceRevision",
    "WithdrawArticle",
]
