/** The language of the page, and its sentences in it. */
import { effect, signal } from "@preact/signals";
import { dayText } from "thuocdo/office";
import { WORDS } from "./words.ts";

export type Lang = "vi" | "en";
export type Word = keyof typeof WORDS;
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<W extends Word> = [Names<(typeof WORDS)[W][0]>] extends [never] ? [] : [values: Record<Names<(typeof WORDS)[W][0]>, string | number>];

const KEPT = "thuocdo.lang";

function kept(): Lang {
  try {
    return localStorage.getItem(KEPT) === "en" ? "en" : "vi";
  } catch {
    return "vi"; // A browser may forbid a page of the disk to keep anything.
  }
}

export const lang = signal<Lang>(kept());

effect(() => {
  document.documentElement.lang = lang.value;
  document.title = t("title");
  try {
    localStorage.setItem(KEPT, lang.value);
  } catch {
    // The choice then lasts until the page is closed.
  }
});

/** A sentence of the page in its language, with the values in their places. */
export function t<W extends Word>(word: W, ...[values]: Values<W>): string {
  const text: string = WORDS[word][lang.value === "vi" ? 0 : 1];
  return values ? text.replace(/\{(\w+)\}/gu, (place, name: string) => String((values as Record<string, string | number>)[name] ?? place)) : text;
}

/** Text that a framework has in both languages. */
export function both(text: { readonly vi: string; readonly en: string } | string): string {
  return typeof text === "string" ? text : text[lang.value];
}

/** A number as people write it here: `7,5`. */
export function number(value: number | string): string {
  return lang.value === "vi" ? String(value).replace(".", ",") : String(value);
}

/** What is known of a number: `72–80`. */
export function range({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** A day as the papers write it: `12/10/2023`. What is no day stays as it was typed. */
export function day(iso: string): string {
  try {
    return dayText(iso, { lang: lang.value });
  } catch {
    return iso;
  }
}
