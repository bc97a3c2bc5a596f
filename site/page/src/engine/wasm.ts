/** The WebAssembly of the library, as the page carries it: gzipped, as text, in a script element that no browser runs. */
import { bytesOf } from "./base85.ts";

let unpacked: Promise<Uint8Array<ArrayBuffer>> | null = null;

/** Its bytes, unpacked once. A worker gets a copy. */
export function wasmOfPage(): Promise<Uint8Array<ArrayBuffer>> {
  unpacked ??= unpack();
  return unpacked;
}

async function unpack(): Promise<Uint8Array<ArrayBuffer>> {
  const text = document.getElementById("wasm")?.textContent?.trim();
  // While one develops, Vite serves the file instead.
  if (!text) return new Uint8Array(await (await fetch("/wasm")).arrayBuffer());
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
