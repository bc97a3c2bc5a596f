/** For whoever holds the annex of the Decision: ticks what agrees, writes what differs, and gets a corrected framework file. */
import { useMemo, useState } from "preact/hooks";
import { Framework, ThuocdoError } from "thuocdo/office";
import { framework } from "../engine/engine.ts";
import { both, lang, number, t } from "../language.ts";
import type { Basis, Document } from "../school/rules.ts";
import { save } from "../ui/save.ts";

/** The name of the annex among the sources of the corrected file. */
const SOURCE = "PL";

interface Checked {
  /** Whether the annex says the same. */
  readonly agrees: boolean;
  /** The maximum in the annex, where it is another one. */
  readonly max: string;
}
const UNCHECKED: Checked = { agrees: false, max: "" };

type Checks = ReadonlyMap<string, Checked>;

export function Checklist() {
  const [checks, setChecks] = useState<Checks>(new Map());
  const [by, setBy] = useState("");
  const { document } = framework();
  const made = useMemo(() => corrected(document, checks, by), [document, checks, by, lang.value]);
  const change = (code: string, changed: Partial<Checked>): void => {
    setChecks(new Map(checks).set(code, { ...UNCHECKED, ...checks.get(code), ...changed }));
  };
  const rows = document.groups.flatMap((group) => [
    { code: group.code, title: both(group.title), max: group.max, basis: group.basis },
    ...group.conditions.map((condition) => ({ code: condition.code, title: both(condition.title), max: null, basis: condition.basis })),
    ...group.criteria.flatMap((criterion) => [
      { code: criterion.code, title: both(criterion.title), max: criterion.max, basis: criterion.basis },
      ...criterion.indicators.map((indicator) => ({ code: indicator.code, title: both(indicator.title), max: indicator.max, basis: indicator.basis })),
    ]),
  ]);
  const count = [...checks.values()].filter(({ agrees, max }) => agrees || max.trim() !== "").length;
  return (
    <details class="card">
      <summary>{t("checklist")}</summary>
      <p>{t("checklist_help")}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={t("checklist")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("code")}</th>
              <th scope="col">{t("content")}</th>
              <th scope="col">{t("max")}</th>
              <th scope="col">{t("standing")}</th>
              <th scope="col">{t("agrees")}</th>
              <th scope="col">{t("annex_max")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, title, max, basis }) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td>{title}</td>
                <td class="number">{max === null ? "" : number(Number(max))}</td>
                <td>{t(`standing_${basis.standing}`)}</td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${code} ${t("agrees")}`}
                    checked={checks.get(code)?.agrees ?? false}
                    onChange={(event) => change(code, { agrees: event.currentTarget.checked })}
                  />
                </td>
                <td>
                  {max !== null && (
                    <input
                      class="count"
                      inputMode="decimal"
                      aria-label={`${code} ${t("annex_max")}`}
                      value={checks.get(code)?.max ?? ""}
                      onInput={(event) => change(code, { max: event.currentTarget.value })}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="field">
        <label for="checked-by">{t("checked_by")}</label>
        <input id="checked-by" class="wide" value={by} onInput={(event) => setBy(event.currentTarget.value)} />
      </div>
      <div role="status">
        {made.faults.length > 0 && (
          <ul class="says">
            {made.faults.map((text) => (
              <li key={text} class="refused">
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p class="buttons">
        <button type="button" class="first" disabled={count === 0 || by.trim() === "" || made.json === null} onClick={() => made.json && save(`${document.id}-${document.revision + 1}.json`, made.json)}>
          {t("checklist_save", { count })}
        </button>
      </p>
    </details>
  );
}

interface Corrected {
  readonly json: string | null;
  readonly faults: readonly string[];
}

/** The framework file with what was checked. The library tells what no longer adds up. */
function corrected(document: Document, checks: Checks, by: string): Corrected {
  const file = structuredClone(document) as unknown as Writable;
  file.revision += 1;
  file.sources[SOURCE] = { vi: `Phụ lục của Quyết định, do ${by.trim()} đối chiếu`, en: `The annex of the Decision, checked by ${by.trim()}` };
  const check = (element: Element): void => {
    const { agrees, max } = checks.get(element.code) ?? UNCHECKED;
    const typed = max.trim().replace(",", ".");
    if (typed !== "" && element.max !== undefined) element.max = Number.isNaN(Number(typed)) ? typed : Number(typed);
    if (agrees || typed !== "") element.basis = { ...element.basis, standing: "text", sources: [SOURCE, ...element.basis.sources] };
  };
  for (const group of file.groups) {
    check(group);
    group.conditions.forEach(check);
    for (const criterion of group.criteria) {
      check(criterion);
      criterion.indicators.forEach(check);
    }
  }
  const json = JSON.stringify(file, null, 2);
  try {
    Framework.load(json, { lang: lang.value }).free();
    return { json: `${json}\n`, faults: [] };
  } catch (error) {
    if (!(error instanceof ThuocdoError)) throw error;
    return { json: null, faults: error.violations.map(({ message }) => message) };
  }
}

/** What of a framework file is changed here. */
interface Element {
  code: string;
  max?: number | string;
  basis: Basis;
}
interface Writable {
  revision: number;
  sources: Record<string, { vi: string; en: string }>;
  groups: (Element & { conditions: Element[]; criteria: (Element & { indicators: Element[] })[] })[];
}
