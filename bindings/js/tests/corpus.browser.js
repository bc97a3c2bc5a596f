// Runs the corpora in Chromium.
//
//   node corpus.browser.js corpus.netstrings TABLES ENTRY...     as corpus.node.js; every entry in a page of its own
import { dirname, basename } from "node:path";
import { fileURLToPath } from "node:url";
import { browse } from "./browser.js";

const [file, workbooks, ...names] = process.argv.slice(2);
const own = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

await browse({ js: own, repository: root, corpus: dirname(file), tables: workbooks }, async (page, address) => {
  for (const name of names) {
    await page.goto(`${address}/js/tests/blank.html`);
    const found = await page.evaluate(runs, { name, corpusAt: `/corpus/${basename(file)}` });
    for (const { what, milliseconds, failed, ...counts } of found) {
      console.log(`${name} in Chromium, ${what}: ${JSON.stringify(counts)} in ${Math.round(milliseconds)} ms`);
      failed.forEach((message) => console.error(message));
      if (failed.length > 0) process.exitCode = 1;
    }
    if (found.length !== (name === "office" ? 2 : 1)) process.exitCode = 1;
  }
});

/** In the page. */
async function runs({ name, corpusAt }) {
  const bytes = async (at) => new Uint8Array(await (await fetch(at)).arrayBuffer());
  const { corpus, tables } = await import("/js/tests/corpus.js");
  const api = await import(`/js/dist/${name === "core" ? "index" : name}.js`);
  await api.init();
  const file = await bytes(corpusAt);
  let start = performance.now();
  const found = [{ what: "corpus", ...corpus(api, name, file), milliseconds: performance.now() - start }];
  if (corpus(api, name, file, true).failed.length !== 1) throw new Error("a changed byte was not noticed");
  if (name === "office") {
    const cases = await (await fetch("/repository/tests/vectors/tables/cases.json")).json();
    const overlay = await bytes("/repository/examples/overlays/hai-phong-illustrative.json");
    start = performance.now();
    const read = await tables(api, cases, overlay, (number) => Promise.all(["xlsx", "ods"].map((kind) => bytes(`/tables/${number}.${kind}`))));
    found.push({ what: "tables", ...read, milliseconds: performance.now() - start });
  }
  return found;
}
