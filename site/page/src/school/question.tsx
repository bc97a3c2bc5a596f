/** One row of the form: a condition or an indicator, with what the library says of it. */
import { both, number, range, t } from "../language.ts";
import { Proofs } from "./proofs.tsx";
import { Trial } from "./trial.tsx";
import { MET, UNMET, type Entry } from "./draft.ts";
import type { Condition, Indicator, IndicatorResult, Rule } from "./rules.ts";

export interface Row {
  readonly code: string;
  readonly entry: Entry;
  /** What is answered beside it: last year, or by the school itself. */
  readonly beside: Entry | null;
  readonly besideName: string;
  /** What the library refuses here. */
  readonly refused: readonly string[];
  /** What is odd in the data here, and what evidence is lacking. */
  readonly warnings: readonly string[];
  readonly onChange: (changed: Partial<Entry>) => void;
}

export function ConditionRow({ condition, row }: { readonly condition: Condition; readonly row: Row }) {
  const name = `answer-${row.code}`;
  const choice = (value: string, label: string) => (
    <label class="choice">
      <input type="radio" name={name} value={value} checked={row.entry.text === value} onChange={() => row.onChange({ text: value })} />
      {label}
    </label>
  );
  return (
    <li class="question" id={idOf(row.code)}>
      <fieldset aria-describedby={messagesOf(row)}>
        <legend>
          <span class="code">{row.code}</span> {both(condition.title)}
        </legend>
        {condition.guidance && <p class="help">{both(condition.guidance)}</p>}
        <div class="answer">
          {choice(MET, t("met"))}
          {choice(UNMET, t("unmet"))}
          {choice("", t("unknown"))}
          <Beside row={row} />
        </div>
      </fieldset>
      <Messages row={row} />
      <Proofs code={row.code} entry={row.entry} beside={row.beside} required={condition.required_evidence} onChange={row.onChange} />
    </li>
  );
}

interface IndicatorProps {
  readonly indicator: Indicator;
  readonly rule: Rule;
  readonly result: IndicatorResult;
  readonly row: Row;
}

export function IndicatorRow({ indicator, rule, result, row }: IndicatorProps) {
  const id = `answer-${row.code}`;
  const isTyped = rule.kind === "direct";
  return (
    <li class="question" id={idOf(row.code)}>
      <label class="title" for={rule.kind === "flag" ? undefined : id}>
        <span class="code">{row.code}</span> {both(indicator.title)}
      </label>
      {indicator.guidance && <p class="help">{both(indicator.guidance)}</p>}
      <div class="answer">
        <Answer id={id} indicator={indicator} rule={rule} row={row} />
        <output class={result.state === "answered" ? "points" : "points open"} for={id}>
          {isTyped ? t("of_max", { max: number(indicator.max) }) : t("points_of_max", { points: range(result.score), max: number(indicator.max) })}
        </output>
        <Beside row={row} />
      </div>
      <Steps rule={rule} />
      <Messages row={row} />
      {isTyped && <Trial code={row.code} max={result.max} onUse={(text, note) => row.onChange({ text, note: joined(row.entry.note, note) })} />}
      <Proofs code={row.code} entry={row.entry} beside={row.beside} required={indicator.required_evidence} onChange={row.onChange} />
    </li>
  );
}

/** The field or fields of an answer, as the rule of the indicator asks. */
function Answer({ id, indicator, rule, row }: { readonly id: string; readonly indicator: Indicator; readonly rule: Rule; readonly row: Row }) {
  const { entry, onChange } = row;
  const described = messagesOf(row);
  const field = (value: string, label: string, onText: (text: string) => void, first = false) => (
    <input
      id={first ? id : undefined}
      class="number"
      inputMode="decimal"
      autoComplete="off"
      value={value}
      aria-label={label}
      aria-invalid={row.refused.length > 0}
      aria-describedby={described}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={next}
    />
  );
  const facts = indicator.facts;
  if (rule.kind === "flag") {
    return (
      <span role="radiogroup" aria-label={both(indicator.title)}>
        {[MET, UNMET, ""].map((value) => (
          <label key={value} class="choice">
            <input type="radio" name={id} checked={entry.text === value} onChange={() => onChange({ text: value })} />
            {t(value === MET ? "met" : value === UNMET ? "unmet" : "unknown")}
          </label>
        ))}
      </span>
    );
  }
  if (rule.kind === "share" || (rule.kind === "steps" && rule.of === "percent")) {
    const [part = "", whole = ""] = entry.text.split("/");
    const both_ = (one: string, other: string): void => onChange({ text: one === "" && other === "" ? "" : `${one}/${other}` });
    const name = (fact: "part" | "whole") => (facts?.[fact] ? both(facts[fact].title) : t(fact));
    return (
      <>
        {field(part, `${row.code} ${name("part")}`, (text) => both_(text, whole), true)}
        <span aria-hidden="true">/</span>
        {field(whole, `${row.code} ${name("whole")}`, (text) => both_(part, text))}
        {facts?.part?.unit && <span>{both(facts.part.unit)}</span>}
      </>
    );
  }
  if (rule.kind === "steps") {
    return (
      <>
        {field(entry.text, `${row.code} ${facts?.count ? both(facts.count.title) : both(indicator.title)}`, (text) => onChange({ text }), true)}
        {facts?.count?.unit && <span>{both(facts.count.unit)}</span>}
      </>
    );
  }
  return field(entry.text, `${row.code} ${both(indicator.title)}`, (text) => onChange({ text }), true);
}

/** Enter goes to the next field of an answer, as in a spreadsheet. */
function next(event: KeyboardEvent): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>("input.number")];
  const here = fields.indexOf(event.currentTarget as HTMLInputElement);
  fields[event.shiftKey ? here - 1 : here + 1]?.focus();
}

function Steps({ rule }: { readonly rule: Rule }) {
  if (rule.kind !== "steps") return null;
  const percent = rule.of === "percent" ? "%" : "";
  const rows = rule.table.map((step) => t("step", { at_least: `${number(step.at_least)}${percent}`, points: number(step.points) }));
  return <p class="help">{rows.join("; ")}</p>;
}

function Beside({ row }: { readonly row: Row }) {
  if (!row.beside) return null;
  const text = row.beside.text === MET ? t("met") : row.beside.text === UNMET ? t("unmet") : row.beside.text || t("unknown");
  const differs = row.beside.text !== row.entry.text && row.entry.text !== "";
  return (
    <span class={differs ? "beside differs" : "beside"}>
      {row.besideName}: {text}
    </span>
  );
}

const messagesOf = (row: Row): string | undefined => (row.refused.length + row.warnings.length > 0 ? `says-${row.code}` : undefined);

function Messages({ row }: { readonly row: Row }) {
  if (!messagesOf(row)) return null;
  return (
    <ul class="says" id={`says-${row.code}`}>
      {row.refused.map((text) => (
        <li key={text} class="refused">
          {text}
        </li>
      ))}
      {row.warnings.map((text) => (
        <li key={text} class="warning">
          {text}
        </li>
      ))}
    </ul>
  );
}

export function idOf(code: string): string {
  return `q-${code}`;
}

function joined(note: string, more: string): string {
  return note.includes(more) ? note : [note, more].filter((text) => text !== "").join("; ");
}

