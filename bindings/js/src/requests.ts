// The questions of docs/PRACTICE.md: what each asks for, and what it answers. The documents are of `types.ts`; a test compares the fields of each
// request with those that the library knows.

import type {
  Agreement, Assessment, Audit, Calendar, Case, Certificate, Cohort, Conformance, Course, FrameworkFile, Impact, Kit, LocalFramework, LocalScore, OverlayFile, Panel, Plan, PlanRequest,
  Publication, Quality, QualityBatch, Register, Review, Scorecard, SignedCertificate, Status, Verification, WhatIf, WhatIfRequest,
} from "./types.js";

/** A scorecard, or the assessment to make it of. */
export type CardOrAssessment = Scorecard | Assessment;

/** Which of several forms of one institution, period and stream counts; without it they are refused. */
export type Keep = "first" | "last";

/** An assessment as a portal sends it, with the totals and levels that it showed. */
export interface Submission {
  readonly assessment: Assessment;
  readonly claimed?: {
    readonly groups?: Readonly<Record<string, { readonly level?: number; readonly score?: number | string }>>;
    readonly level?: number;
  };
  readonly updated_on?: string;
}

/** What another formula answered to a case of a kit; what it does not know yet is absent. */
export interface CaseAnswer {
  readonly case: string;
  readonly eligible?: boolean;
  readonly groups?: Readonly<Record<string, { readonly level?: Stated; readonly score?: Stated }>>;
  readonly level?: Stated;
  readonly refused?: boolean;
}

/** A number, a text such as `66–76`, or two ends. */
export type Stated = number | string | { readonly high: number | string; readonly low: number | string };

/** A row of an audit: what is claimed, beside the answers or alone. */
export interface ClaimedRow {
  readonly assessment?: Assessment;
  readonly claimed?: Omit<CaseAnswer, "case">;
}

/** A recognised level where there is no certificate. */
export interface Recognised {
  readonly code: string;
  readonly groups?: readonly { readonly code: string; readonly level: number }[];
  readonly overall?: number;
  readonly period?: string;
}

/** The request of each question. Days are texts such as `2024-05-20`. */
export interface Requests {
  agreement: { readonly external: readonly Assessment[]; readonly keep?: Keep; readonly self: readonly Assessment[] };
  audit: { readonly submissions: readonly ClaimedRow[] };
  certify: { readonly case: Case };
  cohort: { readonly keep?: Keep; readonly register?: Register; readonly scorecards: readonly CardOrAssessment[] };
  conform: { readonly answers: readonly CaseAnswer[] };
  course: { readonly register?: Register; readonly scorecards: readonly CardOrAssessment[] };
  impact: { readonly scorecards: readonly CardOrAssessment[]; readonly to: FrameworkFile };
  kit: { readonly with_answers?: boolean };
  local_framework: { readonly overlay: OverlayFile };
  panel: { readonly combine?: "mean" | "median"; readonly forms: readonly Assessment[] };
  plan: PlanRequest;
  process: {
    readonly as_of?: string;
    /** Deadlines of one's own, in place of those of a `scope`. */
    readonly calendar?: Calendar;
    readonly case: Case;
    readonly register?: Register;
    readonly scope?: string;
  };
  publication: {
    readonly act?: string;
    readonly as_of?: string;
    readonly authority?: string;
    /** An address with `{code}` in it. */
    readonly certificate_link?: string;
    readonly keep?: Keep;
    readonly name_missing?: boolean;
    readonly official?: string;
    readonly period?: string;
    readonly recognised?: readonly (Certificate | SignedCertificate | Recognised)[];
    readonly register?: Register;
    readonly scorecards: readonly CardOrAssessment[];
    readonly stream?: "self" | "external";
    readonly title?: string;
  };
  quality: { readonly as_of?: string; readonly stale_after_days?: number; readonly submission: Submission | Assessment };
  quality_batch: {
    readonly as_of?: string;
    readonly stale_after_days?: number;
    readonly submissions: readonly (Submission | Assessment)[];
    readonly window?: number | string;
  };
  review: { readonly external: Assessment; readonly self: Assessment };
  score: Assessment;
  verify: { readonly case: Case; readonly certificate: Certificate };
  what_if: WhatIfRequest;
}

/** The answer to each question. */
export interface Answers {
  agreement: Agreement;
  audit: Audit;
  certify: Certificate;
  cohort: Cohort;
  conform: Conformance;
  course: Course;
  impact: Impact;
  kit: Kit;
  local_framework: LocalFramework;
  panel: Panel;
  plan: Plan;
  process: Status;
  publication: Publication;
  quality: Quality;
  quality_batch: QualityBatch;
  review: Review;
  score: LocalScore;
  verify: Verification;
  what_if: WhatIf;
}

/** What can be asked. */
export type Question = keyof Requests;

/** Questions of many documents, which may be added one by one. */
export type QuestionOfMany = "agreement" | "cohort" | "publication" | "quality_batch";

/** The request of a question of many documents, of which the lists may come later. */
export type Begun<Q extends QuestionOfMany> = Partial<Requests[Q]>;
