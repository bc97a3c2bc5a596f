"""What the practice answers, as immutable types. Made of `schemas/` by `cargo xtask gen`; do not edit.

Points, differences and shares are `Decimal`, counts and levels `int`, dates `datetime.date`. What JSON calls `self` and
`from` is `own` and `from_` here.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from thuocdo._listed import Listed
from thuocdo._result import Part, Result
from thuocdo.scorecard import Scorecard

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Result):
    """How far the two sides agree over a cohort. What a side leaves open is counted apart, never guessed."""

    framework: FrameworkMark
    """By which framework."""
    groups: tuple[GroupAgreement, ...]
    """The groups, in the order of the framework."""
    levels: tuple[int, ...]
    """The levels that the rows and columns of each matrix stand for."""
    overall: LevelAgreement
    """The level of institutions as wholes."""
    passed_over: int
    """How many forms were passed over for another of the same institution, period and stream, as `keep` asks."""
    reviews: int
    """How many reviews there are."""
    rounding: Rounding
    """How means, shares and kappa are rounded."""
    unpaired: Unpaired
    """Which forms found no counterpart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead(Part):
    """Something that is to be done by a last day which is not over."""

    act: Act
    """What is to be done."""
    days: int
    """How many days are left; 0 on the last day."""
    deadline: datetime.date
    """The last day that is in time."""
    standing: Standing | None
    """How firm the last day is; null where the calendar does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentDigests(Part):
    """The digests of both assessments."""

    external: str | None
    """Of the external assessment."""
    own: str | None = field(metadata={"json": "self"})
    """Of the self-assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Result):
    """The claims of many institutions, compared with what follows from their answers, or from the points that they
    claim themselves.
    """

    agreeing: int
    """How many claims agree with everything that follows."""
    causes: tuple[CauseCount, ...]
    """The causes, each with the number of institutions."""
    count: int
    """How many rows were looked at."""
    differing: tuple[AuditedInstitution, ...]
    """Every institution whose claim differs."""
    framework: FrameworkRef
    """By which framework."""
    lowered: int
    """Of how many the overall level is lower than claimed."""
    raised: int
    """Of how many the overall level is higher than claimed."""
    without_claim: int
    """How many rows claim nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedInstitution(Part):
    """An institution whose claim differs."""

    code: str | None
    """Its code, if it has one."""
    differences: tuple[ClaimDifference, ...]
    """What differs, in the order of the groups."""
    level: Movement | None
    """How the overall level moves from the claim to what follows; null if nobody claims one."""
    name: str | None
    """Its name, if it has one."""
    period: str | None
    """The period."""
    row: int
    """Its place among the rows, from 0."""
    stream: Stream | None
    """Who assessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Part):
    """The default rule for the points of an indicator."""

    basis: Basis
    """Provenance of the rule."""
    rule: Rule
    """The rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Part):
    """The points that give one level. The lowest band may leave out its lower end, the highest its upper end."""

    above: Decimal | None = None
    """Its lower end, not included."""
    below: Decimal | None = None
    """Its upper end, not included."""
    from_: Decimal | None = field(default=None, metadata={"json": "from"})
    """Its lower end, included."""
    level: int
    """The level."""
    to: Decimal | None = None
    """Its upper end, included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands(Part):
    """The bands of a group or criterion, lowest level first."""

    bands: tuple[Band, ...]
    """The bands; together they cover every hundredth from 0 to the maximum, once."""
    basis: Basis
    """The provenance of the bands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis(Part):
    """The provenance of a figure."""

    note: Text | str | None = None
    """A remark for the reader; null if there is none."""
    sources: tuple[str, ...]
    """Ids of the framework's `sources`. Only an assumed figure may have none."""
    standing: Standing
    """How firm the figure is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisCounts(Part):
    """How many figures have each standing."""

    assumed: int
    """Assumed: the sources are silent, and the project chose a reading."""
    corroborated: int
    """Two independent public sources agree."""
    derived: int
    """Arithmetic on other figures."""
    single: int
    """One public source only."""
    text: int
    """Quoted from the act by a legal publisher."""
    unlocated: int
    """The act must contain the figure, but no source shows at which place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFinding(Part):
    """A rule that was broken in a batch, with what it asks in one language."""

    count: int
    """How often."""
    dimension: Dimension
    """The dimension in whose score it counts."""
    message: str
    """What the rule asks, in the language asked for."""
    places: tuple[BatchPlace, ...]
    """The first places, five at most."""
    rule: QualityRule
    """Which rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPlace(Part):
    """A place in one assessment of a batch."""

    at: str
    """Where in the assessment or submission, as a JSON Pointer."""
    institution: str | None
    """The institution's code."""
    record: int
    """The number of the assessment in the batch, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker(Part):
    """A blocker: a reason against recognition."""

    at: str
    """Code of the condition, the indicator or the group."""
    code: BlockerCode
    """The reason."""
    group: str
    """The group whose level it concerns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDifference(Part):
    """A difference in one case."""

    case: str
    """The case."""
    expected: str | None
    """What follows; null if the case must be refused."""
    field: str
    """What differs: `group.1.score`, `group.1.level`, `overall.level`, `eligible`, `refused`; or `answer`, if there
    is none that can be read.
    """
    found: str | None
    """What the formula states; null if it states nothing."""
    kind: CaseKind
    """What the case tries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInstitution(Part):
    """Whose case it is: an institution that has a code."""

    code: str
    """Its code in the sector database: text, of which leading zeros stay."""
    name: str | None = None
    """Its name."""
    type: InstitutionType | None = None
    """What kind of institution it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseCount(Part):
    """How many institutions have one cause."""

    cause: Cause
    """The cause."""
    count: int
    """How many institutions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Result):
    """A recognised level with all that it rests on. Every key is always there; what there is nothing of is null."""

    assessments: AssessmentDigests
    """The digests of both assessments."""
    basis: BasisCounts
    """How many figures of the national framework have each standing."""
    body: str
    """The body that recognised the level."""
    case: str
    """The digest of the case with its first `events` events."""
    engine: str
    """The version of the engine."""
    events: int
    """How many events the case had. What is done later, such as publishing, leaves the certificate as good as it
    was.
    """
    format: Literal[1]
    """The version of this format: 1."""
    framework: FrameworkRef
    """The national framework."""
    groups: tuple[CertifiedGroup, ...]
    """Level and points of each group, in the order of the framework."""
    institution: Institution
    """Whose level it is."""
    local_scorecard: str | None
    """The digest of the external scorecard by the framework with its overlays; null without overlays."""
    on: datetime.date
    """The day the level was recognised."""
    overall: RecognisedOverall
    """The level of the institution as a whole, and its rule."""
    overlays: tuple[FrameworkRef, ...]
    """The overlays that the assessments were made under, in order."""
    period: str
    """Of which period."""
    scorecard: str
    """The digest of the external scorecard by the national framework."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedGroup(Part):
    """The recognised level of one group."""

    code: str
    """Its code."""
    level: int
    """Its level."""
    score: Range[Decimal]
    """Its points by the external assessment. Missing answers may leave them open where they leave the level settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Part, Generic[T]):
    """A value before and after the changes."""

    after: T
    """The value after the changes."""
    before: T
    """The value before the changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Part):
    """One change."""

    after: Text | None
    """The value in the second one, in words; null if it has none."""
    aspect: Aspect
    """What of the element changed."""
    before: Text | None
    """The value in the first one, in words; null if it has none."""
    code: str
    """Code of the group, criterion, condition or indicator; number of the level; name of the source; empty for the
    whole.
    """
    element: Element
    """What kind of element it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Part):
    """Which indicators to raise, and how far. If all together cannot reach the target, `raises` is empty and
    `lacking` is above zero.
    """

    effort: int | None
    """The sum of the efforts; null if a chosen indicator has no effort."""
    lacking: Decimal
    """The points still lacking with every indicator at its maximum; zero if the target can be reached."""
    level: int
    """The certain level after the raises; if the target cannot be reached, the highest level that can."""
    points: Decimal
    """The sum of all raises, in points."""
    raises: tuple[Raise, ...]
    """The raises, in the order of the framework; empty if the target cannot be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDifference(Part):
    """A claim that is not what follows."""

    cause: Cause
    """Why."""
    claimed: str | None
    """What is claimed; null if nothing is."""
    field: str
    """What differs: `group.1.score`, `group.1.level`, `overall.level`, `eligible` or `answers`."""
    follows: str | None
    """What follows; null if nothing does. Of answers that are refused, the violations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Part):
    """A form of an institution that was closed before the period: merged into another, or split."""

    code: str
    """The code of the institution."""
    on: datetime.date
    """The day from which the institution was no more."""
    period: str
    """The period of the form."""
    to: tuple[str, ...]
    """The codes of those that came out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort(Result):
    """How many schools stand where."""

    by_authority: tuple[CohortRow, ...]
    """By managing authority, as the register has it, in the order of the Vietnamese alphabet; a value of null is the
    row of schools whose authority it does not have, and comes last.
    """
    by_period: tuple[CohortRow, ...]
    """By period. More than one means that schools may be counted more than once."""
    by_stream: tuple[CohortRow, ...]
    """By stream. More than one means that schools may be counted more than once."""
    by_type: tuple[CohortRow, ...]
    """By type of institution."""
    count: int
    """How many scorecards are counted."""
    eligible: int
    """Of how many nothing stands in the way of recognition."""
    eligible_at_lowest: int
    """How many of these are at the lowest level, which nobody recognises."""
    framework: FrameworkRef
    """By which framework."""
    groups: tuple[GroupLevels, ...]
    """The levels of each group."""
    missing_points: tuple[MissingPoints, ...]
    """Every indicator with the points that schools miss, the most first; those that are unlocated behind the others."""
    other_framework: int
    """How many scorecards were of another framework, and are not counted."""
    overall: LevelCounts
    """The levels of the institutions as a whole."""
    passed_over: int
    """How many scorecards were passed over for another of the same institution, period and stream, as `keep` asks."""
    quantiles: tuple[Quantiles, ...]
    """How the points of each group are spread."""
    register: Coverage | None
    """What forms and register say of each other; null without a register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortRow(Part):
    """One row of a breakdown."""

    count: int
    """How many scorecards."""
    eligible: int
    """Of how many nothing stands in the way of recognition."""
    groups: tuple[GroupLevels, ...]
    """The levels of each group."""
    overall: LevelCounts
    """The levels of the institutions as a whole."""
    value: str | None
    """What they have in common; null where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Part):
    """A requirement that brings no points."""

    basis: Basis
    """Provenance of the condition."""
    code: str
    """Code of the condition."""
    guidance: Text | None = None
    """How to find out whether it is met; null if the file has no guidance."""
    required_evidence: EvidenceRule | None = None
    """The evidence that the answer needs; null if it needs none."""
    title: Text
    """The requirement."""
    wording: Wording | None = None
    """Who worded the title; null if the file does not record it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionChange(Part):
    """A condition whose state changes."""

    code: str
    """Code of the condition."""
    state: Change[ConditionState]
    """State of the condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionResult(Part):
    """The state of one condition."""

    code: str
    """Code of the condition."""
    state: ConditionState
    """Whether it is met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionReview(Part):
    """One condition of a review."""

    code: str
    """Its code."""
    disputed: bool
    """Whether the sides differ; a side without an answer differs from one that has one."""
    external: ConditionState
    """Its state by the external assessment."""
    own: ConditionState = field(metadata={"json": "self"})
    """Its state by the self-assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionsEffect(Part):
    """The effect of an unmet or unknown condition."""

    basis: Basis
    """Provenance of the effect."""
    effect: Effect
    """The effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance(Result):
    """How a formula's answers compare with what follows."""

    answered: int
    """How many cases have an answer."""
    conforms: bool
    """Whether every answer is what follows, and levels were stated at all."""
    differences: tuple[CaseDifference, ...]
    """Every difference, in the order of the kit."""
    kinds: tuple[KindCount, ...]
    """Every kind of case, with the number of its cases that differ."""
    kit: KitMark
    """With which kit."""
    mark: str | None
    """The mark of conformance: kit, version, framework and what was compared; null if something differs. This
    project gives it, not the Ministry.
    """
    not_stated: tuple[str, ...]
    """What no answer states at all, and so was not compared: `group.1.score`, `eligible`."""
    unknown: tuple[str, ...]
    """Names of answers that are no case of this kit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Result):
    """Scorecards of one institution and its predecessors, in the order of their periods, and the steps between them."""

    entries: tuple[Entry, ...]
    """The scorecards in short: by period, then by code of the institution."""
    gains: tuple[Gain, ...]
    """Every indicator that surely rose in a comparable step, and what became of it."""
    institution: str
    """The code of the institution whose course this is."""
    steps: tuple[CourseStep, ...]
    """From each entry to what followed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseStep(Part):
    """From one entry to the next."""

    from_: Side = field(metadata={"json": "from"})
    """From what."""
    groups: tuple[GroupStep, ...]
    """What changed in each group; empty where the two do not compare."""
    indicators: tuple[IndicatorStep, ...]
    """What changed in each indicator; empty where the two do not compare."""
    kind: StepKind
    """Whether the two compare, or why they do not."""
    on: datetime.date | None
    """The day of the merger or split."""
    overall: Movement | None
    """How the level of the institution as a whole moved; null where the two do not compare."""
    to: Side
    """To what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Part):
    """How the forms and the register fit together."""

    closed: tuple[Closed, ...]
    """Forms of institutions that were closed before the period, by code."""
    unregistered: tuple[Unregistered, ...]
    """Codes of forms that are not in the register, in order."""
    without_form: tuple[str, ...]
    """Codes of institutions of the register that were there in the period, and of which no form came; in the order
    of the register.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Part):
    """A criterion: indicators that belong together."""

    bands: Bands | None = None
    """The points of each level; null if the criterion has no level of its own."""
    basis: Basis
    """Provenance of the maximum."""
    code: str
    """Code of the criterion."""
    evidence: EvidenceList | None = None
    """The evidence that the act lists for this criterion; null if it lists none."""
    indicators: tuple[Indicator, ...]
    """The indicators, at least one."""
    max: Decimal
    """The sum of its indicators' maxima."""
    title: Text
    """Title of the criterion."""
    wording: Wording | None = None
    """Who worded the title; null if the file does not record it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Part):
    """A step of the procedure and its last day."""

    basis: Basis
    """Provenance of the date."""
    by: str
    """The role that acts."""
    deadline: str
    """The last day: `MM-DD` of each year, or one date."""
    note: Text | str | None = None
    """The task; null if the file has no text for it."""
    scope: str
    """The scope in which the deadline applies: one of the procedure's `scopes`, if it has any."""
    step: str
    """Name of the step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff(Part):
    """What changed from one framework to another, or from one overlay to another."""

    after: FrameworkRef
    """The second one."""
    before: FrameworkRef
    """The first one."""
    changes: tuple[Changed, ...]
    """The changes, in the order of the first one; what only the second one has comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing(Part):
    """One place in which a certificate differs from the one that is made anew."""

    at: str
    """Where, as a JSON Pointer (RFC 6901) into the certificate."""
    found: Any
    """What is found anew; null where there is nothing."""
    stated: Any
    """What the certificate says; null where it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectRule(Part):
    """The assessor sets the points, from 0 to the maximum."""

    kind: Literal["direct"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility(Part):
    """Of how many institutions nothing stood in the way of recognition, before and after. Evidence is not counted."""

    after: int
    """By the second framework."""
    before: int
    """By the first framework."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Part):
    """One scorecard in short."""

    framework: FrameworkRef
    """By which framework."""
    groups: tuple[GroupEntry, ...]
    """Its groups."""
    institution: str
    """The code of the institution."""
    overall: Range[int]
    """The level of the institution as a whole."""
    period: str
    """The period."""
    stream: Stream | None
    """Who assessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList(Part):
    """The evidence that the act lists for a criterion."""

    basis: Basis
    """Provenance of the list."""
    text: Text
    """The evidence."""
    wording: Wording | None = None
    """Who worded the text; null if the file does not record it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRule(Part):
    """The evidence that an answer needs."""

    at_least: int
    """The number of pieces, at least 1."""
    kinds: Mapping[str, Text] | None = None
    """The kinds that count, as written in a piece's `kind`. If the list is absent, every kind counts."""
    max_age_days: int | None = None
    """The greatest age of a piece on the day of the assessment, in days; null if its age does not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected(Part):
    """What follows from a case."""

    eligible: bool | None
    """Whether neither a condition nor an open level stands in the way of recognition. Null at the lowest level,
    which nobody recognises: there both answers are right. Evidence is no part of the kit.
    """
    groups: Mapping[str, Any]
    """Points and level of each group, by code; empty if the case is refused."""
    level: Range[int] | None
    """The level as a whole; null if the case is refused."""
    refused: bool
    """Whether the assessment must be refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLabel(Part):
    """Name and unit of a fact."""

    title: Text
    """The name of the fact: "teachers with an account"."""
    unit: Text | None = None
    """The unit: "teachers". Only a yes-or-no fact has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Part):
    """Names and units of the facts that an indicator's rule uses; it has no others."""

    count: FactLabel | None = None
    """The count, for a rule `steps` by count."""
    met: FactLabel | None = None
    """The yes-or-no fact, for a rule `flag`."""
    part: FactLabel | None = None
    """The part, for a rule `share` or `steps` by percent."""
    whole: FactLabel | None = None
    """The whole, for a rule `share` or `steps` by percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Part):
    """A finding as JSON: with its message in one language."""

    at: str
    """Where in the assessment or submission, as a JSON Pointer (RFC 6901)."""
    code: ViolationCode | None
    """What the engine refuses the value for, if it does."""
    dimension: Dimension
    """The dimension in whose score it counts."""
    message: str
    """One line in the language asked for."""
    params: Mapping[str, int | str | tuple[str, ...] | Decimal]
    """The parameters of the message, by name."""
    rule: QualityRule
    """By which rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRule(Part):
    """The maximum if met, else zero."""

    kind: Literal["flag"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMark(Part):
    """Of which institution and period a form is."""

    code: str
    """The institution's code."""
    period: str | None
    """The period; null where the form names none, which pairs with another that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkFile(Part):
    """A set of indicators with its levels and rules. A value may still contradict itself; [`crate::Scorer::new`]
    refuses such a value.
    """

    award: Award
    """The rule by which an indicator without a rule of its own gets its points."""
    conditions_effect: ConditionsEffect
    """The effect of an unmet or unknown condition."""
    format: int
    """The version of this file format: 1."""
    groups: tuple[Group, ...]
    """The groups, each with a level of its own."""
    id: str
    """The framework's name for machines: lower-case letters, digits and hyphens."""
    legal: Legal
    """The act that issued the framework."""
    levels: tuple[LevelMeaning, ...]
    """The levels, numbered from 1 without a gap."""
    not_applicable: NotApplicable
    """Whether an assessor may leave out an indicator as not applicable."""
    overall: Overall
    """How the level of the institution follows from those of the groups."""
    overlays: tuple[LaidOverlay, ...] | None = None
    """The applied overlays, in the order of application; empty for a national framework."""
    procedure: Procedure | None = None
    """Roles and deadlines of the procedure; null if the file has none."""
    revision: int
    """Counts the corrections of this file, from 1."""
    sources: Mapping[str, Text | str]
    """The sources of the figures: a short id, and a description by which a reader can find the source."""
    title: Text
    """The framework's name for people."""
    unknown: tuple[Text, ...] | None = None
    """Known gaps: facts that no source contains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkMark(Part):
    """The framework of a result, and how firm its figures are."""

    basis: BasisCounts
    """The number of its figures by standing."""
    digest: str
    """SHA-256 digest of the framework's canonical JSON."""
    id: str
    """Id of the framework."""
    revision: int
    """Revision of the framework, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkRef(Part):
    """A framework or an overlay by its id, its revision and the digest of its canonical JSON. Two files may have one
    id and one revision; the digest tells them apart.
    """

    digest: str
    """SHA-256 digest of its canonical JSON."""
    id: str
    """Id of the framework or overlay."""
    revision: int
    """Its revision, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain(Part):
    """An indicator that surely rose."""

    code: str
    """Its code."""
    gained_in: str
    """The period in which it rose."""
    institution: str
    """The institution."""
    lost_in: str | None
    """The period in which its points surely were below those gained; null while they are kept."""
    reached: Decimal
    """The points reached, those that are certain."""
    score: Range[Decimal]
    """By how much it rose."""
    until: str
    """The last period that was compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Part):
    """A group of criteria, with a level of its own."""

    bands: Bands
    """The points of each level."""
    basis: Basis
    """Provenance of the maximum."""
    code: str
    """Code of the group."""
    conditions: tuple[Condition, ...]
    """The mandatory conditions for a recognised level."""
    criteria: tuple[Criterion, ...]
    """The criteria, at least one."""
    max: Decimal
    """The sum of its criteria's maxima."""
    title: Text
    """Title of the group."""
    wording: Wording | None = None
    """Who worded the title; null if the file does not record it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAgreement(Part):
    """One group over a cohort."""

    code: str
    """Its code."""
    compared: int
    """How many reviews have known points on both sides."""
    difference: Decimal | None
    """The mean of their differences, external less self, in points; null of none."""
    indicators: tuple[IndicatorAgreement, ...]
    """Its indicators."""
    level: LevelAgreement
    """Its level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange(Part):
    """A group before and after the changes."""

    code: str
    """Code of the group."""
    level: Change[Range[int]]
    """Level of the group."""
    score: Change[Range[Decimal]]
    """Points of the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEntry(Part):
    """Points and level of one group."""

    code: str
    """Its code."""
    level: Range[int]
    """Its level."""
    max: Decimal
    """Its maximum."""
    score: Range[Decimal]
    """Its points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLevels(Part):
    """How many schools have which level in one group."""

    code: str
    """The group's code."""
    levels: tuple[LevelCount, ...]
    """Schools whose level is known, level by level."""
    undetermined: int
    """Schools whose level missing answers leave open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPlan(Part):
    """What a school can do to reach a level in one group."""

    cheapest: Choice | None
    """The choice with the least effort among the indicators that have one; then the fewest indicators, then the
    least points, then the first in the order of the framework. Null if the goal has no efforts.
    """
    code: str
    """The group's code."""
    conditions: tuple[ConditionResult, ...]
    """The mandatory conditions that are unmet or unknown. The group gets no recognised level before they are
    settled.
    """
    fewest: Choice
    """The choice with the fewest indicators, then the least points, then the first in the order of the framework."""
    level: Range[int]
    """The present level."""
    missing: MissingAnswers | None
    """How the missing answers would settle the level; null if the level is determined."""
    needed: Decimal
    """The points that the target needs beyond the certain points."""
    reach: Reach
    """Whether the target can be reached."""
    room: tuple[Headroom, ...]
    """The indicators that can still bring points, in the order of the framework, without the unlocated ones."""
    target: int
    """The level to reach."""
    unlocated: tuple[Unlocated, ...]
    """Points that no source assigns to an indicator. A school cannot plan to raise them, so the plan does not count
    on them.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupResult(Part):
    """Points and level of one group."""

    code: str
    """Its code."""
    level: Range[int]
    """Its level."""
    score: Range[Decimal]
    """Its points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupReview(Part):
    """One group of a review."""

    code: str
    """Its code."""
    conditions: tuple[ConditionReview, ...]
    """Its conditions."""
    difference: Range[Decimal]
    """The sum of the differences of its indicators, end by end."""
    disputed: Rating
    """What stays disputed: points and level if every dispute went to the lower side, and if every one went to the
    higher. What neither side knows stays as wide as it is.
    """
    external: Rating
    """By the external assessment."""
    indicators: tuple[IndicatorReview, ...]
    """Its indicators."""
    max: Decimal
    """Its maximum."""
    movement: Movement
    """How its level moved from the self-assessment to the external one; open unless both are known."""
    own: Rating = field(metadata={"json": "self"})
    """By the self-assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow(Part):
    """One group of one institution."""

    code: str
    """The group's code."""
    level: Range[int] | None
    """The level; null where there is neither a certificate nor a scorecard."""
    recognised: bool
    """Whether the level is recognised; if not, it is only computed."""
    score: Range[Decimal] | None
    """The points of the scorecard; null where there is none. A recognised level need not follow from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStep(Part):
    """What changed in one group."""

    code: str
    """Its code."""
    level: Movement
    """How its level moved."""
    score: Range[Decimal]
    """Its points: later less earlier. Missing answers of either side widen it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary(Part):
    """How many institutions have which level in one group."""

    code: str
    """The group's code."""
    levels: tuple[LevelNumber, ...]
    """Level by level."""
    undetermined: int
    """Those whose level is open, or of which there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headroom(Part):
    """The points that an indicator can still bring."""

    code: str
    """Code of the indicator."""
    level_alone: int
    """The certain level of the group with only this indicator at its maximum."""
    points: Decimal
    """The most points that it can bring beyond its certain ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact(Result):
    """How levels move from one framework to another, for the same answers."""

    count: int
    """How many institutions were looked at."""
    diff: Diff
    """What differs between the two frameworks."""
    eligible: Eligibility
    """How many lose what recognition needs, or gain it."""
    levels: tuple[LevelMoves, ...]
    """How levels move: of each group, then as a whole with a code of null."""
    moved: tuple[MovedInstitution, ...]
    """Every institution whose level moves, or may move, in a group or as a whole."""
    other_framework: int
    """How many cards are of a third framework, and are not counted."""
    stored: StoredCards
    """Which stored cards stay valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Part):
    """An indicator: the unit that an assessor answers."""

    basis: Basis
    """Provenance of the maximum."""
    code: str
    """Code of the indicator."""
    facts: Facts | None = None
    """Names and units of the facts that its rule uses; null if it has none."""
    guidance: Text | None = None
    """How to answer it; null if the file has no guidance."""
    max: Decimal
    """The maximum points, above zero."""
    required_evidence: EvidenceRule | None = None
    """The evidence that the answer needs; null if it needs none."""
    rule: Rule | None = None
    """Its rule; null for the framework's rule."""
    title: Text
    """The question."""
    wording: Wording | None = None
    """Who worded the title; null if the file does not record it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAgreement(Part):
    """One indicator over a cohort."""

    code: str
    """Its code."""
    compared: int
    """How many reviews have an answer on both sides."""
    difference: Decimal | None
    """The mean of their differences, external less self, in points; null of none."""
    disputed: int
    """In how many reviews the sides say different things."""
    moves_level: int
    """In how many of them this difference alone moves the group's level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChange(Part):
    """An indicator whose points change."""

    code: str
    """Code of the indicator."""
    difference: Decimal
    """The change of its certain points; negative if they fall."""
    score: Change[Range[Decimal]]
    """Points of the indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorReview(Part):
    """One indicator of a review."""

    code: str
    """Its code."""
    difference: Range[Decimal]
    """External less self: the least and the greatest it may be. Exact where both sides answered."""
    disputed: bool
    """Whether the sides differ; a missing answer differs from one that is there."""
    external: Range[Decimal]
    """Its points by the external assessment."""
    max: Decimal
    """Its maximum."""
    moves_level: bool
    """Whether this difference alone moves the group's level: copied into the self-assessment, or into the external
    one, it changes the level there.
    """
    reason: str | None
    """The note of the external assessment, where there is one."""
    own: Range[Decimal] = field(metadata={"json": "self"})
    """Its points by the self-assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorStep(Part):
    """What changed in one indicator."""

    code: str
    """Its code."""
    score: Range[Decimal]
    """Its points: later less earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Part):
    """The assessed institution. In a result an unknown field is null."""

    code: str | None
    """Its code in the sector database: text, with its leading zeros; null if unknown."""
    name: str | None
    """Its name; null if unknown."""
    type: InstitutionType | None
    """Its kind; null if unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount(Part):
    """The cases of one kind."""

    cases: int
    """How many there are."""
    differing: int
    """How many differ."""
    kind: CaseKind
    """The kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit(Result):
    """The boundary cases of a framework, with what follows from each. Made of the framework alone: two engines of
    one version make the same kit.
    """

    cases: tuple[KitCase, ...]
    """The cases."""
    left_out: tuple[str, ...]
    """The names of cases that were left out, because no answers bring their total under this framework."""
    mark: KitMark
    """Which kit it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitAssessment(Part):
    """An assessment of the kit. Some of them are refused: that is what they try."""

    answers: Mapping[str, Any]
    """The answers by the code of their indicator: points, met or not, `{ "part", "whole" }` or `{ "count" }`; a
    missing one is absent.
    """
    conditions: Mapping[str, Any]
    """Whether each condition is met, by code; an unknown one is absent."""
    framework: str
    """The id of the framework."""
    institution: CaseInstitution
    """The institution. Its code is the name of the case."""
    stream: Stream | None = None
    """Who assesses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitCase(Part):
    """A case: what a formula gets, and on request what is right."""

    assessment: KitAssessment
    """The assessment. Its institution has the name of the case as its code."""
    case: str
    """The name of the case; it says what the case tries."""
    expected: Expected | None = None
    """What follows; null where nobody asked for answers."""
    kind: CaseKind
    """What the case tries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitMark(Part):
    """Which kit it is."""

    cases: int
    """The number of its cases."""
    digest: str
    """SHA-256 digest of the canonical JSON of its cases, with the answers."""
    framework: FrameworkRef
    """By which framework the answers are right."""
    version: int
    """The version of the kit's rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOverlay(Part):
    """An overlay that has been applied to a framework."""

    basis: Basis
    """The provenance of its own figures: rules, maxima of parts, local conditions."""
    digest: str
    """SHA-256 digest of its canonical JSON."""
    id: str
    """Id of the overlay."""
    issued: Legal | None = None
    """The act that issued it; null for an overlay that only illustrates."""
    revision: int
    """Revision of the overlay, from 1."""
    title: Text
    """Its name for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Late(Part):
    """An event after its last day."""

    act: Act
    """What was done."""
    days: int
    """How many days late."""
    deadline: datetime.date
    """The last day that was in time."""
    event: int
    """Which event, from 0."""
    on: datetime.date
    """When it was done."""
    standing: Standing | None
    """How firm the last day is; null where the calendar does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal(Part):
    """The act that issued a framework."""

    act: str
    """Number of the act."""
    issued: datetime.date
    """The day of issue."""
    issuer: str
    """The issuing authority."""
    title: str
    """Title of the act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelAgreement(Part):
    """How far self-assessments and external assessments agree on the level of a group, or of institutions as wholes."""

    compared: int
    """How many pairs have a known level on both sides."""
    kappa: Decimal | None
    """Cohen's kappa of those: 1 where all agree, 0 where no more agree than chance would have it, below 0 where
    fewer do. Null where it has no meaning: none was compared, or all stand in one place of the matrix.
    """
    lowered: int
    """How many the assessor found a lower level for."""
    matrix: tuple[tuple[int, ...], ...]
    """How many have which level: a row for each level of the self-assessment, in it a number for each of the
    external assessment.
    """
    open: int
    """How many have a level that missing answers leave open on either side; they are in no other number here."""
    raised: int
    """How many the assessor found a higher level for."""
    same: int
    """How many have the same level on both sides."""
    share_lowered: Decimal | None
    """The share of those compared that were lowered; null of none."""
    share_raised: Decimal | None
    """The share of those compared that were raised; null of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCount(Part):
    """How many schools have one level."""

    count: int
    """How many."""
    level: int
    """The level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCounts(Part):
    """How many schools have which level as a whole."""

    levels: tuple[LevelCount, ...]
    """Schools whose level is known, level by level."""
    undetermined: int
    """Schools whose level missing answers leave open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMeaning(Part):
    """A level and what it means."""

    level: int
    """Number of the level, from 1 to 100."""
    meaning: Text
    """A sentence about an institution at this level."""
    name: Text
    """Name of the level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMoves(Part):
    """How many levels move."""

    code: str | None
    """The code of the group; null of the level as a whole."""
    lowered: int
    """To a lower one."""
    open: int
    """Those that missing answers, or answers to new indicators, leave open."""
    raised: int
    """To a higher one."""
    same: int
    """Those that stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelNumber(Part):
    """How many institutions have one level."""

    computed: int
    """Those of whom it is only computed."""
    level: int
    """The level."""
    recognised: int
    """Those of whom it is recognised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRow(Part):
    """The level of one institution as a whole."""

    level: Range[int] | None
    """The level; null where there is neither a certificate nor a scorecard."""
    recognised: bool
    """Whether the level is recognised; if not, it is only computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSummary(Part):
    """How many institutions have which level as a whole."""

    levels: tuple[LevelNumber, ...]
    """Level by level."""
    undetermined: int
    """Those whose level is open, or of which there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFramework(Result):
    """The framework that an overlay makes of another one."""

    digest: str
    """The digest of the framework; an overlay that is to be laid on it names it."""
    framework: FrameworkFile
    """The framework, as a file would say it."""
    overlay: FrameworkRef
    """The overlay that made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAnswer(Part):
    """An indicator without an answer."""

    code: str
    """Code of the indicator."""
    points: Decimal
    """The most points that the answer can bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAnswers(Part):
    """How the missing answers would settle the level."""

    answers: tuple[MissingAnswer, ...]
    """The indicators without an answer, in the order of the framework."""
    levels: tuple[PossibleLevel, ...]
    """Each level that is still possible, in ascending order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPoints(Part):
    """The points that schools miss in one indicator."""

    code: str
    """The indicator's code."""
    mean: Decimal
    """The points missing for each school counted, rounded to hundredths, half a hundredth up."""
    schools: int
    """How many schools lack any."""
    total: Decimal
    """The maximum less the certain points, over all schools."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedGroup(Part):
    """A group whose level or points change."""

    after: MovedResult | None
    """Level and points by the second framework; null if it does not have the group."""
    because: tuple[str, ...]
    """By which figures: `bands` of the group, or codes of indicators that are new, gone, or have other points."""
    before: MovedResult | None
    """Level and points by the first framework; null if it does not have the group."""
    code: str
    """The code of the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedInstitution(Part):
    """An institution whose level moves."""

    after: Range[int]
    """The level as a whole by the second framework."""
    before: Range[int]
    """The level as a whole by the first framework."""
    code: str | None
    """Its code, if it has one."""
    groups: tuple[MovedGroup, ...]
    """The groups whose level or points change."""
    name: str | None
    """Its name, if it has one."""
    period: str | None
    """The period."""
    stream: Stream | None
    """Who assessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedResult(Part):
    """Level and points of a group."""

    level: Range[int]
    """Its level."""
    score: Range[Decimal]
    """Its points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Next(Part):
    """Something that may be done next."""

    act: Act
    """What."""
    blocked: bool
    """Whether the external assessment, as it is, stands in the way."""
    roles: tuple[Role, ...]
    """Who may do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable(Part):
    """Whether an assessor may leave out an indicator as not applicable."""

    allowed: Literal[False]
    """Always false: the engine knows no exemptions."""
    basis: Basis
    """Provenance of this rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Part):
    """The result of one of the two assessments by the national framework."""

    blockers: tuple[Blocker, ...]
    """What stands in the way of recognition."""
    digest: str
    """The digest of the assessment's canonical JSON."""
    groups: tuple[GroupResult, ...]
    """The groups, in the order of the framework."""
    overall: OverallLevel
    """The level of the institution as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overall(Part):
    """How the levels of the groups give the level of the institution."""

    basis: Basis
    """Provenance of the rule."""
    rule: OverallRule
    """The rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallLevel(Part):
    """The level of the institution as a whole."""

    level: Range[int]
    """The level."""
    rule: OverallRule
    """The rule by which the levels of the groups give this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallReview(Part):
    """The level of the institution as a whole, by both sides."""

    disputed: Range[int]
    """The level if every dispute of every group went to the lower side, and if every one went to the higher."""
    external: Range[int]
    """By the external assessment."""
    movement: Movement
    """How it moved from the self-assessment to the external one; open unless both are known."""
    own: Range[int] = field(metadata={"json": "self"})
    """By the self-assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue(Part):
    """Something that was not done by its last day."""

    act: Act
    """What is to be done."""
    days: int
    """For how many days it has been overdue."""
    deadline: datetime.date
    """The last day that was in time."""
    standing: Standing | None
    """How firm the last day is; null where the calendar does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel(Result):
    """What several assessors found together. Points are combined, never levels: the level follows from the combined
    points.
    """

    alone: tuple[Range[int], ...]
    """The level of the institution as a whole that each form alone would give, in the order of the forms."""
    card: Scorecard
    """The scorecard of the combined points. They are points, not facts: a criterion that is met or not may have a
    part of its maximum.
    """
    combine: Combine
    """How they were combined."""
    groups: tuple[PanelGroup, ...]
    """The groups, in the order of the framework."""
    rounding: Rounding
    """How means were rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelCondition(Part):
    """One condition, by every assessor."""

    code: str
    """Its code."""
    met: int
    """How many say that it is met."""
    state: ConditionState
    """Met or unmet where all say so, else unknown."""
    unknown: int
    """How many say nothing."""
    unmet: int
    """How many say that it is not met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelGroup(Part):
    """One group of a panel."""

    alone: tuple[Rating, ...]
    """Points and level that each form alone would give, in the order of the forms."""
    code: str
    """Its code."""
    conditions: tuple[PanelCondition, ...]
    """Its conditions."""
    indicators: tuple[PanelIndicator, ...]
    """Its indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelIndicator(Part):
    """One indicator, by every assessor."""

    code: str
    """Its code."""
    combined: Range[Decimal]
    """Its combined points, each end by itself."""
    max: Decimal
    """Its maximum."""
    spread: Range[Decimal]
    """The least low end and the greatest high end."""
    values: tuple[Range[Decimal], ...]
    """The points of each form, in the order of the forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Result):
    """What a school can do to reach a level in each group.

    A plan counts only certain points: a missing answer brings zero.
    """

    framework: FrameworkMark
    """The framework of the plan."""
    groups: tuple[GroupPlan, ...]
    """The requested groups, in the order of the framework."""
    step: Decimal
    """The step of a raise, in points: an indicator is raised to a multiple of it, or to its maximum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleLevel(Part):
    """A level that is still possible."""

    level: int
    """The level."""
    points: Decimal
    """The least points that the missing answers together must bring for this level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Part):
    """Roles and deadlines of the procedure."""

    note: Text | str | None = None
    """A remark for the reader; null if there is none."""
    roles: Mapping[str, Text | str]
    """The task of each role."""
    scopes: Mapping[str, Text] | None = None
    """A title for the steps of each scope: "Deadlines of the Ministry"."""
    steps: tuple[Deadline, ...]
    """The steps with their dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Listed):
    """A list to be published. Its rows are by authority, then by code; those without authority are last."""

    act: str | None = None
    """The act that publishes it; absent where none is named."""
    as_of: datetime.date | None
    """The day as of which it holds."""
    authority: str | None
    """Who publishes."""
    closed: tuple[Closed, ...]
    """Rows of institutions that were closed before the period, by the register."""
    framework: FrameworkRef
    """By which framework."""
    missing: tuple[Registered, ...] | None = None
    """The institutions of the register of which there is nothing, in its order; absent where nobody asked for them."""
    official: str | None = None
    """The official who publishes it; absent where none is named."""
    passed_over: int
    """How many scorecards were passed over for another of the same institution, as `keep` asks."""
    period: str | None
    """The period of every row."""
    rows: tuple[PublicationRow, ...]
    """The institutions."""
    summary: Summary
    """How many have which level."""
    title: str | None
    """The title; else one is made of the framework's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRow(Part):
    """One institution."""

    authority: str | None
    """Who manages it."""
    blockers: tuple[Blocker, ...] | None = None
    """The conditions and the evidence that stand in the way of recognition, of groups whose level is not recognised;
    absent where nothing does. That a level is open shows in the level.
    """
    code: str
    """Its code."""
    groups: tuple[GroupRow, ...]
    """Its groups, in the order of the framework."""
    name: str | None
    """Its name."""
    overall: LevelRow
    """Its level as a whole."""
    recognised: bool
    """Whether the level of every group is recognised."""
    stream: Stream | None = None
    """Who assessed; absent where there are no points, or the card does not say."""
    type: InstitutionType | None
    """What kind of institution it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality(Result):
    """The data quality of one assessment, with messages in one language."""

    findings: tuple[Finding, ...]
    """Every check that was not passed, in order of place."""
    institution: str | None
    """The institution's code, as it was written."""
    period: str | None
    """The period."""
    scores: Scores
    """The four scores."""
    stream: Stream | None
    """Who assessed."""
    unlisted: int
    """How many findings are counted but not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityBatch(Result):
    """The data quality of a batch, with messages in one language."""

    count: int
    """How many assessments there were."""
    findings: tuple[BatchFinding, ...]
    """Every rule that was broken, by dimension."""
    scores: Scores
    """The checks of all assessments together."""
    signals: tuple[Signal, ...]
    """What a reviewer may want to look at; it proves nothing."""
    unlisted: int
    """How many signals are not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantiles(Part):
    """How the points of one group are spread over the schools whose points are known, by nearest rank: of n schools
    in ascending order the one at n × ¼, ½ or ¾, rounded up. So each is exact, and the points of a school there
    is.
    """

    code: str
    """The group's code."""
    lower_quartile: Decimal | None
    """A quarter of the way."""
    maximum: Decimal | None
    """The last school's."""
    median: Decimal | None
    """Half of the way."""
    minimum: Decimal | None
    """The first school's."""
    open: int
    """How many schools are left out, because their points are not known."""
    upper_quartile: Decimal | None
    """Three quarters of the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise(Part):
    """An indicator to raise. If a share decides its points, the share must bring at least `to`."""

    code: str
    """Code of the indicator."""
    from_: Decimal = field(metadata={"json": "from"})
    """The certain points now."""
    to: Decimal
    """The points to reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Part, Generic[T]):
    """A value between `low` and `high`, both included. A missing answer is not zero: it widens the range."""

    high: T
    """The value if every missing answer brought its maximum."""
    low: T
    """The value if every missing answer brought zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Part):
    """Points and level of a group."""

    level: Range[int]
    """Its level."""
    score: Range[Decimal]
    """Its points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedGroup(Part):
    """The recognised level of one group."""

    code: str
    """Its code."""
    level: int
    """Its level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedLevel(Part):
    """The level that an authority has recognised, by group and for the whole."""

    groups: tuple[RecognisedGroup, ...]
    """The groups, in the order of the framework."""
    overall: RecognisedOverall
    """The institution as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedOverall(Part):
    """The recognised level of the institution as a whole."""

    level: int
    """The level."""
    rule: OverallRule
    """The rule it follows from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Part):
    """One institution."""

    address: str | None = None
    """Where a notice reaches it, in free text: an e-mail address, or the way to its letter box."""
    authority: str | None
    """Who manages it, in free text: the People's Committee of a commune, a department. Composed (NFC) and without
    white space around.
    """
    code: str
    """Its code in the sector database. Composed (NFC), and without blanks that do not belong."""
    name: str | None
    """Its name."""
    type: InstitutionType | None
    """What kind of institution it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Result):
    """Self-assessment and external assessment of one institution, side by side. Every difference is external less
    self: below zero where the assessor gave less.
    """

    framework: FrameworkMark
    """By which framework."""
    groups: tuple[GroupReview, ...]
    """The groups, in the order of the framework."""
    institution: Institution | None
    """Whose assessments they are, as far as either names it; where both do, as the self-assessment writes it."""
    overall: OverallReview
    """The level of the institution as a whole."""
    period: str | None
    """For which period, as far as either names one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Part):
    """How many checks there were and how many were passed. Nothing was weighed: a check is a check."""

    checked: int
    """How many checks there were."""
    passed: int
    """How many of them were passed."""
    percent: Decimal | None
    """`100 × passed ÷ checked`, rounded half away from zero to two decimals; null where nothing was checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores(Part):
    """The four scores."""

    clean: Score
    """Sạch."""
    complete: Score
    """Đủ."""
    correct: Score
    """Đúng."""
    live: Score
    """Sống."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRule(Part):
    """The maximum × part ÷ whole, rounded half up to hundredths."""

    kind: Literal["share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Part):
    """One end of a step."""

    institution: str
    """The code of the institution."""
    period: str
    """The period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Part):
    """A signal as JSON: with its message in one language."""

    count: int
    """Of how many: institutions, or assessments for `all_maxima`, `piled_over_band` and `share_as_points`."""
    group: str | None
    """The group, where it is about one."""
    message: str
    """One line in the language asked for."""
    params: Mapping[str, int | str | tuple[str, ...] | Decimal]
    """The parameters of the message, by name."""
    signal: SignalKind
    """Which."""
    who: tuple[str, ...]
    """The codes of the institutions, in order; the first ones, where there are many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Part):
    """A signature, and by which key."""

    algorithm: Algorithm
    """How it was made."""
    key: str
    """The public key: 64 hexadecimal digits. Whether it is to be trusted, only its owner can say."""
    value: str
    """The signature: 128 hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCertificate(Result):
    """A certificate with a signature of its canonical JSON."""

    certificate: Certificate
    """What is signed."""
    signature: Signature
    """The signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Result):
    """Where a case stands on a day. Every key is always there; what there is nothing of is null."""

    ahead: tuple[Ahead, ...]
    """What is still to be done by a last day that is not over on the day that is looked at."""
    as_of: datetime.date | None
    """The day that is looked at: what was done later is not done yet. Without one, everything is, and nothing is
    overdue.
    """
    calendar: str | None
    """The scope of the calendar; null where there is none."""
    closed: Closed | None
    """That the register closed the institution before the period; null where it did not, and without a register."""
    external: Outcome | None
    """The external assessment."""
    late: tuple[Late, ...]
    """The events after their last day. A report made again after a return is an event like any other."""
    next: tuple[Next, ...]
    """What may be done next, and by whom."""
    overdue: tuple[Overdue, ...]
    """What was not done by its last day."""
    recognised: RecognisedLevel | None
    """The recognised level; null in every other state than `recognised` and `published`."""
    own: Outcome | None = field(metadata={"json": "self"})
    """The self-assessment."""
    state: State | None
    """The state; null before the first event."""
    unjudged: tuple[Unjudged, ...]
    """The last days that cannot be compared with what was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """A row of a table of steps."""

    at_least: Decimal
    """The count or the percentage from which the row applies."""
    points: Decimal
    """The points of the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsRule(Part):
    """The points of the last row reached."""

    kind: Literal["steps"]
    of: StepsOf
    """The value that the rule compares with the rows."""
    table: tuple[Step, ...]
    """The rows, ascending from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCards(Part):
    """Which stored cards stay valid, by the digests in them."""

    recompute: int
    """Cards of the first framework: a card says its framework's digest, so they must be made again."""
    same_result: int
    """Those among them whose points and levels stay the same."""
    valid: int
    """Cards of the second framework already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Part):
    """How many institutions have which level."""

    count: int
    """How many there are."""
    groups: tuple[GroupSummary, ...]
    """In each group."""
    overall: LevelSummary
    """As a whole."""
    recognised: int
    """Of how many the level of every group is recognised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Part):
    """A title or text of a framework in both languages. Only an overlay may leave out one of them; it is then empty,
    and the other one stands in for it.
    """

    en: str
    """English."""
    vi: str
    """Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged(Part):
    """A last day that cannot be compared with what was done."""

    act: Act
    """What is to be done."""
    deadline: str
    """The last day, as the calendar has it."""
    why: Why
    """Why it cannot be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocated(Part):
    """Points that no source assigns to an indicator."""

    code: str
    """Code of the indicator that stands for them."""
    points: Decimal
    """The most points that they can bring beyond the certain ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaired(Part):
    """Forms that found no counterpart of the same institution and period, sorted by code and period."""

    external: tuple[FormMark, ...]
    """External assessments without a self-assessment."""
    own: tuple[FormMark, ...] = field(metadata={"json": "self"})
    """Self-assessments without an external one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unregistered(Part):
    """A code of a form that is not in the register."""

    code: str
    """The code of the form."""
    near: str | None
    """The one code of the register that differs from it only in zeros at the beginning and in signs between, as a
    spreadsheet changes codes.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification(Result):
    """How a certificate compares with the one that is made anew."""

    differences: tuple[Differing, ...]
    """Everything in which they differ, in the order of the certificate."""
    identical: bool
    """Whether they are the same, byte for byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf(Result):
    """The effect of changed answers. Lists all groups, and only those indicators and conditions that change."""

    blockers_added: tuple[Blocker, ...]
    """The blockers of recognition that the changes add."""
    blockers_gone: tuple[Blocker, ...]
    """The blockers of recognition that the changes remove."""
    conditions: tuple[ConditionChange, ...]
    """The conditions whose state changes, in the order of the framework."""
    eligible: Change[bool]
    """Whether no blocker of recognition is left."""
    groups: tuple[GroupChange, ...]
    """The groups, in the order of the framework."""
    indicators: tuple[IndicatorChange, ...]
    """The indicators whose points change, in the order of the framework."""
    overall: Change[Range[int]]
    """The level of the institution as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Part):
    """Who worded a title in the language of the act. The title in the other language is always a translation by the
    author of the file.
    """

    kind: WordingKind
    """Who worded it."""
    note: Text | str | None = None
    """A remark for the reader, such as where the title differs from its source; null if there is none."""
    sources: tuple[str, ...]
    """Ids of the framework's `sources` that contain the words. Only a title by the author of the file may have none."""


Act = Literal[
    "plan",
    "self_assess",
    "approve",
    "report",
    "return",
    "externally_assess",
    "recognise",
    "publish",
    "withdraw",
]
"""What is done with a case.

"plan": The work is planned.

"self_assess": The institution assesses itself (tự đánh giá).

"approve": The head of the institution approves the self-assessment (phê duyệt).

"report": The self-assessment is reported to the managing authority (báo cáo).

"return": The authority returns the report for more (trả lại để bổ sung).

"externally_assess": The authority assesses (đánh giá ngoài).

"recognise": The authority recognises the level (công nhận).

"publish": The authority publishes the level (công bố).

"withdraw": The case ends without a level, or the level is taken back (rút, thu hồi).
"""


Algorithm = Literal[
    "ed25519",
]
"""How a signature is made.

"ed25519": Ed25519, RFC 8032.
"""


Aspect = Literal[
    "presence",
    "act",
    "award",
    "bands",
    "base",
    "basis",
    "day",
    "effect",
    "evidence",
    "facts",
    "guidance",
    "id",
    "parent",
    "max",
    "note",
    "overlays",
    "overall",
    "revision",
    "roles",
    "rule",
    "title",
    "unknown",
    "wording",
]
"""What of an element changed.

"presence": That the element is there.

"act": The act that issued it.

"award": The rule for points of indicators without a rule of their own.

"bands": The points of each level.

"base": What an overlay is laid on.

"basis": What the figures rest on.

"day": The last day.

"effect": The effect of an unmet condition.

"evidence": The evidence that is required, or that the act lists.

"facts": The facts that the rule uses.

"guidance": How to answer.

"id": The id.

"parent": Where the element stands.

"max": The maximum points.

"note": A remark for the reader.

"overlays": The overlays that were applied.

"overall": How the level of the institution follows.

"revision": The revision.

"roles": The tasks of the roles.

"rule": The rule for points.

"title": The title.

"unknown": What no source says.

"wording": Who worded the title.
"""


BlockerCode = Literal[
    "condition_unmet",
    "condition_unknown",
    "level_undetermined",
    "evidence_missing",
    "evidence_unknown",
]
"""A reason against recognition.

"condition_unmet": A mandatory condition is not met.

"condition_unknown": No answer whether a mandatory condition is met.

"level_undetermined": Missing answers leave the level open.

"evidence_missing": A condition is met, or an answer brings points, without the evidence that the framework
requires.

"evidence_unknown": It is unknown whether such an answer has its required evidence.
"""


CaseKind = Literal[
    "condition",
    "edge",
    "missing",
    "out_of_range",
    "rounding",
    "stream",
    "sum",
]
"""What a case tries.

"condition": A condition that is unmet or unknown.

"edge": A total at the edge of a level, a hundredth below it and a hundredth above it.

"missing": An answer that is missing.

"out_of_range": Points above the maximum, or below zero.

"rounding": Hundredths that a formula rounds away, thousandths that nobody may report, and shares that end in
half a hundredth.

"stream": The same answers of each type of institution and each stream.

"sum": Points that binary floating point adds up to another total.
"""


Cause = Literal[
    "blank_as_zero",
    "conditions",
    "level_of_points",
    "other_points",
    "out_of_range",
    "overall",
    "refused",
    "rounded",
    "sum",
    "unreadable",
]
"""Why a claim is not what follows.

"blank_as_zero": Missing answers count as zero, though the points are open.

"conditions": A condition is unmet or unknown, or a level open, and recognition is claimed all the same; or
the other way.

"level_of_points": The level is not the one of the points that are claimed themselves.

"other_points": The level is that of the points claimed, and these are not what follows.

"out_of_range": Points above the maximum of the group.

"overall": The level as a whole is not the lowest of the groups.

"refused": The answers are refused, so that nothing follows from them.

"rounded": The points are what follows, rounded to tenths or to whole points.

"sum": The points are not the sum of the answers.

"unreadable": What is claimed is no number of points and no level.
"""


Combine = Literal[
    "mean",
    "median",
]
"""How several assessors' points of one indicator become one.

"mean": Their mean (trung bình).

"median": The middle one; of an even number, the mean of the middle two (trung vị).
"""


ConditionState = Literal[
    "met",
    "unmet",
    "unknown",
]
"""Whether a condition is met.

"met": It is met.

"unmet": It is not.

"unknown": Unknown: the assessment has no answer.
"""


Dimension = Literal[
    "correct",
    "complete",
    "clean",
    "live",
]
"""What data should be.

"correct": As it must be, and without contradiction (đúng).

"complete": All there (đủ).

"clean": Written so that machines and people read the same, and each thing once (sạch).

"live": Of its time (sống).
"""


Effect = Literal[
    "block_recognition",
]
"""An effect of conditions.

"block_recognition": The result shows the level by points, but nobody recognises it.
"""


Element = Literal[
    "whole",
    "level",
    "group",
    "condition",
    "criterion",
    "indicator",
    "deadline",
    "source",
]
"""A kind of element.

"whole": The framework or overlay as a whole.

"level": A level.

"group": A group of criteria.

"condition": A mandatory condition.

"criterion": A criterion.

"indicator": An indicator, or a part of one.

"deadline": A deadline.

"source": A source.
"""


InstitutionType = Literal[
    "primary",
    "lower_secondary",
    "upper_secondary",
    "multi_level",
    "continuing",
]
"""The kind of an institution.

"primary": A primary school (tiểu học).

"lower_secondary": A lower secondary school (trung học cơ sở).

"upper_secondary": An upper secondary school (trung học phổ thông).

"multi_level": A school of several levels (trường nhiều cấp học).

"continuing": A centre of continuing education (giáo dục thường xuyên).
"""


Movement = Literal[
    "lowered",
    "open",
    "raised",
    "same",
]
"""How a level moved.

"lowered": It surely is lower.

"open": Missing answers leave open whether it moved.

"raised": It surely is higher.

"same": It is known to be the same.
"""


OverallRule = Literal[
    "lowest_group",
]
"""A rule for one level per institution.

"lowest_group": The lowest level of all groups.
"""


QualityRule = Literal[
    "value_valid",
    "date_in_period",
    "evidence_not_after_assessment",
    "evidence_agrees",
    "facts_agree",
    "total_agrees",
    "level_agrees",
    "claims_agree",
    "answered",
    "condition_said",
    "evidence_given",
    "identified",
    "known_code",
    "code_plain",
    "text_nfc",
    "letters_unmixed",
    "text_readable",
    "period_plain",
    "institution_unique",
    "evidence_own",
    "evidence_current",
    "updated",
]
"""A rule by which data is checked, one thing at a time.

"value_valid": Each value given is one that its place takes: its kind, its range, its precision, a part within
its whole, a real date.

"date_in_period": The assessment was made in a year that its period names.

"evidence_not_after_assessment": No evidence is dated after the assessment that it bears out.

"evidence_agrees": The same evidence, by title and address, has one date.

"facts_agree": Facts that the framework calls and counts alike have one number: as many teachers here as
there.

"total_agrees": A total claimed is the sum of its parts, or can be, where some of them are missing.

"level_agrees": A level claimed is the one that follows, or can be.

"claims_agree": What is claimed does not contradict itself: the total claimed gives the level claimed, and the
overall level is the lowest.

"answered": Each indicator is answered, rightly or wrongly.

"condition_said": Of each condition it is said whether it is met.

"evidence_given": An answer that brings points, and a condition that is met, bring the evidence that the
framework asks for: as many pieces, of the kinds it names, dated where it says how old they may be.

"identified": Who, when and by whom: code, name and type of the institution, period, stream, day.

"known_code": Each key is a field or a code of the framework, and said once.

"code_plain": The code of the institution holds ASCII letters, digits and `-._/` only.

"text_nfc": Text is in Unicode's normal form C.

"letters_unmixed": No word mixes Latin letters with others that look like them.

"text_readable": No text but the code holds what a wrong encoding leaves behind, nor what cannot be seen.

"period_plain": The period is written as a year, `2023`, or as a school year, `2023-2024`, so that the same
period is always the same text.

"institution_unique": Of one institution, period and stream there is one assessment in a batch.

"evidence_own": Evidence and longer notes are not those of another institution, word for word.

"evidence_current": No dated evidence is older than the framework allows, or, where it allows any age, than
the first year of the period.

"updated": The last update is not after the day given, and not too long before it; or, where no limit is
given, not before the period.
"""


Reach = Literal[
    "out_of_reach",
    "open",
    "reached",
]
"""Whether a target can be reached.

"out_of_reach": Not reachable, even with every located indicator at its maximum.

"open": Reachable by raising indicators.

"reached": Reached: the certain points are enough.
"""


Role = Literal[
    "institution",
    "head",
    "authority",
]
"""In which part somebody acts. Which body that is, the event says in free words: bodies come and go.

"institution": The institution (cơ sở giáo dục).

"head": The head of the institution (thủ trưởng cơ sở giáo dục).

"authority": The managing education authority (cơ quan quản lý).
"""


Rounding = Literal[
    "half_away_from_zero_to_four_decimals",
    "half_up_to_hundredths",
]
"""How what a division leaves over was rounded.

"half_away_from_zero_to_four_decimals": To four decimals, half a unit away from zero.

"half_up_to_hundredths": To hundredths of a point, half a hundredth up.
"""


Rule = DirectRule | FlagRule | ShareRule | StepsRule
"""How an answer turns into the points of an indicator."""


SignalKind = Literal[
    "identical_answers",
    "all_maxima",
    "piled_over_band",
    "jump",
    "share_as_points",
]
"""Something in a batch that a reviewer may want to look at. It proves nothing.

"identical_answers": Institutions whose answers of one period bring the same points, indicator by indicator.
Sheets that are the same by chance do not count: at least half of the indicators are answered, and at least a
quarter of these by something else than the maximum, and by something else than nothing.

"all_maxima": Assessments in which every indicator has its maximum.

"piled_over_band": Totals of a group at or just over the first point of a level: five or more, and more than
three times as many as just below. Just over is from that point to less than a window above it, just below is
less than it by a window at most.

"jump": Institutions that rise by two levels or more in a group from one period to the next.

"share_as_points": Assessments in which an indicator whose title asks for a share has more than 0 points and
less than 1: a share, such as 0.8, may have been typed for points. There is one signal for each such
indicator.
"""


Standing = Literal[
    "assumed",
    "corroborated",
    "derived",
    "single",
    "text",
    "unlocated",
]
"""How firm a figure is.

"assumed": Assumed: the sources are silent, and the project chose a reading.

"corroborated": Two independent public sources agree.

"derived": Arithmetic on other figures.

"single": One public source only.

"text": Quoted from the act by a legal publisher.

"unlocated": The act must contain the figure, but no source shows at which place.
"""


State = Literal[
    "planned",
    "self_assessed",
    "approved",
    "reported",
    "returned",
    "externally_assessed",
    "recognised",
    "published",
    "withdrawn",
]
"""Where a case stands. Before its first event it is in none of these.

"planned": The work is planned.

"self_assessed": The institution has assessed itself.

"approved": The head has approved the self-assessment.

"reported": The authority has the report.

"returned": The authority has asked for more.

"externally_assessed": The authority has assessed.

"recognised": The level is recognised.

"published": The recognised level is published.

"withdrawn": The case has ended without a level, or its level was taken back.
"""


StepKind = Literal[
    "comparable",
    "other_framework",
    "merged",
    "split",
]
"""Whether two scorecards compare, or why they do not.

"comparable": One institution, one framework to the byte.

"other_framework": The framework is another, or another revision.

"merged": The institution came out of several (sáp nhập), or took others in.

"split": The institution came out of a larger one (chia tách), or gave parts away.
"""


StepsOf = Literal[
    "count",
    "percent",
]
"""The value that selects a row of a table of steps.

"count": A number of things.

"percent": A part of a whole, in percent.
"""


Stream = Literal[
    "self",
    "external",
]
"""Who made an assessment.

"self": The institution itself (tự đánh giá).

"external": The managing authority (đánh giá ngoài).
"""


ViolationCode = Literal[
    "assessment_after_event",
    "assessment_missing",
    "assessment_outside_period",
    "band_ends",
    "band_gap",
    "band_order",
    "band_overlap",
    "closed_already",
    "column_taken",
    "count_out_of_range",
    "digest_mismatch",
    "duplicate_assessment",
    "duplicate_code",
    "duplicate_key",
    "empty_list",
    "event_before_previous",
    "event_out_of_order",
    "framework_not_named",
    "ill_formed_change",
    "ill_formed_code",
    "invalid_date",
    "list_length",
    "missing_field",
    "missing_source",
    "missing_title",
    "no_known_column",
    "not_json",
    "not_recognised",
    "not_refinable",
    "other_institution",
    "other_period",
    "own_predecessor",
    "plan_too_large",
    "points_out_of_range",
    "points_too_precise",
    "recognition_blocked",
    "share_out_of_range",
    "steps_order",
    "steps_points",
    "steps_unreachable",
    "sum_mismatch",
    "too_large",
    "too_many_groups",
    "too_many_violations",
    "unknown_condition",
    "unknown_field",
    "unknown_framework",
    "unknown_group",
    "unknown_indicator",
    "unknown_level",
    "unknown_source",
    "unknown_value",
    "unread_column",
    "wrong_answer_kind",
    "wrong_base",
    "wrong_framework",
    "wrong_role",
    "wrong_stream",
    "wrong_type",
]
"""A fault, as a stable word.

"assessment_after_event": An assessment is dated after an event that rests on it.

"assessment_missing": An event rests on an assessment that the case does not hold.

"assessment_outside_period": An assessment is dated long before or after its period.

"band_ends": A band has an end twice or not at all, or its upper end is below its lower end.

"band_gap": Some points fall into no band.

"band_order": Bands of a list are not in ascending order of their levels.

"band_overlap": Some points fall into two bands, or a band leaves 0..max.

"closed_already": A merger, split or renaming uses an institution that an earlier one closed.

"column_taken": A column of a table has the name of a column of results.

"count_out_of_range": A count is not a whole number from 0 to 1 000 000.

"digest_mismatch": The digest does not match the content beside it.

"duplicate_assessment": The input has another assessment of the same institution, period and stream.

"duplicate_code": Two things in a framework have the same code.

"duplicate_key": An object has a key twice.

"empty_list": A list must not be empty, and is.

"event_before_previous": An event is dated before the one above it.

"event_out_of_order": An event does not follow from the state that the case is in.

"framework_not_named": A table has columns that two frameworks read differently, and does not name its
framework.

"ill_formed_change": A merger, split or renaming of institutions with fewer or more codes on one side than
such a change has.

"ill_formed_code": A code holds other characters than `0-9 a-z` in parts joined by `.`, or is too long.

"invalid_date": Not a date of the calendar, or not written as `YYYY-MM-DD`.

"list_length": A list has more or fewer entries than it may have.

"missing_field": A required field is absent or null.

"missing_source": A basis cites no source, though its standing needs one.

"missing_title": A title or text is empty.

"no_known_column": No column of a table has a code of the framework as its name.

"not_json": Not UTF-8, or not one JSON value.

"not_recognised": An event certifies a level that nobody recognised.

"not_refinable": An overlay changes a field that it may not change.

"other_institution": An assessment or scorecard is of another institution than the input that it belongs to,
and of none of its predecessors.

"other_period": An assessment is of another period than the input that it belongs to.

"own_predecessor": The changes in a register make an institution its own predecessor.

"plan_too_large": A plan has too many choices for an exact comparison.

"points_out_of_range": Points below zero, above the maximum of their indicator, or above 1 000 000.

"points_too_precise": Points with more than two decimals.

"recognition_blocked": An event recognises a level in spite of a blocker.

"share_out_of_range": The whole of a share is zero, or its part is larger than the whole.

"steps_order": The rows of a table of steps do not ascend from zero.

"steps_points": A step of an overlay gives fewer points than the step before it, or the last one not the
maximum.

"steps_unreachable": A step of an overlay begins above 100 percent, which no share reaches.

"sum_mismatch": The maxima of the parts do not add up to that of the whole.

"too_large": Over 1 MiB of text, or nested more than 64 levels deep.

"too_many_groups": A framework has more groups than the engine holds.

"too_many_violations": The input has more violations than the list holds.

"unknown_condition": The framework has no condition of this code.

"unknown_field": A field that the format does not have.

"unknown_framework": No framework of this name is part of the library.

"unknown_group": The framework has no group of this code.

"unknown_indicator": The framework has no indicator of this code.

"unknown_level": A band has a level that the framework does not describe, or a goal has one that no points
reach.

"unknown_source": A basis cites a source that the framework does not list.

"unknown_value": Not one of the words that the field accepts.

"unread_column": The name of a column contains a code, but it is unclear whether the column holds the facts of
that code.

"wrong_answer_kind": Another kind of fact than the indicator's rule uses, or two kinds at once.

"wrong_base": The overlay was made for another framework, or another revision of it.

"wrong_framework": The assessment or scorecard is of another framework.

"wrong_role": The role of an event may not do that act.

"wrong_stream": An assessment is of another stream than its field accepts.

"wrong_type": Another JSON type than the field accepts.
"""


Why = Literal[
    "period_without_year",
    "other_years",
]
"""Why a last day cannot be compared with what was done.

"period_without_year": It is a day of each year, and the period names no year.

"other_years": It is one day, and the period names other years.
"""


WordingKind = Literal[
    "abbreviated",
    "ours",
    "quoted",
]
"""Who worded a title.

"abbreviated": The sources, which shorten the words of the act.

"ours": The author of the file.

"quoted": The act itself, as the sources quote it.
"""
