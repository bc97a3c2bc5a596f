// What goes in and what comes out, as types. Made of `schemas/` by `cargo xtask gen`; do not edit.
//
// Points are numbers of at most two decimals; an input may also write them as text. Days are texts such as `2024-05-20`.

/**
 * What is done with a case.
 * `plan`: The work is planned.
 * `self_assess`: The institution assesses itself (tự đánh giá).
 * `approve`: The head of the institution approves the self-assessment (phê duyệt).
 * `report`: The self-assessment is reported to the managing authority (báo cáo).
 * `return`: The authority returns the report for more (trả lại để bổ sung).
 * `externally_assess`: The authority assesses (đánh giá ngoài).
 * `recognise`: The authority recognises the level (công nhận).
 * `publish`: The authority publishes the level (công bố).
 * `withdraw`: The case ends without a level, or the level is taken back (rút, thu hồi).
 */
export type Act = "plan" | "self_assess" | "approve" | "report" | "return" | "externally_assess" | "recognise" | "publish" | "withdraw";

/** The report as JSON, with messages in one language. */
export interface Acts {
  /** How many cases there are now. */
  readonly cases: number;
  /** What was done, in the order of the deeds. */
  readonly done: readonly Did[];
  /** How many deeds were in their cases before, with the same act and day. */
  readonly known: number;
  /** The codes of the institutions for which a case was made. */
  readonly made: readonly string[];
  /** What was refused, in the order of the deeds. */
  readonly refused: readonly RefusedDeed[];
}

/** How far the two sides agree over a cohort. What a side leaves open is counted apart, never guessed. */
export interface Agreement {
  /** By which framework. */
  readonly framework: FrameworkMark;
  /** The groups, in the order of the framework. */
  readonly groups: readonly GroupAgreement[];
  /** The levels that the rows and columns of each matrix stand for. */
  readonly levels: readonly number[];
  /** The level of institutions as wholes. */
  readonly overall: LevelAgreement;
  /** How many forms were passed over for another of the same institution, period and stream, as `keep` asks. */
  readonly passed_over: number;
  /** How many reviews there are. */
  readonly reviews: number;
  /** How means, shares and kappa are rounded. */
  readonly rounding: Rounding;
  /** Which forms found no counterpart. */
  readonly unpaired: Unpaired;
}

/** Something that is to be done by a last day which is not over. */
export interface Ahead {
  /** What is to be done. */
  readonly act: Act;
  /** How many days are left; 0 on the last day. */
  readonly days: number;
  /** The last day that is in time. */
  readonly deadline: string;
  /** How firm the last day is; null where the calendar does not say. */
  readonly standing: Standing | null;
}

/**
 * How a signature is made.
 * `ed25519`: Ed25519, RFC 8032.
 */
export type Algorithm = "ed25519";

/**
 * What is said of one indicator: its one fact, which may be given in short, and what shows that it is true. Without a fact
 * it is not answered.
 */
export type Answer = null | number | string | boolean | {
  readonly count?: null;
  readonly evidence?: readonly Evidence[] | null;
  readonly met?: null;
  readonly note?: string | null;
  readonly part?: null;
  readonly points: number | string;
  readonly whole?: null;
} | {
  readonly count?: null;
  readonly evidence?: readonly Evidence[] | null;
  readonly met: boolean;
  readonly note?: string | null;
  readonly part?: null;
  readonly points?: null;
  readonly whole?: null;
} | {
  readonly count?: null;
  readonly evidence?: readonly Evidence[] | null;
  readonly met?: null;
  readonly note?: string | null;
  readonly part: number;
  readonly points?: null;
  readonly whole: number;
} | {
  readonly count: number;
  readonly evidence?: readonly Evidence[] | null;
  readonly met?: null;
  readonly note?: string | null;
  readonly part?: null;
  readonly points?: null;
  readonly whole?: null;
} | {
  readonly count?: null;
  readonly evidence?: readonly Evidence[] | null;
  readonly met?: null;
  readonly note?: string | null;
  readonly part?: null;
  readonly points?: null;
  readonly whole?: null;
};

/**
 * What an institution is asked.
 * `send`: To send its self-assessment, and to report it.
 * `mend`: To mend the form that it sent.
 * `report`: To report the self-assessment that it sent.
 * `settle`: To say which of several forms counts.
 * `add_evidence`: To add evidence that is required.
 */
export type Ask = "send" | "mend" | "report" | "settle" | "add_evidence";

/**
 * What of an element changed.
 * `presence`: That the element is there.
 * `act`: The act that issued it.
 * `award`: The rule for points of indicators without a rule of their own.
 * `bands`: The points of each level.
 * `base`: What an overlay is laid on.
 * `basis`: What the figures rest on.
 * `day`: The last day.
 * `effect`: The effect of an unmet condition.
 * `evidence`: The evidence that is required, or that the act lists.
 * `facts`: The facts that the rule uses.
 * `guidance`: How to answer.
 * `id`: The id.
 * `parent`: Where the element stands.
 * `max`: The maximum points.
 * `note`: A remark for the reader.
 * `overlays`: The overlays that were applied.
 * `overall`: How the level of the institution follows.
 * `revision`: The revision.
 * `roles`: The tasks of the roles.
 * `rule`: The rule for points.
 * `title`: The title.
 * `unknown`: What no source says.
 * `wording`: Who worded the title.
 */
export type Aspect = "presence" | "act" | "award" | "bands" | "base" | "basis" | "day" | "effect" | "evidence" | "facts" | "guidance" | "id" | "parent" | "max" | "note" | "overlays" | "overall" | "revision" | "roles" | "rule" | "title" | "unknown" | "wording";

/** One institution, one period, one stream: the input. An absent value is unknown, which is not zero. */
export interface Assessment {
  /** The answers, by code of the indicator. An absent or null code has no answer. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** The day the assessment was made. */
  readonly assessed_on?: string | null;
  /** The mandatory conditions, by code. An absent or null condition is unknown. */
  readonly conditions: Readonly<Record<string, ConditionAnswer>>;
  /** Whether the assessment lists all evidence; if absent, it does. */
  readonly evidence?: EvidenceKnown | null;
  /** The id of the framework. If present, it must be the scorer's. */
  readonly framework?: string | null;
  /** The assessed institution. */
  readonly institution?: Institution | null;
  /** The period, such as a school year: `2023-2024`. */
  readonly period?: string | null;
  /** Who made the assessment. */
  readonly stream?: Stream | null;
}

/** The digests of both assessments. */
export interface AssessmentDigests {
  /** Of the external assessment. */
  readonly external: string | null;
  /** Of the self-assessment. */
  readonly self: string | null;
}

/**
 * The claims of many institutions, compared with what follows from their answers, or from the points that they claim
 * themselves.
 */
export interface Audit {
  /** How many claims agree with everything that follows. */
  readonly agreeing: number;
  /** The causes, each with the number of institutions. */
  readonly causes: readonly CauseCount[];
  /** How many rows were looked at. */
  readonly count: number;
  /** Every institution whose claim differs. */
  readonly differing: readonly AuditedInstitution[];
  /** By which framework. */
  readonly framework: FrameworkRef;
  /** Of how many the overall level is lower than claimed. */
  readonly lowered: number;
  /** Of how many the overall level is higher than claimed. */
  readonly raised: number;
  /** How many rows claim nothing. */
  readonly without_claim: number;
}

/** An institution whose claim differs. */
export interface AuditedInstitution {
  /** Its code, if it has one. */
  readonly code: string | null;
  /** What differs, in the order of the groups. */
  readonly differences: readonly ClaimDifference[];
  /** How the overall level moves from the claim to what follows; null if nobody claims one. */
  readonly level: Movement | null;
  /** Its name, if it has one. */
  readonly name: string | null;
  /** The period. */
  readonly period: string | null;
  /** Its place among the rows, from 0. */
  readonly row: number;
  /** Who assessed. */
  readonly stream: Stream | null;
}

/** The default rule for the points of an indicator. */
export interface Award {
  /** Provenance of the rule. */
  readonly basis: Basis;
  /** The rule. */
  readonly rule: Rule;
}

/** The points that give one level. The lowest band may leave out its lower end, the highest its upper end. */
export interface Band {
  /** Its lower end, not included. */
  readonly above?: FrameworkPoints | null;
  /** Its upper end, not included. */
  readonly below?: FrameworkPoints | null;
  /** Its lower end, included. */
  readonly from?: FrameworkPoints | null;
  /** The level. */
  readonly level: number;
  /** Its upper end, included. */
  readonly to?: FrameworkPoints | null;
}

/** The bands of a group or criterion, lowest level first. */
export interface Bands {
  /** The bands; together they cover every hundredth from 0 to the maximum, once. */
  readonly bands: readonly Band[];
  /** The provenance of the bands. */
  readonly basis: Basis;
}

/** The provenance of a figure. */
export interface Basis {
  /** A remark for the reader; null if there is none. */
  readonly note?: Remark | null;
  /** Ids of the framework's `sources`. Only an assumed figure may have none. */
  readonly sources: readonly string[];
  /** How firm the figure is. */
  readonly standing: Standing;
}

/** How many figures have each standing. */
export interface BasisCounts {
  /** Assumed: the sources are silent, and the project chose a reading. */
  readonly assumed: number;
  /** Two independent public sources agree. */
  readonly corroborated: number;
  /** Arithmetic on other figures. */
  readonly derived: number;
  /** One public source only. */
  readonly single: number;
  /** Quoted from the act by a legal publisher. */
  readonly text: number;
  /** The act must contain the figure, but no source shows at which place. */
  readonly unlocated: number;
}

/** A rule that was broken in a batch, with what it asks in one language. */
export interface BatchFinding {
  /** How often. */
  readonly count: number;
  /** The dimension in whose score it counts. */
  readonly dimension: Dimension;
  /** What the rule asks, in the language asked for. */
  readonly message: string;
  /** The first places, five at most. */
  readonly places: readonly BatchPlace[];
  /** Which rule. */
  readonly rule: QualityRule;
}

/** A place in one assessment of a batch. */
export interface BatchPlace {
  /** Where in the assessment or submission, as a JSON Pointer. */
  readonly at: string;
  /** The institution's code. */
  readonly institution: string | null;
  /** The number of the assessment in the batch, from 1. */
  readonly record: number;
}

/** A blocker: a reason against recognition. */
export interface Blocker {
  /** Code of the condition, the indicator or the group. */
  readonly at: string;
  /** The reason. */
  readonly code: BlockerCode;
  /** The group whose level it concerns. */
  readonly group: string;
}

/**
 * A reason against recognition.
 * `condition_unmet`: A mandatory condition is not met.
 * `condition_unknown`: No answer whether a mandatory condition is met.
 * `level_undetermined`: Missing answers leave the level open.
 * `evidence_missing`: A condition is met, or an answer brings points, without the evidence that the framework requires.
 * `evidence_unknown`: It is unknown whether such an answer has its required evidence.
 */
export type BlockerCode = "condition_unmet" | "condition_unknown" | "level_undetermined" | "evidence_missing" | "evidence_unknown";

/** The last days of one scope. [`Calendar::default`] has no days and no scope. */
export interface Calendar {
  /** The last days. */
  readonly deadlines: readonly Due[];
  /** Where they hold. */
  readonly scope: string;
}

/** One institution and one period: what was done, and the two assessments it rests on. */
export interface Case {
  /** What was done, oldest first. */
  readonly events: readonly Event[];
  /** The external assessment, once there is one. */
  readonly external?: Assessment | null;
  /** The version of this file format: 1. */
  readonly format: 1;
  /** Who is assessed. */
  readonly institution: CaseInstitution;
  /** The period, such as a school year: `2023-2024`. */
  readonly period: string;
  /** The self-assessment, once there is one; where it was returned, as it was reported last. */
  readonly self?: Assessment | null;
}

/** A difference in one case. */
export interface CaseDifference {
  /** The case. */
  readonly case: string;
  /** What follows; null if the case must be refused. */
  readonly expected: string | null;
  /**
   * What differs: `group.1.score`, `group.1.level`, `overall.level`, `eligible`, `refused`; or `answer`, if there is none
   * that can be read.
   */
  readonly field: string;
  /** What the formula states; null if it states nothing. */
  readonly found: string | null;
  /** What the case tries. */
  readonly kind: CaseKind;
}

/** Whose case it is: an institution that has a code. */
export interface CaseInstitution {
  /** Its code in the sector database: text, of which leading zeros stay. */
  readonly code: string;
  /** Its name. */
  readonly name?: string | null;
  /** What kind of institution it is. */
  readonly type?: InstitutionType | null;
}

/**
 * What a case tries.
 * `condition`: A condition that is unmet or unknown.
 * `edge`: A total at the edge of a level, a hundredth below it and a hundredth above it.
 * `missing`: An answer that is missing.
 * `out_of_range`: Points above the maximum, or below zero.
 * `rounding`: Hundredths that a formula rounds away, thousandths that nobody may report, and shares that end in half a
 * hundredth.
 * `stream`: The same answers of each type of institution and each stream.
 * `sum`: Points that binary floating point adds up to another total.
 */
export type CaseKind = "condition" | "edge" | "missing" | "out_of_range" | "rounding" | "stream" | "sum";

/**
 * Why a claim is not what follows.
 * `blank_as_zero`: Missing answers count as zero, though the points are open.
 * `conditions`: A condition is unmet or unknown, or a level open, and recognition is claimed all the same; or the other
 * way.
 * `level_of_points`: The level is not the one of the points that are claimed themselves.
 * `other_points`: The level is that of the points claimed, and these are not what follows.
 * `out_of_range`: Points above the maximum of the group.
 * `overall`: The level as a whole is not the lowest of the groups.
 * `refused`: The answers are refused, so that nothing follows from them.
 * `rounded`: The points are what follows, rounded to tenths or to whole points.
 * `sum`: The points are not the sum of the answers.
 * `unreadable`: What is claimed is no number of points and no level.
 */
export type Cause = "blank_as_zero" | "conditions" | "level_of_points" | "other_points" | "out_of_range" | "overall" | "refused" | "rounded" | "sum" | "unreadable";

/** How many institutions have one cause. */
export interface CauseCount {
  /** The cause. */
  readonly cause: Cause;
  /** How many institutions. */
  readonly count: number;
}

/** A recognised level with all that it rests on. Every key is always there; what there is nothing of is null. */
export interface Certificate {
  /** The digests of both assessments. */
  readonly assessments: AssessmentDigests;
  /** How many figures of the national framework have each standing. */
  readonly basis: BasisCounts;
  /** The body that recognised the level. */
  readonly body: string;
  /** The digest of the case with its first `events` events. */
  readonly case: string;
  /** The version of the engine. */
  readonly engine: string;
  /** How many events the case had. What is done later, such as publishing, leaves the certificate as good as it was. */
  readonly events: number;
  /** The version of this format: 1. */
  readonly format: 1;
  /** The national framework. */
  readonly framework: FrameworkRef;
  /** Level and points of each group, in the order of the framework. */
  readonly groups: readonly CertifiedGroup[];
  /** Whose level it is. */
  readonly institution: ScorecardInstitution;
  /** The digest of the external scorecard by the framework with its overlays; null without overlays. */
  readonly local_scorecard: string | null;
  /** The day the level was recognised. */
  readonly on: string;
  /** The level of the institution as a whole, and its rule. */
  readonly overall: RecognisedOverall;
  /** The overlays that the assessments were made under, in order. */
  readonly overlays: readonly FrameworkRef[];
  /** Of which period. */
  readonly period: string;
  /** The digest of the external scorecard by the national framework. */
  readonly scorecard: string;
}

/** The recognised level of one group. */
export interface CertifiedGroup {
  /** Its code. */
  readonly code: string;
  /** Its level. */
  readonly level: number;
  /** Its points by the external assessment. Missing answers may leave them open where they leave the level settled. */
  readonly score: Range<number>;
}

/** A value before and after the changes. */
export interface Change {
  /** The value after the changes. */
  readonly after: ConditionState;
  /** The value before the changes. */
  readonly before: ConditionState;
}

/** How one group changed. */
export interface ChangeGroup {
  /** Its code. */
  readonly code: string;
  /** Its level last year. */
  readonly from: Range<number>;
  /** How its level moved. */
  readonly movement: Movement;
  /** This year's points less last year's. */
  readonly score: Range<number>;
  /** Its level this year. */
  readonly to: Range<number>;
}

/** One side of a comparison with last year. */
export interface ChangeSide {
  /** The code that the institution had. */
  readonly institution: string;
  /** Its level as a whole. */
  readonly level: Range<number>;
  /** The period. */
  readonly period: string;
  /** Who assessed. */
  readonly stream: Stream;
}

/** One change. */
export interface Changed {
  /** The value in the second one, in words; null if it has none. */
  readonly after: Text<string> | null;
  /** What of the element changed. */
  readonly aspect: Aspect;
  /** The value in the first one, in words; null if it has none. */
  readonly before: Text<string> | null;
  /** Code of the group, criterion, condition or indicator; number of the level; name of the source; empty for the whole. */
  readonly code: string;
  /** What kind of element it is. */
  readonly element: Element;
}

/**
 * Which indicators to raise, and how far. If all together cannot reach the target, `raises` is empty and `lacking` is
 * above zero.
 */
export interface Choice {
  /** The sum of the efforts; null if a chosen indicator has no effort. */
  readonly effort: number | null;
  /** The points still lacking with every indicator at its maximum; zero if the target can be reached. */
  readonly lacking: number;
  /** The certain level after the raises; if the target cannot be reached, the highest level that can. */
  readonly level: number;
  /** The sum of all raises, in points. */
  readonly points: number;
  /** The raises, in the order of the framework; empty if the target cannot be reached. */
  readonly raises: readonly Raise[];
}

/** A claim that is not what follows. */
export interface ClaimDifference {
  /** Why. */
  readonly cause: Cause;
  /** What is claimed; null if nothing is. */
  readonly claimed: string | null;
  /** What differs: `group.1.score`, `group.1.level`, `overall.level`, `eligible` or `answers`. */
  readonly field: string;
  /** What follows; null if nothing does. Of answers that are refused, the violations. */
  readonly follows: string | null;
}

/** A form of an institution that was closed before the period: merged into another, or split. */
export interface Closed {
  /** The code of the institution. */
  readonly code: string;
  /** The day from which the institution was no more. */
  readonly on: string;
  /** The period of the form. */
  readonly period: string;
  /** The codes of those that came out of it. */
  readonly to: readonly string[];
}

/** How many schools stand where. */
export interface Cohort {
  /**
   * By managing authority, as the register has it, in the order of the Vietnamese alphabet; a value of null is the row of
   * schools whose authority it does not have, and comes last.
   */
  readonly by_authority: readonly CohortRow[];
  /** By period. More than one means that schools may be counted more than once. */
  readonly by_period: readonly CohortRow[];
  /** By stream. More than one means that schools may be counted more than once. */
  readonly by_stream: readonly CohortRow[];
  /** By type of institution. */
  readonly by_type: readonly CohortRow[];
  /** How many scorecards are counted. */
  readonly count: number;
  /** Of how many nothing stands in the way of recognition. */
  readonly eligible: number;
  /** How many of these are at the lowest level, which nobody recognises. */
  readonly eligible_at_lowest: number;
  /** By which framework. */
  readonly framework: FrameworkRef;
  /** The levels of each group. */
  readonly groups: readonly GroupLevels[];
  /** Every indicator with the points that schools miss, the most first; those that are unlocated behind the others. */
  readonly missing_points: readonly MissingPoints[];
  /** How many scorecards were of another framework, and are not counted. */
  readonly other_framework: number;
  /** The levels of the institutions as a whole. */
  readonly overall: LevelCounts;
  /** How many scorecards were passed over for another of the same institution, period and stream, as `keep` asks. */
  readonly passed_over: number;
  /** How the points of each group are spread. */
  readonly quantiles: readonly Quantiles[];
  /** What forms and register say of each other; null without a register. */
  readonly register: Coverage | null;
}

/** How many schools stand where. */
export interface CohortReport {
  /**
   * By managing authority, as the register has it, in the order of the Vietnamese alphabet; a value of null is the row of
   * schools whose authority it does not have, and comes last.
   */
  readonly by_authority: readonly CohortRow[];
  /** By period. More than one means that schools may be counted more than once. */
  readonly by_period: readonly CohortRow[];
  /** By stream. More than one means that schools may be counted more than once. */
  readonly by_stream: readonly CohortRow[];
  /** By type of institution. */
  readonly by_type: readonly CohortRow[];
  /** How many scorecards are counted. */
  readonly count: number;
  /** Of how many nothing stands in the way of recognition. */
  readonly eligible: number;
  /** How many of these are at the lowest level, which nobody recognises. */
  readonly eligible_at_lowest: number;
  /** By which framework. */
  readonly framework: FrameworkRef;
  /** The levels of each group. */
  readonly groups: readonly GroupLevels[];
  /** Every indicator with the points that schools miss, the most first; those that are unlocated behind the others. */
  readonly missing_points: readonly MissingPoints[];
  /** How many scorecards were of another framework, and are not counted. */
  readonly other_framework: number;
  /** The levels of the institutions as a whole. */
  readonly overall: LevelCounts;
  /** How many scorecards were passed over for another of the same institution, period and stream, as `keep` asks. */
  readonly passed_over: number;
  /** How the points of each group are spread. */
  readonly quantiles: readonly Quantiles[];
  /** What forms and register say of each other; null without a register. */
  readonly register: Coverage | null;
}

/** One row of a breakdown. */
export interface CohortRow {
  /** How many scorecards. */
  readonly count: number;
  /** Of how many nothing stands in the way of recognition. */
  readonly eligible: number;
  /** The levels of each group. */
  readonly groups: readonly GroupLevels[];
  /** The levels of the institutions as a whole. */
  readonly overall: LevelCounts;
  /** What they have in common; null where it is not known. */
  readonly value: string | null;
}

/**
 * How several assessors' points of one indicator become one.
 * `mean`: Their mean (trung bình).
 * `median`: The middle one; of an even number, the mean of the middle two (trung vị).
 */
export type Combine = "mean" | "median";

/** A requirement that brings no points. */
export interface Condition {
  /** Provenance of the condition. */
  readonly basis: Basis;
  /** Code of the condition. */
  readonly code: string;
  /** How to find out whether it is met; null if the file has no guidance. */
  readonly guidance?: Text<string> | null;
  /** The evidence that the answer needs; null if it needs none. */
  readonly required_evidence?: EvidenceRule | null;
  /** The requirement. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** What is said of one condition: whether it is met, which may be given in short, and what shows it. Null means unknown. */
export type ConditionAnswer = boolean | null | {
  readonly evidence?: readonly Evidence[] | null;
  readonly met?: boolean | null;
  readonly note?: string | null;
};

/** A condition whose state changes. */
export interface ConditionChange {
  /** Code of the condition. */
  readonly code: string;
  /** State of the condition. */
  readonly state: Change;
}

/** The state of one condition. */
export interface ConditionResult {
  /** Code of the condition. */
  readonly code: string;
  /** Whether it is met. */
  readonly state: ConditionState;
}

/** One condition of a review. */
export interface ConditionReview {
  /** Its code. */
  readonly code: string;
  /** Whether the sides differ; a side without an answer differs from one that has one. */
  readonly disputed: boolean;
  /** Its state by the external assessment. */
  readonly external: ConditionState;
  /** Its state by the self-assessment. */
  readonly self: ConditionState;
}

/**
 * Whether a condition is met.
 * `met`: It is met.
 * `unmet`: It is not.
 * `unknown`: Unknown: the assessment has no answer.
 */
export type ConditionState = "met" | "unmet" | "unknown";

/** The effect of an unmet or unknown condition. */
export interface ConditionsEffect {
  /** Provenance of the effect. */
  readonly basis: Basis;
  /** The effect. */
  readonly effect: Effect;
}

/** How a formula's answers compare with what follows. */
export interface Conformance {
  /** How many cases have an answer. */
  readonly answered: number;
  /** Whether every answer is what follows, and levels were stated at all. */
  readonly conforms: boolean;
  /** Every difference, in the order of the kit. */
  readonly differences: readonly CaseDifference[];
  /** Every kind of case, with the number of its cases that differ. */
  readonly kinds: readonly KindCount[];
  /** With which kit. */
  readonly kit: KitMark;
  /**
   * The mark of conformance: kit, version, framework and what was compared; null if something differs. This project gives
   * it, not the Ministry.
   */
  readonly mark: string | null;
  /** What no answer states at all, and so was not compared: `group.1.score`, `eligible`. */
  readonly not_stated: readonly string[];
  /** Names of answers that are no case of this kit. */
  readonly unknown: readonly string[];
}

/**
 * What a file of a folder holds.
 * `assessments`: Assessments: forms, tables of many institutions, or JSON.
 * `cases`: Cases, of which the events are read: their forms are those of the folder.
 * `events`: Events of cases.
 * `last_year`: Assessments of the period before only.
 * `other`: Nothing that is read: a picture, a letter, JSON of something else.
 * `register`: The register of institutions.
 */
export type Content = "assessments" | "cases" | "events" | "last_year" | "other" | "register";

/** Scorecards of one institution and its predecessors, in the order of their periods, and the steps between them. */
export interface Course {
  /** The scorecards in short: by period, then by code of the institution. */
  readonly entries: readonly Entry[];
  /** Every indicator that surely rose in a comparable step, and what became of it. */
  readonly gains: readonly Gain[];
  /** The code of the institution whose course this is. */
  readonly institution: string;
  /** From each entry to what followed it. */
  readonly steps: readonly CourseStep[];
}

/** From one entry to the next. */
export interface CourseStep {
  /** From what. */
  readonly from: Side;
  /** What changed in each group; empty where the two do not compare. */
  readonly groups: readonly GroupStep[];
  /** What changed in each indicator; empty where the two do not compare. */
  readonly indicators: readonly IndicatorStep[];
  /** Whether the two compare, or why they do not. */
  readonly kind: StepKind;
  /** The day of the merger or split. */
  readonly on: string | null;
  /** How the level of the institution as a whole moved; null where the two do not compare. */
  readonly overall: Movement | null;
  /** To what. */
  readonly to: Side;
}

/** How the forms and the register fit together. */
export interface Coverage {
  /** Forms of institutions that were closed before the period, by code. */
  readonly closed: readonly Closed[];
  /** Codes of forms that are not in the register, in order. */
  readonly unregistered: readonly Unregistered[];
  /**
   * Codes of institutions of the register that were there in the period, and of which no form came; in the order of the
   * register.
   */
  readonly without_form: readonly string[];
}

/** A criterion: indicators that belong together. */
export interface Criterion {
  /** The points of each level; null if the criterion has no level of its own. */
  readonly bands?: Bands | null;
  /** Provenance of the maximum. */
  readonly basis: Basis;
  /** Code of the criterion. */
  readonly code: string;
  /** The evidence that the act lists for this criterion; null if it lists none. */
  readonly evidence?: EvidenceList | null;
  /** The indicators, at least one. */
  readonly indicators: readonly Indicator[];
  /** The sum of its indicators' maxima. */
  readonly max: FrameworkPoints;
  /** Title of the criterion. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** The result for one criterion. */
export interface CriterionScore {
  /** Code of the criterion. */
  readonly code: string;
  /** The indicators of the criterion. */
  readonly indicators: readonly IndicatorScore[];
  /** Level of the criterion; null if it has no bands of its own. */
  readonly level: Range<number> | null;
  /** Maximum points of the criterion. */
  readonly max: number;
  /** Points of the criterion. */
  readonly score: Range<number>;
}

/** A step of the procedure and its last day. */
export interface Deadline {
  /** Provenance of the date. */
  readonly basis: Basis;
  /** The role that acts. */
  readonly by: string;
  /** The last day: `MM-DD` of each year, or one date. */
  readonly deadline: string;
  /** The task; null if the file has no text for it. */
  readonly note?: Remark | null;
  /** The scope in which the deadline applies: one of the procedure's `scopes`, if it has any. */
  readonly scope: string;
  /** Name of the step. */
  readonly step: string;
}

/** Something that was done. */
export interface Did {
  /** What. */
  readonly act: Act;
  /** The code of the institution. */
  readonly code: string;
  /** Its name; null where the case does not name it. */
  readonly name: string | null;
  /** When. */
  readonly on: string;
  /** The state of the case after it. */
  readonly state: State;
}

/** What changed from one framework to another, or from one overlay to another. */
export interface Diff {
  /** The second one. */
  readonly after: FrameworkRef;
  /** The first one. */
  readonly before: FrameworkRef;
  /** The changes, in the order of the first one; what only the second one has comes last. */
  readonly changes: readonly Changed[];
}

/** One place in which a certificate differs from the one that is made anew. */
export interface Differing {
  /** Where, as a JSON Pointer (RFC 6901) into the certificate. */
  readonly at: string;
  /** What is found anew; null where there is nothing. */
  readonly found: unknown;
  /** What the certificate says; null where it says nothing. */
  readonly stated: unknown;
}

/** A condition in which two assessments differ. */
export interface DifferingCondition {
  /** Its code. */
  readonly code: string;
  /** By the external assessment. */
  readonly external: ConditionState;
  /** By the self-assessment. */
  readonly self: ConditionState;
  /** Its title in the language of the year. */
  readonly title: string;
}

/** A group of two assessments that differ. */
export interface DifferingGroup {
  /** Its code. */
  readonly code: string;
  /** External less self. */
  readonly difference: Range<number>;
  /** By the external assessment. */
  readonly external: RatedGroup;
  /** How its level moved. */
  readonly movement: Movement;
  /** By the self-assessment. */
  readonly self: RatedGroup;
}

/** An indicator in which two assessments differ. */
export interface DifferingIndicator {
  /** Its code. */
  readonly code: string;
  /** External less self. */
  readonly difference: Range<number>;
  /** By the external assessment. */
  readonly external: Range<number>;
  /** Whether this difference alone moves the level of the group. */
  readonly moves_level: boolean;
  /** The note of the external assessment. */
  readonly reason: string | null;
  /** By the self-assessment. */
  readonly self: Range<number>;
  /** Its title in the language of the year. */
  readonly title: string;
}

/**
 * What data should be.
 * `correct`: As it must be, and without contradiction (đúng).
 * `complete`: All there (đủ).
 * `clean`: Written so that machines and people read the same, and each thing once (sạch).
 * `live`: Of its time (sống).
 */
export type Dimension = "correct" | "complete" | "clean" | "live";

/** The last day for one act. */
export interface Due {
  /** What is to be done. */
  readonly act: Act;
  /** What the day rests on. */
  readonly basis?: Basis | null;
  /** The last day that is in time. */
  readonly deadline: string;
}

/** A form of an institution, period and stream of which another came before. */
export interface Duplicate {
  /** Where this form stands. */
  readonly at: Place;
  /** The code of the institution. */
  readonly code: string;
  /** Where the form stands that counts. */
  readonly counted: Place;
  /** Whether both have the same content. */
  readonly identical: boolean;
  /** The name that this form has. */
  readonly name: string | null;
  /** The institution of the register that has this name, where it is another one: its code was probably meant. */
  readonly near: string | null;
  /** The period. */
  readonly period: string | null;
  /** Who assessed. */
  readonly stream: Stream;
}

/**
 * An effect of conditions.
 * `block_recognition`: The result shows the level by points, but nobody recognises it.
 */
export type Effect = "block_recognition";

/**
 * A kind of element.
 * `whole`: The framework or overlay as a whole.
 * `level`: A level.
 * `group`: A group of criteria.
 * `condition`: A mandatory condition.
 * `criterion`: A criterion.
 * `indicator`: An indicator, or a part of one.
 * `deadline`: A deadline.
 * `source`: A source.
 */
export type Element = "whole" | "level" | "group" | "condition" | "criterion" | "indicator" | "deadline" | "source";

/** Of how many institutions nothing stood in the way of recognition, before and after. Evidence is not counted. */
export interface Eligibility {
  /** By the second framework. */
  readonly after: number;
  /** By the first framework. */
  readonly before: number;
}

/** One scorecard in short. */
export interface Entry {
  /** By which framework. */
  readonly framework: FrameworkRef;
  /** Its groups. */
  readonly groups: readonly GroupEntry[];
  /** The code of the institution. */
  readonly institution: string;
  /** The level of the institution as a whole. */
  readonly overall: Range<number>;
  /** The period. */
  readonly period: string;
  /** Who assessed. */
  readonly stream: Stream | null;
}

/** One thing that was done. */
export interface Event {
  /** What was done. */
  readonly act: Act;
  /** The digest of the assessment that it was done with: the self-assessment up to a return, the external one from then on. */
  readonly assessment?: string | null;
  /** The body that acted, in free words: `Phòng Giáo dục và Đào tạo …`, `Sở Giáo dục và Đào tạo …`. */
  readonly body: string;
  /** Who signed. */
  readonly name?: string | null;
  /** A remark, such as why a report was returned. */
  readonly note?: string | null;
  /** The day. */
  readonly on: string;
  /** In which part the body acted. */
  readonly role: Role;
}

/** A piece of evidence: a document or a link that proves an answer. */
export interface Evidence {
  /** Its date; null if unknown. */
  readonly date?: string | null;
  /** Its kind: a word of the framework or overlay that requires the evidence, such as `list`; null if unknown. */
  readonly kind?: string | null;
  /** Its title. */
  readonly title: string;
  /** Where to see it; null if unknown. */
  readonly uri?: string | null;
}

/**
 * Whether an assessment lists all evidence.
 * `unknown`: The input has no place for evidence, such as a row of a table: there may be more than the assessment lists.
 */
export type EvidenceKnown = "unknown";

/** The evidence that the act lists for a criterion. */
export interface EvidenceList {
  /** Provenance of the list. */
  readonly basis: Basis;
  /** The evidence. */
  readonly text: Text<string>;
  /** Who worded the text; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** The evidence that an answer needs. */
export interface EvidenceRule {
  /** The number of pieces, at least 1. */
  readonly at_least: number;
  /** The kinds that count, as written in a piece's `kind`. If the list is absent, every kind counts. */
  readonly kinds?: Readonly<Record<string, Text<string>>> | null;
  /** The greatest age of a piece on the day of the assessment, in days; null if its age does not matter. */
  readonly max_age_days?: number | null;
}

/** What follows from a case. */
export interface Expected {
  /**
   * Whether neither a condition nor an open level stands in the way of recognition. Null at the lowest level, which nobody
   * recognises: there both answers are right. Evidence is no part of the kit.
   */
  readonly eligible: boolean | null;
  /** Points and level of each group, by code; empty if the case is refused. */
  readonly groups: Readonly<Record<string, unknown>>;
  /** The level as a whole; null if the case is refused. */
  readonly level: Range<number> | null;
  /** Whether the assessment must be refused. */
  readonly refused: boolean;
}

/** Name and unit of a fact. */
export interface FactLabel {
  /** The name of the fact: "teachers with an account". */
  readonly title: Text<string>;
  /** The unit: "teachers". Only a yes-or-no fact has none. */
  readonly unit?: Text<string> | null;
}

/** Names and units of the facts that an indicator's rule uses; it has no others. */
export interface Facts<T> {
  /** The count, for a rule `steps` by count. */
  readonly count?: T;
  /** The yes-or-no fact, for a rule `flag`. */
  readonly met?: T;
  /** The part, for a rule `share` or `steps` by percent. */
  readonly part?: T;
  /** The whole, for a rule `share` or `steps` by percent. */
  readonly whole?: T;
}

/** A file of the folder. */
export interface FileRead {
  /** What it was taken for. */
  readonly content: Content;
  /** Its path within the folder. */
  readonly file: string;
  /** How many forms, institutions or events were read from it. */
  readonly read: number;
  /** How many of them, or 1 for the file as a whole, were refused. */
  readonly refused: number;
}

/** A finding as JSON: with its message in one language. */
export interface Finding {
  /** Where in the assessment or submission, as a JSON Pointer (RFC 6901). */
  readonly at: string;
  /** What the engine refuses the value for, if it does. */
  readonly code: ViolationCode | null;
  /** The dimension in whose score it counts. */
  readonly dimension: Dimension;
  /** One line in the language asked for. */
  readonly message: string;
  /** The parameters of the message, by name. */
  readonly params: Readonly<Record<string, Param>>;
  /** By which rule. */
  readonly rule: QualityRule;
}

/** Of which institution and period a form is. */
export interface FormMark {
  /** The institution's code. */
  readonly code: string;
  /** The period; null where the form names none, which pairs with another that names none. */
  readonly period: string | null;
}

/**
 * A set of indicators with its levels and rules. A value may still contradict itself; [`crate::Scorer::new`] refuses such
 * a value.
 */
export interface FrameworkFile {
  /** The rule by which an indicator without a rule of its own gets its points. */
  readonly award: Award;
  /** The effect of an unmet or unknown condition. */
  readonly conditions_effect: ConditionsEffect;
  /** The version of this file format: 1. */
  readonly format: number;
  /** The groups, each with a level of its own. */
  readonly groups: readonly Group[];
  /** The framework's name for machines: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** The act that issued the framework. */
  readonly legal: Legal;
  /** The levels, numbered from 1 without a gap. */
  readonly levels: readonly LevelMeaning[];
  /** Whether an assessor may leave out an indicator as not applicable. */
  readonly not_applicable: NotApplicable;
  /** How the level of the institution follows from those of the groups. */
  readonly overall: Overall;
  /** The applied overlays, in the order of application; empty for a national framework. */
  readonly overlays?: readonly LaidOverlay[] | null;
  /** Roles and deadlines of the procedure; null if the file has none. */
  readonly procedure?: Procedure | null;
  /** Counts the corrections of this file, from 1. */
  readonly revision: number;
  /** The sources of the figures: a short id, and a description by which a reader can find the source. */
  readonly sources: Readonly<Record<string, Text<string> | string>>;
  /** The framework's name for people. */
  readonly title: Text<string>;
  /** Known gaps: facts that no source contains. */
  readonly unknown?: readonly Text<string>[] | null;
}

/** The framework of a result, and how firm its figures are. */
export interface FrameworkMark {
  /** The number of its figures by standing. */
  readonly basis: BasisCounts;
  /** SHA-256 digest of the framework's canonical JSON. */
  readonly digest: string;
  /** Id of the framework. */
  readonly id: string;
  /** Revision of the framework, from 1. */
  readonly revision: number;
}

/** Points with at most two decimals, as a number or as text. */
export type FrameworkPoints = number | string;

/**
 * A framework or an overlay by its id, its revision and the digest of its canonical JSON. Two files may have one id and
 * one revision; the digest tells them apart.
 */
export interface FrameworkRef {
  /** SHA-256 digest of its canonical JSON. */
  readonly digest: string;
  /** Id of the framework or overlay. */
  readonly id: string;
  /** Its revision, from 1. */
  readonly revision: number;
}

/** An indicator that surely rose. */
export interface Gain {
  /** Its code. */
  readonly code: string;
  /** The period in which it rose. */
  readonly gained_in: string;
  /** The institution. */
  readonly institution: string;
  /** The period in which its points surely were below those gained; null while they are kept. */
  readonly lost_in: string | null;
  /** The points reached, those that are certain. */
  readonly reached: number;
  /** By how much it rose. */
  readonly score: Range<number>;
  /** The last period that was compared. */
  readonly until: string;
}

/** A group of criteria, with a level of its own. */
export interface Group {
  /** The points of each level. */
  readonly bands: Bands;
  /** Provenance of the maximum. */
  readonly basis: Basis;
  /** Code of the group. */
  readonly code: string;
  /** The mandatory conditions for a recognised level. */
  readonly conditions: readonly Condition[];
  /** The criteria, at least one. */
  readonly criteria: readonly Criterion[];
  /** The sum of its criteria's maxima. */
  readonly max: FrameworkPoints;
  /** Title of the group. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** One group over a cohort. */
export interface GroupAgreement {
  /** Its code. */
  readonly code: string;
  /** How many reviews have known points on both sides. */
  readonly compared: number;
  /** The mean of their differences, external less self, in points; null of none. */
  readonly difference: number | null;
  /** Its indicators. */
  readonly indicators: readonly IndicatorAgreement[];
  /** Its level. */
  readonly level: LevelAgreement;
}

/** A group before and after the changes. */
export interface GroupChange {
  /** Code of the group. */
  readonly code: string;
  /** Level of the group. */
  readonly level: WhatIfChange3;
  /** Points of the group. */
  readonly score: WhatIfChange4;
}

/** Points and level of one group. */
export interface GroupEntry {
  /** Its code. */
  readonly code: string;
  /** Its level. */
  readonly level: Range<number>;
  /** Its maximum. */
  readonly max: number;
  /** Its points. */
  readonly score: Range<number>;
}

/** How many schools have which level in one group. */
export interface GroupLevels {
  /** The group's code. */
  readonly code: string;
  /** Schools whose level is known, level by level. */
  readonly levels: readonly LevelCount[];
  /** Schools whose level missing answers leave open. */
  readonly undetermined: number;
}

/** What a school can do to reach a level in one group. */
export interface GroupPlan {
  /**
   * The choice with the least effort among the indicators that have one; then the fewest indicators, then the least points,
   * then the first in the order of the framework. Null if the goal has no efforts.
   */
  readonly cheapest: Choice | null;
  /** The group's code. */
  readonly code: string;
  /** The mandatory conditions that are unmet or unknown. The group gets no recognised level before they are settled. */
  readonly conditions: readonly ConditionResult[];
  /** The choice with the fewest indicators, then the least points, then the first in the order of the framework. */
  readonly fewest: Choice;
  /** The present level. */
  readonly level: Range<number>;
  /** How the missing answers would settle the level; null if the level is determined. */
  readonly missing: MissingAnswers | null;
  /** The points that the target needs beyond the certain points. */
  readonly needed: number;
  /** Whether the target can be reached. */
  readonly reach: Reach;
  /** The indicators that can still bring points, in the order of the framework, without the unlocated ones. */
  readonly room: readonly Headroom[];
  /** The level to reach. */
  readonly target: number;
  /** Points that no source assigns to an indicator. A school cannot plan to raise them, so the plan does not count on them. */
  readonly unlocated: readonly Unlocated[];
}

/** Points and level of one group. */
export interface GroupResult {
  /** Its code. */
  readonly code: string;
  /** Its level. */
  readonly level: Range<number>;
  /** Its points. */
  readonly score: Range<number>;
}

/** One group of a review. */
export interface GroupReview {
  /** Its code. */
  readonly code: string;
  /** Its conditions. */
  readonly conditions: readonly ConditionReview[];
  /** The sum of the differences of its indicators, end by end. */
  readonly difference: Range<number>;
  /**
   * What stays disputed: points and level if every dispute went to the lower side, and if every one went to the higher. What
   * neither side knows stays as wide as it is.
   */
  readonly disputed: Rating;
  /** By the external assessment. */
  readonly external: Rating;
  /** Its indicators. */
  readonly indicators: readonly IndicatorReview[];
  /** Its maximum. */
  readonly max: number;
  /** How its level moved from the self-assessment to the external one; open unless both are known. */
  readonly movement: Movement;
  /** By the self-assessment. */
  readonly self: Rating;
}

/** One group of one institution. */
export interface GroupRow {
  /** The group's code. */
  readonly code: string;
  /** The level; null where there is neither a certificate nor a scorecard. */
  readonly level: Range<number> | null;
  /** Whether the level is recognised; if not, it is only computed. */
  readonly recognised: boolean;
  /** The points of the scorecard; null where there is none. A recognised level need not follow from them. */
  readonly score: Range<number> | null;
}

/** The result for one group. */
export interface GroupScore {
  /** Code of the group. */
  readonly code: string;
  /** The mandatory conditions of the group. */
  readonly conditions: readonly ConditionResult[];
  /** The criteria of the group. */
  readonly criteria: readonly CriterionScore[];
  /** Level of the group. */
  readonly level: Range<number>;
  /** Maximum points of the group. */
  readonly max: number;
  /** Points of the group. */
  readonly score: Range<number>;
}

/** What changed in one group. */
export interface GroupStep {
  /** Its code. */
  readonly code: string;
  /** How its level moved. */
  readonly level: Movement;
  /** Its points: later less earlier. Missing answers of either side widen it. */
  readonly score: Range<number>;
}

/** How many institutions have which level in one group. */
export interface GroupSummary {
  /** The group's code. */
  readonly code: string;
  /** Level by level. */
  readonly levels: readonly LevelNumber[];
  /** Those whose level is open, or of which there is none. */
  readonly undetermined: number;
}

/** A group of the framework. */
export interface GroupTitle {
  /** Its code. */
  readonly code: string;
  /** Its maximum. */
  readonly max: number;
  /** Its title in the language of the year. */
  readonly title: string;
}

/** The points that an indicator can still bring. */
export interface Headroom {
  /** Code of the indicator. */
  readonly code: string;
  /** The certain level of the group with only this indicator at its maximum. */
  readonly level_alone: number;
  /** The most points that it can bring beyond its certain ones. */
  readonly points: number;
}

/** How levels move from one framework to another, for the same answers. */
export interface Impact {
  /** How many institutions were looked at. */
  readonly count: number;
  /** What differs between the two frameworks. */
  readonly diff: Diff;
  /** How many lose what recognition needs, or gain it. */
  readonly eligible: Eligibility;
  /** How levels move: of each group, then as a whole with a code of null. */
  readonly levels: readonly LevelMoves[];
  /** Every institution whose level moves, or may move, in a group or as a whole. */
  readonly moved: readonly MovedInstitution[];
  /** How many cards are of a third framework, and are not counted. */
  readonly other_framework: number;
  /** Which stored cards stay valid. */
  readonly stored: StoredCards;
}

/** An indicator: the unit that an assessor answers. */
export interface Indicator {
  /** Provenance of the maximum. */
  readonly basis: Basis;
  /** Code of the indicator. */
  readonly code: string;
  /** Names and units of the facts that its rule uses; null if it has none. */
  readonly facts?: Facts<FactLabel | null> | null;
  /** How to answer it; null if the file has no guidance. */
  readonly guidance?: Text<string> | null;
  /** The maximum points, above zero. */
  readonly max: FrameworkPoints;
  /** The evidence that the answer needs; null if it needs none. */
  readonly required_evidence?: EvidenceRule | null;
  /** Its rule; null for the framework's rule. */
  readonly rule?: Rule | null;
  /** The question. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** One indicator over a cohort. */
export interface IndicatorAgreement {
  /** Its code. */
  readonly code: string;
  /** How many reviews have an answer on both sides. */
  readonly compared: number;
  /** The mean of their differences, external less self, in points; null of none. */
  readonly difference: number | null;
  /** In how many reviews the sides say different things. */
  readonly disputed: number;
  /** In how many of them this difference alone moves the group's level. */
  readonly moves_level: number;
}

/** An indicator whose points change. */
export interface IndicatorChange {
  /** Code of the indicator. */
  readonly code: string;
  /** The change of its certain points; negative if they fall. */
  readonly difference: number;
  /** Points of the indicator. */
  readonly score: WhatIfChange4;
}

/** One indicator of a review. */
export interface IndicatorReview {
  /** Its code. */
  readonly code: string;
  /** External less self: the least and the greatest it may be. Exact where both sides answered. */
  readonly difference: Range<number>;
  /** Whether the sides differ; a missing answer differs from one that is there. */
  readonly disputed: boolean;
  /** Its points by the external assessment. */
  readonly external: Range<number>;
  /** Its maximum. */
  readonly max: number;
  /**
   * Whether this difference alone moves the group's level: copied into the self-assessment, or into the external one, it
   * changes the level there.
   */
  readonly moves_level: boolean;
  /** The note of the external assessment, where there is one. */
  readonly reason: string | null;
  /** Its points by the self-assessment. */
  readonly self: Range<number>;
}

/** The result for one indicator. */
export interface IndicatorScore {
  /** Code of the indicator. */
  readonly code: string;
  /** Maximum points of the indicator. */
  readonly max: number;
  /** Points of the indicator. */
  readonly score: Range<number>;
  /** Whether it was answered. */
  readonly state: IndicatorState;
}

/**
 * Whether an indicator was answered.
 * `answered`: It has a complete answer.
 * `missing`: It has no answer, or only a part of one: its points are a range.
 */
export type IndicatorState = "answered" | "missing";

/** What changed in one indicator. */
export interface IndicatorStep {
  /** Its code. */
  readonly code: string;
  /** Its points: later less earlier. */
  readonly score: Range<number>;
}

/** The assessed institution. In a result an unknown field is null. */
export interface Institution {
  /** Its code in the sector database: text, with its leading zeros; null if unknown. */
  readonly code?: string | null;
  /** Its name; null if unknown. */
  readonly name?: string | null;
  /** Its kind; null if unknown. */
  readonly type?: InstitutionType | null;
}

/**
 * The kind of an institution.
 * `primary`: A primary school (tiểu học).
 * `lower_secondary`: A lower secondary school (trung học cơ sở).
 * `upper_secondary`: An upper secondary school (trung học phổ thông).
 * `multi_level`: A school of several levels (trường nhiều cấp học).
 * `continuing`: A centre of continuing education (giáo dục thường xuyên).
 */
export type InstitutionType = "primary" | "lower_secondary" | "upper_secondary" | "multi_level" | "continuing";

/** The cases of one kind. */
export interface KindCount {
  /** How many there are. */
  readonly cases: number;
  /** How many differ. */
  readonly differing: number;
  /** The kind. */
  readonly kind: CaseKind;
}

/**
 * The boundary cases of a framework, with what follows from each. Made of the framework alone: two engines of one version
 * make the same kit.
 */
export interface Kit {
  /** The cases. */
  readonly cases: readonly KitCase[];
  /** The names of cases that were left out, because no answers bring their total under this framework. */
  readonly left_out: readonly string[];
  /** Which kit it is. */
  readonly mark: KitMark;
}

/** An assessment of the kit. Some of them are refused: that is what they try. */
export interface KitAssessment {
  /**
   * The answers by the code of their indicator: points, met or not, `{ "part", "whole" }` or `{ "count" }`; a missing one is
   * absent.
   */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Whether each condition is met, by code; an unknown one is absent. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** The id of the framework. */
  readonly framework: string;
  /** The institution. Its code is the name of the case. */
  readonly institution: CaseInstitution;
  /** Who assesses. */
  readonly stream?: Stream | null;
}

/** A case: what a formula gets, and on request what is right. */
export interface KitCase {
  /** The assessment. Its institution has the name of the case as its code. */
  readonly assessment: KitAssessment;
  /** The name of the case; it says what the case tries. */
  readonly case: string;
  /** What follows; null where nobody asked for answers. */
  readonly expected?: Expected | null;
  /** What the case tries. */
  readonly kind: CaseKind;
}

/** Which kit it is. */
export interface KitMark {
  /** The number of its cases. */
  readonly cases: number;
  /** SHA-256 digest of the canonical JSON of its cases, with the answers. */
  readonly digest: string;
  /** By which framework the answers are right. */
  readonly framework: FrameworkRef;
  /** The version of the kit's rules. */
  readonly version: number;
}

/** Where an institution lacks evidence. */
export interface LackingEvidence {
  /** How many answers of the form bring points or are met. */
  readonly answered: number;
  /** Where the form stands. */
  readonly at: Place;
  /** Its code. */
  readonly code: string;
  /** Its name. */
  readonly name: string | null;
  /** Indicators and conditions whose evidence the framework requires and does not find: what blocks recognition. */
  readonly required: readonly RequiredEvidence[];
  /** Indicators and conditions that bring points or are met, and for which no evidence stands in the form. */
  readonly without: readonly string[];
}

/** An overlay that has been applied to a framework. */
export interface LaidOverlay {
  /** The provenance of its own figures: rules, maxima of parts, local conditions. */
  readonly basis: Basis;
  /** SHA-256 digest of its canonical JSON. */
  readonly digest: string;
  /** Id of the overlay. */
  readonly id: string;
  /** The act that issued it; null for an overlay that only illustrates. */
  readonly issued?: Legal | null;
  /** Revision of the overlay, from 1. */
  readonly revision: number;
  /** Its name for people. */
  readonly title: Text<string>;
}

/** An event after its last day. */
export interface Late {
  /** What was done. */
  readonly act: Act;
  /** How many days late. */
  readonly days: number;
  /** The last day that was in time. */
  readonly deadline: string;
  /** Which event, from 0. */
  readonly event: number;
  /** When it was done. */
  readonly on: string;
  /** How firm the last day is; null where the calendar does not say. */
  readonly standing: Standing | null;
}

/** An institution that is late. */
export interface LateSchool {
  /** Who manages it. */
  readonly authority: string | null;
  /** Its code. */
  readonly code: string;
  /** For how many days it is late. */
  readonly days: number;
  /** Its name. */
  readonly name: string | null;
  /** On which day it was done; null if no event says that it was. */
  readonly on: string | null;
  /** Whether its self-assessment is in the folder although no event says that it was reported. */
  readonly sent: boolean;
}

/** A form of a day behind the one that is looked at. */
export interface LaterForm {
  /** Its day. */
  readonly assessed_on: string;
  /** Where it stands. */
  readonly at: Place;
  /** The code of the institution. */
  readonly code: string;
  /** The name that the form has. */
  readonly name: string | null;
  /** Who assessed. */
  readonly stream: Stream;
}

/** The act that issued a framework. */
export interface Legal {
  /** Number of the act. */
  readonly act: string;
  /** The day of issue. */
  readonly issued: string;
  /** The issuing authority. */
  readonly issuer: string;
  /** Title of the act. */
  readonly title: string;
}

/** How far self-assessments and external assessments agree on the level of a group, or of institutions as wholes. */
export interface LevelAgreement {
  /** How many pairs have a known level on both sides. */
  readonly compared: number;
  /**
   * Cohen's kappa of those: 1 where all agree, 0 where no more agree than chance would have it, below 0 where fewer do. Null
   * where it has no meaning: none was compared, or all stand in one place of the matrix.
   */
  readonly kappa: number | null;
  /** How many the assessor found a lower level for. */
  readonly lowered: number;
  /**
   * How many have which level: a row for each level of the self-assessment, in it a number for each of the external
   * assessment.
   */
  readonly matrix: readonly (readonly number[])[];
  /** How many have a level that missing answers leave open on either side; they are in no other number here. */
  readonly open: number;
  /** How many the assessor found a higher level for. */
  readonly raised: number;
  /** How many have the same level on both sides. */
  readonly same: number;
  /** The share of those compared that were lowered; null of none. */
  readonly share_lowered: number | null;
  /** The share of those compared that were raised; null of none. */
  readonly share_raised: number | null;
}

/** How many schools have one level. */
export interface LevelCount {
  /** How many. */
  readonly count: number;
  /** The level. */
  readonly level: number;
}

/** How many schools have which level as a whole. */
export interface LevelCounts {
  /** Schools whose level is known, level by level. */
  readonly levels: readonly LevelCount[];
  /** Schools whose level missing answers leave open. */
  readonly undetermined: number;
}

/** A level and what it means. */
export interface LevelMeaning {
  /** Number of the level, from 1 to 100. */
  readonly level: number;
  /** A sentence about an institution at this level. */
  readonly meaning: Text<string>;
  /** Name of the level. */
  readonly name: Text<string>;
}

/** How many levels move. */
export interface LevelMoves {
  /** The code of the group; null of the level as a whole. */
  readonly code: string | null;
  /** To a lower one. */
  readonly lowered: number;
  /** Those that missing answers, or answers to new indicators, leave open. */
  readonly open: number;
  /** To a higher one. */
  readonly raised: number;
  /** Those that stay. */
  readonly same: number;
}

/** How many institutions have one level. */
export interface LevelNumber {
  /** Those of whom it is only computed. */
  readonly computed: number;
  /** The level. */
  readonly level: number;
  /** Those of whom it is recognised. */
  readonly recognised: number;
}

/** The level of one institution as a whole. */
export interface LevelRow {
  /** The level; null where there is neither a certificate nor a scorecard. */
  readonly level: Range<number> | null;
  /** Whether the level is recognised; if not, it is only computed. */
  readonly recognised: boolean;
}

/** How many institutions have which level as a whole. */
export interface LevelSummary {
  /** Level by level. */
  readonly levels: readonly LevelNumber[];
  /** Those whose level is open, or of which there is none. */
  readonly undetermined: number;
}

/** How many visits a panel has. */
export interface Load {
  /** On how many days it visits somebody. */
  readonly days: number;
  /** The panel. */
  readonly panel: string;
  /** How many visits it has. */
  readonly visits: number;
}

/** A condition that the base does not have. */
export interface LocalCondition {
  /** Code of the condition; it must be new. */
  readonly code: string;
  /** Code of its group. */
  readonly group: string;
  /** How to find out whether it is met; null if there is no guidance. */
  readonly guidance?: Text<string | null> | null;
  /** The evidence that the answer needs; null if it needs none. */
  readonly required_evidence?: OverlayEvidenceRule | null;
  /** The requirement. */
  readonly title: Text<string | null>;
}

/** The framework that an overlay makes of another one. */
export interface LocalFramework {
  /** The digest of the framework; an overlay that is to be laid on it names it. */
  readonly digest: string;
  /** The framework, as a file would say it. */
  readonly framework: LocalFrameworkFrameworkFile;
  /** The overlay that made it. */
  readonly overlay: FrameworkRef;
}

/** The default rule for the points of an indicator. */
export interface LocalFrameworkAward {
  /** Provenance of the rule. */
  readonly basis: Basis;
  /** The rule. */
  readonly rule: LocalFrameworkRule;
}

/** The points that give one level. The lowest band may leave out its lower end, the highest its upper end. */
export interface LocalFrameworkBand {
  /** Its lower end, not included. */
  readonly above?: number | null;
  /** Its upper end, not included. */
  readonly below?: number | null;
  /** Its lower end, included. */
  readonly from?: number | null;
  /** The level. */
  readonly level: number;
  /** Its upper end, included. */
  readonly to?: number | null;
}

/** The bands of a group or criterion, lowest level first. */
export interface LocalFrameworkBands {
  /** The bands; together they cover every hundredth from 0 to the maximum, once. */
  readonly bands: readonly LocalFrameworkBand[];
  /** The provenance of the bands. */
  readonly basis: Basis;
}

/** A criterion: indicators that belong together. */
export interface LocalFrameworkCriterion {
  /** The points of each level; null if the criterion has no level of its own. */
  readonly bands?: LocalFrameworkBands | null;
  /** Provenance of the maximum. */
  readonly basis: Basis;
  /** Code of the criterion. */
  readonly code: string;
  /** The evidence that the act lists for this criterion; null if it lists none. */
  readonly evidence?: EvidenceList | null;
  /** The indicators, at least one. */
  readonly indicators: readonly LocalFrameworkIndicator[];
  /** The sum of its indicators' maxima. */
  readonly max: number;
  /** Title of the criterion. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/**
 * A set of indicators with its levels and rules. A value may still contradict itself; [`crate::Scorer::new`] refuses such
 * a value.
 */
export interface LocalFrameworkFrameworkFile {
  /** The rule by which an indicator without a rule of its own gets its points. */
  readonly award: LocalFrameworkAward;
  /** The effect of an unmet or unknown condition. */
  readonly conditions_effect: ConditionsEffect;
  /** The version of this file format: 1. */
  readonly format: number;
  /** The groups, each with a level of its own. */
  readonly groups: readonly LocalFrameworkGroup[];
  /** The framework's name for machines: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** The act that issued the framework. */
  readonly legal: Legal;
  /** The levels, numbered from 1 without a gap. */
  readonly levels: readonly LevelMeaning[];
  /** Whether an assessor may leave out an indicator as not applicable. */
  readonly not_applicable: NotApplicable;
  /** How the level of the institution follows from those of the groups. */
  readonly overall: Overall;
  /** The applied overlays, in the order of application; empty for a national framework. */
  readonly overlays?: readonly LaidOverlay[] | null;
  /** Roles and deadlines of the procedure; null if the file has none. */
  readonly procedure?: Procedure | null;
  /** Counts the corrections of this file, from 1. */
  readonly revision: number;
  /** The sources of the figures: a short id, and a description by which a reader can find the source. */
  readonly sources: Readonly<Record<string, Text<string> | string>>;
  /** The framework's name for people. */
  readonly title: Text<string>;
  /** Known gaps: facts that no source contains. */
  readonly unknown?: readonly Text<string>[] | null;
}

/** A group of criteria, with a level of its own. */
export interface LocalFrameworkGroup {
  /** The points of each level. */
  readonly bands: LocalFrameworkBands;
  /** Provenance of the maximum. */
  readonly basis: Basis;
  /** Code of the group. */
  readonly code: string;
  /** The mandatory conditions for a recognised level. */
  readonly conditions: readonly Condition[];
  /** The criteria, at least one. */
  readonly criteria: readonly LocalFrameworkCriterion[];
  /** The sum of its criteria's maxima. */
  readonly max: number;
  /** Title of the group. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** An indicator: the unit that an assessor answers. */
export interface LocalFrameworkIndicator {
  /** Provenance of the maximum. */
  readonly basis: Basis;
  /** Code of the indicator. */
  readonly code: string;
  /** Names and units of the facts that its rule uses; null if it has none. */
  readonly facts?: Facts<FactLabel | null> | null;
  /** How to answer it; null if the file has no guidance. */
  readonly guidance?: Text<string> | null;
  /** The maximum points, above zero. */
  readonly max: number;
  /** The evidence that the answer needs; null if it needs none. */
  readonly required_evidence?: EvidenceRule | null;
  /** Its rule; null for the framework's rule. */
  readonly rule?: LocalFrameworkRule | null;
  /** The question. */
  readonly title: Text<string>;
  /** Who worded the title; null if the file does not record it. */
  readonly wording?: Wording | null;
}

/** How an answer turns into the points of an indicator. */
export type LocalFrameworkRule = {
  readonly kind: "direct";
} | {
  readonly kind: "flag";
} | {
  readonly kind: "share";
} | {
  readonly kind: "steps";
  /** The value that the rule compares with the rows. */
  readonly of: StepsOf;
  /** The rows, ascending from 0. */
  readonly table: readonly Step<number>[];
};

/** The two results of one assessment. */
export interface LocalScore {
  /** The scorecard by the framework with its overlays. */
  readonly local: Scorecard;
  /** The scorecard by the national framework alone: byte for byte that of the same points without an overlay. */
  readonly national: Scorecard;
}

/** An institution of the register that has sent no self-assessment that counts. */
export interface Missing {
  /** Where a notice reaches it, as the register has it. */
  readonly address: string | null;
  /** Who manages it. */
  readonly authority: string | null;
  /** Its code. */
  readonly code: string;
  /** Its level last year as a whole. */
  readonly last: Range<number> | null;
  /** Its name. */
  readonly name: string | null;
  /**
   * A form that does not count and is probably its own, by the code or name in it or by the name of the file: it was
   * refused, repeats another, has an unknown code or a later day.
   */
  readonly refused: Place | null;
  /** What kind of institution it is. */
  readonly type: InstitutionType | null;
}

/** An indicator without an answer. */
export interface MissingAnswer {
  /** Code of the indicator. */
  readonly code: string;
  /** The most points that the answer can bring. */
  readonly points: number;
}

/** How the missing answers would settle the level. */
export interface MissingAnswers {
  /** The indicators without an answer, in the order of the framework. */
  readonly answers: readonly MissingAnswer[];
  /** Each level that is still possible, in ascending order. */
  readonly levels: readonly PossibleLevel[];
}

/** The points that schools miss in one indicator. */
export interface MissingPoints {
  /** The indicator's code. */
  readonly code: string;
  /** The points missing for each school counted, rounded to hundredths, half a hundredth up. */
  readonly mean: number;
  /** How many schools lack any. */
  readonly schools: number;
  /** The maximum less the certain points, over all schools. */
  readonly total: number;
}

/** A group whose level or points change. */
export interface MovedGroup {
  /** Level and points by the second framework; null if it does not have the group. */
  readonly after: MovedResult | null;
  /** By which figures: `bands` of the group, or codes of indicators that are new, gone, or have other points. */
  readonly because: readonly string[];
  /** Level and points by the first framework; null if it does not have the group. */
  readonly before: MovedResult | null;
  /** The code of the group. */
  readonly code: string;
}

/** An institution whose level moves. */
export interface MovedInstitution {
  /** The level as a whole by the second framework. */
  readonly after: Range<number>;
  /** The level as a whole by the first framework. */
  readonly before: Range<number>;
  /** Its code, if it has one. */
  readonly code: string | null;
  /** The groups whose level or points change. */
  readonly groups: readonly MovedGroup[];
  /** Its name, if it has one. */
  readonly name: string | null;
  /** The period. */
  readonly period: string | null;
  /** Who assessed. */
  readonly stream: Stream | null;
}

/** Level and points of a group. */
export interface MovedResult {
  /** Its level. */
  readonly level: Range<number>;
  /** Its points. */
  readonly score: Range<number>;
}

/**
 * How a level moved.
 * `lowered`: It surely is lower.
 * `open`: Missing answers leave open whether it moved.
 * `raised`: It surely is higher.
 * `same`: It is known to be the same.
 */
export type Movement = "lowered" | "open" | "raised" | "same";

/** Something that may be done next. */
export interface Next {
  /** What. */
  readonly act: Act;
  /** Whether the external assessment, as it is, stands in the way. */
  readonly blocked: boolean;
  /** Who may do it. */
  readonly roles: readonly Role[];
}

/** Whether an assessor may leave out an indicator as not applicable. */
export interface NotApplicable {
  /** Always false: the engine knows no exemptions. */
  readonly allowed: false;
  /** Provenance of this rule. */
  readonly basis: Basis;
}

/** The result of one of the two assessments by the national framework. */
export interface Outcome {
  /** What stands in the way of recognition. */
  readonly blockers: readonly Blocker[];
  /** The digest of the assessment's canonical JSON. */
  readonly digest: string;
  /** The groups, in the order of the framework. */
  readonly groups: readonly GroupResult[];
  /** The level of the institution as a whole. */
  readonly overall: OverallLevel;
}

/** How the levels of the groups give the level of the institution. */
export interface Overall {
  /** Provenance of the rule. */
  readonly basis: Basis;
  /** The rule. */
  readonly rule: OverallRule;
}

/** The level of the institution as a whole. */
export interface OverallLevel {
  /** The level. */
  readonly level: Range<number>;
  /** The rule by which the levels of the groups give this one. */
  readonly rule: OverallRule;
}

/** The level of the institution as a whole, by both sides. */
export interface OverallReview {
  /** The level if every dispute of every group went to the lower side, and if every one went to the higher. */
  readonly disputed: Range<number>;
  /** By the external assessment. */
  readonly external: Range<number>;
  /** How it moved from the self-assessment to the external one; open unless both are known. */
  readonly movement: Movement;
  /** By the self-assessment. */
  readonly self: Range<number>;
}

/**
 * A rule for one level per institution.
 * `lowest_group`: The lowest level of all groups.
 */
export type OverallRule = "lowest_group";

/** Something that was not done by its last day. */
export interface Overdue {
  /** What is to be done. */
  readonly act: Act;
  /** For how many days it has been overdue. */
  readonly days: number;
  /** The last day that was in time. */
  readonly deadline: string;
  /** How firm the last day is; null where the calendar does not say. */
  readonly standing: Standing | null;
}

/** The base of an overlay. */
export interface OverlayBase {
  /** SHA-256 digest of its canonical JSON. */
  readonly digest: string;
  /** Id of the base. */
  readonly id: string;
}

/** The provenance of a figure. */
export interface OverlayBasis {
  /** A remark for the reader; null if there is none. */
  readonly note?: OverlayRemark | null;
  /** Ids of the framework's `sources`. Only an assumed figure may have none. */
  readonly sources: readonly string[];
  /** How firm the figure is. */
  readonly standing: Standing;
}

/** Additions to one condition. */
export interface OverlayCondition {
  /** How to find out whether it is met; null for the base's guidance. */
  readonly guidance?: Text<string | null> | null;
  /** The evidence that the answer needs, at least that of the base; null for the base's. */
  readonly required_evidence?: OverlayEvidenceRule | null;
}

/** The evidence that an answer needs. */
export interface OverlayEvidenceRule {
  /** The number of pieces, at least 1. */
  readonly at_least: number;
  /** The kinds that count, as written in a piece's `kind`. If the list is absent, every kind counts. */
  readonly kinds?: Readonly<Record<string, Text<string | null>>> | null;
  /** The greatest age of a piece on the day of the assessment, in days; null if its age does not matter. */
  readonly max_age_days?: number | null;
}

/** Name and unit of a fact. */
export interface OverlayFactLabel {
  /** The name of the fact: "teachers with an account". */
  readonly title: Text<string | null>;
  /** The unit: "teachers". Only a yes-or-no fact has none. */
  readonly unit?: Text<string | null> | null;
}

/** An overlay for exactly one framework, which `base` names by id and digest. */
export interface OverlayFile {
  /** The base: a national framework, or the local framework of another overlay. */
  readonly base: OverlayBase;
  /** Provenance of its own figures: rules, maxima of parts, local conditions. */
  readonly basis: OverlayBasis;
  /** Additions to conditions of the base, by code. */
  readonly conditions?: Readonly<Record<string, OverlayCondition>> | null;
  /** The version of this file format: 1. */
  readonly format: number;
  /** The name of the local framework for machines: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** Additions to indicators of the base, by code. */
  readonly indicators?: Readonly<Record<string, OverlayIndicator>> | null;
  /** The act that issued it; null for an overlay that only illustrates. */
  readonly issued?: Legal | null;
  /** Conditions beside those of the base. Only the local result has them. */
  readonly local_conditions?: readonly LocalCondition[] | null;
  /** Counts the corrections of this file, from 1. */
  readonly revision: number;
  /** Sources beside those of the base: a short id, and a description by which a reader can find the source. */
  readonly sources?: Readonly<Record<string, Text<string | null> | string>> | null;
  /** The name of the local framework for people. */
  readonly title: Text<string | null>;
}

/** Additions to one indicator: either `parts`, or any of the other fields. */
export interface OverlayIndicator {
  /** Names and units of the facts that the rule uses; required with a rule. */
  readonly facts?: Facts<OverlayFactLabel | null> | null;
  /** How to answer it; null for the base's guidance. */
  readonly guidance?: Text<string | null> | null;
  /** Indicators that replace it. Their maxima must add up to its maximum. */
  readonly parts?: readonly OverlayPart[] | null;
  /** The evidence that the answer needs, at least that of the base; null for the base's. */
  readonly required_evidence?: OverlayEvidenceRule | null;
  /** Its rule: `flag`, `share` or `steps`. Allowed only if the base has no such rule. */
  readonly rule?: Rule | null;
  /** The question in local words; null for the base's title. */
  readonly title?: Text<string | null> | null;
}

/** A part of an indicator; in the local framework it is an indicator. */
export interface OverlayPart {
  /** Code of the part; it must be new. */
  readonly code: string;
  /** Names and units of the facts that the rule uses; required with a rule. */
  readonly facts?: Facts<OverlayFactLabel | null> | null;
  /** How to answer it; null for the guidance of the whole. */
  readonly guidance?: Text<string | null> | null;
  /** The maximum points, above zero. */
  readonly max: FrameworkPoints;
  /** The evidence that the answer needs, at least that of the whole; null for that of the whole. */
  readonly required_evidence?: OverlayEvidenceRule | null;
  /** Its rule: `flag`, `share` or `steps`; null if the assessor sets the points. */
  readonly rule?: Rule | null;
  /** The question. */
  readonly title: Text<string | null>;
}

/** A remark beside figures, such as a note or the place of a source: in both languages, or one plain text for both. */
export type OverlayRemark = Text<string | null> | string;

/** The plan of one institution. */
export interface OwnPlan {
  /** Who manages it. */
  readonly authority: string | null;
  /** Its code. */
  readonly code: string | null;
  /** Its name. */
  readonly name: string | null;
  /** What is to be done, in the order of the work. */
  readonly tasks: readonly Task[];
  /** What kind of institution it is. */
  readonly type: InstitutionType | null;
}

/** The plans of institutions for one period. */
export interface OwnPlans {
  /** The first day of the work. */
  readonly begin: string;
  /** The last day on which the report is in time. The plans end before it. */
  readonly deadline: string;
  /** The period. */
  readonly period: string;
  /** The plan of each institution. */
  readonly plans: readonly OwnPlan[];
}

/** What several assessors found together. Points are combined, never levels: the level follows from the combined points. */
export interface Panel {
  /** The level of the institution as a whole that each form alone would give, in the order of the forms. */
  readonly alone: readonly Range<number>[];
  /**
   * The scorecard of the combined points. They are points, not facts: a criterion that is met or not may have a part of its
   * maximum.
   */
  readonly card: Scorecard;
  /** How they were combined. */
  readonly combine: Combine;
  /** The groups, in the order of the framework. */
  readonly groups: readonly PanelGroup[];
  /** How means were rounded. */
  readonly rounding: Rounding;
}

/** One condition, by every assessor. */
export interface PanelCondition {
  /** Its code. */
  readonly code: string;
  /** How many say that it is met. */
  readonly met: number;
  /** Met or unmet where all say so, else unknown. */
  readonly state: ConditionState;
  /** How many say nothing. */
  readonly unknown: number;
  /** How many say that it is not met. */
  readonly unmet: number;
}

/** One group of a panel. */
export interface PanelGroup {
  /** Points and level that each form alone would give, in the order of the forms. */
  readonly alone: readonly Rating[];
  /** Its code. */
  readonly code: string;
  /** Its conditions. */
  readonly conditions: readonly PanelCondition[];
  /** Its indicators. */
  readonly indicators: readonly PanelIndicator[];
}

/** One indicator, by every assessor. */
export interface PanelIndicator {
  /** Its code. */
  readonly code: string;
  /** Its combined points, each end by itself. */
  readonly combined: Range<number>;
  /** Its maximum. */
  readonly max: number;
  /** The least low end and the greatest high end. */
  readonly spread: Range<number>;
  /** The points of each form, in the order of the forms. */
  readonly values: readonly Range<number>[];
}

/** A parameter of a message. In JSON a number is a number and a word is stable; messages translate the word. */
export type Param = number | string | readonly string[] | Term;

/** Something that is to be done by a last day that is not over, by several institutions. */
export interface Pending {
  /** What. */
  readonly act: Act;
  /** How many have not done it yet. */
  readonly count: number;
  /** How many days are left; 0 on the last day. */
  readonly days: number;
  /** The last day that is in time. */
  readonly deadline: string;
}

/** Where something stands in a folder. */
export interface Place {
  /** The file, by its path within the folder, with `/` between the names. */
  readonly file: string;
  /**
   * The line of a table or of NDJSON, from 1; the number of a form in a workbook of several; null for a file that holds one
   * assessment.
   */
  readonly line: number | null;
  /** The sheet of a workbook, or null. */
  readonly sheet: string | null;
}

/**
 * What a school can do to reach a level in each group.
 * A plan counts only certain points: a missing answer brings zero.
 */
export interface Plan {
  /** The framework of the plan. */
  readonly framework: FrameworkMark;
  /** The requested groups, in the order of the framework. */
  readonly groups: readonly GroupPlan[];
  /** The step of a raise, in points: an indicator is raised to a multiple of it, or to its maximum. */
  readonly step: number;
}

/** One JSON request: a goal, and the assessment or scorecard to plan from. */
export interface PlanRequest {
  /** The assessment to plan from. Either this or `scorecard` is required. */
  readonly assessment?: Assessment | null;
  /**
   * The effort of raising an indicator, by its code, in any whole unit. An indicator without an effort is not raised by the
   * cheapest plan.
   */
  readonly efforts?: Readonly<Record<string, number | null>> | null;
  /** The scorecard to plan from. */
  readonly scorecard?: PlanRequestScorecard | null;
  /** The step of a raise, in points. Half a point where it is absent. */
  readonly step?: FrameworkPoints | null;
  /**
   * The level to reach, by code of the group. `null` is the next level; without targets each group gets the plan of its next
   * level.
   */
  readonly targets?: Readonly<Record<string, number | null>> | null;
}

/** The result for one criterion. */
export interface PlanRequestCriterionScore {
  /** Code of the criterion. */
  readonly code: string;
  /** The indicators of the criterion. */
  readonly indicators: readonly PlanRequestIndicatorScore[];
  /** Level of the criterion; null if it has no bands of its own. */
  readonly level?: Range<number> | null;
  /** Maximum points of the criterion. */
  readonly max: FrameworkPoints;
  /** Points of the criterion. */
  readonly score: Range<FrameworkPoints>;
}

/** The result for one group. */
export interface PlanRequestGroupScore {
  /** Code of the group. */
  readonly code: string;
  /** The mandatory conditions of the group. */
  readonly conditions: readonly ConditionResult[];
  /** The criteria of the group. */
  readonly criteria: readonly PlanRequestCriterionScore[];
  /** Level of the group. */
  readonly level: Range<number>;
  /** Maximum points of the group. */
  readonly max: FrameworkPoints;
  /** Points of the group. */
  readonly score: Range<FrameworkPoints>;
}

/** The result for one indicator. */
export interface PlanRequestIndicatorScore {
  /** Code of the indicator. */
  readonly code: string;
  /** Maximum points of the indicator. */
  readonly max: FrameworkPoints;
  /** Points of the indicator. */
  readonly score: Range<FrameworkPoints>;
  /** Whether it was answered. */
  readonly state: IndicatorState;
}

/** The result for one assessment. Every key is always present; an unknown value is null. */
export interface PlanRequestScorecard {
  /** SHA-256 of the canonical JSON without this key. */
  readonly digest: string;
  /** The framework of the result. */
  readonly framework: FrameworkMark;
  /** The groups, in the order of the framework. */
  readonly groups: readonly PlanRequestGroupScore[];
  /** The assessed institution; null if unknown. */
  readonly institution?: Institution | null;
  /** The level of the institution as a whole. */
  readonly overall: OverallLevel;
  /** The period, such as a school year: `2023-2024`; null if unknown. */
  readonly period?: string | null;
  /** Whether a level may be recognised. */
  readonly recognition: Recognition;
  /** Who made the assessment; null if unknown. */
  readonly stream?: Stream | null;
}

/** A level that is still possible. */
export interface PossibleLevel {
  /** The level. */
  readonly level: number;
  /** The least points that the missing answers together must bring for this level. */
  readonly points: number;
}

/** Roles and deadlines of the procedure. */
export interface Procedure {
  /** A remark for the reader; null if there is none. */
  readonly note?: Remark | null;
  /** The task of each role. */
  readonly roles: Readonly<Record<string, Text<string> | string>>;
  /** A title for the steps of each scope: "Deadlines of the Ministry". */
  readonly scopes?: Readonly<Record<string, Text<string>>> | null;
  /** The steps with their dates. */
  readonly steps: readonly Deadline[];
}

/** A list to be published. Its rows are by authority, then by code; those without authority are last. */
export interface Publication {
  /** The act that publishes it; absent where none is named. */
  readonly act?: string | null;
  /** The day as of which it holds. */
  readonly as_of: string | null;
  /** Who publishes. */
  readonly authority: string | null;
  /** Rows of institutions that were closed before the period, by the register. */
  readonly closed: readonly Closed[];
  /** By which framework. */
  readonly framework: FrameworkRef;
  /** The institutions of the register of which there is nothing, in its order; absent where nobody asked for them. */
  readonly missing?: readonly PublicationRegistered[] | null;
  /** The official who publishes it; absent where none is named. */
  readonly official?: string | null;
  /** How many scorecards were passed over for another of the same institution, as `keep` asks. */
  readonly passed_over: number;
  /** The period of every row. */
  readonly period: string | null;
  /** The institutions. */
  readonly rows: readonly PublicationRow[];
  /** How many have which level. */
  readonly summary: Summary;
  /** The title; else one is made of the framework's. */
  readonly title: string | null;
}

/** One institution. */
export interface PublicationRegistered {
  /** Where a notice reaches it, in free text: an e-mail address, or the way to its letter box. */
  readonly address?: string | null;
  /**
   * Who manages it, in free text: the People's Committee of a commune, a department. Composed (NFC) and without white space
   * around.
   */
  readonly authority: string | null;
  /** Its code in the sector database. Composed (NFC), and without blanks that do not belong. */
  readonly code: string;
  /** Its name. */
  readonly name: string | null;
  /** What kind of institution it is. */
  readonly type: InstitutionType | null;
}

/** One institution. */
export interface PublicationRow {
  /** Who manages it. */
  readonly authority: string | null;
  /**
   * The conditions and the evidence that stand in the way of recognition, of groups whose level is not recognised; absent
   * where nothing does. That a level is open shows in the level.
   */
  readonly blockers?: readonly Blocker[];
  /** Its code. */
  readonly code: string;
  /** Its groups, in the order of the framework. */
  readonly groups: readonly GroupRow[];
  /** Its name. */
  readonly name: string | null;
  /** Its level as a whole. */
  readonly overall: LevelRow;
  /** Whether the level of every group is recognised. */
  readonly recognised: boolean;
  /** Who assessed; absent where there are no points, or the card does not say. */
  readonly stream?: Stream | null;
  /** What kind of institution it is. */
  readonly type: InstitutionType | null;
}

/** The data quality of one assessment, with messages in one language. */
export interface Quality {
  /** Every check that was not passed, in order of place. */
  readonly findings: readonly Finding[];
  /** The institution's code, as it was written. */
  readonly institution: string | null;
  /** The period. */
  readonly period: string | null;
  /** The four scores. */
  readonly scores: Scores;
  /** Who assessed. */
  readonly stream: Stream | null;
  /** How many findings are counted but not listed. */
  readonly unlisted: number;
}

/** The data quality of a batch, with messages in one language. */
export interface QualityBatch {
  /** How many assessments there were. */
  readonly count: number;
  /** Every rule that was broken, by dimension. */
  readonly findings: readonly BatchFinding[];
  /** The checks of all assessments together. */
  readonly scores: Scores;
  /** What a reviewer may want to look at; it proves nothing. */
  readonly signals: readonly Signal[];
  /** How many signals are not listed. */
  readonly unlisted: number;
}

/** One finding in the data of a form. */
export interface QualityRow {
  /** Where the form stands. */
  readonly at: Place;
  /** The code of the institution. */
  readonly code: string;
  /** Đúng, đủ, sạch or sống. */
  readonly dimension: Dimension;
  /** What was found. */
  readonly message: string;
  /** The name of the institution. */
  readonly name: string | null;
  /** By which rule. */
  readonly rule: QualityRule;
  /** Who assessed. */
  readonly stream: Stream;
  /** What it is about: `mục 1.3.1`, `kỳ đánh giá`. */
  readonly what: string;
}

/**
 * A rule by which data is checked, one thing at a time.
 * `value_valid`: Each value given is one that its place takes: its kind, its range, its precision, a part within its
 * whole, a real date.
 * `date_in_period`: The assessment was made in a year that its period names.
 * `evidence_not_after_assessment`: No evidence is dated after the assessment that it bears out.
 * `evidence_agrees`: The same evidence, by title and address, has one date.
 * `facts_agree`: Facts that the framework calls and counts alike have one number: as many teachers here as there.
 * `total_agrees`: A total claimed is the sum of its parts, or can be, where some of them are missing.
 * `level_agrees`: A level claimed is the one that follows, or can be.
 * `claims_agree`: What is claimed does not contradict itself: the total claimed gives the level claimed, and the overall
 * level is the lowest.
 * `answered`: Each indicator is answered, rightly or wrongly.
 * `condition_said`: Of each condition it is said whether it is met.
 * `evidence_given`: An answer that brings points, and a condition that is met, bring the evidence that the framework asks
 * for: as many pieces, of the kinds it names, dated where it says how old they may be.
 * `identified`: Who, when and by whom: code, name and type of the institution, period, stream, day.
 * `known_code`: Each key is a field or a code of the framework, and said once.
 * `code_plain`: The code of the institution holds ASCII letters, digits and `-._/` only.
 * `text_nfc`: Text is in Unicode's normal form C.
 * `letters_unmixed`: No word mixes Latin letters with others that look like them.
 * `text_readable`: No text but the code holds what a wrong encoding leaves behind, nor what cannot be seen.
 * `period_plain`: The period is written as a year, `2023`, or as a school year, `2023-2024`, so that the same period is
 * always the same text.
 * `institution_unique`: Of one institution, period and stream there is one assessment in a batch.
 * `evidence_own`: Evidence and longer notes are not those of another institution, word for word.
 * `evidence_current`: No dated evidence is older than the framework allows, or, where it allows any age, than the first
 * year of the period.
 * `updated`: The last update is not after the day given, and not too long before it; or, where no limit is given, not
 * before the period.
 */
export type QualityRule = "value_valid" | "date_in_period" | "evidence_not_after_assessment" | "evidence_agrees" | "facts_agree" | "total_agrees" | "level_agrees" | "claims_agree" | "answered" | "condition_said" | "evidence_given" | "identified" | "known_code" | "code_plain" | "text_nfc" | "letters_unmixed" | "text_readable" | "period_plain" | "institution_unique" | "evidence_own" | "evidence_current" | "updated";

/**
 * How the points of one group are spread over the schools whose points are known, by nearest rank: of n schools in
 * ascending order the one at n × ¼, ½ or ¾, rounded up. So each is exact, and the points of a school there is.
 */
export interface Quantiles {
  /** The group's code. */
  readonly code: string;
  /** A quarter of the way. */
  readonly lower_quartile: number | null;
  /** The last school's. */
  readonly maximum: number | null;
  /** Half of the way. */
  readonly median: number | null;
  /** The first school's. */
  readonly minimum: number | null;
  /** How many schools are left out, because their points are not known. */
  readonly open: number;
  /** Three quarters of the way. */
  readonly upper_quartile: number | null;
}

/** An indicator to raise. If a share decides its points, the share must bring at least `to`. */
export interface Raise {
  /** Code of the indicator. */
  readonly code: string;
  /** The certain points now. */
  readonly from: number;
  /** The points to reach. */
  readonly to: number;
}

/** A value between `low` and `high`, both included. A missing answer is not zero: it widens the range. */
export interface Range<T> {
  /** The value if every missing answer brought its maximum. */
  readonly high: T;
  /** The value if every missing answer brought zero. */
  readonly low: T;
}

/** The result of one form. */
export interface Rated {
  /** The day of the assessment. */
  readonly assessed_on: string | null;
  /** Where the form stands. */
  readonly at: Place;
  /** What stands in the way of recognition. */
  readonly blockers: readonly Blocker[];
  /** The groups, in the order of the framework. */
  readonly groups: readonly RatedGroup[];
  /** The level as a whole. */
  readonly level: Range<number>;
  /** The period. */
  readonly period: string | null;
  /** Who assessed. */
  readonly stream: Stream;
}

/** Points and level of one group. */
export interface RatedGroup {
  /** Its code. */
  readonly code: string;
  /** Its level. */
  readonly level: Range<number>;
  /** Its points. */
  readonly score: Range<number>;
}

/** Points and level of a group. */
export interface Rating {
  /** Its level. */
  readonly level: Range<number>;
  /** Its points. */
  readonly score: Range<number>;
}

/**
 * Whether a target can be reached.
 * `out_of_reach`: Not reachable, even with every located indicator at its maximum.
 * `open`: Reachable by raising indicators.
 * `reached`: Reached: the certain points are enough.
 */
export type Reach = "out_of_reach" | "open" | "reached";

/** One reason in one language. */
export interface ReasonLine {
  /**
   * A stable word: `at_lowest`, `no_body`, `no_case`, `no_period`, `not_registered`, `several_cases`, `several_forms`, or
   * the code of a violation.
   */
  readonly code: string;
  /** One line in the language that is asked for. */
  readonly message: string;
}

/** The recognised level of one group. */
export interface RecognisedGroup {
  /** Its code. */
  readonly code: string;
  /** Its level. */
  readonly level: number;
}

/** The level that an authority has recognised, by group and for the whole. */
export interface RecognisedLevel {
  /** The groups, in the order of the framework. */
  readonly groups: readonly RecognisedGroup[];
  /** The institution as a whole. */
  readonly overall: RecognisedOverall;
}

/** The recognised level of the institution as a whole. */
export interface RecognisedOverall {
  /** The level. */
  readonly level: number;
  /** The rule it follows from. */
  readonly rule: OverallRule;
}

/** Whether a level may be recognised. */
export interface Recognition {
  /** The blockers, group by group. */
  readonly blockers: readonly Blocker[];
  /** Whether there is no blocker. */
  readonly eligible: boolean;
}

/** Something that was refused, with messages in one language. */
export interface RefusedDeed {
  /** What. */
  readonly act: Act;
  /** The code of the institution. */
  readonly code: string;
  /** Its name, as far as its case or the register names it; else null. */
  readonly name: string | null;
  /** When. */
  readonly on: string;
  /** Where the deed is written; null where it is written nowhere. */
  readonly place: Place | null;
  /** Why. */
  readonly reasons: readonly ReasonLine[];
}

/** One fault of a file, a form or a row. */
export interface RefusedRow {
  /** Where it stands. */
  readonly at: Place;
  /** The cell, such as `Phiếu đánh giá!D28`, or null if it is about no cell. */
  readonly cell: string | null;
  /** The stable code of the fault. */
  readonly code: string;
  /** The code of the institution, as far as it can be read. */
  readonly institution: string | null;
  /** What is wrong, and what to type instead. */
  readonly message: string;
  /** The name of the institution: as the form has it, else by the register. */
  readonly name: string | null;
}

/** Institutions with their type and authority, and how they were merged, split and renamed. Data of the caller's. */
export interface Register {
  /** What became of them, in any order. */
  readonly changes?: readonly Succession[] | null;
  /** The institutions of today. One that is closed need not be among them. */
  readonly institutions: readonly Registered[];
}

/** One institution. */
export interface Registered {
  /** Where a notice reaches it, in free text: an e-mail address, or the way to its letter box. */
  readonly address?: string | null;
  /**
   * Who manages it, in free text: the People's Committee of a commune, a department. Composed (NFC) and without white space
   * around.
   */
  readonly authority?: string | null;
  /** Its code in the sector database. Composed (NFC), and without blanks that do not belong. */
  readonly code: string;
  /** Its name. */
  readonly name?: string | null;
  /** What kind of institution it is. */
  readonly type?: InstitutionType | null;
}

/** A remark beside figures, such as a note or the place of a source: in both languages, or one plain text for both. */
export type Remark = Text<string> | string;

/** One thing that one institution is asked. */
export interface Reminder {
  /** Where a notice reaches it, as the register has it. */
  readonly address: string | null;
  /** What it is asked. */
  readonly ask: Ask;
  /** Who manages it. */
  readonly authority: string | null;
  /** Its code. */
  readonly code: string;
  /** How many days are left; below zero once the deadline is over; null without one. */
  readonly days: number | null;
  /** By which day; null where no deadline says. */
  readonly deadline: string | null;
  /** What exactly, a sentence each: the file and the cell, the indicators. */
  readonly details: readonly string[];
  /** Its name. */
  readonly name: string | null;
}

/** Reminders, institution by institution in the order of the register. */
export interface Reminders {
  /** The day that is looked at. */
  readonly as_of: string;
  /** The period. */
  readonly period: string;
  /** The reminders. */
  readonly reminders: readonly Reminder[];
}

/** Evidence that the framework requires. */
export interface RequiredEvidence {
  /** The indicator or condition. */
  readonly code: string;
  /** Whether it is missing, or nobody can tell. */
  readonly why: BlockerCode;
}

/**
 * Self-assessment and external assessment of one institution, side by side. Every difference is external less self: below
 * zero where the assessor gave less.
 */
export interface Review {
  /** By which framework. */
  readonly framework: FrameworkMark;
  /** The groups, in the order of the framework. */
  readonly groups: readonly GroupReview[];
  /** Whose assessments they are, as far as either names it; where both do, as the self-assessment writes it. */
  readonly institution: ScorecardInstitution | null;
  /** The level of the institution as a whole. */
  readonly overall: OverallReview;
  /** For which period, as far as either names one. */
  readonly period: string | null;
}

/**
 * In which part somebody acts. Which body that is, the event says in free words: bodies come and go.
 * `institution`: The institution (cơ sở giáo dục).
 * `head`: The head of the institution (thủ trưởng cơ sở giáo dục).
 * `authority`: The managing education authority (cơ quan quản lý).
 */
export type Role = "institution" | "head" | "authority";

/**
 * How what a division leaves over was rounded.
 * `half_away_from_zero_to_four_decimals`: To four decimals, half a unit away from zero.
 * `half_up_to_hundredths`: To hundredths of a point, half a hundredth up.
 */
export type Rounding = "half_away_from_zero_to_four_decimals" | "half_up_to_hundredths";

/** How an answer turns into the points of an indicator. */
export type Rule = {
  readonly kind: "direct";
} | {
  readonly kind: "flag";
} | {
  readonly kind: "share";
} | {
  readonly kind: "steps";
  /** The value that the rule compares with the rows. */
  readonly of: StepsOf;
  /** The rows, ascending from 0. */
  readonly table: readonly Step<FrameworkPoints>[];
};

/** A plan of external assessments. */
export interface Schedule {
  /** How many visits each panel has, in the order of the panels. */
  readonly loads: readonly Load[];
  /** Institutions without a visit, and why. */
  readonly unplaced: readonly Unplaced[];
  /** The visits, by day and panel. */
  readonly visits: readonly Visit[];
}

/** One institution, with everything that is known of its level. */
export interface School {
  /** Who manages it. */
  readonly authority: string | null;
  /** Its code, as the register has it; else as its form has it. */
  readonly code: string;
  /** The external assessment of the period. */
  readonly external: Rated | null;
  /** Last year: the external assessment, or else the self-assessment. */
  readonly last: Rated | null;
  /** Its name. */
  readonly name: string | null;
  /** The day on which its level was published. */
  readonly published_on: string | null;
  /** The recognised level as a whole. */
  readonly recognised: number | null;
  /** The day on which its level was recognised. */
  readonly recognised_on: string | null;
  /** The self-assessment of the period. */
  readonly self: Rated | null;
  /** Where its case stands by the events; null before the first, and where its events were refused. */
  readonly state: State | null;
  /** What kind of institution it is. */
  readonly type: InstitutionType | null;
}

/** How many checks there were and how many were passed. Nothing was weighed: a check is a check. */
export interface Score {
  /** How many checks there were. */
  readonly checked: number;
  /** How many of them were passed. */
  readonly passed: number;
  /** `100 × passed ÷ checked`, rounded half away from zero to two decimals; null where nothing was checked. */
  readonly percent: number | null;
}

/** The result for one assessment. Every key is always present; an unknown value is null. */
export interface Scorecard {
  /** SHA-256 of the canonical JSON without this key. */
  readonly digest: string;
  /** The framework of the result. */
  readonly framework: FrameworkMark;
  /** The groups, in the order of the framework. */
  readonly groups: readonly GroupScore[];
  /** The assessed institution; null if unknown. */
  readonly institution: ScorecardInstitution | null;
  /** The level of the institution as a whole. */
  readonly overall: OverallLevel;
  /** The period, such as a school year: `2023-2024`; null if unknown. */
  readonly period: string | null;
  /** Whether a level may be recognised. */
  readonly recognition: Recognition;
  /** Who made the assessment; null if unknown. */
  readonly stream: Stream | null;
}

/** The assessed institution. In a result an unknown field is null. */
export interface ScorecardInstitution {
  /** Its code in the sector database: text, with its leading zeros; null if unknown. */
  readonly code: string | null;
  /** Its name; null if unknown. */
  readonly name: string | null;
  /** Its kind; null if unknown. */
  readonly type: InstitutionType | null;
}

/** The four scores. */
export interface Scores {
  /** Sạch. */
  readonly clean: Score;
  /** Đủ. */
  readonly complete: Score;
  /** Đúng. */
  readonly correct: Score;
  /** Sống. */
  readonly live: Score;
}

/** One end of a step. */
export interface Side {
  /** The code of the institution. */
  readonly institution: string;
  /** The period. */
  readonly period: string;
}

/** A signal as JSON: with its message in one language. */
export interface Signal {
  /** Of how many: institutions, or assessments for `all_maxima`, `piled_over_band` and `share_as_points`. */
  readonly count: number;
  /** The group, where it is about one. */
  readonly group: string | null;
  /** One line in the language asked for. */
  readonly message: string;
  /** The parameters of the message, by name. */
  readonly params: Readonly<Record<string, Param>>;
  /** Which. */
  readonly signal: SignalKind;
  /** The codes of the institutions, in order; the first ones, where there are many. */
  readonly who: readonly string[];
}

/**
 * Something in a batch that a reviewer may want to look at. It proves nothing.
 * `identical_answers`: Institutions whose answers of one period bring the same points, indicator by indicator. Sheets that
 * are the same by chance do not count: at least half of the indicators are answered, and at least a quarter of these by
 * something else than the maximum, and by something else than nothing.
 * `all_maxima`: Assessments in which every indicator has its maximum.
 * `piled_over_band`: Totals of a group at or just over the first point of a level: five or more, and more than three times
 * as many as just below. Just over is from that point to less than a window above it, just below is less than it by a
 * window at most.
 * `jump`: Institutions that rise by two levels or more in a group from one period to the next.
 * `share_as_points`: Assessments in which an indicator whose title asks for a share has more than 0 points and less than
 * 1: a share, such as 0.8, may have been typed for points. There is one signal for each such indicator.
 */
export type SignalKind = "identical_answers" | "all_maxima" | "piled_over_band" | "jump" | "share_as_points";

/** Something in the forms of a year that a reviewer may want to look at. It proves nothing. */
export interface SignalRow {
  /** Of how many. */
  readonly count: number;
  /** The group, where it is about one. */
  readonly group: string | null;
  /** One sentence. */
  readonly message: string;
  /** Which signal. */
  readonly signal: YearSignal;
  /** The stream of the forms. */
  readonly stream: Stream;
  /** The institutions, by code; the first ones, where there are many. */
  readonly who: readonly Who[];
}

/** A signature, and by which key. */
export interface Signature {
  /** How it was made. */
  readonly algorithm: Algorithm;
  /** The public key: 64 hexadecimal digits. Whether it is to be trusted, only its owner can say. */
  readonly key: string;
  /** The signature: 128 hexadecimal digits. */
  readonly value: string;
}

/** A certificate with a signature of its canonical JSON. */
export interface SignedCertificate {
  /** What is signed. */
  readonly certificate: Certificate;
  /** The signature. */
  readonly signature: Signature;
}

/**
 * How firm a figure is.
 * `assumed`: Assumed: the sources are silent, and the project chose a reading.
 * `corroborated`: Two independent public sources agree.
 * `derived`: Arithmetic on other figures.
 * `single`: One public source only.
 * `text`: Quoted from the act by a legal publisher.
 * `unlocated`: The act must contain the figure, but no source shows at which place.
 */
export type Standing = "assumed" | "corroborated" | "derived" | "single" | "text" | "unlocated";

/** Where many cases stand. */
export interface Standings {
  /** The day that is looked at; null where everything counts that was done. */
  readonly as_of: string | null;
  /** The cases, in their order. */
  readonly cases: readonly StandingsStanding[];
  /** What is to be done next, the next last day first. */
  readonly deadlines: readonly Pending[];
}

/** Where one case stands, as a row of a list. */
export interface StandingsStanding {
  /** What is to be done by a last day that is not over, the next first; empty where no day is looked at. */
  readonly ahead: readonly Ahead[];
  /** The code of the institution. */
  readonly code: string;
  /** What was done after its last day. */
  readonly late: readonly Late[];
  /** The recognised level of the institution as a whole; null without one. */
  readonly level: number | null;
  /** The name of the institution; null where the case does not name it. */
  readonly name: string | null;
  /** What was not done by its last day, on the day that is looked at. */
  readonly overdue: readonly Overdue[];
  /** Of which period. */
  readonly period: string;
  /** The day of the last event; null without one. */
  readonly since: string | null;
  /** The state; null before the first event. */
  readonly state: State | null;
}

/**
 * Where a case stands. Before its first event it is in none of these.
 * `planned`: The work is planned.
 * `self_assessed`: The institution has assessed itself.
 * `approved`: The head has approved the self-assessment.
 * `reported`: The authority has the report.
 * `returned`: The authority has asked for more.
 * `externally_assessed`: The authority has assessed.
 * `recognised`: The level is recognised.
 * `published`: The recognised level is published.
 * `withdrawn`: The case has ended without a level, or its level was taken back.
 */
export type State = "planned" | "self_assessed" | "approved" | "reported" | "returned" | "externally_assessed" | "recognised" | "published" | "withdrawn";

/** Where a case stands on a day. Every key is always there; what there is nothing of is null. */
export interface Status {
  /** What is still to be done by a last day that is not over on the day that is looked at. */
  readonly ahead: readonly Ahead[];
  /** The day that is looked at: what was done later is not done yet. Without one, everything is, and nothing is overdue. */
  readonly as_of: string | null;
  /** The scope of the calendar; null where there is none. */
  readonly calendar: string | null;
  /** That the register closed the institution before the period; null where it did not, and without a register. */
  readonly closed: Closed | null;
  /** The external assessment. */
  readonly external: Outcome | null;
  /** The events after their last day. A report made again after a return is an event like any other. */
  readonly late: readonly Late[];
  /** What may be done next, and by whom. */
  readonly next: readonly Next[];
  /** What was not done by its last day. */
  readonly overdue: readonly Overdue[];
  /** The recognised level; null in every other state than `recognised` and `published`. */
  readonly recognised: RecognisedLevel | null;
  /** The self-assessment. */
  readonly self: Outcome | null;
  /** The state; null before the first event. */
  readonly state: State | null;
  /** The last days that cannot be compared with what was done. */
  readonly unjudged: readonly Unjudged[];
}

/** A row of a table of steps. */
export interface Step<T> {
  /** The count or the percentage from which the row applies. */
  readonly at_least: T;
  /** The points of the row. */
  readonly points: T;
}

/**
 * Whether two scorecards compare, or why they do not.
 * `comparable`: One institution, one framework to the byte.
 * `other_framework`: The framework is another, or another revision.
 * `merged`: The institution came out of several (sáp nhập), or took others in.
 * `split`: The institution came out of a larger one (chia tách), or gave parts away.
 */
export type StepKind = "comparable" | "other_framework" | "merged" | "split";

/**
 * The value that selects a row of a table of steps.
 * `count`: A number of things.
 * `percent`: A part of a whole, in percent.
 */
export type StepsOf = "count" | "percent";

/** Which stored cards stay valid, by the digests in them. */
export interface StoredCards {
  /** Cards of the first framework: a card says its framework's digest, so they must be made again. */
  readonly recompute: number;
  /** Those among them whose points and levels stay the same. */
  readonly same_result: number;
  /** Cards of the second framework already. */
  readonly valid: number;
}

/**
 * Who made an assessment.
 * `self`: The institution itself (tự đánh giá).
 * `external`: The managing authority (đánh giá ngoài).
 */
export type Stream = "self" | "external";

/** What became of institutions on one day. */
export interface Succession {
  /** The codes before. */
  readonly from: readonly string[];
  /** What happened. */
  readonly kind: SuccessionKind;
  /** The day from which it holds. */
  readonly on: string;
  /** The codes after. One that stands in `from` too is kept by an institution that is not the same any more. */
  readonly to: readonly string[];
}

/**
 * What became of institutions.
 * `merged`: Two or more became one (sáp nhập).
 * `split`: One became two or more (chia tách).
 * `renamed`: One goes on under another code or name (đổi mã, đổi tên).
 */
export type SuccessionKind = "merged" | "split" | "renamed";

/** How many institutions have which level. */
export interface Summary {
  /** How many there are. */
  readonly count: number;
  /** In each group. */
  readonly groups: readonly GroupSummary[];
  /** As a whole. */
  readonly overall: LevelSummary;
  /** Of how many the level of every group is recognised. */
  readonly recognised: number;
}

/** One task. */
export interface Task {
  /** The condition or criterion to be looked at; null for the steps before and after. */
  readonly code: string | null;
  /** Whether a person has fixed the task: it stays as it is when the plan is made again. */
  readonly fixed: boolean;
  /** The first day. */
  readonly from: string;
  /** Who does it; empty where nobody is known. */
  readonly persons: readonly string[];
  /** Which step of the work it belongs to. */
  readonly step: TaskStep;
  /** The last day. */
  readonly until: string;
  /** What is to be done, in words. */
  readonly what: string;
}

/**
 * A step of a self-assessment.
 * `prepare`: The plan is issued, and everybody knows what to do.
 * `score`: A condition or criterion is looked at: evidence is gathered, points are given.
 * `collect`: The form is put together and checked.
 * `approve`: The head approves.
 * `report`: The result is reported and made known.
 */
export type TaskStep = "prepare" | "score" | "collect" | "approve" | "report";

/**
 * A thing in a message: a word in JSON, and a name in each language.
 * `null`: A JSON null.
 * `bool`: A JSON true or false.
 * `number`: A JSON number.
 * `string`: A JSON string.
 * `list`: A JSON array.
 * `object`: A JSON object.
 * `points`: Expected: a number of points.
 * `count`: Expected: a whole number.
 * `answer`: Expected: an answer.
 * `condition`: Expected: the answer to a condition.
 * `date_form`: The form of a date.
 * `deadline_form`: The form of a date, or of a day of every year.
 * `code_form`: The form of a code.
 * `id_form`: The form of a framework's id.
 * `name_form`: The form of the name of a source or role.
 * `not_begun`: The state of a case without events.
 * `bytes`: A unit of size.
 * `depth`: A unit of nesting.
 * `vi`: The language.
 * `en`: The language.
 * `fact_points`: The kind of fact `points`.
 * `fact_met`: The kind of fact `met`.
 * `fact_share`: The kind of fact `part` of `whole`.
 * `fact_count`: The kind of fact `count`.
 * `fact_several`: More than one kind of fact.
 * `fact_one`: One kind of fact.
 * `fixed_basis`: A field that no overlay may change.
 * `fixed_code`: A field that no overlay may change.
 * `fixed_criteria`: A field that no overlay may change.
 * `fixed_evidence`: A field that no overlay may change.
 * `fixed_facts`: A field that no overlay may change.
 * `fixed_groups`: A field that no overlay may change.
 * `fixed_indicator`: A field that no overlay may change.
 * `fixed_legal`: A field that no overlay may change.
 * `fixed_levels`: A field that no overlay may change.
 * `fixed_met`: A field that no overlay may change.
 * `fixed_procedure`: A field that no overlay may change.
 * `fixed_rule`: A field that no overlay may change.
 * `fixed_title`: A field that no overlay may change.
 * `figure_award`: A kind of figure.
 * `figure_bands`: A kind of figure.
 * `figure_condition`: A kind of figure.
 * `figure_conditions_effect`: A kind of figure.
 * `figure_criterion_max`: A kind of figure.
 * `figure_group_max`: A kind of figure.
 * `figure_indicator_max`: A kind of figure.
 * `figure_overlay`: A kind of figure.
 * `figure_not_applicable`: A kind of figure.
 * `figure_overall`: A kind of figure.
 */
export type Term = "null" | "bool" | "number" | "string" | "list" | "object" | "points" | "count" | "answer" | "condition" | "date_form" | "deadline_form" | "code_form" | "id_form" | "name_form" | "not_begun" | "bytes" | "depth" | "vi" | "en" | "fact_points" | "fact_met" | "fact_share" | "fact_count" | "fact_several" | "fact_one" | "fixed_basis" | "fixed_code" | "fixed_criteria" | "fixed_evidence" | "fixed_facts" | "fixed_groups" | "fixed_indicator" | "fixed_legal" | "fixed_levels" | "fixed_met" | "fixed_procedure" | "fixed_rule" | "fixed_title" | "figure_award" | "figure_bands" | "figure_condition" | "figure_conditions_effect" | "figure_criterion_max" | "figure_group_max" | "figure_indicator_max" | "figure_overlay" | "figure_not_applicable" | "figure_overall";

/**
 * A title or text of a framework in both languages. Only an overlay may leave out one of them; it is then empty, and the
 * other one stands in for it.
 */
export interface Text<T> {
  /** English. */
  readonly en: T;
  /** Vietnamese. */
  readonly vi: T;
}

/** One thing to do next. */
export interface ToDo {
  /** About how many institutions or files it is. */
  readonly count: number;
  /** By which day, where a deadline lies ahead or is over. */
  readonly deadline: string | null;
  /** One sentence. */
  readonly message: string;
  /** What kind of work it is. */
  readonly step: TodoStep;
  /** The institutions, by code and name; empty where it is about files. */
  readonly who: readonly Who[];
}

/**
 * A kind of work that comes next.
 * `add_register`: Somebody sends the register, or a period is asked for.
 * `mend_refused`: Files, forms and rows that were refused are mended.
 * `settle_duplicates`: Of two forms one is taken away.
 * `mend_codes`: Codes are corrected, in a form or in the register.
 * `ask_missing`: Schools that have not sent are asked to.
 * `record_events`: Days of reports and acts are written down.
 * `ask_evidence`: Evidence is asked for.
 * `assess`: Schools are assessed externally.
 * `settle_differences`: Differences are settled with the school.
 * `recognise`: Levels are recognised.
 * `publish`: Levels are published.
 */
export type TodoStep = "add_register" | "mend_refused" | "settle_duplicates" | "mend_codes" | "ask_missing" | "record_events" | "ask_evidence" | "assess" | "settle_differences" | "recognise" | "publish";

/** A last day that cannot be compared with what was done. */
export interface Unjudged {
  /** What is to be done. */
  readonly act: Act;
  /** The last day, as the calendar has it. */
  readonly deadline: string;
  /** Why it cannot be compared. */
  readonly why: Why;
}

/** Points that no source assigns to an indicator. */
export interface Unlocated {
  /** Code of the indicator that stands for them. */
  readonly code: string;
  /** The most points that they can bring beyond the certain ones. */
  readonly points: number;
}

/** Forms that found no counterpart of the same institution and period, sorted by code and period. */
export interface Unpaired {
  /** External assessments without a self-assessment. */
  readonly external: readonly FormMark[];
  /** Self-assessments without an external one. */
  readonly self: readonly FormMark[];
}

/** An institution without a visit. */
export interface Unplaced {
  /** Its code. */
  readonly code: string;
  /** Its name. */
  readonly name: string | null;
  /** Why. */
  readonly why: WhyUnplaced;
}

/** A code of a form that is not in the register. */
export interface Unregistered {
  /** The code of the form. */
  readonly code: string;
  /**
   * The one code of the register that differs from it only in zeros at the beginning and in signs between, as a spreadsheet
   * changes codes.
   */
  readonly near: string | null;
}

/** A form whose code is not in the register. */
export interface UnregisteredForm {
  /** Where the form stands. */
  readonly at: Place;
  /** The code of the form. */
  readonly code: string;
  /** The name in the form. */
  readonly name: string | null;
  /**
   * The code of the register that was probably meant: it differs only in zeros at the beginning and signs between, or has
   * the name in the form.
   */
  readonly near: string | null;
}

/** How a certificate compares with the one that is made anew. */
export interface Verification {
  /** Everything in which they differ, in the order of the certificate. */
  readonly differences: readonly Differing[];
  /** Whether they are the same, byte for byte. */
  readonly identical: boolean;
}

/** A violation as JSON: with its message in one language. */
export interface Violation {
  /** The JSON Pointer (RFC 6901) of the fault; empty for the whole input. */
  readonly at: string;
  /** The code, a stable word. */
  readonly code: ViolationCode;
  /** One line in the requested language: what was found and what would be accepted. */
  readonly message: string;
  /** The parameters of the message, by name. */
  readonly params: Readonly<Record<string, Param>>;
}

/**
 * A fault, as a stable word.
 * `assessment_after_event`: An assessment is dated after an event that rests on it.
 * `assessment_missing`: An event rests on an assessment that the case does not hold.
 * `assessment_outside_period`: An assessment is dated long before or after its period.
 * `band_ends`: A band has an end twice or not at all, or its upper end is below its lower end.
 * `band_gap`: Some points fall into no band.
 * `band_order`: Bands of a list are not in ascending order of their levels.
 * `band_overlap`: Some points fall into two bands, or a band leaves 0..max.
 * `closed_already`: A merger, split or renaming uses an institution that an earlier one closed.
 * `column_taken`: A column of a table has the name of a column of results.
 * `count_out_of_range`: A count is not a whole number from 0 to 1 000 000.
 * `digest_mismatch`: The digest does not match the content beside it.
 * `duplicate_assessment`: The input has another assessment of the same institution, period and stream.
 * `duplicate_code`: Two things in a framework have the same code.
 * `duplicate_key`: An object has a key twice.
 * `empty_list`: A list must not be empty, and is.
 * `event_before_previous`: An event is dated before the one above it.
 * `event_out_of_order`: An event does not follow from the state that the case is in.
 * `framework_not_named`: A table has columns that two frameworks read differently, and does not name its framework.
 * `ill_formed_change`: A merger, split or renaming of institutions with fewer or more codes on one side than such a change
 * has.
 * `ill_formed_code`: A code holds other characters than `0-9 a-z` in parts joined by `.`, or is too long.
 * `invalid_date`: Not a date of the calendar, or not written as `YYYY-MM-DD`.
 * `list_length`: A list has more or fewer entries than it may have.
 * `missing_field`: A required field is absent or null.
 * `missing_source`: A basis cites no source, though its standing needs one.
 * `missing_title`: A title or text is empty.
 * `no_known_column`: No column of a table has a code of the framework as its name.
 * `not_json`: Not UTF-8, or not one JSON value.
 * `not_recognised`: An event certifies a level that nobody recognised.
 * `not_refinable`: An overlay changes a field that it may not change.
 * `other_institution`: An assessment or scorecard is of another institution than the input that it belongs to, and of none
 * of its predecessors.
 * `other_period`: An assessment is of another period than the input that it belongs to.
 * `own_predecessor`: The changes in a register make an institution its own predecessor.
 * `plan_too_large`: A plan has too many choices for an exact comparison.
 * `points_out_of_range`: Points below zero, above the maximum of their indicator, or above 1 000 000.
 * `points_too_precise`: Points with more than two decimals.
 * `recognition_blocked`: An event recognises a level in spite of a blocker.
 * `share_out_of_range`: The whole of a share is zero, or its part is larger than the whole.
 * `steps_order`: The rows of a table of steps do not ascend from zero.
 * `steps_points`: A step of an overlay gives fewer points than the step before it, or the last one not the maximum.
 * `steps_unreachable`: A step of an overlay begins above 100 percent, which no share reaches.
 * `sum_mismatch`: The maxima of the parts do not add up to that of the whole.
 * `too_large`: Over 1 MiB of text, or nested more than 64 levels deep.
 * `too_many_groups`: A framework has more groups than the engine holds.
 * `too_many_violations`: The input has more violations than the list holds.
 * `unknown_condition`: The framework has no condition of this code.
 * `unknown_field`: A field that the format does not have.
 * `unknown_framework`: No framework of this name is part of the library.
 * `unknown_group`: The framework has no group of this code.
 * `unknown_indicator`: The framework has no indicator of this code.
 * `unknown_level`: A band has a level that the framework does not describe, or a goal has one that no points reach.
 * `unknown_source`: A basis cites a source that the framework does not list.
 * `unknown_value`: Not one of the words that the field accepts.
 * `unread_column`: The name of a column contains a code, but it is unclear whether the column holds the facts of that
 * code.
 * `wrong_answer_kind`: Another kind of fact than the indicator's rule uses, or two kinds at once.
 * `wrong_base`: The overlay was made for another framework, or another revision of it.
 * `wrong_framework`: The assessment or scorecard is of another framework.
 * `wrong_role`: The role of an event may not do that act.
 * `wrong_stream`: An assessment is of another stream than its field accepts.
 * `wrong_type`: Another JSON type than the field accepts.
 */
export type ViolationCode = "assessment_after_event" | "assessment_missing" | "assessment_outside_period" | "band_ends" | "band_gap" | "band_order" | "band_overlap" | "closed_already" | "column_taken" | "count_out_of_range" | "digest_mismatch" | "duplicate_assessment" | "duplicate_code" | "duplicate_key" | "empty_list" | "event_before_previous" | "event_out_of_order" | "framework_not_named" | "ill_formed_change" | "ill_formed_code" | "invalid_date" | "list_length" | "missing_field" | "missing_source" | "missing_title" | "no_known_column" | "not_json" | "not_recognised" | "not_refinable" | "other_institution" | "other_period" | "own_predecessor" | "plan_too_large" | "points_out_of_range" | "points_too_precise" | "recognition_blocked" | "share_out_of_range" | "steps_order" | "steps_points" | "steps_unreachable" | "sum_mismatch" | "too_large" | "too_many_groups" | "too_many_violations" | "unknown_condition" | "unknown_field" | "unknown_framework" | "unknown_group" | "unknown_indicator" | "unknown_level" | "unknown_source" | "unknown_value" | "unread_column" | "wrong_answer_kind" | "wrong_base" | "wrong_framework" | "wrong_role" | "wrong_stream" | "wrong_type";

export type Violations = readonly Violation[];

/** One visit. */
export interface Visit {
  /** Where a notice reaches the institution. */
  readonly address: string | null;
  /** Who manages it. */
  readonly authority: string | null;
  /** Its code. */
  readonly code: string;
  /** Whether a person has fixed the visit: it stays as it is when the plan is made again. */
  readonly fixed: boolean;
  /** Its name. */
  readonly name: string | null;
  /** The day. */
  readonly on: string;
  /** The panel. */
  readonly panel: string;
  /** Why this day and this panel, a sentence each. */
  readonly reasons: readonly string[];
}

/** The effect of changed answers. Lists all groups, and only those indicators and conditions that change. */
export interface WhatIf {
  /** The blockers of recognition that the changes add. */
  readonly blockers_added: readonly Blocker[];
  /** The blockers of recognition that the changes remove. */
  readonly blockers_gone: readonly Blocker[];
  /** The conditions whose state changes, in the order of the framework. */
  readonly conditions: readonly ConditionChange[];
  /** Whether no blocker of recognition is left. */
  readonly eligible: WhatIfChange2;
  /** The groups, in the order of the framework. */
  readonly groups: readonly GroupChange[];
  /** The indicators whose points change, in the order of the framework. */
  readonly indicators: readonly IndicatorChange[];
  /** The level of the institution as a whole. */
  readonly overall: WhatIfChange3;
}

/** A value before and after the changes. */
export interface WhatIfChange2 {
  /** The value after the changes. */
  readonly after: boolean;
  /** The value before the changes. */
  readonly before: boolean;
}

/** A value before and after the changes. */
export interface WhatIfChange3 {
  /** The value after the changes. */
  readonly after: Range<number>;
  /** The value before the changes. */
  readonly before: Range<number>;
}

/** A value before and after the changes. */
export interface WhatIfChange4 {
  /** The value after the changes. */
  readonly after: Range<number>;
  /** The value before the changes. */
  readonly before: Range<number>;
}

/** One JSON request: an assessment, and the answers that replace its own. */
export interface WhatIfRequest {
  /** The other answers, by code of the indicator. An empty answer removes the assessment's answer. */
  readonly answers?: Readonly<Record<string, Answer>> | null;
  /** The assessment as it is. */
  readonly assessment: Assessment;
  /** The other conditions, by code. */
  readonly conditions?: Readonly<Record<string, ConditionAnswer>> | null;
}

/** An institution by code and name. */
export interface Who {
  /** Its code. */
  readonly code: string;
  /** Its name. */
  readonly name: string | null;
}

/**
 * Why a last day cannot be compared with what was done.
 * `period_without_year`: It is a day of each year, and the period names no year.
 * `other_years`: It is one day, and the period names other years.
 */
export type Why = "period_without_year" | "other_years";

/**
 * Why an institution has no visit.
 * `not_ready`: Its self-assessment is not there yet.
 * `conflicts`: Every panel has a conflict of interest.
 * `no_day`: No panel without a conflict of interest has a day left.
 */
export type WhyUnplaced = "not_ready" | "conflicts" | "no_day";

/**
 * Who worded a title in the language of the act. The title in the other language is always a translation by the author of
 * the file.
 */
export interface Wording {
  /** Who worded it. */
  readonly kind: WordingKind;
  /** A remark for the reader, such as where the title differs from its source; null if there is none. */
  readonly note?: Remark | null;
  /** Ids of the framework's `sources` that contain the words. Only a title by the author of the file may have none. */
  readonly sources: readonly string[];
}

/**
 * Who worded a title.
 * `abbreviated`: The sources, which shorten the words of the act.
 * `ours`: The author of the file.
 * `quoted`: The act itself, as the sources quote it.
 */
export type WordingKind = "abbreviated" | "ours" | "quoted";

/** An institution that rose or fell since last year, in one group or as a whole. */
export interface YearChange {
  /** Its code. */
  readonly code: string;
  /** What was compared with. */
  readonly from: ChangeSide;
  /** The groups, in the order of the framework. Empty where the two do not compare. */
  readonly groups: readonly ChangeGroup[];
  /** Whether the two compare, or why they do not. */
  readonly kind: StepKind;
  /** Its name. */
  readonly name: string | null;
  /** How its level as a whole moved; null where the two do not compare. */
  readonly overall: Movement | null;
  /** What was compared. */
  readonly to: ChangeSide;
}

/** A deadline, and who has not met it. */
export interface YearDeadline {
  /** What is to be done. */
  readonly act: Act;
  /** Days from the day looked at to the deadline; below zero once it is over. */
  readonly days: number;
  /** The last day that is in time. */
  readonly deadline: string;
  /** How many institutions did it, in time or late. */
  readonly done: number;
  /** Institutions that did it late or have not done it although the deadline is over, the longest first. */
  readonly late: readonly LateSchool[];
  /** How many institutions have not done it and still have time. */
  readonly open: number;
  /** Of how many of these the self-assessment is in the folder although no event says that it was reported; 0 for other acts. */
  readonly sent: number;
  /** How firm the deadline is; null where the calendar does not say. */
  readonly standing: Standing | null;
}

/** Two assessments of one institution that differ. */
export interface YearDiffering {
  /** Its code. */
  readonly code: string;
  /** The conditions in which they differ. */
  readonly conditions: readonly DifferingCondition[];
  /** The level as a whole by the external assessment. */
  readonly external: Range<number>;
  /** Where the external assessment stands. */
  readonly external_at: Place;
  /** The groups, in the order of the framework, those without a difference too. */
  readonly groups: readonly DifferingGroup[];
  /** The indicators in which they differ. */
  readonly indicators: readonly DifferingIndicator[];
  /** How the level as a whole moved. */
  readonly movement: Movement;
  /** Its name. */
  readonly name: string | null;
  /** The level as a whole by the self-assessment. */
  readonly self: Range<number>;
  /** Where the self-assessment stands. */
  readonly self_at: Place;
}

/** A year of a department, as one folder has it. */
export interface YearLists {
  /** The day that is looked at. Events of later days do not count, and a deadline is over the day after it. */
  readonly as_of: string;
  /** Who rose or fell since last year, the fallen first. Who moved in no group, and whose move is open, is not here. */
  readonly changes: readonly YearChange[];
  /** The institutions of each deadline, the earliest deadline first. */
  readonly deadlines: readonly YearDeadline[];
  /** Self-assessments that differ from the external assessment, those whose level moves first. */
  readonly differing: readonly YearDiffering[];
  /** Forms of one institution, period and stream beside another. */
  readonly duplicates: readonly Duplicate[];
  /** Where evidence is lacking, by institution. */
  readonly evidence: readonly LackingEvidence[];
  /** Every file, in the order in which it was read, and what it was taken for. */
  readonly files: readonly FileRead[];
  /** The framework that measures. */
  readonly framework: FrameworkRef;
  /** The groups of the framework, in its order. */
  readonly groups: readonly GroupTitle[];
  /** The language of the sentences: `vi` or `en`. */
  readonly lang: string;
  /** The period before, if forms of it are there. */
  readonly last_period: string | null;
  /**
   * Forms of the period whose day lies behind the one that is looked at: they are as not yet there. Forms without a day
   * count.
   */
  readonly later: readonly LaterForm[];
  /** A row for each institution: those of the register in its order, then those of forms that are not in it. */
  readonly levels: readonly School[];
  /** Institutions of the register of which no self-assessment counts, in the order of the register. */
  readonly missing: readonly Missing[];
  /** The deadline that comes next, of those that somebody has not met. */
  readonly next_deadline: Ahead | null;
  /**
   * The period that is looked at: the one asked for; else the latest that a form names and that has begun; else the school
   * year of the day.
   */
  readonly period: string;
  /** What to look at again in the data of a form that counts. */
  readonly quality: readonly QualityRow[];
  /** What was refused, file by file. */
  readonly refused: readonly RefusedRow[];
  /** What a reviewer may want to look at. It proves nothing. */
  readonly signals: readonly SignalRow[];
  /** How many of what. */
  readonly summary: YearSummary;
  /** What to do next, the most urgent first. */
  readonly todo: readonly ToDo[];
  /** Codes of forms that are not in the register. Empty without a register. */
  readonly unregistered: readonly UnregisteredForm[];
}

/**
 * Something in a batch that a reviewer may want to look at. It proves nothing.
 * `identical_answers`: Institutions whose answers of one period bring the same points, indicator by indicator. Sheets that
 * are the same by chance do not count: at least half of the indicators are answered, and at least a quarter of these by
 * something else than the maximum, and by something else than nothing.
 * `all_maxima`: Assessments in which every indicator has its maximum.
 * `piled_over_band`: Totals of a group at or just over the first point of a level: five or more, and more than three times
 * as many as just below. Just over is from that point to less than a window above it, just below is less than it by a
 * window at most.
 * `jump`: Institutions that rise by two levels or more in a group from one period to the next.
 * `share_as_points`: Assessments in which an indicator whose title asks for a share has more than 0 points and less than
 * 1: a share, such as 0.8, may have been typed for points. There is one signal for each such indicator.
 */
export type YearSignal = "identical_answers" | "all_maxima" | "piled_over_band" | "jump" | "share_as_points";

/** How many of what. */
export interface YearSummary {
  /**
   * Institutions with an external assessment of the period. This and every other number of institutions is of those in the
   * register, if there is one.
   */
  readonly assessed: number;
  /** Institutions whose two assessments differ. */
  readonly differing: number;
  /** Forms that repeat another of the same institution, period and stream. */
  readonly duplicates: number;
  /** The levels of the external assessments, counted. */
  readonly external: CohortReport;
  /** Institutions that fell since last year, as a whole or in a group, and rose nowhere. */
  readonly fallen: number;
  /** Files that were read. */
  readonly files: number;
  /** Forms of a day behind the one that is looked at. */
  readonly later: number;
  /**
   * Institutions whose level the external assessment lowers in a group or as a whole. One that it also raises in another
   * group is in both numbers.
   */
  readonly lowered: number;
  /** Institutions of the register without a self-assessment that counts; 0 without a register. */
  readonly missing: number;
  /** Institutions whose level is published. */
  readonly published: number;
  /** The data quality of all forms of the period together. */
  readonly quality: Scores;
  /** Institutions whose level the external assessment raises in a group or as a whole. */
  readonly raised: number;
  /** Institutions whose level is recognised, published ones among them. */
  readonly recognised: number;
  /** Files, forms and rows that were refused: what stands at one place counts once, however many faults it has. */
  readonly refused: number;
  /** Institutions of the register that are there in the period; null without a register. */
  readonly registered: number | null;
  /** Institutions that rose since last year, as a whole or in a group, and fell nowhere. */
  readonly risen: number;
  /** The levels of the self-assessments, counted. */
  readonly self: CohortReport;
  /** Institutions with a self-assessment of the period that counts. */
  readonly sent: number;
  /** Codes of forms that are not in the register. */
  readonly unregistered: number;
}
