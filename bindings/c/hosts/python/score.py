"""Scores an assessment: reads a JSON text from standard input and prints its scorecard, or what is wrong with it."""

import sys

from thuocdo_c import Scorer, ThuocdoError

with Scorer.shipped("moet-4725-2022") as scorer:
    try:
        print(scorer.score(sys.stdin.buffer.read()))
    except ThuocdoError as error:
        sys.exit(str(error))
