// Every screen at a phone's and a desk's width, light and dark, in both languages: nothing sticks out, axe finds nothing.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, examples, faults, open, picture, root } from "./page.mjs";

let chromium;
before(async () => {
  chromium = await browser();
});
after(() => chromium.close());

for (const width of [390, 1280]) {
  for (const dark of [false, true]) {
    test(`at ${width} px, ${dark ? "dark" : "light"}`, async () => {
      const { page, complaints } = await open(chromium, { width, dark });
      const name = `${width}${dark ? "-dark" : ""}`;
      for (const desk of ["start", "school", "assessor", "department", "everyone"]) {
        await page.goto(page.url().replace(/#.*$|$/u, `#${desk}`));
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${desk} sticks out`);
        assert.deepEqual(await faults(page), [], desk);
        await picture(page, `${desk}-${name}`);
      }
      await page.goto(page.url().replace(/#.*$/u, "#school"));
      await page.getByLabel("Chọn hoặc thả tệp phiếu vào đây").setInputFiles(join(examples, "filled-form.xlsx"));
      await page.getByRole("heading", { name: /^Nhóm 1\. /u }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.deepEqual(await faults(page), []);
      await picture(page, `form-${name}`);
      await page.locator('[id="q-1.6.1"]').scrollIntoViewIfNeeded();
      await picture(page, `form-${name}-below`);
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("heading", { name: "The school" }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
      assert.deepEqual(await faults(page), []);
      await picture(page, `form-${name}-en`);
      assert.deepEqual(complaints, []);
    });
  }
}

test("a site can serve the page, and after the first visit it opens without network", async () => {
  const folder = join(root, "site/page/dist");
  const types = { html: "text/html", js: "text/javascript", svg: "image/svg+xml", webmanifest: "application/manifest+json" };
  const server = createServer((request, response) => {
    const name = request.url.slice(1);
    const file = join(folder, name);
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.setHeader("content-type", types[name.split(".").at(-1)] ?? "text/plain").end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.address().port}/thuoc-do.html`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  });
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await page.reload();
  await page.getByRole("link", { name: "Nhà trường", exact: true }).click();
  await page.getByRole("button", { name: "Bắt đầu điền" }).waitFor();
  await context.close();
});

test("the page is one file of at most two megabytes; how soon it can be used is printed", async () => {
  const { size } = statSync(join(root, "site/page/dist/thuoc-do.html"));
  // A build for tests alone does not make its WebAssembly small.
  if (!process.env.THUOCDO_QUICK) assert.ok(size <= 2 * 1024 * 1024, `${size} bytes`);
  const begun = performance.now();
  const { page } = await open(chromium, { hash: "#school" });
  await page.getByRole("button", { name: "Bắt đầu điền" }).waitFor();
  const milliseconds = performance.now() - begun;
  console.log(`the page: ${size} bytes, ready after ${milliseconds.toFixed(0)} ms with a new window`);
});
