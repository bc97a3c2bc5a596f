// The page in a real browser, and the command beside it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const examples = join(root, "examples");
const built = join(root, "site/page/dist/thuoc-do.html");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const command = [process.env.THUOCDO, join(root, "target/debug/thuocdo"), join(root, "target/release/thuocdo")].find((path) => path && existsSync(path));
if (!command) throw new Error("no command: build it (cargo build --workspace --all-targets), or name it in THUOCDO");

/** What the command prints. Status 1 says that something was refused, which may be wanted. */
export function thuocdo(...args) {
  try {
    return execFileSync(command, args, { cwd: root, env: { ...process.env, THUOCDO_LANG: "vi", THUOCDO_CONFIG: "" }, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw new Error(`thuocdo ${args.join(" ")}: ${error.stderr}`);
  }
}

export const folder = () => mkdtempSync(join(tmpdir(), "thuocdo-page-"));

export async function browser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}

/** Opens the page from the disk. Whatever it asks for beyond itself, and whatever it complains of, is noted. */
export async function open(browser, { width = 1280, height = 900, dark = false, hash = "", context } = {}) {
  const own = context ?? (await browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light", acceptDownloads: true }));
  const page = await own.newPage();
  const asked = [];
  const complaints = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/u.test(request.url()) && !request.url().startsWith(pathToFileURL(built).href)) asked.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${pathToFileURL(built).href}${hash}`);
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: 20_000 });
  return { page, context: own, asked, complaints };
}

/** The file that a button saves. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), path: await download.path(), bytes: readFileSync(await download.path()) };
}

/** What axe finds wrong with the page as it is. */
export async function faults(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
}

/** A picture for people to look at, if a folder for them is named. */
export async function picture(page, name, options = {}) {
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`), ...options });
}
