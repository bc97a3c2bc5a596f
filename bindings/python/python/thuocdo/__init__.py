"""How far a school has come in digital transformation, by an official set of indicators: exact and explained.

>>> from thuocdo import Framework
>>> framework = Framework.shipped("moet-4725-2022")
>>> card = framework.score({"conditions": {"1.1": True}, "answers": {"1.3.1": 6, "1.6.1": 5.25}})
>>> card.group("1").score
Score(low=Decimal('11.25'), high=Decimal('98.25'))

Points are `decimal.Decimal` of whole hundredths. A missing answer is a range, not zero. All faults of an input come at
once.
"""

from thuocdo._report import Report
from thuocdo._thuocdo import __version__ as __version__
from thuocdo._thuocdo import public_key as public_key
from thuocdo._thuocdo import verify_signature as verify_signature
from thuocdo.documents import CalendarDict, CaseDict, EventDict, RegisterDict
from thuocdo.errors import (
    InvalidAssessment,
    InvalidFramework,
    InvalidRequest,
    Lang,
    Param,
    ThuocdoError,
    Violation,
    violation_codes,
)
from thuocdo.forms import Form, FormRefused, Forms, FormsSource
from thuocdo.frames import ArrowStream, ArrowTable
from thuocdo.framework import AssessmentInput, Framework, Source
from thuocdo.scorecard import (
    AnswerDict,
    Assessment,
    AssessmentDict,
    Band,
    BasisCounts,
    Blocker,
    ConditionDict,
    ConditionResult,
    CriterionScore,
    EvidenceDict,
    FrameworkMark,
    GroupScore,
    IndicatorScore,
    Institution,
    InstitutionDict,
    InstitutionType,
    Level,
    LocalScore,
    Overall,
    PointsInput,
    Recognition,
    Score,
    Scorecard,
    Stream,
)
from thuocdo.several import Several, Skipped
from thuocdo.tidied import TableSource, Tidied

__all__ = [
    "AnswerDict",
    "ArrowStream",
    "ArrowTable",
    "Assessment",
    "AssessmentDict",
    "AssessmentInput",
    "Band",
    "BasisCounts",
    "Blocker",
    "CalendarDict",
    "CaseDict",
    "ConditionDict",
    "ConditionResult",
    "CriterionScore",
    "EventDict",
    "EvidenceDict",
    "Form",
    "FormRefused",
    "Forms",
    "FormsSource",
    "Framework",
    "FrameworkMark",
    "GroupScore",
    "IndicatorScore",
    "Institution",
    "InstitutionDict",
    "InstitutionType",
    "InvalidAssessment",
    "InvalidFramework",
    "InvalidRequest",
    "Lang",
    "Level",
    "LocalScore",
    "Overall",
    "Param",
    "PointsInput",
    "Recognition",
    "RegisterDict",
    "Report",
    "Score",
    "Scorecard",
    "Several",
    "Skipped",
    "Source",
    "Stream",
    "TableSource",
    "ThuocdoError",
    "Tidied",
    "Violation",
    "public_key",
    "verify_signature",
    "violation_codes",
]
