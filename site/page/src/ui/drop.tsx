/** A place for files: dropped on it, or chosen. Folders come with everything in them. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";

export interface Dropped {
  /** The path within what was dropped, with `/` between the names. */
  readonly path: string;
  readonly file: File;
}

interface Props {
  readonly label: string;
  readonly children?: ComponentChildren;
  readonly accept?: string;
  readonly folder?: boolean;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly Dropped[]) => void;
}

export function Drop({ label, children, accept, folder = false, multiple = false, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const id = useId();
  const chosen = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    if (files.length > 0) onFiles(files);
    input.value = ""; // The same file may be chosen again, after it was mended.
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesOf(event.dataTransfer).then((files) => {
          if (files.length > 0) onFiles(multiple || folder ? files : files.slice(0, 1));
        });
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        onChange={chosen}
        {...(accept ? { accept } : {})}
        {...(multiple ? { multiple: true } : {})}
        {...(folder ? { webkitdirectory: true } : {})}
      />
      {children}
    </div>
  );
}

async function filesOf(data: DataTransfer | null): Promise<Dropped[]> {
  // The entries are gone after the first wait, so all are asked for at once.
  const entries = [...(data?.items ?? [])].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...(data?.files ?? [])].map((file) => ({ path: file.name, file }));
  const found = await Promise.all(entries.map(walk));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<Dropped[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [{ path: entry.fullPath.replace(/^\//u, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Dropped[] = [];
  for (;;) {
    // A reader gives some hundred entries at a time, and none when it is done.
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return found;
    for (const one of await Promise.all(some.map(walk))) found.push(...one);
  }
}
