/** What the page asks of the worker that reads a department's folder, and what it answers. */
import type { FileRead, FolderForm, Letter, LettersRequest, Report, YearCsv, YearLists, YearOptions } from "thuocdo/office";
import type { Lang } from "../language.ts";
import type { Dropped } from "../ui/drop.tsx";

/** How the year is looked at; its deadlines are those of the framework. */
export type YearChoice = Omit<YearOptions, "calendar">;

export interface Publishing {
  readonly authority?: string;
  readonly act?: string;
  readonly official?: string;
  readonly stream: "self" | "external";
  readonly missing: boolean;
}

/** A paper with its head and end. */
export interface Paper {
  readonly letter: Letter;
  readonly format: "docx" | "html";
}

/** Each question with what it needs, and its answer. */
export interface Questions {
  open: [{ readonly wasm: Uint8Array<ArrayBuffer>; readonly overlays: readonly string[]; readonly lang: Lang; readonly files: readonly Dropped[] }, Opened];
  year: [YearChoice, YearAnswer];
  forms: [{ readonly code: string }, readonly FolderForm[]];
  workbook: [null, Uint8Array];
  reminders: [null, Uint8Array];
  gather: [{ readonly stream?: "self" | "external"; readonly format: "xlsx" | "ndjson" }, Uint8Array];
  publish: [Publishing & { readonly format: "html" | "xlsx" }, Uint8Array];
  certificates: [null, Certificates];
  /** All of them as DOCX in one archive. */
  certificate_papers: [{ readonly letter: Letter }, Uint8Array];
  summary: [Paper, Uint8Array];
  /** Nothing where nobody is to be reminded; as `zip` each is a DOCX. */
  letters: [LettersRequest & { readonly format: "docx" | "html" | "zip" }, Uint8Array | null];
  /** Makes the plan of external assessments, of which `visits` are papers and files. */
  schedule: [{ readonly panels: Uint8Array }, Report];
  visits: [Paper, Uint8Array];
  visits_workbook: [null, Uint8Array];
  visits_calendar: [null, string];
  /** Each school's own plan as sheet and DOCX, in one archive. */
  assign: [{ readonly begin: string; readonly persons?: Uint8Array; readonly letter: Letter }, Uint8Array];
}
export type Question = keyof Questions;

export interface Opened {
  readonly files: readonly FileRead[];
  readonly forms: number;
  readonly register: number | null;
}

/** A list of the year as the workbook has it. */
export interface List extends YearCsv {
  /** How many rows its first table has. */
  readonly count: number;
}

export interface YearAnswer {
  readonly value: YearLists;
  readonly lists: readonly List[];
  readonly screen: Report;
}

export interface Certificates {
  /** One a line, as the command writes them. */
  readonly ndjson: string;
  readonly count: number;
  /** Who has none, and why. */
  readonly refused: readonly { readonly code: string; readonly reasons: readonly string[] }[];
}

export interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly request: unknown;
}
export type Told =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: string }
  | { readonly id: number; readonly done: number; readonly all: number };
