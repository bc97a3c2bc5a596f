/**
 * Bytes as text: four as five characters of ASCII, as Ascii85 has it, but never a `<`, which a page might take for the end of its script. A quarter
 * more than the bytes, where base64 has a third; the page would not be small enough with that. No package does it without a `<`.
 */

const FIRST = 33;
const LESS_THAN = 60;
const INSTEAD = 125;

/** The text of bytes, for the build of the page. */
export function textOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const digits: number[] = [];
    let four = 0;
    for (let nth = 0; nth < 4; nth += 1) four = four * 256 + (bytes[at + nth] ?? 0);
    for (let nth = 0; nth < 5; nth += 1) {
      const code = (four % 85) + FIRST;
      digits.unshift(code === LESS_THAN ? INSTEAD : code);
      four = Math.floor(four / 85);
    }
    // What is left at the end has one character more than bytes.
    parts.push(String.fromCharCode(...digits.slice(0, bytes.length - at + 1)));
  }
  return parts.join("");
}

/** The bytes of such a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let four = 0;
    for (let nth = 0; nth < 5; nth += 1) {
      const code = at + nth < text.length ? text.charCodeAt(at + nth) : FIRST + 84;
      four = four * 85 + (code === INSTEAD ? LESS_THAN : code) - FIRST;
    }
    // Beyond the end nothing is written.
    for (let nth = 0; nth < 4; nth += 1) bytes[to + nth] = four >>> (24 - 8 * nth);
  }
  return bytes;
}
