/** Who is assessed, and when. */
import { schoolYear } from "thuocdo/office";
import { today } from "../clock.ts";
import { day, t, type Word } from "../language.ts";
import type { About, Draft } from "./draft.ts";

const TYPES = ["primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"] as const;

export function typeName(type: string | null): string {
  const known = TYPES.find((one) => one === type);
  return known ? t(`type_${known}`) : (type ?? "");
}

interface Props {
  readonly draft: Draft;
  readonly refused: ReadonlyMap<string, readonly string[]>;
  readonly warnings: ReadonlyMap<string, readonly string[]>;
  readonly onChange: (field: keyof About, about: About) => void;
}

export function AboutFields({ draft, refused, warnings, onChange }: Props) {
  const { about } = draft;
  const set = (field: keyof About) => (event: { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
    onChange(field, { ...about, [field]: event.currentTarget.value });
  const says = (field: keyof About) => [...(refused.get(field) ?? []), ...(warnings.get(field) ?? [])];
  const described = (field: keyof About): string | undefined => (says(field).length > 0 ? `says-${field}` : undefined);
  const messages = (field: keyof About) =>
    says(field).length > 0 && (
      <ul class="says" id={`says-${field}`}>
        {says(field).map((text) => (
          <li key={text} class={refused.get(field)?.includes(text) ? "refused" : "warning"}>
            {text}
          </li>
        ))}
      </ul>
    );
  const text = (field: keyof About, word: Word, more: object = {}) => (
    <div class="field">
      <label for={`about-${field}`}>{t(word as "school_code")}</label>
      <input id={`about-${field}`} autoComplete="off" value={about[field]} onInput={set(field)} aria-describedby={described(field)} {...more} />
      {messages(field)}
    </div>
  );
  const now = today();
  const years = [-1, 0, 1].map((more) => schoolYear(`${Number(now.slice(0, 4)) + more}-${now.slice(5, 7)}-01`));
  return (
    <section class="about" aria-labelledby="about">
      <h2 id="about">{t("about_school")}</h2>
      <div class="fields">
        {text("code", "school_code")}
        {text("name", "school_name", { class: "wide" })}
        <div class="field">
          <label for="about-type">{t("school_type")}</label>
          <select id="about-type" value={about.type} onChange={set("type")} aria-describedby={described("type")}>
            <option value="">{t("choose")}</option>
            {TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`type_${type}`)}
              </option>
            ))}
          </select>
          {messages("type")}
        </div>
        {text("period", "period", { list: "years", placeholder: years[1] })}
        <datalist id="years">
          {years.map((year) => (
            <option key={year} value={year} />
          ))}
        </datalist>
        <div class="field">
          <label for="about-assessed_on">{t("assessed_on")}</label>
          <input id="about-assessed_on" type="date" value={about.assessed_on} onInput={set("assessed_on")} aria-describedby={described("assessed_on")} />
          {/* Each browser shows days in its own order, so the page says which one it has. */}
          {about.assessed_on !== "" && <span class="help">{day(about.assessed_on)}</span>}
          {messages("assessed_on")}
        </div>
      </div>
    </section>
  );
}
