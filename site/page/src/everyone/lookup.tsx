/** Every figure of the framework, with what it rests on. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { framework } from "../engine/engine.ts";
import { overlays } from "../engine/laid.ts";
import { both, number, t } from "../language.ts";
import { folded } from "../department/list.tsx";
import type { Basis, Document, Group } from "../school/rules.ts";

const STANDINGS = ["text", "corroborated", "single", "derived", "assumed", "unlocated"] as const;

interface Figure {
  readonly code: string;
  readonly title: string;
  /** What it says: `6 điểm`, or its bands. */
  readonly figure: string;
  readonly basis: Basis;
}

export function Lookup({ search }: { readonly search: string }) {
  const [typed, setTyped] = useState(search);
  const [standing, setStanding] = useState("");
  useEffect(() => setTyped(search), [search]);
  const { document } = framework(overlays.value);
  const figures = useMemo(() => figuresOf(document), [document, t("points_word")]);
  const wanted = folded(typed);
  const found = figures.filter(
    ({ code, title, basis }) =>
      (standing === "" || basis.standing === standing) && (wanted === "" || code.startsWith(wanted) || folded(title).includes(wanted)),
  );
  return (
    <section class="card" aria-labelledby="lookup">
      <h2 id="lookup">{t("lookup")}</h2>
      <p>{t("lookup_help")}</p>
      <div class="filters">
        <label>
          {t("lookup_search")}
          <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <label>
          {t("standing")}
          <select value={standing} onChange={(event) => setStanding(event.currentTarget.value)}>
            <option value="">{t("all")}</option>
            {STANDINGS.map((one) => (
              <option key={one} value={one}>
                {t(`standing_${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status">{t("rows", { count: found.length, all: figures.length })}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={t("lookup")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("code")}</th>
              <th scope="col">{t("content")}</th>
              <th scope="col">{t("figure")}</th>
              <th scope="col">{t("standing")}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={`${one.code} ${one.figure}`}>
                <th scope="row">{one.code}</th>
                <td>{one.title}</td>
                <td>{one.figure}</td>
                <td>
                  <Standing basis={one.basis} document={document} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Standing({ basis, document }: { readonly basis: Basis; readonly document: Document }) {
  const sources = document.sources as Readonly<Record<string, { readonly vi: string; readonly en: string } | string>>;
  return (
    <details>
      <summary>{t(`standing_${basis.standing}`)}</summary>
      <p>{t(`standing_${basis.standing}_means`)}</p>
      {basis.note && <p>{both(basis.note)}</p>}
      {basis.sources.length > 0 && (
        <ul>
          {basis.sources.map((id) => (
            <li key={id}>
              {id}: {both(sources[id] ?? id)}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function figuresOf(document: Document): Figure[] {
  const points = (max: number | string): string => t("points", { points: number(max) });
  const bands = (group: Pick<Group, "bands">): string =>
    group.bands.bands
      .map(({ level, from, above, to, below }) => {
        const begins = from != null ? t("band_from", { points: number(from) }) : above != null ? t("band_above", { points: number(above) }) : "";
        const ends = to != null ? t("band_to", { points: number(to) }) : below != null ? t("band_below", { points: number(below) }) : "";
        return t("band_level", { level, band: [begins, ends].filter((text) => text !== "").join(" ") });
      })
      .join("; ");
  const found: Figure[] = [];
  for (const group of document.groups) {
    const title = both(group.title);
    found.push({ code: group.code, title, figure: points(group.max), basis: group.basis });
    found.push({ code: group.code, title, figure: bands(group), basis: group.bands.basis });
    for (const condition of group.conditions) found.push({ code: condition.code, title: both(condition.title), figure: t("condition"), basis: condition.basis });
    for (const criterion of group.criteria) {
      found.push({ code: criterion.code, title: both(criterion.title), figure: points(criterion.max), basis: criterion.basis });
      if (criterion.bands) found.push({ code: criterion.code, title: both(criterion.title), figure: bands({ bands: criterion.bands }), basis: criterion.bands.basis });
      for (const indicator of criterion.indicators) {
        found.push({ code: indicator.code, title: both(indicator.title), figure: points(indicator.max), basis: indicator.basis });
      }
    }
  }
  return found;
}
