/** A form to fill in: questions on the left, what follows from them on the right. */
import { useEffect, useMemo } from "preact/hooks";
import type { Assessment } from "thuocdo/office";
import { today } from "../clock.ts";
import { both, lang, number, range, t } from "../language.ts";
import { Band } from "../ui/band.tsx";
import { Overlays } from "../ui/overlays.tsx";
import { AboutFields } from "./about.tsx";
import { Differences } from "./differences.tsx";
import { draftOf, NO_ENTRY, placeOf, read, type Entry, type Reading } from "./draft.ts";
import { Files } from "./files.tsx";
import type { History } from "./history.ts";
import { Pick } from "./pick.tsx";
import { ConditionRow, IndicatorRow, type Row } from "./question.tsx";
import { levelText, Result, Summary } from "./result.tsx";
import { thresholds, type Criterion, type Group } from "./rules.ts";
import { keep, lasting } from "./store.ts";

/** How long after the last key a form is kept, in milliseconds. */
const PAUSE = 300;
/** Findings that only say that something is not filled in yet: the form shows that itself. */
const SHOWN_ELSEWHERE: readonly string[] = ["answered", "condition_said", "identified", "value_valid"];

export function Editor({ history }: { readonly history: History }) {
  const draft = history.draft.value;
  const language = lang.value;
  const reading = useMemo(() => read(draft, today()), [draft, language]);
  const beside = useMemo(() => (draft.beside ? draftOf(draft.beside, draft.stream, draft.overlays).entries : null), [draft.beside]);
  useKeeping(history);
  const warnings = useMemo(() => warningsOf(reading), [reading]);
  const isExternal = draft.stream === "external";

  const change = (code: string, changed: Partial<Entry>): void => {
    const entry = { ...(history.draft.peek().entries[code] ?? NO_ENTRY), ...changed };
    history.change(`${code} ${Object.keys(changed).join(" ")}`, { entries: { ...history.draft.peek().entries, [code]: entry } });
  };
  const row = (code: string): Row => ({
    code,
    entry: draft.entries[code] ?? NO_ENTRY,
    beside: beside ? (beside[code] ?? NO_ENTRY) : null,
    besideName: t(isExternal ? "self" : "last_year"),
    refused: reading.refused.get(code) ?? [],
    warnings: warnings.get(code) ?? [],
    onChange: (changed) => change(code, changed),
  });
  const fill = (assessment: Assessment): void => {
    const { about, entries } = draftOf(assessment, draft.stream, draft.overlays);
    history.change("file", { about, entries });
  };

  return (
    <div class="desk">
      <h1 class="form-title">
        {draft.about.name.trim() || t("nameless")} <small>{t(isExternal ? "external" : "self")}</small>
      </h1>
      <Tools history={history} />
      <Summary reading={reading} />
      <form class="questions" onSubmit={(event) => event.preventDefault()}>
        <AboutFields draft={draft} refused={reading.refused} warnings={warnings} onChange={(field, about) => history.change(field, { about })} />
        <details class="from-files">
          <summary>{t("from_files")}</summary>
          {!isExternal && <Pick label={t("fill_from_file")} help={t("fill_from_file_help")} rules={reading.framework} code={draft.about.code} onPick={fill} />}
          <Pick
            label={t(isExternal ? "beside_self" : "beside_last_year")}
            help={t("beside_help")}
            rules={reading.framework}
            code={draft.about.code}
            onPick={(assessment) => history.change("beside", { beside: assessment })}
          />
          {draft.beside && (
            <button type="button" onClick={() => history.change("beside", { beside: null })}>
              {t("beside_remove")}
            </button>
          )}
          <Overlays overlays={draft.overlays} onChange={(overlays) => history.change("overlay", { overlays })} />
        </details>
        {reading.framework.document.groups.map((group) => (
          <GroupQuestions key={group.code} group={group} reading={reading} row={row} />
        ))}
      </form>
      <aside id="result" class="result" aria-label={t("result")}>
        <div aria-live="polite" class="sr-only">
          {t("spoken_result", { level: levelText(reading.framework.document, reading.card.overall.level) })}
        </div>
        <h2>{t("result")}</h2>
        <Result reading={reading} />
        {isExternal && draft.beside && <Differences self={draft.beside} reading={reading} />}
      </aside>
      <Files draft={draft} reading={reading} />
    </div>
  );
}

function warningsOf(reading: Reading): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const add = (code: string, message: string): void => void found.set(code, [...(found.get(code) ?? []), message]);
  for (const finding of reading.quality.findings) {
    if (SHOWN_ELSEWHERE.includes(finding.rule)) continue;
    const [, code] = placeOf({ at: finding.at.replace(/^\/assessment/u, "") });
    add(code, finding.message);
  }
  for (const { code, at } of reading.card.recognition.blockers) {
    if (code === "evidence_missing" || code === "evidence_unknown") add(at, t(`blocker_${code}`, { at }));
  }
  return found;
}

function GroupQuestions({ group, reading, row }: { readonly group: Group; readonly reading: Reading; readonly row: (code: string) => Row }) {
  const id = `group-${group.code}`;
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>{t("group_title", { code: group.code, title: both(group.title) })}</h2>
      <h3>{t("conditions")}</h3>
      <ul class="rows">
        {group.conditions.map((condition) => (
          <ConditionRow key={condition.code} condition={condition} row={row(condition.code)} />
        ))}
      </ul>
      {group.criteria.map((criterion) => (
        <CriterionQuestions key={criterion.code} criterion={criterion} group={group.code} reading={reading} row={row} />
      ))}
    </section>
  );
}

interface CriterionProps {
  readonly criterion: Criterion;
  readonly group: string;
  readonly reading: Reading;
  readonly row: (code: string) => Row;
}

function CriterionQuestions({ criterion, group, reading, row }: CriterionProps) {
  const { document } = reading.framework;
  const card = reading.card.groups.find(({ code }) => code === group)?.criteria.find(({ code }) => code === criterion.code);
  if (!card) return null;
  const said = t("points_of_max", { points: range(card.score), max: number(criterion.max) });
  return (
    <section class="criterion" aria-labelledby={`criterion-${criterion.code}`}>
      <h3 id={`criterion-${criterion.code}`}>
        <span class="code">{criterion.code}</span> {both(criterion.title)}
      </h3>
      <p class="criterion-result">
        <span>{said}</span>
        {card.level && <span class="level">{levelText(document, card.level)}</span>}
      </p>
      <Band label={said} low={card.score.low} high={card.score.high} max={card.max} thresholds={criterion.bands ? thresholds({ bands: criterion.bands }) : []} />
      {criterion.evidence && <p class="help">{t("evidence_of_act", { text: both(criterion.evidence.text) })}</p>}
      <ul class="rows">
        {criterion.indicators.map((indicator) => {
          const result = card.indicators.find(({ code }) => code === indicator.code);
          return (
            result && (
              <IndicatorRow
                key={indicator.code}
                indicator={indicator}
                rule={indicator.rule ?? document.award.rule}
                result={result}
                row={row(indicator.code)}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}

function Tools({ history }: { readonly history: History }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === "z" || key === "y") {
        // The browser would undo within one field, and the form would not know.
        event.preventDefault();
        if (key === "y" || event.shiftKey) history.redo();
        else history.undo();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [history]);
  return (
    <div class="tools" role="toolbar" aria-label={t("tools")}>
      <a href={`#${history.draft.value.stream === "external" ? "assessor" : "school"}`}>{t("all_forms")}</a>
      <button type="button" disabled={!history.canUndo.value} onClick={() => history.undo()}>
        {t("undo")}
      </button>
      <button type="button" disabled={!history.canRedo.value} onClick={() => history.redo()}>
        {t("redo")}
      </button>
      <span class="kept">{t(lasting.value === false ? "kept_for_now" : "kept")}</span>
    </div>
  );
}

/** Keeps the form a moment after each change, and at once when the page is left. */
function useKeeping(history: History): void {
  useEffect(() => {
    let timer = 0;
    let first = true;
    const now = (): void => {
      if (timer === 0) return;
      clearTimeout(timer);
      timer = 0;
      void keep(history.draft.peek());
    };
    const stop = history.draft.subscribe(() => {
      if (first) {
        first = false; // A form that nobody changed need not be kept again.
        return;
      }
      clearTimeout(timer);
      timer = window.setTimeout(now, PAUSE);
    });
    addEventListener("pagehide", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      now();
      stop();
      removeEventListener("pagehide", now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [history]);
}
