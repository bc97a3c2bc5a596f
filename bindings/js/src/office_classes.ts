// The classes of the office.

import type { Engine, Reply } from "./engine.js";
import { type Fault, InvalidAssessment, InvalidRequest, InvalidTable, type Refusing } from "./errors.js";
import { Handle } from "./handle.js";
import { type InLang, type Json, bytesOf, frozen, langOf } from "./json.js";
import { PracticeFramework, type Report, report } from "./practice_classes.js";
import type { Keep } from "./requests.js";
import type { Assessment, Calendar, Case, Certificate, OwnPlans as OwnPlanLists, Register, Reminders, Schedule as ScheduleLists, Scorecard, YearLists } from "./types.js";

/** A file of a folder. `path` is its path within the folder, with `/` between the names. */
export interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A row of a table, or a form of a workbook: what it is, or what is wrong with it. */
export type FormRow = {
  /** The line of the table, from 1; of a form its number in the file. */
  readonly line: number;
  /** The sheet, where it is of a workbook. */
  readonly sheet?: string;
} & ({ readonly assessment: Assessment; readonly violations?: undefined } | { readonly assessment?: undefined; readonly violations: readonly Fault[] });

export interface FormOptions extends InLang {
  /** `xlsx` without it: a workbook for people, which adds up as it is filled in. `csv` is a table for people, `plain-csv` one for programs. */
  readonly format?: "xlsx" | "csv" | "plain-csv" | "json";
  /** What to fill in; in a workbook alone. */
  readonly known?: {
    readonly authority?: string;
    readonly code?: string;
    readonly name?: string;
    readonly period?: string;
    readonly stream?: "self" | "external";
    readonly type?: string;
  };
}

/** How a folder is looked at. */
export interface YearOptions {
  /** The day to look at, such as `2027-05-20`: what was done later is not done yet. */
  readonly asOf: string;
  /** Deadlines of one's own; without them those of the framework. */
  readonly calendar?: Calendar;
  readonly keep?: Keep;
  /** The period; without it the latest that a form names and that has begun. */
  readonly period?: string;
}

/** What a file of a folder holds, and what was read of it. */
export type FileRead = YearLists["files"][number];

/** One fault of a file, a form or a row. */
export type RefusedRow = YearLists["refused"][number];

/** A form of a folder, with the stream and the school year that the names of its folder and file add. */
export interface FolderForm {
  readonly assessment: Assessment;
  readonly at: RefusedRow["at"];
  readonly stream: "self" | "external";
}

/** A list of a year as CSV. */
export interface YearCsv {
  readonly file: string;
  readonly text: string;
  readonly title: string;
}

/** What the head and the end of a paper say. What is absent stays a blank to fill in by hand; without a number the paper is a draft. */
export interface Letter {
  /** The body above the one that issues the paper. */
  readonly above?: string;
  readonly body?: string;
  readonly number?: string;
  /** The day of the paper, such as `2024-05-20`. */
  readonly on?: string;
  readonly place?: string;
  readonly signer?: string;
  readonly signer_title?: string;
}

/** What a paper is written as: a file for word processors, or one page that needs nothing else. `docx` without it. */
export interface PaperOptions {
  readonly format?: "docx" | "html" | undefined;
}

/** Whom letters go to: each school, or each authority about its schools. */
export interface LettersRequest {
  readonly by?: "authority" | "school";
  readonly letter?: Letter;
}

/** Whose self-assessment is planned, and when it begins. */
export interface AssignRequest {
  /** The first day of the work, such as `2027-03-01`. */
  readonly begin: string;
  /** Deadlines of one's own; without them those of the framework. */
  readonly calendar?: Calendar;
  /** The school, where there is no register. */
  readonly name?: string;
  /** The period; without it the school year of the first day. */
  readonly period?: string;
  /** A plan for each school of it. */
  readonly register?: Register;
}

/** Sheets that people filled in. */
export interface AssignSheets {
  /** Person, role, parts and code of the school; only the first is needed. */
  readonly persons?: Uint8Array;
  /** A plan that was changed by hand: its rows with an x stay. */
  readonly keep?: Uint8Array;
}

/** Each paper, and what it is made of. */
export interface PaperRequests {
  /** A school's assessment, beside that of the last period or its scorecard. */
  phieu: { readonly assessment: Json<Assessment>; readonly before?: Json<Assessment | Scorecard>; readonly letter?: Letter };
  /** The record of an external assessment; the forms of the members of the panel become an annex. */
  "bien-ban": {
    readonly self: Json<Assessment>;
    readonly external: Json<Assessment>;
    readonly members?: readonly Assessment[];
    readonly combine?: "mean" | "median";
    readonly letter?: Letter;
  };
  /** The draft of a decision that recognises levels. */
  "quyet-dinh": { readonly cases: readonly Case[]; readonly letter?: Letter };
  /** A certificate; `verifyAt` is the address in its QR code. */
  "ban-xac-nhan": { readonly certificate: Json<Certificate>; readonly verifyAt?: string; readonly letter?: Letter };
}

/** A framework that also reads and writes files. */
export abstract class OfficeFramework extends PracticeFramework {
  /**
   * Every assessment of a file: XLSX, ODS, XLS, CSV, TSV, JSON or NDJSON, each also gzipped. `filledBy` is the id of the framework of a table
   * without a column for it. Throws `InvalidTable` where the file or its table as a whole has a fault.
   */
  readForms(bytes: Uint8Array, options?: InLang & { readonly filledBy?: string }): readonly FormRow[] {
    const texts = [bytes, options?.filledBy ?? ""];
    const lines = this.engine.call("read_forms", [this.handle, langOf(options)], texts, InvalidTable, (reply) => reply.text());
    return frozen(lines.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as FormRow));
  }

  /** A blank form to fill in. */
  form({ format = "xlsx", known = {}, lang }: FormOptions = {}): Uint8Array<ArrayBuffer> {
    return this.engine.call("form", [this.handle, langOf({ lang })], [format, bytesOf(known)], InvalidRequest, (reply) => reply.bytes());
  }

  /** A form with an assessment in it, to go on with: a workbook in which every cell may be changed. Throws `InvalidAssessment`. */
  filledForm(assessment: Json<Assessment>, options?: InLang): Uint8Array<ArrayBuffer> {
    return this.ask1("filled_form", assessment, InvalidAssessment, options, (reply) => reply.bytes());
  }

  /**
   * The answer or condition that a person typed for a code: `7,5`, `24/32`, `đạt`; nothing where the text is blank. The message of
   * `InvalidAssessment` is for that person.
   */
  typed(code: string, text: string, options?: InLang): Assessment["answers"][string] | Assessment["conditions"][string] | undefined {
    return this.engine.call("typed", [this.handle, langOf(options)], [code, text], InvalidAssessment, (reply) => {
      const { answers, conditions } = reply.json<Assessment>();
      return answers[code] ?? conditions[code];
    });
  }

  /** Begins a folder: add its files, then ask. Its sentences are in the language of `options`. */
  folder(options?: InLang & { readonly filledBy?: string }): Folder {
    const texts = [options?.filledBy ?? ""];
    return this.engine.call("folder", [this.handle, langOf(options)], texts, InvalidRequest, (reply) => new Folder(this.engine, reply.number));
  }

  /** The year of a folder, all at once. */
  year(files: Iterable<File>, options: YearOptions & InLang & { readonly filledBy?: string }): Year {
    const folder = this.folder(options);
    try {
      for (const { path, bytes } of files) folder.add(path, bytes);
      return folder.year(options);
    } finally {
      folder.free();
    }
  }

  /** A paper to print and sign: DOCX, or one page of HTML that needs nothing else. */
  paper<K extends keyof PaperRequests>(kind: K, request: PaperRequests[K], options?: InLang & PaperOptions): Uint8Array<ArrayBuffer> {
    const { name, refusing, texts } = PAPERS[kind](request);
    const all = [formatOf(options), ...texts, bytesOf(request.letter ?? {})];
    return this.engine.call(name, [this.handle, langOf(options)], all, refusing, (reply) => reply.bytes());
  }

  /**
   * Each school's own plan of its self-assessment. Throws `InvalidRequest`, `InvalidTable` for a sheet, and `RangeError` where no deadline or no day
   * is left.
   */
  assign(request: AssignRequest, { keep = NOTHING, persons = NOTHING }: AssignSheets = {}, options?: InLang): OwnPlans {
    const texts = [bytesOf(request), persons, keep];
    return this.engine.call("assign", [this.handle, langOf(options)], texts, InvalidRequest, (reply) => new OwnPlans(this.engine, reply.number));
  }
}

const NOTHING = new Uint8Array();

function formatOf(options: PaperOptions | undefined): string {
  return options?.format ?? "docx";
}

/** The files of an answer. */
function filesOf(reply: Reply): readonly File[] {
  const { lengths, names } = JSON.parse(reply.message()) as { lengths: readonly number[]; names: readonly string[] };
  const bytes = reply.bytes();
  let end = 0;
  return names.map((path, nth) => {
    const begin = end;
    end += lengths[nth] ?? 0;
    return { path, bytes: bytes.subarray(begin, end) };
  });
}

/** @internal `zipped` of an engine. */
export function zips(engine: Engine): (files: readonly File[]) => Uint8Array<ArrayBuffer> {
  return (files) => {
    const lengths = new DataView(new ArrayBuffer(files.length * 4));
    const all = new Uint8Array(files.reduce((length, { bytes }) => length + bytes.length, 0));
    let end = 0;
    for (const [nth, { bytes }] of files.entries()) {
      lengths.setUint32(nth * 4, bytes.length, true);
      all.set(bytes, end);
      end += bytes.length;
    }
    const names = bytesOf(files.map(({ path }) => path));
    return engine.call("zip", [], [names, new Uint8Array(lengths.buffer), all], InvalidRequest, (reply) => reply.bytes());
  };
}

/** The function of each paper, and its texts between format and letter. */
const PAPERS: { readonly [K in keyof PaperRequests]: (request: PaperRequests[K]) => { name: string; refusing: Refusing; texts: readonly (string | Uint8Array)[] } } = {
  phieu: ({ assessment, before }) => ({
    name: "paper_school",
    refusing: InvalidAssessment,
    texts: [bytesOf(assessment), before === undefined ? "" : bytesOf(before)],
  }),
  "bien-ban": ({ self, external, members = [], combine = "median" }) => ({
    name: "paper_record",
    refusing: InvalidAssessment,
    texts: [bytesOf(self), bytesOf(external), bytesOf(members), combine],
  }),
  "quyet-dinh": ({ cases }) => ({ name: "paper_decision", refusing: InvalidRequest, texts: [bytesOf(cases)] }),
  "ban-xac-nhan": ({ certificate, verifyAt = "" }) => ({ name: "paper_certificate", refusing: InvalidRequest, texts: [bytesOf(certificate), verifyAt] }),
};

/** @internal Days as people write them, by an engine. */
export function days(engine: Engine): { dayText: (day: string, options?: InLang) => string; schoolYear: (day: string) => string } {
  return {
    dayText: (day, options) => engine.call("day_text", [langOf(options)], [day], InvalidRequest, (reply) => reply.text()),
    schoolYear: (day) => engine.call("school_year", [], [day], InvalidRequest, (reply) => reply.text()),
  };
}

/** Files of a folder, read one after the other. Of each the library keeps what is in it, and never the file itself. */
export class Folder extends Handle {
  #read: FolderJson | undefined;

  /** Reads one file, and answers with what it holds. One that cannot be read is in `refused`, and keeps no other from being read. */
  add(path: string, bytes: Uint8Array): FileRead {
    this.#read = undefined;
    return this.#call("folder_add", [path, bytes], (reply) => reply.json());
  }

  /** Notes a file that could not be opened. */
  unreadable(path: string, reason: string): void {
    this.#read = undefined;
    this.#call("folder_unreadable", [path, reason], () => undefined);
  }

  /** Every file, in the order in which it came. */
  get files(): readonly FileRead[] {
    return this.#all().files;
  }

  /** Every form that is well formed. */
  get forms(): readonly FolderForm[] {
    return this.#all().forms;
  }

  /** What was refused. */
  get refused(): readonly RefusedRow[] {
    return this.#all().refused;
  }

  /** The register, if one came. */
  get register(): Register | null {
    return this.#all().register;
  }

  /** Every list of the year. More files may be added afterwards, and the folder asked again. Throws `InvalidRequest`. */
  year(options: YearOptions): Year {
    return this.#call("folder_year", [asked(options)], (reply) => new Year(this.engine, reply.number));
  }

  /** The case of each institution, from the events. */
  cases(options: YearOptions): readonly Case[] {
    return this.#call("folder_cases", [asked(options)], (reply) => reply.json());
  }

  /** A department's report on the year (báo cáo tổng hợp): that of `thuocdo report --paper bao-cao`. Throws `InvalidRequest`. */
  summary({ letter, ...options }: YearOptions & { readonly letter?: Letter }, how?: PaperOptions): Uint8Array<ArrayBuffer> {
    return this.#call("folder_summary", [asked(options), formatOf(how), bytesOf(letter ?? {})], (reply) => reply.bytes());
  }

  /** A certificate as a paper for each case whose level is recognised. `letter` has number and day of the decision. Throws `InvalidRequest`. */
  certificates(
    { letter, verifyAt, ...options }: YearOptions & Pick<PaperRequests["ban-xac-nhan"], "letter" | "verifyAt">,
    how?: PaperOptions,
  ): readonly File[] {
    return this.#call("folder_certificates", [asked(options), formatOf(how), verifyAt ?? "", bytesOf(letter ?? {})], filesOf);
  }

  /** All forms in one file; of one stream, or of both. `long` has a row for each answer, with note and evidence. */
  gather(format: "xlsx" | "csv" | "ndjson", options?: { readonly stream?: "self" | "external"; readonly layout?: "wide" | "long" }): Uint8Array<ArrayBuffer> {
    return this.#call("folder_gather", [format, options?.stream ?? "", options?.layout ?? "wide"], (reply) => reply.bytes());
  }

  #all(): FolderJson {
    this.#read ??= this.#call("folder_json", [], (reply) => reply.json<FolderJson>());
    return this.#read;
  }

  #call<T>(name: string, texts: readonly (string | Uint8Array)[], read: (reply: Reply) => T): T {
    return this.engine.call(name, [this.handle], texts, InvalidRequest, read);
  }
}

interface FolderJson {
  readonly files: readonly FileRead[];
  readonly forms: readonly FolderForm[];
  readonly refused: readonly RefusedRow[];
  readonly register: Register | null;
}

function asked({ asOf, calendar, keep, period }: YearOptions): Uint8Array {
  return bytesOf({ as_of: asOf, calendar, keep, period });
}

/** Every list of a department's year. */
export class Year extends Handle {
  #value: YearLists | undefined;

  /** The lists: summary, schools, differences, movers, deadlines, what is refused. */
  get value(): YearLists {
    this.#value ??= frozen(JSON.parse(this.json) as YearLists);
    return this.#value;
  }

  /** The same as canonical JSON: the bytes of `thuocdo year --format json`. */
  get json(): string {
    return this.#call("year_json", (reply) => reply.text());
  }

  /** Every list as a sheet of one workbook. */
  workbook(): Uint8Array<ArrayBuffer> {
    return this.#call("year_workbook", (reply) => reply.bytes());
  }

  /** Every list as CSV. */
  csv(): readonly YearCsv[] {
    return this.#call("year_csv", (reply) => reply.json());
  }

  /** One screen in words. */
  report(): Report {
    return this.#call("year_report", report);
  }

  /** Who has to do what, since when, and by which day. */
  reminders(): Reminders {
    return this.#call("year_reminders", (reply) => reply.json());
  }

  /** The same for mail merge: a row for each thing that an institution is asked. */
  remindersWorkbook(): Uint8Array<ArrayBuffer> {
    return this.#call("year_reminders_workbook", (reply) => reply.bytes());
  }

  /**
   * A plan of external assessments. `panels` is a sheet with panel, members, days, conflicts; `keep` is a plan that was changed by hand, whose
   * rows with an x stay. Throws `InvalidTable`.
   */
  schedule(panels: Uint8Array, keep: Uint8Array = NOTHING): Schedule {
    return this.#call("year_schedule", (reply) => new Schedule(this.engine, reply.number), [panels, keep]);
  }

  /** Letters that urge (công văn đôn đốc), all in one file, each on pages of its own; nothing where nobody is to be reminded. */
  letters({ by = "school", letter = {} }: LettersRequest = {}, how?: PaperOptions): Uint8Array<ArrayBuffer> | undefined {
    const bytes = this.#call("year_letters", (reply) => reply.bytes(), [by, formatOf(how), bytesOf(letter)]);
    return bytes.length === 0 ? undefined : bytes;
  }

  /** The same letters, each a file. */
  letterFiles({ by = "school", letter = {} }: LettersRequest = {}, how?: PaperOptions): readonly File[] {
    return this.#call("year_letter_files", filesOf, [by, formatOf(how), bytesOf(letter)]);
  }

  #call<T>(name: string, read: (reply: Reply) => T, texts: readonly (string | Uint8Array)[] = []): T {
    return this.engine.call(name, [this.handle], texts, InvalidRequest, read);
  }
}

/** A plan of external assessments. */
export class Schedule extends Handle {
  get value(): ScheduleLists {
    return this.#call("schedule_json", (reply) => reply.json());
  }

  report(): Report {
    return this.#call("schedule_report", report);
  }

  /** The plan as a sheet, which may be changed by hand and planned again. */
  workbook(): Uint8Array<ArrayBuffer> {
    return this.#call("schedule_workbook", (reply) => reply.bytes());
  }

  /** The visits for a calendar (RFC 5545). */
  ics(): string {
    return this.#call("schedule_ics", (reply) => reply.text());
  }

  /** The plan to print and sign (Kế hoạch). */
  paper(letter: Letter = {}, how?: PaperOptions): Uint8Array<ArrayBuffer> {
    return this.#call("schedule_paper", (reply) => reply.bytes(), [formatOf(how), bytesOf(letter)]);
  }

  #call<T>(name: string, read: (reply: Reply) => T, texts: readonly (string | Uint8Array)[] = []): T {
    return this.engine.call(name, [this.handle], texts, InvalidRequest, read);
  }
}

/** Each school's own plan of its self-assessment. */
export class OwnPlans extends Handle {
  get value(): OwnPlanLists {
    return this.#call("own_plans_json", [], [], (reply) => reply.json());
  }

  report(): Report {
    return this.#call("own_plans_report", [], [], report);
  }

  /** A plan as a sheet, which may be changed by hand and planned again; of several the one at `nth`. */
  workbook(nth = 0): Uint8Array<ArrayBuffer> {
    return this.#call("own_plans_workbook", [this.#at(nth)], [], (reply) => reply.bytes());
  }

  /** A plan to print and sign (Kế hoạch); of several the one at `nth`. */
  paper(letter: Letter = {}, { nth = 0, ...how }: PaperOptions & { readonly nth?: number } = {}): Uint8Array<ArrayBuffer> {
    return this.#call("own_plans_paper", [this.#at(nth)], [formatOf(how), bytesOf(letter)], (reply) => reply.bytes());
  }

  /** Every plan, as sheet and as DOCX. */
  files(letter: Letter = {}): readonly File[] {
    return this.#call("own_plans_files", [], [bytesOf(letter)], filesOf);
  }

  #at(nth: number): number {
    if (this.value.plans[nth] === undefined) throw new RangeError(`there is no plan ${nth}`);
    return nth;
  }

  #call<T>(name: string, numbers: readonly number[], texts: readonly (string | Uint8Array)[], read: (reply: Reply) => T): T {
    return this.engine.call(name, [this.handle, ...numbers], texts, InvalidRequest, read);
  }
}
