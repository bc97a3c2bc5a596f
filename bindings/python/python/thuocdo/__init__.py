"""How far a school has come in digital transformation, by an official set of indicators."""

from thuocdo._thuocdo import __version__ as __version__
from thuocdo.errors import InvalidAssessment, InvalidFramework, InvalidRequest, Lang, Param, ThuocdoError, Violation
from thuocdo.framework import Framework

__all__ = ["Framework", "InvalidAssessment", "InvalidFramework", "InvalidRequest", "Lang", "Param", "ThuocdoError", "Violation"]
