/** Hands a file to the person: the browser saves it where downloads go. */

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv;charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html;charset=utf-8",
  ics: "text/calendar;charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

export function save(name: string, content: Uint8Array | string): void {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const blob = new Blob([content as BlobPart], { type: TYPES[ending] ?? "application/octet-stream" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has read the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that every system can store: `phieu-0007-2023-2024.xlsx`. */
export function fileName(parts: readonly string[], ending: string): string {
  const text = parts.filter((part) => part !== "").join("-");
  return `${text.replaceAll(/[\\/:*?"<>|\s\u0000-\u001f]+/gu, "-")}.${ending}`;
}
