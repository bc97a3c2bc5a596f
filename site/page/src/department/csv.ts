/** Reads the lists that the library writes as CSV: `;` in Vietnamese, `,` in English, tables parted by a blank line. */

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function tables(text: string, mark: ";" | ","): Table[] {
  const rows = cells(text.replace(/^\uFEFF/u, ""), mark);
  const found: { head: string[]; rows: string[][] }[] = [];
  let begins = true;
  for (const row of rows) {
    if (row.length === 1 && row[0] === "") begins = true;
    else if (begins) {
      found.push({ head: row, rows: [] });
      begins = false;
    } else found.at(-1)?.rows.push(row);
  }
  return found;
}

function cells(text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === mark) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else if (sign !== "\r") cell += sign;
  }
  return rows;
}
