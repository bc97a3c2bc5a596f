// An officer's afternoon: a folder goes in, the lists, the workbook, the certificates and the page to publish come out, as the command makes them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
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

/** The files of an archive, by the list at its end. They are stored as they are. */
function filesIn(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = new Map();
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [length, name, extra, comment, start] = [bytes.readUInt32LE(at + 24), ...[28, 30, 32].map((of) => bytes.readUInt16LE(at + of)), bytes.readUInt32LE(at + 42)];
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    found.set(bytes.toString("utf8", at + 46, at + 46 + name), bytes.subarray(from, from + length));
    at += 46 + name + extra + comment;
  }
  return found;
}

test("the papers of a year are saved and shown as the command writes them", async () => {
  const { page, asked, complaints } = await open(chromium, { hash: "#department" });
  const year = join(examples, "department-year/nam-hoc-2026-2027");
  await read(page, year, "2027-05-25");
  const where = folder();
  const made = (name, ...args) => {
    thuocdo(...args, "-o", join(where, name));
    return join(where, name);
  };
  const papers = page.getByRole("region", { name: "Văn bản để in, ký" });
  await papers.getByText("Ghi thêm vào đầu và cuối văn bản").click();
  const body = "UBND phường Sao Biển (ví dụ giả định)";
  await papers.getByLabel("Cơ quan ban hành").fill(body);
  const by = ["--as-of", "2027-05-25", "--body", body];
  const report = await saved(page, button(page, "Lưu báo cáo (Word)"));
  assert.deepEqual([report.name, report.bytes.equals(readFileSync(made("bao-cao.docx", "report", "--paper", "bao-cao", year, ...by)))], ["bao-cao-2026-2027.docx", true]);

  await papers.getByLabel("Gửi").selectOption("authority");
  const letters = filesIn((await saved(page, button(page, "Lưu mỗi công văn một tệp (.zip)"))).bytes);
  const written = made("cong-van", "remind", year, "--by", "authority", ...by);
  assert.deepEqual([...letters.keys()].sort(), readdirSync(written).sort());
  for (const [name, bytes] of letters) assert.ok(bytes.equals(readFileSync(join(written, name))), name);
  await button(page, "Xem và in công văn").click();
  assert.equal(await page.locator("iframe").getAttribute("srcdoc"), String(readFileSync(made("cong-van.html", "remind", year, "--by", "authority", ...by))));
  await button(page, "Đóng").click();

  const panels = join(examples, "department-year/doan.csv");
  await papers.getByLabel("Chọn hoặc thả bảng đoàn đánh giá").setInputFiles(panels);
  const visits = await saved(page, button(page, "Lưu kế hoạch (Word)"));
  assert.ok(visits.bytes.equals(readFileSync(made("ke-hoach.docx", "schedule", year, "--panels", panels, ...by))), "the plan of visits");
  await picture(page, "department-papers", { fullPage: true });
  assert.deepEqual(await faults(page), []);
  await papers.getByLabel("Chọn hoặc thả bảng đoàn đánh giá").setInputFiles(join(examples, "exactly-75.json"));
  await papers.getByRole("alert").waitFor();

  await papers.getByLabel("Ngày bắt đầu").fill("2027-03-01");
  await papers.getByText("01/3/2027", { exact: true }).waitFor();
  const plans = filesIn((await saved(page, button(page, "Lưu mọi kế hoạch (.zip)"))).bytes);
  const own = made("tu-danh-gia", "assign", "--begin", "2027-03-01", "--period", "2026-2027", "--register", join(year, "danh-sach.xlsx"), "--body", body);
  assert.deepEqual([...plans.keys()].sort(), readdirSync(own).sort());
  for (const [name, bytes] of plans) if (name.endsWith(".docx")) assert.ok(bytes.equals(readFileSync(join(own, name))), name);
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

  await page.getByLabel("Số quyết định công nhận").fill("12/QĐ-UBND");
  const papers = filesIn((await saved(page, button(page, "Lưu mọi bản xác nhận để in (Word, .zip)"))).bytes);
  assert.equal(papers.size, lines(certificates.bytes).length);
  assert.ok(papers.has("ban-xac-nhan-VD-01.docx"), [...papers.keys()].join(" "));

  await page.getByLabel("Tính đến ngày").fill("2027-06-20");
  await button(page, "Tính lại theo ngày và kỳ trên").click();
  await page.getByText("Danh sách công bố", { exact: true }).click();
  await page.getByLabel("Cơ quan công bố").fill("UBND phường Sao Biển (ví dụ giả định)");
  const publication = await saved(page, button(page, "Lưu trang công bố (HTML)"));
  assert.equal(String(publication.bytes), String(readFileSync(join(where, "cong-bo.html"))), "the page of step 11");
});
