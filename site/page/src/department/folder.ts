/** The files of a dropped folder, in the order and by the names that the command has for them. */
import type { Dropped } from "../ui/drop.tsx";

/** Hidden files and marks of open workbooks are passed over; the rest is in the order of names, folder by folder. */
export function inOrder(files: readonly Dropped[]): Dropped[] {
  const wanted = files.filter(({ path }) => path.split("/").every((name) => !name.startsWith(".") && !name.startsWith("~$")));
  const folder = commonFolder(wanted);
  const within = wanted.map(({ path, file }) => ({ path: path.slice(folder.length), file }));
  return within.sort((one, other) => compare(one.path.split("/"), other.path.split("/")));
}

/** The folder that was dropped, with its `/`: paths are those within it. */
function commonFolder(files: readonly Dropped[]): string {
  const [first] = files;
  const end = first ? first.path.indexOf("/") + 1 : 0;
  const folder = first ? first.path.slice(0, end) : "";
  return end > 0 && files.every(({ path }) => path.startsWith(folder)) ? folder : "";
}

const BYTES = new TextEncoder();

/** By the bytes of each name, as file systems are listed by the command. */
function compare(one: readonly string[], other: readonly string[]): number {
  for (const [index, name] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const difference = compareBytes(BYTES.encode(name), BYTES.encode(against));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (const [index, byte] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (byte !== against) return byte - against;
  }
  return one.length - other.length;
}
