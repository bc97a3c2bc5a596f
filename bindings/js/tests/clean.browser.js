// The pages of the clean folder in Chromium: one without a bundler, one that Vite built, one that Vite serves.
//
//   node clean.browser.js FOLDER
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browse } from "./browser.js";

const [folder] = process.argv.slice(2);
const { createServer } = await import(pathToFileURL(createRequire(join(folder, "package.json")).resolve("vite")).href);

async function says(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector("output")?.textContent !== "", null, { timeout: 30_000 });
  return page.textContent("output");
}

await browse({ "": folder }, async (page, address) => {
  assert.equal(await says(page, `${address}/plain.html`), "11.25");
  assert.equal(await says(page, `${address}/dist/index.html`), "11.25 true");
  const vite = await createServer({ root: folder, logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
  await vite.listen();
  try {
    assert.equal(await says(page, vite.resolvedUrls.local[0]), "11.25 true");
  } finally {
    await vite.close();
  }
});
console.log("plain, built and served: the same");
