// The class of the core. Each entry has one of its own, which runs in the WebAssembly of that entry.

import type { Engine, Reply } from "./engine.js";
import { type Fault, InvalidAssessment, InvalidFramework, InvalidRequest, type Refusing } from "./errors.js";
import { Handle } from "./handle.js";
import { type InLang, type Json, bytesOf, frozen, langOf } from "./json.js";
import { type Levels, type Rows, levels } from "./rows.js";
import type { Assessment, Diff, FrameworkFile, LocalScore, OverlayFile, Plan, PlanRequest, Scorecard, WhatIf, WhatIfRequest } from "./types.js";

/** Why a scorecard says what it says, in lines for people. */
export interface Explanation {
  readonly groups: readonly {
    readonly basis: readonly string[];
    readonly code: string;
    readonly conditions: readonly string[];
    readonly gained: readonly string[];
    readonly headline: string;
    readonly missing: readonly string[];
    readonly next_level: string;
  }[];
  readonly overall: readonly string[];
  readonly recognition: readonly string[];
}

/** @internal How a framework was made, so that it can be made again in a fresh instance. */
export interface Origin {
  readonly shipped?: string;
  readonly file?: Uint8Array;
  readonly overlays: readonly Uint8Array[];
}

/** @internal A class of frameworks, with the engine of its entry. */
export interface Opens<F> {
  new (origin: Origin, lang: number): F;
  readonly engine: Engine;
}

/** A framework with its overlays, compiled. Make it once; any number of assessments may use it. All results are frozen, deeply. */
export abstract class CoreFramework extends Handle {
  readonly #origin: Origin;
  #document: FrameworkFile | undefined;
  #json: string | undefined;

  /** @internal Use `shipped`, `load` or `overlay`. */
  constructor(engine: Engine, origin: Origin, lang: number) {
    super(engine, opened(engine, origin, lang));
    this.#origin = origin;
  }

  /** The ids of the frameworks that come with the library. */
  static shippedIds<F>(this: Opens<F>): readonly string[] {
    return this.engine.call("shipped_ids", [], [], InvalidRequest, (reply) => reply.json());
  }

  /** A framework that comes with the library; without an id that of Decision 4725/QĐ-BGDĐT. Throws `InvalidFramework`. */
  static shipped<F>(this: Opens<F>, id = "moet-4725-2022", options?: InLang): F {
    return new this({ shipped: id, overlays: [] }, langOf(options));
  }

  /** A framework file. Throws `InvalidFramework` with everything that contradicts itself. */
  static load<F>(this: Opens<F>, file: Json<FrameworkFile>, options?: InLang): F {
    // Copied, because it may be needed again.
    return new this({ file: bytesOf(file).slice(), overlays: [] }, langOf(options));
  }

  /** A further framework: this one with an overlay on top. Either may be freed first. Throws `InvalidFramework`. */
  overlay(file: Json<OverlayFile>, options?: InLang): this {
    return this.#again({ ...this.#origin, overlays: [...this.#origin.overlays, bytesOf(file).slice()] }, langOf(options));
  }

  /** A further framework: this one without its overlays. */
  national(): this {
    return this.#again({ ...this.#origin, overlays: [] }, 0);
  }

  #again(origin: Origin, lang: number): this {
    return new (this.constructor as unknown as Opens<this>)(origin, lang);
  }

  /** @internal */
  protected override revived(engine: Engine): number {
    return opened(engine, this.#origin, 0);
  }

  /** The framework file with its overlays as canonical JSON. */
  get json(): string {
    this.#json ??= this.ask0("framework_json", (reply) => reply.text());
    return this.#json;
  }

  /** The framework file with its overlays: titles, maxima, bands, conditions, each with its basis. */
  get document(): FrameworkFile {
    this.#document ??= frozen(JSON.parse(this.json) as FrameworkFile);
    return this.#document;
  }

  get id(): string {
    return this.document.id;
  }

  get revision(): number {
    return this.document.revision;
  }

  /** `sha256:` and 64 hexadecimal digits. */
  get digest(): string {
    return this.ask0("framework_digest", (reply) => reply.text());
  }

  /** The codes of the groups, in the order of the file. */
  get groups(): readonly string[] {
    return this.document.groups.map((group) => group.code);
  }

  get criteria(): readonly string[] {
    return this.document.groups.flatMap((group) => group.criteria.map((criterion) => criterion.code));
  }

  get indicators(): readonly string[] {
    return this.document.groups.flatMap((group) => group.criteria.flatMap((criterion) => criterion.indicators.map((indicator) => indicator.code)));
  }

  get conditions(): readonly string[] {
    return this.document.groups.flatMap((group) => group.conditions.map((condition) => condition.code));
  }

  /** The scorecard. Throws `InvalidAssessment` with everything that is wrong. */
  score(assessment: Json<Assessment>, options?: InLang): Scorecard {
    return this.ask1("score", assessment, InvalidAssessment, options, (reply) => reply.json());
  }

  /** The scorecard as canonical JSON: the same bytes as from every other language. */
  scoreJson(assessment: Json<Assessment>, options?: InLang): string {
    return this.ask1("score", assessment, InvalidAssessment, options, (reply) => reply.text());
  }

  /** The scorecards by the framework with its overlays, and by the national framework alone. */
  scoreBoth(assessment: Json<Assessment>, options?: InLang): LocalScore {
    return this.ask1("score_both", assessment, InvalidAssessment, options, (reply) => reply.json());
  }

  /** NDJSON in, NDJSON out: for each line its scorecard, or `{"line":…,"violations":[…]}`. Only memory limits the whole. */
  scoreLines(lines: string | Uint8Array, options?: InLang): string {
    return this.ask1("score_lines", lines, InvalidAssessment, options, (reply) => reply.text());
  }

  /** Everything that is wrong with an assessment; empty where nothing is. */
  check(assessment: Json<Assessment>, options?: InLang): readonly Fault[] {
    return this.ask1("check", assessment, InvalidAssessment, options, (reply) => reply.json<{ violations: readonly Fault[] }>().violations);
  }

  /** Why the scorecard says what it says, in words. */
  explain(assessment: Json<Assessment>, options?: InLang): Explanation {
    return this.ask1("explain", assessment, InvalidAssessment, options, (reply) => reply.json());
  }

  /** The same as canonical JSON. */
  explainJson(assessment: Json<Assessment>, options?: InLang): string {
    return this.ask1("explain", assessment, InvalidAssessment, options, (reply) => reply.text());
  }

  /** The assessment in normal form, and the digest by which cases and certificates name it. */
  normal(assessment: Json<Assessment>, options?: InLang): { readonly assessment: Assessment; readonly digest: string } {
    return this.ask1("normal", assessment, InvalidAssessment, options, (reply) => reply.json());
  }

  /** The level that a total of points gives in a group. Points may be text, such as `"75.01"`. */
  level(group: string, points: number | string, options?: InLang): number {
    const text = typeof points === "number" ? bytesOf([points]).slice(1, -1) : points;
    return this.engine.call("level", [this.handle, langOf(options)], [group, text], InvalidRequest, (reply) => reply.number);
  }

  /** The levels of many schools from rows of numbers, without an object for each. */
  levels(rows: Rows, options?: InLang): Levels {
    return levels(this, this.engine, rows, langOf(options));
  }

  /** What to raise to reach a level. Throws `InvalidRequest`. */
  plan(request: Json<PlanRequest>, options?: InLang): Plan {
    return this.ask1("plan", request, InvalidRequest, options, (reply) => reply.json());
  }

  /** What would follow from other answers. Throws `InvalidRequest`. */
  whatIf(request: Json<WhatIfRequest>, options?: InLang): WhatIf {
    return this.ask1("what_if", request, InvalidRequest, options, (reply) => reply.json());
  }

  /** What another framework has that this one has not, and the other way round. */
  diff(after: CoreFramework): Diff {
    if (after.engine !== this.engine) throw new TypeError("both frameworks must be of one entry of the package");
    return this.engine.call("diff", [this.handle, after.handle], [], InvalidRequest, (reply) => reply.json());
  }

  /** @internal */
  protected ask0<T>(name: string, read: (reply: Reply) => T): T {
    return this.engine.call(name, [this.handle], [], InvalidRequest, read);
  }

  /** @internal */
  protected ask1<T>(name: string, document: Json<unknown>, refusing: Refusing, options: InLang | undefined, read: (reply: Reply) => T): T {
    return this.engine.call(name, [this.handle, langOf(options)], [bytesOf(document)], refusing, read);
  }
}

/** The handle of a framework, made as it was made before. */
function opened(engine: Engine, { shipped, file, overlays }: Origin, lang: number): number {
  const made = (name: string, numbers: readonly number[], text: string | Uint8Array): number =>
    engine.call(name, [...numbers, lang], [text], InvalidFramework, (reply) => reply.number);
  let handle = shipped === undefined ? made("load", [], file ?? "") : made("shipped", [], shipped);
  for (const overlay of overlays) {
    const below = handle;
    try {
      handle = made("overlay", [below], overlay);
    } finally {
      engine.free(below, engine.life);
    }
  }
  return handle;
}
