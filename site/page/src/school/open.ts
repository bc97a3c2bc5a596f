/** Reads a file that somebody dropped into assessments. */
import { ThuocdoError, type Assessment, type Framework } from "thuocdo/office";
import { lang, t } from "../language.ts";

export interface Opened {
  readonly assessments: readonly Assessment[];
  /** What could not be read, in sentences. */
  readonly faults: readonly string[];
}

export async function opened(file: File, rules: Framework): Promise<Opened> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const rows = rules.readForms(bytes, { lang: lang.value });
    const assessments = rows.flatMap(({ assessment }) => (assessment ? [assessment] : []));
    const faults = rows.flatMap(({ violations }) => (violations ?? []).map(({ message }) => message));
    return { assessments, faults: assessments.length + faults.length > 0 ? faults : [t("no_form", { file: file.name })] };
  } catch (error) {
    if (!(error instanceof ThuocdoError)) throw error;
    return { assessments: [], faults: error.violations.map(({ message }) => message) };
  }
}

/** A form of a list by who and when it is about. */
export function nameOf(assessment: Assessment): string {
  const { institution, period } = assessment;
  const stream = assessment.stream ? t(assessment.stream === "external" ? "external" : "self") : null;
  return [institution?.code, institution?.name, period, stream].filter((text) => text != null && text !== "").join(" · ") || t("nameless");
}
