// An officer's afternoon: a folder goes in, the lists, the workbook, the certificates and the page to publish come out, as the command makes them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, examples, faults, folder, open, picture, root, saved, thuocdo } from "./page.mjs";

let chromium;
before(async () => {
  chromium = await browser();
});
after(() => chromium.close());

const button = (page, name) => page.getByRole("button", { name, exact: true });

async function read(page, path, day) {
  await page.getByLabel("Tính đến ngày").fill(day);
  await page.getByLabel("Chọn hoặc thả cả thư mục").setInputFiles(path);
  await page.getByRole("heading", { name: /^Kỳ đánh giá/u }).waitFor({ timeout: 60_000 });
}

test("a folder gives the lists of the command, byte for byte", async () => {
  const { page, asked, complaints } = await open(chromium, { hash: "#department" });
  assert.deepEqual(await faults(page), []);
  const year = join(examples, "department-year/nam-hoc-2026-2027");
  await read(page, year, "2027-06-20");
  // The README of the example says: forty schools, three have sent nothing that counts, one form is refused.
  const figures = page.locator(".figures");
  for (const [name, count] of [["Trong danh sách", 40], ["Đã nộp", 37], ["Chưa nộp", 3], ["Chỗ cần sửa", 1]]) {
    assert.equal(await figures.locator("div", { hasText: name }).first().locator("dd").innerText(), String(count), name);
  }
  await picture(page, "department-year", { fullPage: true });
  assert.deepEqual(await faults(page), []);

  const where = folder();
  thuocdo("year", year, "--as-of", "2027-06-20", "-o", join(where, "so.xlsx"));
  const workbook = await saved(page, button(page, "Lưu sổ theo dõi (Excel)"));
  assert.ok(workbook.bytes.equals(readFileSync(join(where, "so.xlsx"))), "the workbook has the bytes of the command");
  const lists = await saved(page, button(page, "Lưu mọi danh sách (JSON)"));
  assert.deepEqual(JSON.parse(lists.bytes), JSON.parse(thuocdo("year", year, "--as-of", "2027-06-20", "--format", "json")));

  thuocdo("year", year, "--as-of", "2027-06-20", "-o", join(where, "danh-sach"));
  await button(page, /^Cần sửa/u).click();
  const csv = await saved(page, button(page, "Lưu danh sách này (CSV)"));
  assert.ok(csv.bytes.equals(readFileSync(join(where, "danh-sach", csv.name))), csv.name);
  assert.deepEqual(asked, []);
  assert.deepEqual(complaints, []);
});

test("lists are searched, filtered and sorted, and a school opens with both forms", async () => {
  const { page } = await open(chromium, { hash: "#department" });
  await read(page, join(examples, "department-year/nam-hoc-2026-2027"), "2027-06-20");
  await button(page, /^Mức độ từng/u).or(button(page, /^Mức độ/u)).first().click();
  await page.getByLabel("Tìm", { exact: true }).fill("binh minh");
  await page.getByText("1 trong 40 dòng").waitFor();
  await page.getByRole("button", { name: "VD-02", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: /Bình Minh/u }).waitFor();
  // 83 points by itself, 74 by the assessors.
  await dialog.getByText("83 điểm, mức độ 3 (Đáp ứng tốt)").waitFor();
  await dialog.getByText("74 điểm, mức độ 2 (Đáp ứng cơ bản)").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "department-school");
  await dialog.getByRole("button", { name: "Chấm đánh giá ngoài" }).click();
  await page.locator('[id="q-1.4.1"]').getByText("Tự đánh giá: 8").waitFor({ timeout: 5000 });
});

test("an afternoon ends in the files of the command's script", async () => {
  const where = folder();
  execFileSync("bash", [join(examples, "department-year/year.sh"), where], { cwd: root, env: { ...process.env, PATH: `${process.env.THUOCDO_BIN ?? join(root, "target/debug")}:${process.env.PATH}` }, stdio: "ignore" });
  const { page } = await open(chromium, { hash: "#department" });
  await read(page, join(where, "nam-hoc-2026-2027"), "2027-06-21");
  const workbook = await saved(page, button(page, "Lưu sổ theo dõi (Excel)"));
  assert.ok(workbook.bytes.equals(readFileSync(join(where, "so-theo-doi.xlsx"))), "the workbook of step 12");

  await page.getByText("Bản xác nhận", { exact: true }).click();
  const certificates = await saved(page, button(page, "Lập và lưu mọi bản xác nhận"));
  // The script makes certificates before the levels are published, and this folder is that of afterwards: its cases have an event more.
  const certified = (line) => {
    const { case: _, events, ...rest } = JSON.parse(line);
    return JSON.stringify(rest);
  };
  const lines = (bytes) => String(bytes).trim().split("\n").map(certified).sort();
  assert.deepEqual(lines(certificates.bytes), lines(readFileSync(join(where, "ban-xac-nhan.ndjson"))), "the certificates of step 9");

  await page.getByLabel("Tính đến ngày").fill("2027-06-20");
  await button(page, "Tính lại theo ngày và kỳ trên").click();
  await page.getByText("Danh sách công bố", { exact: true }).click();
  await page.getByLabel("Cơ quan công bố").fill("UBND phường Sao Biển (ví dụ giả định)");
  const publication = await saved(page, button(page, "Lưu trang công bố (HTML)"));
  assert.equal(String(publication.bytes), String(readFileSync(join(where, "cong-bo.html"))), "the page of step 11");
});
