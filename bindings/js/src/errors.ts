// What may go wrong, as classes.

import { frozen } from "./json.js";
import type { Violation } from "./types.js";

/** A violation in a table also has its cell, such as `Phiếu đánh giá!D28`. */
export interface Fault extends Violation {
  readonly cell?: string;
}

/** An input was refused. The message has a line for each fault, in the language of the call. */
export class ThuocdoError extends Error {
  // Written out, because a minifier gives classes other names.
  override name = "ThuocdoError";
  /** `{"violations":[…]}` as the library wrote it: the same bytes as from every other language. */
  readonly json: string;
  #violations: readonly Fault[] | undefined;

  /** @internal */
  constructor(message: string, json: string) {
    super(message);
    this.json = json;
  }

  /** All faults of the input, in order of place; never empty. */
  get violations(): readonly Fault[] {
    this.#violations ??= frozen((JSON.parse(this.json) as { violations: Fault[] }).violations);
    return this.#violations;
  }

  /** The code of the first fault, such as `points_out_of_range`. */
  get code(): string {
    return this.violations[0]?.code ?? "";
  }

  /** Whether one of the faults has this code. */
  has(code: string): boolean {
    return this.violations.some((violation) => violation.code === code);
  }
}

/** An assessment cannot be scored. */
export class InvalidAssessment extends ThuocdoError {
  override name = "InvalidAssessment";
}

/** A file is no framework or overlay, or contradicts itself. */
export class InvalidFramework extends ThuocdoError {
  override name = "InvalidFramework";
}

/** A request has no answer, such as a plan for a level that does not exist. */
export class InvalidRequest extends ThuocdoError {
  override name = "InvalidRequest";
}

/** A table as a whole cannot be read: what is no table, or has no header. */
export class InvalidTable extends ThuocdoError {
  override name = "InvalidTable";
}

/**
 * A fault in this library; please report it. The message says where it is. The next call runs in a fresh instance: a `Framework` goes on, a
 * `Collector`, `Folder` or `Year` of before is lost.
 */
export class InternalError extends Error {
  override name = "InternalError";
}

/** The class of an error by its name, for the worker. */
export const CLASSES = { ThuocdoError, InvalidAssessment, InvalidFramework, InvalidRequest, InvalidTable } as const;

/** @internal What a call throws where the library refuses its document. */
export type Refusing = new (message: string, json: string) => ThuocdoError;
