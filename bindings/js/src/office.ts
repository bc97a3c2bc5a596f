// `thuocdo/office`: the practice, and tables, forms, years, papers.

import { Engine, type WasmSource } from "./engine.js";
import type { Origin } from "./framework.js";
import { OfficeFramework, days, zips } from "./office_classes.js";
import { codes, signatures } from "./practice_classes.js";

export * from "./public.js";
export { InvalidTable } from "./errors.js";
export { Collector, type Block, type Report } from "./practice_classes.js";
export type * from "./requests.js";
export { Folder, OwnPlans, Schedule, Year } from "./office_classes.js";
export type {
  AssignRequest, AssignSheets, File, FileRead, FolderForm, FormOptions, FormRow, Letter, LettersRequest, PaperOptions, PaperRequests, RefusedRow, YearCsv,
  YearOptions,
} from "./office_classes.js";

const engine = new Engine(new URL("./thuocdo_office.wasm", import.meta.url));

/** Loads the WebAssembly, once; afterwards everything is synchronous. Without a source it is the file beside this module. */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
  return engine.init(source);
}

/** A framework with its overlays. */
export class Framework extends OfficeFramework {
  /** @internal */
  static readonly engine = engine;

  /** @internal */
  constructor(origin: Origin, lang: number) {
    super(engine, origin, lang);
  }
}

/** What all spellings of the code of an institution have in common: `đô-1` of `ĐÔ -1`. Two codes are one institution's if theirs are equal. */
export const codeKey = codes(engine);

/** Ed25519 signatures of certificates: a seed and a public key are 32 bytes each. */
export const { sign, verifySignature, publicKey } = signatures(engine);

/** Files in one archive (ZIP), such as the letters of a year. The same files always make the same bytes. */
export const zipped = zips(engine);

/** A day such as `2027-05-01` as people write it: `01/5/2027`; and the school year in which it lies: `2026-2027`. Both throw `InvalidRequest`. */
export const { dayText, schoolYear } = days(engine);
