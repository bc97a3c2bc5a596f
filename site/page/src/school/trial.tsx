/** What a share would bring: 24 of 32 of 7 points is 5.25. The Decision has no such formula, and the page says so. */
import { useState } from "preact/hooks";
import { number, t } from "../language.ts";

/** Maximum × part ÷ whole in hundredths, half up: the rule `share` of the library, here only to try. */
export function ofShare(max: number, part: number, whole: number): number | null {
  const isWhole = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 1_000_000;
  if (!isWhole(part) || !isWhole(whole) || whole === 0 || part > whole) return null;
  const hundredths = Math.round(max * 100);
  return Math.floor((2 * hundredths * part + whole) / (2 * whole)) / 100;
}

interface Props {
  readonly code: string;
  readonly max: number;
  readonly onUse: (text: string, note: string) => void;
}

export function Trial({ code, max, onUse }: Props) {
  const [part, setPart] = useState("");
  const [whole, setWhole] = useState("");
  const count = (text: string): number => (/^\s*\d+\s*$/u.test(text) ? Number(text) : Number.NaN);
  const points = ofShare(max, count(part), count(whole));
  const field = (value: string, label: string, set: (text: string) => void) => (
    <input class="count" inputMode="numeric" autoComplete="off" aria-label={label} value={value} onInput={(event) => set(event.currentTarget.value)} />
  );
  return (
    <details class="trial">
      <summary>{t("trial")}</summary>
      <p class="help">{t("trial_help")}</p>
      <p class="answer">
        {field(part, `${code} ${t("part")}`, setPart)} {t("out_of")} {field(whole, `${code} ${t("whole")}`, setWhole)}
        <output>{points === null ? "" : t("trial_is", { max: number(max), points: number(points) })}</output>
        <button
          type="button"
          disabled={points === null}
          onClick={() => points !== null && onUse(String(points).replace(".", ","), t("trial_note", { part: part.trim(), whole: whole.trim() }))}
        >
          {t("trial_use")}
        </button>
      </p>
    </details>
  );
}
