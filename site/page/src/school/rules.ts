/** What the page reads in a framework file. */
import type { Framework, Scorecard } from "thuocdo/office";

export type Document = Framework["document"];
export type Group = Document["groups"][number];
export type Criterion = Group["criteria"][number];
export type Indicator = Criterion["indicators"][number];
export type Condition = Group["conditions"][number];
export type Rule = NonNullable<Indicator["rule"]>;
export type IndicatorResult = Scorecard["groups"][number]["criteria"][number]["indicators"][number];
export type Basis = Group["basis"];

/** The points at which each further level of a group begins: ends of bands, from below. */
export function thresholds(group: Pick<Group, "bands">): number[] {
  return group.bands.bands.slice(1).map((band) => Number(band.from ?? band.above ?? 0));
}

/** `1: dưới 50` and so on is the library's to say; this is only the name of a level. */
export function levelName(document: Document, level: number): { readonly vi: string; readonly en: string } {
  const found = document.levels.find((one) => one.level === level);
  return (found?.name ?? { vi: String(level), en: String(level) }) as { vi: string; en: string };
}

/** Every code with its title, in the order of the file. */
export function titles(document: Document): Map<string, { readonly vi: string; readonly en: string }> {
  const found = new Map<string, { vi: string; en: string }>();
  const add = (one: { code: string; title: unknown }): void => void found.set(one.code, one.title as { vi: string; en: string });
  for (const group of document.groups) {
    add(group);
    group.conditions.forEach(add);
    for (const criterion of group.criteria) {
      add(criterion);
      criterion.indicators.forEach(add);
    }
  }
  return found;
}
