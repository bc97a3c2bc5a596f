/** Keeps forms in the browser, or, where the browser keeps nothing, for as long as the page is open. */
import { signal } from "@preact/signals";
import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { Draft } from "./draft.ts";

/** All forms that are kept, the latest first; null until they are read. */
export const drafts = signal<readonly Draft[] | null>(null);
/** Whether the browser keeps them after the page is closed; null until that is known. */
export const lasting = signal<boolean | null>(null);

let kept: UseStore | null = null;

export async function open(): Promise<void> {
  try {
    kept = createStore("thuocdo", "drafts");
    const found = await entries<string, Draft>(kept);
    drafts.value = found.map(([, draft]) => draft).sort((one, other) => other.changed - one.changed);
    lasting.value = true;
  } catch {
    forget();
  }
}

/** In a private window, or where the disk is full, a form lives as long as the page. */
function forget(): void {
  kept = null;
  drafts.value ??= [];
  lasting.value = false;
}

export async function keep(draft: Draft): Promise<void> {
  // Another desk may keep a form before anybody looked at those that are kept already.
  if (drafts.peek() === null) await open();
  drafts.value = [draft, ...(drafts.value ?? []).filter(({ id }) => id !== draft.id)];
  await tried((store) => set(draft.id, draft, store));
}

export async function remove(id: string): Promise<void> {
  drafts.value = (drafts.value ?? []).filter((draft) => draft.id !== id);
  await tried((store) => del(id, store));
}

async function tried(work: (store: UseStore) => Promise<void>): Promise<void> {
  if (!kept) return;
  try {
    await work(kept);
  } catch {
    forget();
  }
}
