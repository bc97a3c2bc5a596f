/** What the page asks of the worker that reads a department's folder, and what it answers. */
import type { FileRead, FolderForm, Report, YearCsv, YearLists, YearOptions } from "thuocdo/office";
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
