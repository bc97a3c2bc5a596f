/** The desk of a department: a folder goes in, the year comes out. */
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { today } from "../clock.ts";
import { overlays } from "../engine/laid.ts";
import { wasmOfPage } from "../engine/wasm.ts";
import { day, lang, t } from "../language.ts";
import { Drop, type Dropped } from "../ui/drop.tsx";
import { inOrder } from "./folder.ts";
import { Office } from "./office.ts";
import type { Opened, YearAnswer, YearChoice } from "./protocol.ts";
import { YearView } from "./year.tsx";

type State =
  | { readonly kind: "empty" }
  | { readonly kind: "reading"; readonly done: number; readonly all: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "ready"; readonly opened: Opened; readonly year: YearAnswer; readonly milliseconds: number };

// The folder stays open while one looks at another part of the page.
const state = signal<State>({ kind: "empty" });
let office: Office | null = null;

async function open(dropped: readonly Dropped[], choice: YearChoice): Promise<void> {
  const begun = performance.now();
  const files = inOrder(dropped);
  office?.end();
  const own = new Office();
  office = own;
  state.value = { kind: "reading", done: 0, all: files.length };
  try {
    const wasm = await wasmOfPage();
    const request = { wasm, overlays: overlays.value, lang: lang.value, files };
    const opened = await own.ask("open", request, (done, all) => {
      state.value = { kind: "reading", done, all };
    });
    const year = await own.ask("year", choice);
    if (office === own) state.value = { kind: "ready", opened, year, milliseconds: performance.now() - begun };
  } catch (error) {
    if (office === own) state.value = { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

async function again(choice: YearChoice): Promise<void> {
  const before = state.peek();
  if (!office || before.kind !== "ready") return;
  const begun = performance.now();
  try {
    const year = await office.ask("year", choice);
    state.value = { ...before, year, milliseconds: performance.now() - begun };
  } catch (error) {
    state.value = { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

export function DepartmentDesk() {
  const [asOf, setAsOf] = useState(today());
  const [period, setPeriod] = useState("");
  const [keep, setKeep] = useState<"" | "first" | "last">("");
  const now = state.value;
  const choice: YearChoice = { asOf, ...(period.trim() === "" ? {} : { period: period.trim() }), ...(keep === "" ? {} : { keep }) };
  return (
    <>
      <h1>{t("desk_department")}</h1>
      <p class="lead">{t("desk_department_lead")}</p>
      <section class="card" aria-labelledby="folder">
        <h2 id="folder">{t("folder")}</h2>
        <div class="fields">
          <div class="field">
            <label for="as-of">{t("as_of")}</label>
            <input id="as-of" type="date" value={asOf} onInput={(event) => setAsOf(event.currentTarget.value)} />
            <span class="help">{day(asOf)}</span>
          </div>
          <div class="field">
            <label for="period">{t("period_of_year")}</label>
            <input id="period" value={period} placeholder={t("period_itself")} onInput={(event) => setPeriod(event.currentTarget.value)} />
          </div>
          <div class="field">
            <label for="keep">{t("keep")}</label>
            <select id="keep" value={keep} onChange={(event) => setKeep(event.currentTarget.value as "" | "first" | "last")}>
              <option value="">{t("keep_itself")}</option>
              <option value="first">{t("keep_first")}</option>
              <option value="last">{t("keep_last")}</option>
            </select>
          </div>
        </div>
        <div class="ways">
          <Drop label={t("drop_folder")} folder onFiles={(files) => void open(files, choice)}>
            <p class="help">{t("drop_folder_help")}</p>
          </Drop>
          <Drop label={t("drop_files")} multiple onFiles={(files) => void open(files, choice)}>
            <p class="help">{t("drop_files_help")}</p>
          </Drop>
        </div>
        {now.kind === "ready" && (
          <button type="button" onClick={() => void again(choice)}>
            {t("year_again")}
          </button>
        )}
      </section>
      {now.kind === "reading" && (
        <p class="progress">
          <label for="progress">{t("reading", { done: now.done, all: now.all })}</label>
          <progress id="progress" value={now.done} max={Math.max(1, now.all)} />
        </p>
      )}
      {now.kind === "failed" && (
        <p class="refused" role="alert">
          {now.message}
        </p>
      )}
      {now.kind === "ready" && office && <YearView office={office} opened={now.opened} year={now.year} milliseconds={now.milliseconds} />}
    </>
  );
}
