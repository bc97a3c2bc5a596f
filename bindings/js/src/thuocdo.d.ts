// The public names of the package, for whoever builds on it while the sources grow. The types of requests and answers are those of
// `schemas/*.json`, made by `cargo xtask js`.

declare module "thuocdo" {
  export type Lang = "vi" | "en";
  /** A JSON document: its text, the bytes of its text, or the value. */
  export type Json<T = unknown> = string | Uint8Array | T;
  /** `vi` without it. */
  export interface InLang { readonly lang?: Lang }

  /** Loads the WebAssembly. Call it once; afterwards everything is synchronous. Without a source it loads the file beside the module. */
  export function init(source?: WasmSource | Promise<WasmSource>): Promise<void>;
  export type WasmSource = BufferSource | WebAssembly.Module | Response | URL | string;
  export const version: string;

  /** An input was refused: `violations` has all its faults, in order of place. The message is one line for each, in the language of the call. */
  export class ThuocdoError extends Error {
    readonly violations: readonly Violation[];
    /** The code of the first violation, such as `points_out_of_range`. */
    readonly code: string;
    has(code: string): boolean;
  }
  export class InvalidAssessment extends ThuocdoError {}
  export class InvalidFramework extends ThuocdoError {}
  export class InvalidRequest extends ThuocdoError {}
  /** A fault in this library. The next call runs in a fresh instance; a `Framework` goes on, a `Collector`, `Folder` or `Year` is lost. */
  export class InternalError extends Error {}

  export interface Violation {
    /** JSON Pointer. */
    readonly at: string;
    readonly code: string;
    readonly message: string;
    readonly params: Readonly<Record<string, unknown>>;
    /** The cell, where the input is a table. */
    readonly cell?: string;
  }

  /** What holds memory of the library: freed by `using`, by `free()`, or once it is garbage. */
  export abstract class Handle implements Disposable {
    free(): void;
    [Symbol.dispose](): void;
  }

  /** A framework with its overlays, compiled. All results are frozen, deeply. */
  export class Framework extends Handle {
    static readonly shippedIds: readonly string[];
    /** `moet-4725-2022` without an id. */
    static shipped(id?: string): Framework;
    static load(file: Json, options?: InLang): Framework;
    /** A further framework: this one with an overlay on top. */
    overlay(file: Json, options?: InLang): Framework;
    /** The framework without its overlays. */
    readonly national: Framework;

    readonly id: string;
    readonly revision: number;
    readonly digest: string;
    /** The framework file with its overlays: titles, maxima, bands, conditions, each with its basis (`schemas/framework.schema.json`). */
    readonly document: FrameworkFile;
    /** The same as canonical JSON. */
    readonly json: string;
    /** Codes, in the order of the file. */
    readonly groups: readonly string[];
    readonly criteria: readonly string[];
    readonly indicators: readonly string[];
    readonly conditions: readonly string[];

    /** Throws `InvalidAssessment`. */
    score(assessment: Json<Assessment>, options?: InLang): Scorecard;
    /** The same as canonical JSON: the same bytes as from every other language. */
    scoreJson(assessment: Json<Assessment>, options?: InLang): string;
    /** By the local framework and by the national one. */
    scoreBoth(assessment: Json<Assessment>, options?: InLang): { readonly local: Scorecard; readonly national: Scorecard };
    /** For each line its scorecard, or `{"line":…,"violations":[…]}`. */
    scoreLines(ndjson: string | Uint8Array, options?: InLang): string;
    /** Everything that is wrong with an assessment; empty if nothing is. */
    check(assessment: Json<Assessment>, options?: InLang): readonly Violation[];
    /** Why the scorecard says what it says, in words. */
    explain(assessment: Json<Assessment>, options?: InLang): Explanation;
    /** The assessment in normal form, and the digest of that. */
    normal(assessment: Json<Assessment>, options?: InLang): { readonly assessment: Assessment; readonly digest: string };
    level(group: string, points: number | string): number;
    /** Levels of many rows of numbers at once, without a JavaScript object for each. */
    levels(rows: Rows): Levels;
    plan(request: Json<PlanRequest>, options?: InLang): Plan;
    whatIf(request: Json<WhatIfRequest>, options?: InLang): WhatIf;
    /** What another framework has that this one has not, and the other way round. */
    diff(after: Framework): Diff;
    /** What an indicator, criterion, group or condition says about itself, for people: title, guidance, standing of its figures. */
  }

  /** One school a row. `points[row * framework.indicators.length + i]`, NaN where there is no answer; `conditions` likewise: 1 met, 0 unmet, 255 unknown. */
  export interface Rows {
    readonly points: Float64Array;
    readonly conditions: Uint8Array;
  }
  export interface Levels {
    readonly rows: number;
    /** By group, in the order of `framework.groups`. */
    readonly groups: readonly {
      readonly code: string;
      /** In hundredths of a point. */
      readonly score: { readonly low: Int32Array; readonly high: Int32Array };
      readonly level: { readonly low: Uint8Array; readonly high: Uint8Array };
    }[];
    readonly overall: { readonly low: Uint8Array; readonly high: Uint8Array };
    /** 1 where nothing blocks recognition. */
    readonly eligible: Uint8Array;
    /** Rows that were refused; their numbers above are 0. */
    readonly refused: readonly { readonly row: number; readonly violations: readonly Violation[] }[];
  }
}

declare module "thuocdo/practice" {
  export * from "thuocdo";
  import { Framework as Core, Handle, InLang, Json } from "thuocdo";

  export type Question =
    | "agreement" | "certify" | "cohort" | "course" | "local_framework" | "panel" | "plan" | "process" | "publication" | "quality"
    | "quality_batch" | "review" | "score" | "verify" | "what_if";

  export class Framework extends Core {
    /** A question of docs/PRACTICE.md. Throws `InvalidRequest`. `Requests` and `Answers` have a type for each question. */
    ask<Q extends Question>(question: Q, request: Json<Requests[Q]>, options?: InLang): Answers[Q];
    askJson(question: Question, request: Json, options?: InLang): string;
    /** The answer in words. */
    report(question: Question, request: Json, options?: InLang): Report;
    review(request: Json<Requests["review"]>, options?: InLang): Answers["review"];
    /** A question about many documents, which are added one by one. */
    collect<Q extends "agreement" | "cohort" | "publication" | "quality_batch">(question: Q, request?: Json, options?: InLang): Collector<Q>;
    /** The publication as a page, CSV or workbook. */
    publish(request: Json<Requests["publication"]>, format: "html" | "csv" | "xlsx", options?: InLang): Uint8Array;
  }
  export class Collector<Q extends Question> extends Handle {
    /** Adds to a list of the request, such as `scorecards`. A refused document is left out; the others stay. */
    add(list: string, document: Json, options?: InLang): void;
    answer(options?: InLang): Answers[Q];
    answerJson(options?: InLang): string;
  }
  /** Titles, lines and tables, one after the other. */
  export interface Report {
    readonly blocks: readonly (
      | { readonly title: string }
      | { readonly line: string }
      | { readonly table: { readonly columns: readonly { readonly title: string; readonly number: boolean }[]; readonly rows: readonly (readonly string[])[] } })[];
    readonly text: string;
  }
  /** Ed25519 signatures of certificates. The seed and the key are 32 bytes. */
  export function sign(framework: Framework, certificate: Json, seed: Uint8Array): SignedCertificate;
  export function verifySignature(signed: Json, publicKey: Uint8Array): boolean;
  export function publicKey(seed: Uint8Array): Uint8Array;
}

declare module "thuocdo/office" {
  export * from "thuocdo/practice";
  import { Framework as Practice, Handle, InLang, Json, ThuocdoError } from "thuocdo/practice";

  /** A table as a whole was refused. */
  export class InvalidTable extends ThuocdoError {}

  export class Framework extends Practice {
    /** Every assessment of a file: XLSX, ODS, XLS, CSV, TSV, JSON, NDJSON, each also gzipped. Throws `InvalidTable`. */
    readForms(bytes: Uint8Array, options?: InLang & { readonly name?: string; readonly filledBy?: string }): readonly FormRow[];
    /** A blank form to fill in; with what is known filled in. */
    form(options?: FormOptions): Uint8Array;
    /** The answer that a person typed for a code: `7,5`, `24/32`, `đạt`. Throws `InvalidAssessment` with the sentence for that person. */
    typed(code: string, text: string, options?: InLang): unknown;
    /** Begins a folder: add its files, then ask. */
    folder(options?: InLang & { readonly filledBy?: string }): Folder;
    /** The year of a folder, all at once. */
    year(files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>, options: YearOptions): Year;
    /** A paper to print and sign. */
    paper<K extends Paper>(kind: K, request: PaperRequests[K], options?: InLang & { readonly format?: "docx" | "html" }): Uint8Array;
  }

  export type FormRow =
    | { readonly line: number; readonly sheet: string | null; readonly assessment: Assessment }
    | { readonly line: number; readonly sheet: string | null; readonly violations: readonly Violation[] };

  export interface FormOptions extends InLang {
    /** `xlsx` without it. */
    readonly format?: "xlsx" | "csv" | "plain-csv" | "json";
    /** What to fill in; for `xlsx` alone. */
    readonly known?: {
      readonly authority?: string; readonly code?: string; readonly name?: string; readonly type?: InstitutionType;
      readonly period?: string; readonly stream?: "self" | "external";
    };
    /** Answers, conditions, evidence and notes to fill in as well; for `xlsx` alone. */
    readonly filled?: Json<Assessment>;
  }

  export interface YearOptions extends InLang {
    /** The day to look at: `2027-05-20`. */
    readonly asOf: string;
    readonly period?: string;
    readonly keep?: "first" | "last";
    /** Deadlines of one's own (`schemas/calendar.schema.json`). */
    readonly calendar?: Json;
    readonly filledBy?: string;
  }

  /** Files of a folder, read one after the other. */
  export class Folder extends Handle {
    /** Reads one file and tells what it was taken for. A file that cannot be read is in `refused`, and stops no other. */
    add(path: string, bytes: Uint8Array): FileRead;
    /** Notes a file that the caller could not open. */
    unreadable(path: string, reason: string): void;
    /** Every form that is well formed, with what the names of folder and file add. */
    readonly forms: readonly { readonly file: string; readonly line: number | null; readonly sheet: string | null; readonly stream: "self" | "external"; readonly assessment: Assessment }[];
    readonly files: readonly FileRead[];
    readonly refused: readonly RefusedRow[];
    readonly register: Register | null;
    /** Every list of the year. The folder may be asked again, also after further files. */
    year(options: Omit<YearOptions, "filledBy" | "lang">): Year;
    /** The case of each institution, from the events (`schemas/case.schema.json`). */
    cases(options: Omit<YearOptions, "filledBy" | "lang">): readonly Case[];
    /** All forms in one file. */
    gather(format: "xlsx" | "csv" | "ndjson", options?: { readonly stream?: "self" | "external"; readonly layout?: "wide" | "long" }): Uint8Array;
  }

  export class Year extends Handle {
    /** `schemas/year.schema.json` */
    readonly value: YearLists;
    readonly json: string;
    workbook(): Uint8Array;
    csv(): readonly { readonly file: string; readonly title: string; readonly text: string }[];
    /** One screen in words. */
    report(): Report;
    reminders(): Reminders;
    remindersWorkbook(): Uint8Array;
  }

  export type Paper = "phieu" | "bien-ban" | "quyet-dinh" | "bao-cao" | "ban-xac-nhan";
  /** Head and end of a paper; what is absent stays a blank to fill in by hand. Days are `2024-05-20`. */
  export interface Letter {
    readonly above?: string; readonly body?: string; readonly number?: string; readonly on?: string;
    readonly place?: string; readonly signer?: string; readonly signerTitle?: string;
  }
  export interface PaperRequests {
    /** A school's assessment; `before` is the assessment or the scorecard of the last period. */
    phieu: { readonly assessment: Json<Assessment>; readonly before?: Json; readonly letter?: Letter };
    /** The record of an external assessment. */
    "bien-ban": { readonly self: Json<Assessment>; readonly external: Json<Assessment>; readonly members?: readonly Json<Assessment>[]; readonly combine?: "mean" | "median" | "lowest"; readonly letter?: Letter };
    /** The draft of a decision that recognises levels. */
    "quyet-dinh": { readonly cases: readonly Json[]; readonly letter?: Letter };
    /** A department's report on a year. */
    "bao-cao": { readonly folder: Folder; readonly year: Omit<YearOptions, "filledBy" | "lang">; readonly letter?: Letter };
    /** The certificate as a paper; `verifyAt` is the address in its QR code. */
    "ban-xac-nhan": { readonly certificate: Json; readonly verifyAt?: string; readonly letter?: Letter };
  }
}

declare module "thuocdo/worker" {
  /** In the worker: `import * as office from "thuocdo/office"; serve(office)`. */
  export function serve(entry: object, port?: MessagePort): void;
  /** Outside: the same classes, every method and property a promise. `source` goes to `init`. */
  export function connect<E>(worker: Worker, source?: unknown): Promise<Remote<E>>;
  export type Remote<T> = unknown;
}
