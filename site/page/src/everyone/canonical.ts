/** Canonical JSON (RFC 8785), and its digest. That standard is what `JSON.stringify` does, with the keys of objects in order. */

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}

export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256:${[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The digest in what a QR code holds: `sha256:…`, alone or behind an address. Null if there is none. */
export function digestIn(text: string): string | null {
  const found = /sha256:[0-9a-f]{64}/u.exec(text.trim().toLowerCase());
  return found ? found[0] : null;
}
