"""Every change of state, one a file: ``check()`` says why not, ``execute()`` does it."""

from content.actions.approve import ApproveRevision
from content.actions.base import Conflict, Invalid, NotPermitted, Refused
from content.actions.draft import CreateArticle, EditDraft, StartRevision
from content.actions.hear import HearClip
from content.actions.lexicon import ChangePronunciation, RetirePronunciation
from content.actions.reset_second_factor import ResetSecondFactor
from content.actions.return_to_author import ReturnRevision
from content.actions.revoice import RevoiceRevision
from content.actions.revoke_token import RevokeToken
from content.actions.sample import LeaveDemonstration, ShowSample
from content.actions.second_factor import ConfirmSecondFactor, MakeRecoveryCodes
from content.actions.submit import SubmitRevision
from content.actions.unlock import UnlockAccount
from content.actions.voice import VoiceRevision
from content.actions.withdraw import WithdrawArticle

__all__ = [
    "ApproveRevision",
    "ChangePronunciation",
    "ConfirmSecondFactor",
    "Conflict",
    "CreateArticle",
    "EditDraft",
    "HearClip",
    "Invalid",
    "LeaveDemonstration",
    "MakeRecoveryCodes",
    "NotPermitted",
    "Refused",
    "ResetSecondFactor",
    "RetirePronunciation",
    "ReturnRevision",
    "RevoiceRevision",
    "RevokeToken",
    "ShowSample",
    "StartRevision",
    "SubmitRevision",
    "UnlockAccount",
    "VoiceRevision",
    "WithdrawArticle",
]
