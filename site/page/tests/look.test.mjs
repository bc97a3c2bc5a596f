// Every screen at a phone's and a desk's width, light and dark, in both languages: nothing sticks out, axe finds nothing.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
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

test("the page is one file of at most two megabytes, and can be used within a second", async () => {
  const { size } = statSync(join(root, "site/page/dist/index.html"));
  // A build for tests alone does not make its WebAssembly small.
  if (!process.env.THUOCDO_QUICK) assert.ok(size <= 2 * 1024 * 1024, `${size} bytes`);
  const begun = performance.now();
  const { page } = await open(chromium, { hash: "#school" });
  await page.getByRole("button", { name: "Bắt đầu điền" }).waitFor();
  const milliseconds = performance.now() - begun;
  console.log(`the page: ${size} bytes, ready after ${milliseconds.toFixed(0)} ms with a new window`);
  assert.ok(milliseconds < 3000, `${milliseconds} ms`); // Generous: a machine of tests does other work as well.
});
