// Rows of numbers: a school each.

import type { Engine } from "./engine.js";
import { type Fault, InvalidRequest } from "./errors.js";
import { frozen } from "./json.js";

/** A school a row, in the order of `framework.indicators` and `framework.conditions`. */
export interface Rows {
  /** `points[row * framework.indicators.length + i]`; NaN where there is no answer. */
  readonly points: Float64Array;
  /** `conditions[row * framework.conditions.length + i]`: 1 met, 0 unmet, 255 unknown. */
  readonly conditions: Uint8Array;
}

/** A value of each row between two ends, which are one where every answer is there. */
export interface Ends<A> {
  readonly low: A;
  readonly high: A;
}

/** The levels of rows: an array for each column. */
export interface Levels {
  /** How many rows there are. */
  readonly rows: number;
  readonly groups: readonly {
    readonly code: string;
    /** In hundredths of a point. */
    readonly score: Ends<Int32Array>;
    readonly level: Ends<Uint8Array>;
  }[];
  readonly overall: Ends<Uint8Array>;
  /** 1 where nothing blocks recognition. */
  readonly eligible: Uint8Array;
  /** Rows that were refused: all their numbers are 0. */
  readonly refused: readonly { readonly row: number; readonly violations: readonly Fault[] }[];
}

/** How many rows go through the library at once: enough to make a call cheap, and few enough for a small memory. */
const AT_ONCE = 4096;

/** @internal */
export function levels(
  framework: { readonly handle: number; readonly groups: readonly string[]; readonly indicators: readonly string[]; readonly conditions: readonly string[] },
  engine: Engine,
  { points, conditions }: Rows,
  lang: number,
): Levels {
  const { groups } = framework;
  const [indicators, asked] = [framework.indicators.length, framework.conditions.length];
  const rows = points.length / indicators;
  if (!Number.isInteger(rows)) throw new RangeError(`points are ${indicators} for each row; ${points.length} is no multiple of that`);
  if (conditions.length !== rows * asked) throw new RangeError(`conditions are ${asked} for each row: ${rows * asked}, not ${conditions.length}`);
  const wrong = conditions.findIndex((mark) => mark > 1 && mark !== 255);
  if (wrong >= 0) throw new RangeError(`conditions[${wrong}] is ${conditions[wrong]}; 1 is met, 0 is unmet, 255 is unknown`);
  const numbers = () => ({ low: new Int32Array(rows), high: new Int32Array(rows) });
  const marks = () => ({ low: new Uint8Array(rows), high: new Uint8Array(rows) });
  const all = { rows, groups: groups.map((code) => ({ code, score: numbers(), level: marks() })), overall: marks(), eligible: new Uint8Array(rows) };
  const refused: { row: number; violations: readonly Fault[] }[] = [];
  for (let from = 0; from < rows; from += AT_ONCE) {
    const to = Math.min(rows, from + AT_ONCE);
    const part = points.slice(from * indicators, to * indicators);
    const texts = [new Uint8Array(part.buffer), conditions.subarray(from * asked, to * asked)];
    const [bytes, list] = engine.call("levels", [framework.handle, lang], texts, InvalidRequest, (reply) => [reply.bytes(), reply.message()] as const);
    const length = to - from;
    let at = 0;
    const column = (of: Int32Array | Uint8Array) => {
      const next = of instanceof Int32Array ? new Int32Array(bytes.buffer, at, length) : new Uint8Array(bytes.buffer, at, length);
      of.set(next, from);
      at += next.byteLength;
    };
    for (const { score } of all.groups) [score.low, score.high].forEach(column);
    for (const { level } of all.groups) [level.low, level.high].forEach(column);
    [all.overall.low, all.overall.high, all.eligible].forEach(column);
    for (const { row, violations } of JSON.parse(list) as typeof refused) refused.push({ row: from + row, violations });
  }
  return { ...all, refused: frozen(refused) };
}
