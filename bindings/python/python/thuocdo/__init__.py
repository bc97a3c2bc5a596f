"""How far a school has come in digital transformation, by an official set of indicators."""

from thuocdo._thuocdo import __version__ as __version__
