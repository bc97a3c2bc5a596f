/** The WebAssembly of the library, as the page carries it: gzipped, in base64, in a script element that no browser runs. */

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

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
