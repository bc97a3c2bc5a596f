// Documents on their way in, and results on their way out.

/** The language of messages and explanations. */
export type Lang = "vi" | "en";

/** Vietnamese where nothing else is asked for. */
export interface InLang {
  readonly lang?: Lang | undefined;
}

/** A document: its JSON text, the bytes of that text, or its value. */
export type Json<T = object> = string | Uint8Array | T;

const encoder = new TextEncoder();

/** The bytes of a text. */
export function encoded(text: string): Uint8Array {
  // Encoded, half of a pair would become another letter.
  if (/\p{Surrogate}/u.test(text)) throw new TypeError("half of a surrogate pair is no text");
  return encoder.encode(text);
}

/** The bytes of a document. */
export function bytesOf(document: Json<unknown>): Uint8Array {
  if (typeof document === "string") return encoded(document);
  if (document instanceof Uint8Array) return document;
  const text = typeof document === "object" && document !== null ? JSON.stringify(document, finite) : undefined;
  if (text === undefined) throw new TypeError(`a document is a text, bytes or an object; this is ${document === null ? "null" : typeof document}`);
  return encoder.encode(text);
}

/** JSON would write NaN as null, and null is a missing answer. */
function finite(_: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} is no number of JSON`);
  return value;
}

/** A value that nobody can change. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** @internal The number of a language. */
export function langOf(options: InLang | undefined): number {
  const lang = options?.lang ?? "vi";
  if (lang !== "vi" && lang !== "en") throw new TypeError(`a language is "vi" or "en", not ${JSON.stringify(lang)}`);
  return lang === "en" ? 1 : 0;
}
