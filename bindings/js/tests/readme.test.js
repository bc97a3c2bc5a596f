// The blocks of the README, each as a program at the top of the repository.
//
//   node --test tests/readme.test.js
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const own = fileURLToPath(new URL("..", import.meta.url));
const root = join(own, "../..");
// Within the package, whose own name it then knows.
const folder = mkdtempSync(join(own, "tests/readme-"));
after(() => rmSync(folder, { recursive: true }));

const blocks = [...readFileSync(join(own, "README.md"), "utf8").matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block);
const prints = ["11.25", "", "/conditions/1.1", "38", "600 3"];

test("the README has a block for each of these", () => assert.equal(blocks.length, prints.length));

for (const [n, block] of blocks.entries()) {
  test(`block ${n + 1}`, () => {
    const file = join(folder, `${n}.mjs`);
    writeFileSync(file, block);
    const printed = execFileSync(process.execPath, [file], { cwd: root, encoding: "utf8" });
    assert.ok(printed.trimEnd().split("\n").at(-1).startsWith(prints[n]), printed);
  });
}
