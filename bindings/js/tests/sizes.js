// The sizes of the WebAssembly, as a server sends it, against what they may be.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** In KiB, gzipped. */
const LIMITS = { thuocdo: 160, thuocdo_practice: 400, thuocdo_office: 900 };

const dist = new URL(`../${process.argv[2] ?? "dist"}/`, import.meta.url);
for (const [name, limit] of Object.entries(LIMITS)) {
  const bytes = readFileSync(new URL(`${name}.wasm`, dist));
  const kib = gzipSync(bytes, { level: 9 }).length / 1024;
  console.log(`${name.padEnd(17)} ${kib.toFixed(1).padStart(6)} KiB of ${limit}; ${(bytes.length / 1024).toFixed(0)} KiB unpacked`);
  if (kib > limit) process.exitCode = 1;
}
