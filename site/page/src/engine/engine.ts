/** The library in this page: one instance of its WebAssembly, whose bytes lie in the page itself. */
import { signal } from "@preact/signals";
import { Framework, init } from "thuocdo/office";
import { wasmOfPage } from "./wasm.ts";

/** What has become of loading the library: `true` once it can compute, or why it cannot. */
export const ready = signal<boolean | Error>(false);

let national: Framework | null = null;
const locals = new Map<string, Framework>();

export async function load(): Promise<void> {
  try {
    await init(await wasmOfPage());
    national = Framework.shipped();
    ready.value = true;
  } catch (error) {
    ready.value = error instanceof Error ? error : new Error(String(error));
  }
}

/** The framework with a province's overlays on it, each compiled once. Throws `InvalidFramework`. */
export function framework(overlays: readonly string[] = []): Framework {
  if (!national) throw new Error("the library is not loaded");
  const key = overlays.join("\u0000");
  const found = locals.get(key);
  if (found) return found;
  let made = national;
  for (const overlay of overlays) made = made.overlay(overlay);
  locals.set(key, made);
  return made;
}
