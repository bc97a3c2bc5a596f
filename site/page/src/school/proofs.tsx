/** Notes and evidence of one row. */
import { both, day, t } from "../language.ts";
import { NO_EVIDENCE, type Entry, type Evidence } from "./draft.ts";
import type { Indicator } from "./rules.ts";

interface Props {
  readonly code: string;
  readonly entry: Entry;
  readonly beside: Entry | null;
  readonly required: Indicator["required_evidence"] | undefined;
  readonly onChange: (changed: Partial<Entry>) => void;
}

export function Proofs({ code, entry, beside, required, onChange }: Props) {
  const count = entry.evidence.length;
  const change = (index: number, changed: Partial<Evidence>): void =>
    onChange({ evidence: entry.evidence.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
  const kinds = Object.entries(required?.kinds ?? {});
  return (
    <details class="proofs">
      <summary>
        {t("note_and_evidence")}
        {entry.note !== "" && <span class="mark">{t("has_note")}</span>}
        {count > 0 && <span class="mark">{t("has_evidence", { count })}</span>}
      </summary>
      {beside && (beside.note !== "" || beside.evidence.length > 0) && (
        <div class="beside">
          {beside.note !== "" && <p>{beside.note}</p>}
          {beside.evidence.length > 0 && (
            <ul>
              {beside.evidence.map((one, index) => (
                <li key={index}>
                  {one.title}
                  {one.date !== "" && ` (${day(one.date)})`} {one.uri !== "" && one.uri !== one.title && <span class="address">{one.uri}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <label>
        {t("note")}
        <textarea rows={2} value={entry.note} aria-label={`${code} ${t("note")}`} onInput={(event) => onChange({ note: event.currentTarget.value })} />
      </label>
      {required && <p class="help">{t("evidence_required", { count: required.at_least })}</p>}
      {entry.evidence.map((one, index) => (
        <fieldset class="evidence" key={index}>
          <legend>{t("evidence_number", { code, number: index + 1 })}</legend>
          <label>
            {t("evidence_title")}
            <input value={one.title} onInput={(event) => change(index, { title: event.currentTarget.value })} />
          </label>
          <label>
            {t("evidence_uri")}
            <input inputMode="url" value={one.uri} onInput={(event) => change(index, { uri: event.currentTarget.value })} />
          </label>
          <label>
            {t("evidence_date")}
            <input type="date" value={one.date} onInput={(event) => change(index, { date: event.currentTarget.value })} />
          </label>
          {kinds.length > 0 && (
            <label>
              {t("evidence_kind")}
              <select value={one.kind} onChange={(event) => change(index, { kind: event.currentTarget.value })}>
                <option value="">{t("unknown")}</option>
                {kinds.map(([kind, title]) => (
                  <option key={kind} value={kind}>
                    {both(title as { vi: string; en: string })}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type="button" onClick={() => onChange({ evidence: entry.evidence.filter((_, at) => at !== index) })}>
            {t("evidence_remove", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange({ evidence: [...entry.evidence, NO_EVIDENCE] })}>
        {t("evidence_add")}
      </button>
    </details>
  );
}
