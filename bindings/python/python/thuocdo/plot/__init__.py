"""Pictures of scores, by matplotlib: ``pip install 'thuocdo[plot]'``.

Each function draws one figure and returns its Axes. Without ``ax`` it makes a pyplot figure of a fitting size; with one
it draws there and pyplot is left alone. Nothing is shown, saved or configured: that is the caller's.

Names, titles and levels are those of the framework, in Vietnamese or English. Points stay exact until they are drawn.
Colours can be told apart by the colour-blind and in print without colour, and never carry a meaning by themselves.
"""

# Asked for first, so that its absence is told with the remedy.
from importlib import import_module

try:
    import_module("matplotlib")
except ImportError as error:
    raise ImportError("thuocdo.plot draws with matplotlib: pip install 'thuocdo[plot]'") from error

from thuocdo.plot.agreement import agreement
from thuocdo.plot.course import course
from thuocdo.plot.levels import levels
from thuocdo.plot.missing_points import missing_points
from thuocdo.plot.radar import radar
from thuocdo.plot.review import review

__all__ = ["agreement", "course", "levels", "missing_points", "radar", "review"]
