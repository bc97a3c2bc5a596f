/** Codes of institutions, however they are typed. */
import { codeKey } from "thuocdo/office";

interface OfSchool {
  readonly institution?: { readonly code?: string | null } | null;
}

/** Whether something is of the institution of a code. Nothing is of an institution without one. */
export function isOf(code: string | null | undefined): (it: OfSchool) => boolean {
  const key = codeKey(code ?? "");
  return ({ institution }) => key !== "" && codeKey(institution?.code ?? "") === key;
}
