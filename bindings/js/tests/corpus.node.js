// Runs the corpora in Node.
//
//   node corpus.node.js ENTRY corpus.netstrings [TABLES]     ENTRY is core, practice or office; TABLES holds the workbooks of the cases
import { readFileSync } from "node:fs";
import { corpus, tables } from "./corpus.js";

const [name, file, workbooks] = process.argv.slice(2);
const root = new URL("../../../", import.meta.url);
const api = await import(`thuocdo${name === "core" ? "" : `/${name}`}`);
await api.init();

function report(what, start, { failed, ...counts }) {
  console.log(`${name}, ${what}: ${JSON.stringify(counts)} in ${Math.round(performance.now() - start)} ms`);
  for (const message of failed) console.error(message);
  if (failed.length > 0) process.exitCode = 1;
}

let start = performance.now();
const found = corpus(api, name, readFileSync(file));
report("corpus", start, found);

if (corpus(api, name, readFileSync(file), true).failed.length !== 1) {
  console.error("a changed byte was not noticed");
  process.exitCode = 1;
}

if (workbooks !== undefined) {
  start = performance.now();
  const cases = JSON.parse(readFileSync(new URL("tests/vectors/tables/cases.json", root), "utf8"));
  const overlay = readFileSync(new URL("examples/overlays/hai-phong-illustrative.json", root));
  const filesOf = (number) => ["xlsx", "ods"].map((kind) => readFileSync(`${workbooks}/${number}.${kind}`));
  report("tables", start, await tables(api, cases, overlay, filesOf));
}
