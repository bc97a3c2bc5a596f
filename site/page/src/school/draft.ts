/** A form while somebody fills it in: texts as they were typed, and what the library makes of them. */
import {
  InvalidAssessment,
  type Assessment,
  type Framework,
  type Plan,
  type Quality,
  type Scorecard,
  type Violation,
} from "thuocdo/office";
import { framework } from "../engine/engine.ts";
import { lang } from "../language.ts";

export type Stream = "self" | "external";

export interface Evidence {
  readonly title: string;
  readonly uri: string;
  readonly date: string;
  readonly kind: string;
}

/** What is typed for one code. */
export interface Entry {
  readonly text: string;
  readonly note: string;
  readonly evidence: readonly Evidence[];
}

export interface About {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly period: string;
  readonly assessed_on: string;
}

export interface Draft {
  readonly id: string;
  readonly stream: Stream;
  /** When it was last changed, in milliseconds. */
  readonly changed: number;
  /** Texts of the overlays that it is filled in under. */
  readonly overlays: readonly string[];
  readonly about: About;
  readonly entries: Readonly<Record<string, Entry>>;
  /** What is shown beside it: last year's form, or for assessors the self-assessment. */
  readonly beside: Assessment | null;
}

export const NO_EVIDENCE: Evidence = { title: "", uri: "", date: "", kind: "" };
export const NO_ENTRY: Entry = { text: "", note: "", evidence: [] };
const NO_ABOUT: About = { code: "", name: "", type: "", period: "", assessed_on: "" };

export function blank(stream: Stream, period: string): Draft {
  return { id: crypto.randomUUID(), stream, changed: Date.now(), overlays: [], about: { ...NO_ABOUT, period }, entries: {}, beside: null };
}

/** A form of an assessment that was read from a file. */
export function draftOf(assessment: Assessment, stream: Stream, overlays: readonly string[]): Draft {
  const { institution } = assessment;
  const entries: Record<string, Entry> = {};
  for (const [code, value] of Object.entries({ ...assessment.conditions, ...assessment.answers })) entries[code] = entryOf(value);
  return {
    ...blank(stream, assessment.period ?? ""),
    overlays,
    about: {
      code: institution?.code ?? "",
      name: institution?.name ?? "",
      type: institution?.type ?? "",
      period: assessment.period ?? "",
      assessed_on: assessment.assessed_on ?? "",
    },
    entries,
  };
}

type Fact = { points?: unknown; met?: unknown; part?: unknown; whole?: unknown; count?: unknown; note?: unknown; evidence?: unknown };

/** What was answered, as a person types it. Commas are how points are typed here; a point is read as well. */
function entryOf(value: unknown): Entry {
  if (value === null || value === undefined) return NO_ENTRY;
  if (typeof value !== "object") return { ...NO_ENTRY, text: typed(value) };
  const fact = value as Fact;
  const share = fact.part != null || fact.whole != null ? `${fact.part ?? ""}/${fact.whole ?? ""}` : null;
  const evidence = Array.isArray(fact.evidence) ? fact.evidence : [];
  return {
    text: share ?? typed(fact.points ?? fact.count ?? fact.met),
    note: typeof fact.note === "string" ? fact.note : "",
    evidence: evidence.map((one: Partial<Evidence>) => ({ title: one.title ?? "", uri: one.uri ?? "", date: one.date ?? "", kind: one.kind ?? "" })),
  };
}

function typed(value: unknown): string {
  if (value === true) return MET;
  if (value === false) return UNMET;
  return value === null || value === undefined ? "" : String(value).replace(".", ",");
}

/** How a condition is kept: two of the words that every form accepts. */
export const MET = "đạt";
export const UNMET = "không đạt";

/** What the library makes of a form. */
export interface Reading {
  readonly framework: Framework;
  /** The assessment without what it refuses. */
  readonly assessment: Assessment;
  /** Sentences about what is refused, by the code or the field where they belong. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  readonly card: Scorecard;
  /** By the Ministry's framework; only under an overlay. */
  readonly national: Scorecard | null;
  readonly plan: Plan;
  readonly quality: Quality;
}

/** Computes a form. What is refused is told in its place, and counts as missing. */
export function read(draft: Draft, today: string): Reading {
  const rules = framework(draft.overlays);
  const refused = new Map<string, string[]>();
  const tell = (place: string, message: string): void => void refused.set(place, [...(refused.get(place) ?? []), message]);
  const said = assessmentOf(draft, rules, tell);
  for (const violation of rules.check(said as unknown as Assessment, { lang: lang.value })) {
    const [list, code] = placeOf(violation);
    tell(code, violation.message);
    remove(said, list, code);
  }
  const assessment = said as unknown as Assessment;
  const { local, national } = rules.scoreBoth(assessment);
  return {
    framework: rules,
    assessment,
    refused,
    card: local,
    national: draft.overlays.length > 0 ? national : null,
    plan: rules.plan({ assessment }),
    quality: rules.ask("quality", { submission: assessment, as_of: today }, { lang: lang.value }),
  };
}

type Said = Record<string, unknown> & { conditions: Record<string, unknown>; answers: Record<string, unknown> };

/** The assessment that a form says. Blank fields are left out. */
function assessmentOf(draft: Draft, rules: Framework, tell: (place: string, message: string) => void): Said {
  const { about } = draft;
  const said: Said = { framework: rules.id, stream: draft.stream, conditions: {}, answers: {} };
  const institution = full({ code: about.code.trim(), name: about.name.trim(), type: about.type });
  if (Object.keys(institution).length > 0) said["institution"] = institution;
  Object.assign(said, full({ period: about.period.trim(), assessed_on: about.assessed_on }));
  const conditions = new Set(rules.conditions);
  for (const code of [...rules.conditions, ...rules.indicators]) {
    const entry = draft.entries[code];
    if (!entry) continue;
    const answer: Record<string, unknown> = { ...factOf(rules, code, entry.text, tell), ...full({ note: entry.note.trim() }) };
    const evidence = entry.evidence.map((one) => full({ ...one, title: one.title.trim() || one.uri.trim(), uri: one.uri.trim() })).filter((one) => one["title"]);
    if (evidence.length > 0) answer["evidence"] = evidence;
    if (Object.keys(answer).length > 0) said[conditions.has(code) ? "conditions" : "answers"][code] = answer;
  }
  return said;
}

function full(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
}

/** The fact that a text says by the rules of tables: `5,5` points, `24/32`, `đạt`. */
function factOf(rules: Framework, code: string, text: string, tell: (place: string, message: string) => void): object {
  if (text.trim() === "") return {};
  try {
    const fact = rules.typed(code, text, { lang: lang.value });
    if (typeof fact === "object" && fact !== null) return fact;
    return typeof fact === "boolean" ? { met: fact } : { points: fact };
  } catch (error) {
    if (!(error instanceof InvalidAssessment)) throw error;
    // For a terminal the sentence begins with what was typed; here it stands below it.
    tell(code, error.message.replace(`${code}=${text}: `, ""));
    return {};
  }
}

/** The list and the code that a fault is about: `/answers/1.3.1/evidence/0/date` is of 1.3.1 in the answers. */
export function placeOf({ at }: Pick<Violation, "at">): readonly [list: string, code: string] {
  const [, list = "", code = ""] = at.split("/");
  return list === "answers" || list === "conditions" ? [list, code] : ["", list === "institution" ? code || list : list];
}

function remove(said: Said, list: string, code: string): void {
  if (list === "answers" || list === "conditions") delete said[list][code];
  else if (said["institution"] && code in (said["institution"] as object)) delete (said["institution"] as Record<string, unknown>)[code];
  else delete said[code];
}
