/** The year of a department on the screen: what is to be done, every list, and the files to take along. */
import { useMemo, useState } from "preact/hooks";
import { day, number as written, t } from "../language.ts";
import { Preview } from "../ui/preview.tsx";
import { ReportBlocks } from "../ui/report.tsx";
import { save } from "../ui/save.ts";
import { useTried } from "../ui/tried.ts";
import { tables } from "./csv.ts";
import { ListTable } from "./list.tsx";
import type { Office } from "./office.ts";
import { Papers } from "./papers.tsx";
import type { Certificates, Opened, YearAnswer } from "./protocol.ts";
import { SchoolDialog } from "./school.tsx";

interface Props {
  readonly office: Office;
  readonly opened: Opened;
  readonly year: YearAnswer;
  readonly milliseconds: number;
}

export function YearView({ office, opened, year, milliseconds }: Props) {
  const { value } = year;
  const mark = value.lang === "vi" ? ";" : ",";
  const { lists } = year;
  const [open, setOpen] = useState(lists[0]?.file ?? "");
  const [school, setSchool] = useState<string | null>(null);
  const codes = useMemo(() => new Set(value.levels.map(({ code }) => code)), [year]);
  const list = lists.find(({ file }) => file === open) ?? lists[0];
  // A list is read when it is opened: all of them at once would hold up the page.
  const shown = useMemo(() => (list ? tables(list.text, mark) : []), [list, mark]);
  return (
    <>
      <section aria-labelledby="year">
        <h2 id="year">{t("year_of", { period: value.period })}</h2>
        <p class="help">
          {t("year_read", { files: opened.files.length, forms: opened.forms, seconds: written(Math.round(milliseconds / 100) / 10) })}
        </p>
        <Figures year={year} />
        <ReportBlocks report={year.screen} />
      </section>
      <Outputs office={office} year={year} hasRegister={opened.register !== null} />
      <Papers office={office} year={value} hasRegister={opened.register !== null} />
      <section aria-labelledby="lists">
        <h2 id="lists">{t("lists")}</h2>
        <nav class="tabs" aria-label={t("lists")}>
          {lists.map(({ file, title, count }) => (
            <button key={file} type="button" aria-pressed={file === open} onClick={() => setOpen(file)}>
              {title} <span class="count">{count}</span>
            </button>
          ))}
        </nav>
        {list && (
          <div key={list.file}>
            <h3>{list.title}</h3>
            <p class="buttons">
              <button type="button" onClick={() => save(list.file, list.text)}>
                {t("save_list")}
              </button>
            </p>
            {shown.map((table, index) => (
              <ListTable key={`${list.file} ${index}`} title={list.title} table={table} codes={codes} onOpen={setSchool} />
            ))}
            {shown.every(({ rows }) => rows.length === 0) && <p>{t("list_empty")}</p>}
          </div>
        )}
      </section>
      {school !== null && <SchoolDialog key={school} office={office} code={school} year={value} onClose={() => setSchool(null)} />}
    </>
  );
}

function Figures({ year }: { readonly year: YearAnswer }) {
  const { summary } = year.value;
  const figures = [
    [t("figure_registered"), summary.registered],
    [t("figure_sent"), summary.sent],
    [t("figure_missing"), summary.missing],
    [t("figure_refused"), summary.refused],
    [t("figure_assessed"), summary.assessed],
    [t("figure_differing"), summary.differing],
    [t("figure_recognised"), summary.recognised],
  ] as const;
  return (
    <dl class="figures">
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

function Outputs({ office, year, hasRegister }: { readonly office: Office; readonly year: YearAnswer; readonly hasRegister: boolean }) {
  const [stream, setStream] = useState<"self" | "external">(year.value.summary.assessed > 0 ? "external" : "self");
  const [authority, setAuthority] = useState("");
  const [act, setAct] = useState("");
  const [missing, setMissing] = useState(false);
  const [shown, setShown] = useState<{ readonly title: string; readonly html: string } | null>(null);
  const { fault, tried } = useTried();
  const [certificates, setCertificates] = useState<Certificates | null>(null);
  const [number, setNumber] = useState("");
  const [on, setOn] = useState("");
  const { period } = year.value;
  const head = { stream, missing, ...(authority === "" ? {} : { authority }), ...(act === "" ? {} : { act }) };
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return (
    <section class="card" aria-labelledby="outputs">
      <h2 id="outputs">{t("outputs")}</h2>
      <p class="buttons">
        <button type="button" class="first" onClick={tried(async () => save(`${t("file_workbook")}-${period}.xlsx`, await office.ask("workbook", null)))}>
          {t("save_workbook")}
        </button>
        <button type="button" onClick={tried(async () => save(`${t("file_reminders")}-${period}.xlsx`, await office.ask("reminders", null)))}>
          {t("save_reminders")}
        </button>
        <button type="button" onClick={tried(async () => save(`${t("file_gathered")}-${period}.xlsx`, await office.ask("gather", { format: "xlsx" })))}>
          {t("save_gathered")}
        </button>
        <button type="button" onClick={tried(async () => save(`${t("file_year")}-${period}.json`, `${JSON.stringify(year.value)}\n`))}>
          {t("save_json")}
        </button>
      </p>
      <details>
        <summary>{t("publishing")}</summary>
        <p class="help">{t("publishing_help")}</p>
        <div class="fields">
          <div class="field">
            <label for="publish-stream">{t("publish_stream")}</label>
            <select id="publish-stream" value={stream} onChange={(event) => setStream(event.currentTarget.value as "self" | "external")}>
              <option value="external">{t("external")}</option>
              <option value="self">{t("self")}</option>
            </select>
          </div>
          <div class="field">
            <label for="publish-authority">{t("publish_authority")}</label>
            <input id="publish-authority" value={authority} onInput={(event) => setAuthority(event.currentTarget.value)} />
          </div>
          <div class="field">
            <label for="publish-act">{t("publish_act")}</label>
            <input id="publish-act" value={act} onInput={(event) => setAct(event.currentTarget.value)} />
          </div>
          {hasRegister && (
            <label class="choice">
              <input type="checkbox" checked={missing} onChange={(event) => setMissing(event.currentTarget.checked)} />
              {t("publish_missing")}
            </label>
          )}
        </div>
        <p class="buttons">
          <button type="button" onClick={tried(async () => save(`${t("file_publication")}-${period}.html`, await office.ask("publish", { ...head, format: "html" })))}>
            {t("save_publication")}
          </button>
          <button type="button" onClick={tried(async () => save(`${t("file_publication")}-${period}.xlsx`, await office.ask("publish", { ...head, format: "xlsx" })))}>
            {t("save_publication_xlsx")}
          </button>
          <button type="button" onClick={tried(async () => setShown({ title: t("publishing"), html: text(await office.ask("publish", { ...head, format: "html" })) }))}>
            {t("show_publication")}
          </button>
        </p>
      </details>
      <details>
        <summary>{t("certificates")}</summary>
        <p class="help">{t("certificates_help")}</p>
        <p class="buttons">
          <button
            type="button"
            onClick={tried(async () => {
              const made = await office.ask("certificates", null);
              setCertificates(made);
              if (made.count > 0) save(`${t("file_certificates")}-${period}.ndjson`, made.ndjson);
            })}
          >
            {t("save_certificates")}
          </button>
        </p>
        <div class="fields">
          <div class="field">
            <label for="decision-number">{t("decision_number")}</label>
            <input id="decision-number" value={number} onInput={(event) => setNumber(event.currentTarget.value)} />
          </div>
          <div class="field">
            <label for="decision-on">{t("decision_on")}</label>
            <input id="decision-on" type="date" value={on} onInput={(event) => setOn(event.currentTarget.value)} />
            {on !== "" && <span class="help">{day(on)}</span>}
          </div>
        </div>
        <p class="buttons">
          <button
            type="button"
            onClick={tried(async () => {
              const made = await office.ask("certificates", null);
              setCertificates(made);
              if (made.count === 0) return;
              const letter = { ...(number === "" ? {} : { number }), ...(on === "" ? {} : { on }) };
              save(`${t("file_certificates")}-${period}.zip`, await office.ask("certificate_papers", { letter }));
            })}
          >
            {t("save_certificate_papers")}
          </button>
        </p>
        {certificates && (
          <div role="status">
            <p>{t("certificates_made", { count: certificates.count, refused: certificates.refused.length })}</p>
            <ul>
              {certificates.refused.slice(0, 100).map(({ code, reasons }) => (
                <li key={code}>
                  {code}: {reasons.join("; ")}
                </li>
              ))}
            </ul>
          </div>
        )}
      </details>
      {fault !== "" && (
        <p class="refused" role="alert">
          {fault}
        </p>
      )}
      {shown && <Preview title={shown.title} html={shown.html} onClose={() => setShown(null)} />}
    </section>
  );
}

