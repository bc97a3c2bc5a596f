// The sizes of the WebAssembly, as a server sends it, beside the sizes that we aim at. A file that grows beyond what it may have today fails.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** In KiB, gzipped: the aim, and what the file may have today. */
const LIMITS = { thuocdo: [160, 230], thuocdo_practice: [400, 620], thuocdo_office: [900, 1500] };

const dist = new URL(`../${process.argv[2] ?? "dist"}/`, import.meta.url);
for (const [name, [aim, limit]] of Object.entries(LIMITS)) {
  const bytes = readFileSync(new URL(`${name}.wasm`, dist));
  const kib = gzipSync(bytes, { level: 9 }).length / 1024;
  console.log(`${name.padEnd(17)} ${kib.toFixed(1).padStart(6)} KiB, the aim is ${aim}; ${(bytes.length / 1024).toFixed(0)} KiB unpacked`);
  if (kib > limit) process.exitCode = 1;
}
