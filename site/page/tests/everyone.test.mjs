// Certificates, forms that arrived, figures, and frameworks beside each other.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, examples, faults, folder, open, picture, root, thuocdo } from "./page.mjs";

let chromium;
let where;
before(async () => {
  chromium = await browser();
  where = folder();
  execFileSync("bash", [join(examples, "department-year/year.sh"), where], { cwd: root, env: { ...process.env, PATH: `${process.env.THUOCDO_BIN ?? join(root, "target/debug")}:${process.env.PATH}` }, stdio: "ignore" });
});
after(() => chromium.close());

const part = (page, name) => page.getByRole("region", { name });

test("a certificate is known by the code of its paper, and by its case", async () => {
  const [line] = String(readFileSync(join(where, "ban-xac-nhan.ndjson"))).split("\n");
  const certificate = join(where, "mot.json");
  writeFileSync(certificate, line);
  const digest = `sha256:${createHash("sha256").update(line).digest("hex")}`;
  const { page, complaints } = await open(chromium, { hash: `#${digest}` });
  const check = part(page, "Đối chiếu bản xác nhận");
  assert.equal(await check.getByLabel("Chữ đọc được từ mã QR, hoặc mã kiểm tra").inputValue(), digest);
  assert.deepEqual(await faults(page), []);
  await check.getByLabel("Chọn hoặc thả tệp bản xác nhận").setInputFiles(certificate);
  await check.getByText("Mã khớp: tệp đúng là bản xác nhận đã lập.").waitFor();
  await check.getByLabel("Chọn hoặc thả hồ sơ").setInputFiles(join(where, "nam-hoc-2026-2027/ho-so.ndjson"));
  await check.getByText("Khớp hoàn toàn với kết quả tính lại từ hồ sơ.").waitFor();
  assert.deepEqual(await faults(page), []);
  await picture(page, "certificate-good", { fullPage: true });

  const forged = join(where, "sua.json");
  const { body } = JSON.parse(line);
  writeFileSync(forged, line.replace(JSON.stringify(body), JSON.stringify("UBND phường khác")));
  await check.getByLabel("Chọn hoặc thả tệp bản xác nhận").setInputFiles(forged);
  await check.getByText("Mã không khớp").waitFor();
  await check.getByLabel("Chọn hoặc thả hồ sơ").setInputFiles(join(where, "nam-hoc-2026-2027/ho-so.ndjson"));
  await check.getByText("Không khớp với kết quả tính lại từ hồ sơ.").waitFor();
  await check.getByText("/body:").waitFor();
  await check.getByLabel("Chọn hoặc thả tệp bản xác nhận").setInputFiles(join(examples, "exactly-75.json"));
  await check.getByText("không phải là bản xác nhận").waitFor();
  assert.deepEqual(complaints, []);
});

test("a form that arrived has the code that the school told", async () => {
  const { page } = await open(chromium, { hash: "#everyone" });
  const check = part(page, "Đối chiếu phiếu nhận được");
  await check.getByLabel("Chọn hoặc thả tệp phiếu vào đây").setInputFiles(join(examples, "complete-primary-school.json"));
  const digest = await check.locator(".digest").innerText();
  await check.getByLabel("Mã nhà trường báo").fill(digest);
  await check.getByText("Mã khớp: đúng tệp nhà trường đã gửi.").waitFor();
  await check.getByLabel("Chọn hoặc thả tệp phiếu vào đây").setInputFiles(join(examples, "exactly-75.json"));
  await check.getByText("Mã không khớp").waitFor();
});

test("a figure tells what it rests on", async () => {
  const { page } = await open(chromium, { hash: "#everyone/1.3.1" });
  const lookup = part(page, "Mỗi con số dựa vào đâu").first();
  await lookup.getByText("1 trong ").waitFor();
  const row = lookup.getByRole("row", { name: /1\.3\.1/u });
  await row.getByText("6 điểm").waitFor();
  await row.getByText("hai nguồn khớp nhau").first().click();
  await row.getByText("Hai nguồn công khai độc lập khớp nhau.").waitFor();
  assert.deepEqual(await faults(page), []);
});

test("two frameworks are compared as the command does", async () => {
  const { page } = await open(chromium, { hash: "#everyone" });
  const compare = part(page, "So sánh hai bộ chỉ số").first();
  const document = JSON.parse(readFileSync(join(root, "crates/thuocdo/frameworks/moet-4725-2022.json"), "utf8"));
  document.id = "thu-nghiem";
  document.groups[0].criteria[0].indicators[0].title.vi = "Nội dung mới";
  const changed = join(where, "moi.json");
  writeFileSync(changed, JSON.stringify(document));
  await compare.getByLabel("Bản thứ hai").setInputFiles(changed);
  const { changes } = JSON.parse(thuocdo("framework", "diff", "moet-4725-2022", changed, "--format", "json"));
  await compare.getByText(`${changes.length} điểm thay đổi`).waitFor();
  await compare.getByRole("cell", { name: "Nội dung mới" }).waitFor();
});

test("assessors fill in their form beside the school's, and get the record of the command", async () => {
  const { page, complaints } = await open(chromium, { hash: "#assessor", width: 820, height: 1180 });
  await page.getByLabel("Chọn hoặc thả tệp phiếu vào đây").setInputFiles(join(examples, "complete-primary-school.json"));
  const self = JSON.parse(readFileSync(join(examples, "complete-primary-school.json"), "utf8"));
  const external = JSON.parse(readFileSync(join(examples, "external-primary-school.json"), "utf8"));
  await page.locator('[id="q-1.3.1"]').getByText(/Tự đánh giá: /u).waitFor();
  await page.getByLabel("Ngày đánh giá").fill(external.assessed_on);
  await page.getByText("Lấy số liệu từ tệp").click();
  for (const [code, condition] of Object.entries(external.conditions)) {
    const met = typeof condition === "boolean" ? condition : condition.met;
    await page.locator(`[id="q-${code}"]`).getByLabel(met ? "Đạt" : "Không đạt", { exact: true }).check();
  }
  for (const [code, answer] of Object.entries(external.answers)) {
    await page.locator(`[id="answer-${code}"]`).fill(String(typeof answer === "object" ? answer.points : answer).replace(".", ","));
  }
  const review = JSON.parse(thuocdo("review", join(examples, "complete-primary-school.json"), join(examples, "external-primary-school.json"), "--format", "json"));
  const differing = review.groups.flatMap(({ indicators }) => indicators).filter(({ disputed, external }) => disputed && external.low === external.high); // What the assessors left blank is not counted yet.
  await page.getByRole("heading", { name: `Khác tự đánh giá ở ${differing.length} mục` }).waitFor();
  assert.equal(self.institution.code, await page.getByLabel("Mã cơ sở giáo dục").inputValue());
  assert.deepEqual(await faults(page), []);
  await picture(page, "assessor", { fullPage: true });
  assert.deepEqual(complaints, []);
});
