/** Papers of a department: its report, letters that urge, the plan of external assessments, and each school's own plan. */
import { useEffect, useId, useState } from "preact/hooks";
import type { LettersRequest, Report, YearLists } from "thuocdo/office";
import { today } from "../clock.ts";
import { day, t } from "../language.ts";
import { Drop } from "../ui/drop.tsx";
import { useLetter } from "../ui/letter.tsx";
import { Preview } from "../ui/preview.tsx";
import { ReportBlocks } from "../ui/report.tsx";
import { save } from "../ui/save.ts";
import { useTried } from "../ui/tried.ts";
import type { Office } from "./office.ts";

interface Props {
  readonly office: Office;
  readonly year: YearLists;
  readonly hasRegister: boolean;
}

export function Papers({ office, year, hasRegister }: Props) {
  const { letter, letterFields } = useLetter(["above", "body", "place", "signer_title", "signer"]);
  const { fault, tried } = useTried();
  const [by, setBy] = useState<NonNullable<LettersRequest["by"]>>("school");
  const [noLetter, setNoLetter] = useState(false);
  const [plan, setPlan] = useState<Report | null>(null);
  const [begin, setBegin] = useState(today());
  const [persons, setPersons] = useState<{ readonly name: string; readonly bytes: Uint8Array } | null>(null);
  const [shown, setShown] = useState<{ readonly title: string; readonly html: string } | null>(null);
  const id = useId();
  // A plan is of the year that it was made for.
  useEffect(() => setPlan(null), [year]);
  const keep = (name: string, ending: string, content: Uint8Array | string): void => save(`${name}-${year.period}.${ending}`, content);
  const show = (title: string, html: Uint8Array): void => setShown({ title, html: new TextDecoder().decode(html) });
  const letters = (format: "docx" | "html" | "zip"): (() => void) =>
    tried(async () => {
      const made = await office.ask("letters", { by, letter, format });
      setNoLetter(made === null);
      if (made === null) return;
      if (format === "html") show(t("letters"), made);
      else keep(t("file_letters"), format, made);
    });
  const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
  return (
    <section class="card" aria-labelledby="papers">
      <h2 id="papers">{t("papers")}</h2>
      <p class="help">{t("papers_help")}</p>
      {letterFields}
      <h3>{t("summary")}</h3>
      <p class="buttons">
        <button type="button" onClick={tried(async () => keep(t("file_summary"), "docx", await office.ask("summary", { letter, format: "docx" })))}>
          {t("save_summary")}
        </button>
        <button type="button" onClick={tried(async () => show(t("summary"), await office.ask("summary", { letter, format: "html" })))}>
          {t("show_summary")}
        </button>
      </p>
      <h3>{t("letters")}</h3>
      <div class="fields">
        <div class="field">
          <label for={`${id}-by`}>{t("letters_to")}</label>
          <select id={`${id}-by`} value={by} onChange={(event) => setBy(event.currentTarget.value as "school" | "authority")}>
            <option value="school">{t("letters_school")}</option>
            <option value="authority">{t("letters_authority")}</option>
          </select>
        </div>
      </div>
      <p class="buttons">
        <button type="button" onClick={letters("docx")}>
          {t("save_letters")}
        </button>
        <button type="button" onClick={letters("html")}>
          {t("show_letters")}
        </button>
        <button type="button" onClick={letters("zip")}>
          {t("save_letters_each")}
        </button>
      </p>
      {noLetter && <p role="status">{t("no_letters")}</p>}
      <h3>{t("visits")}</h3>
      <Drop
        label={t("drop_panels")}
        accept=".xlsx,.ods,.xls,.csv"
        onFiles={([dropped]) => dropped && tried(async () => setPlan(await office.ask("schedule", { panels: await bytesOf(dropped.file) })))()}
      >
        <p class="help">{t("drop_panels_help")}</p>
      </Drop>
      {plan && (
        <>
          <details>
            <summary>{t("visits_made")}</summary>
            <ReportBlocks report={plan} />
          </details>
          <p class="buttons">
            <button type="button" onClick={tried(async () => keep(t("file_visits"), "docx", await office.ask("visits", { letter, format: "docx" })))}>
              {t("save_visits")}
            </button>
            <button type="button" onClick={tried(async () => show(t("visits"), await office.ask("visits", { letter, format: "html" })))}>
              {t("show_visits")}
            </button>
            <button type="button" onClick={tried(async () => keep(t("file_visits"), "xlsx", await office.ask("visits_workbook", null)))}>
              {t("save_visits_xlsx")}
            </button>
            <button type="button" onClick={tried(async () => keep(t("file_visits"), "ics", await office.ask("visits_calendar", null)))}>
              {t("save_visits_ics")}
            </button>
          </p>
        </>
      )}
      {hasRegister && (
        <>
          <h3>{t("own_plans")}</h3>
          <p class="help">{t("own_plans_help")}</p>
          <div class="fields">
            <div class="field">
              <label for={`${id}-begin`}>{t("own_plans_begin")}</label>
              <input id={`${id}-begin`} type="date" value={begin} onInput={(event) => setBegin(event.currentTarget.value)} />
              <span class="help">{day(begin)}</span>
            </div>
          </div>
          <Drop
            label={t("drop_persons")}
            accept=".xlsx,.ods,.xls,.csv"
            onFiles={([dropped]) => dropped && tried(async () => setPersons({ name: dropped.file.name, bytes: await bytesOf(dropped.file) }))()}
          >
            <p class="help">{persons?.name ?? t("drop_persons_help")}</p>
          </Drop>
          <p class="buttons">
            <button
              type="button"
              onClick={tried(async () =>
                keep(t("file_own_plans"), "zip", await office.ask("assign", { begin, letter, ...(persons ? { persons: persons.bytes } : {}) })),
              )}
            >
              {t("save_own_plans")}
            </button>
          </p>
        </>
      )}
      {fault !== "" && (
        <p class="refused" role="alert">
          {fault}
        </p>
      )}
      {shown && <Preview title={shown.title} html={shown.html} onClose={() => setShown(null)} />}
    </section>
  );
}
