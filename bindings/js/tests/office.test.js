// The practice and the office: questions, tables, folders, years, papers. What the command writes is compared byte for byte.
//
//   node --test tests/office.test.js     with THUOCDO, the command
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import * as practice from "thuocdo/practice";
import {
  Framework, InternalError, InvalidAssessment, InvalidRequest, InvalidTable, codeKey, dayText, init, publicKey, schoolYear, sign, verifySignature, zipped,
} from "thuocdo/office";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const file = (path) => readFileSync(join(root, path));
const json = (path) => JSON.parse(file(path));
const temporary = mkdtempSync(join(tmpdir(), "thuocdo-js-"));
after(() => rmSync(temporary, { recursive: true }));

/** What the command prints. It may end with 1, which says that something was refused. */
function command(...args) {
  try {
    return execFileSync(process.env.THUOCDO, args, { cwd: root, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, LANG: "vi_VN.UTF-8" } });
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
}

/** What the command writes into a file. */
function written(name, ...args) {
  const path = join(temporary, name);
  command(...args, "-o", path);
  return readFileSync(path);
}

/** The files that the command writes into a folder. */
function allWritten(name, ...args) {
  const folder = join(temporary, name);
  command(...args, "-o", folder);
  return filesOf(folder);
}

/** The files of a folder in the order of names, as the command reads them. */
function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = paths.map((entry) => join(entry.parentPath, entry.name)).map((path) => ({ path: relative(folder, path), bytes: readFileSync(path) }));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

await init();
await practice.init();
const framework = Framework.shipped();
const YEAR = join(root, "examples/department-year/nam-hoc-2026-2027");
const DAY = "2027-05-20";

test("a question has the fields that the library knows", async () => {
  // Of each the library tells, in its refusal of another field, which there are.
  const { REQUESTS } = await import("./requests.js");
  for (const [question, fields] of Object.entries(REQUESTS)) {
    assert.throws(
      () => framework.ask(question, '{"no such field":1}'),
      (error) => {
        const told = error.violations.find(({ code }) => code === "unknown_field");
        assert.deepEqual([...told.params.accepted].sort(), [...fields].sort(), question);
        return error instanceof InvalidRequest;
      },
    );
  }
});

test("the practice answers alike in both entries", () => {
  const request = { scorecards: [{ conditions: {}, answers: { "1.3.1": 6 } }] };
  assert.equal(practice.Framework.shipped().askJson("cohort", request), framework.askJson("cohort", request));
  assert.equal(framework.ask("cohort", request).count, 1);
  assert.ok(framework.report("cohort", request).blocks.some((block) => "table" in block));
  const collector = framework.collect("cohort");
  collector.add("scorecards", request.scorecards[0]);
  assert.throws(() => collector.add("scorecards", "{"), { name: "InvalidRequest", code: "not_json" });
  assert.equal(collector.answerJson(), framework.askJson("cohort", request));
  assert.ok(framework.review({ self: request.scorecards[0], external: { ...request.scorecards[0], answers: {} } }).groups.length > 0);
});

test("a publication is the page and the table of the command", () => {
  const cards = json("examples/exactly-75.json");
  const request = { scorecards: [{ ...cards, institution: { code: "VD-01" } }], period: "2023-2024" };
  const page = new TextDecoder().decode(framework.publish(request, "html"));
  assert.ok(page.startsWith("<!doctype html>") || page.startsWith("<!DOCTYPE html>"), page.slice(0, 40));
  assert.ok(new TextDecoder().decode(framework.publish(request, "csv")).includes("VD-01"));
  assert.deepEqual([...framework.publish(request, "xlsx").subarray(0, 2)], [0x50, 0x4b]);
});

test("forms come in from bytes, and blank ones go out as the command writes them", () => {
  const [row] = framework.readForms(file("examples/filled-form.xlsx"));
  assert.equal(row.violations, undefined);
  assert.ok(row.assessment.answers["1.3.1"] !== undefined && row.sheet !== undefined);
  assert.throws(() => framework.readForms(new TextEncoder().encode("no;table\n1;2\n")), InvalidTable);
  // The command's workbook also names the command that reads it.
  for (const format of ["csv", "json"]) {
    same(framework.form({ format }), written(`form.${format}`, "form"));
  }
  const known = { code: "VD-01", name: "Trường A (ví dụ giả định)", type: "primary", period: "2025-2026", stream: "self" };
  const [filled] = framework.readForms(framework.form({ known }));
  assert.deepEqual(filled.assessment.institution, { code: "VD-01", name: "Trường A (ví dụ giả định)", type: "primary" });
  assert.throws(() => framework.form({ known: { type: "no such type" } }), InvalidRequest);
});

test("a form is filled in as the command fills it in, and reads back", () => {
  const assessment = file("examples/exactly-75.json");
  const filled = framework.filledForm(assessment);
  assert.deepEqual(Buffer.from(filled), written("filled.xlsx", "form", "--filled", "examples/exactly-75.json"));
  const [row] = framework.readForms(filled);
  assert.equal(framework.normal(row.assessment).digest, framework.normal(assessment).digest);
  assert.throws(() => framework.filledForm({ conditions: {}, answers: { "1.3.1": 7 } }), InvalidAssessment);
});

test("what a person types is read as in a table, and refused in words for that person", () => {
  assert.deepEqual(framework.typed("1.3.1", "5,5"), { points: 5.5 });
  assert.deepEqual(framework.typed("1.1", "đạt"), { met: true });
  assert.throws(() => framework.typed("1.3.1", "bảy"), (error) => error instanceof InvalidAssessment && error.message.includes("1.3.1=bảy"));
  assert.throws(() => framework.typed("9.9.9", "1"), InvalidAssessment);
});

test("a year is the JSON, the workbook and the reminders of the command", () => {
  const year = framework.year(filesOf(YEAR), { asOf: DAY });
  const wanted = command("year", YEAR, "--as-of", DAY, "--format", "json").toString().trimEnd();
  assert.equal(year.json, wanted);
  assert.ok(Object.isFrozen(year.value.summary));
  assert.deepEqual([year.value.summary.sent, year.value.summary.missing], [37, 3]);
  same(year.workbook(), written("so.xlsx", "year", YEAR, "--as-of", DAY));
  same(year.remindersWorkbook(), written("don-doc.xlsx", "remind", YEAR, "--as-of", DAY));
  assert.equal(year.csv()[0].text.charCodeAt(0), 0xfeff);
  assert.ok(year.report().text.includes("37"));
});

/** The same file. Archives are compared part by part, because the compressor finds other repetitions where the processor has other instructions. */
function same(found, wanted) {
  const [a, b] = [found, wanted].map((bytes) => (bytes[0] === 0x50 && bytes[1] === 0x4b ? parts(Buffer.from(bytes)) : { whole: Buffer.from(bytes) }));
  assert.deepEqual(Object.keys(a), Object.keys(b));
  for (const [name, bytes] of Object.entries(a)) assert.ok(bytes.equals(b[name]), `${name} differs`);
}

/** The parts of an archive, by the list at its end. */
function parts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = {};
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, length, extra, comment, start] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((of) => bytes.readUInt16LE(at + of)), bytes.readUInt32LE(at + 42)];
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + packed);
    found[bytes.toString("utf8", at + 46, at + 46 + length)] = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content;
    at += 46 + length + extra + comment;
  }
  return found;
}

test("a folder is read file by file, and may be asked in between", () => {
  const folder = framework.folder();
  const files = filesOf(YEAR);
  for (const [n, { path, bytes }] of files.entries()) {
    assert.equal(folder.add(path, bytes).file, path);
    if (n === 20) assert.ok(folder.forms.length > 10);
  }
  folder.unreadable("hong.xlsx", "permission denied");
  assert.equal(folder.files.length, files.length + 1);
  assert.equal(folder.register.institutions.length, 40);
  assert.equal(folder.refused.at(-1).code, "not_readable");
  assert.equal(folder.cases({ asOf: DAY }).length, 40);
  assert.ok(folder.forms.some((form) => form.stream === "external"));
  const gathered = framework.readForms(folder.gather("ndjson", { stream: "self" }));
  assert.equal(gathered.length, folder.forms.filter((form) => form.stream === "self").length);
  assert.throws(() => folder.year({ asOf: "31/2/2027" }), InvalidRequest);
});

test("papers are those of the command", () => {
  const school = "examples/complete-primary-school.json";
  for (const format of ["docx", "html"]) {
    same(framework.paper("phieu", { assessment: file(school) }, { format }), written(`phieu.${format}`, "report", school));
    const sides = { self: file(school), external: file("examples/external-primary-school.json") };
    const args = ["report", "--paper", "bien-ban", school, "examples/external-primary-school.json"];
    same(framework.paper("bien-ban", sides, { format }), written(`bien-ban.${format}`, ...args));
  }
  const letter = { body: "Trường A (ví dụ giả định)", number: "12/BC-A", on: "2024-05-20", signer_title: "HIỆU TRƯỞNG" };
  const page = new TextDecoder().decode(framework.paper("phieu", { assessment: file(school), letter }, { format: "html" }));
  assert.ok(page.includes("12/BC-A") && page.includes("HIỆU TRƯỞNG") && !page.includes("DỰ THẢO"));
  assert.throws(() => framework.paper("phieu", { assessment: "{}" }), InvalidAssessment);
  assert.throws(() => framework.paper("phieu", { assessment: file(school), letter: { on: "hôm nay" } }), { code: "invalid_date" });
});

/** The same files by the same names. */
function sameFiles(found, wanted) {
  const named = [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
  assert.deepEqual(named.map(({ path }) => path), wanted.map(({ path }) => path));
  for (const [nth, { bytes }] of named.entries()) same(bytes, wanted[nth].bytes);
}

test("the papers of a year are those of the command", () => {
  const folder = framework.folder();
  for (const { path, bytes } of filesOf(YEAR)) folder.add(path, bytes);
  const year = folder.year({ asOf: DAY });
  const letter = { above: "UBND quận (ví dụ giả định)", body: "UBND phường Sao Biển (ví dụ giả định)", number: "7/BC", on: "2027-05-20" };
  const head = ["--above", letter.above, "--body", letter.body, "--number", letter.number, "--on", letter.on];
  for (const format of ["docx", "html"]) {
    same(folder.summary({ asOf: DAY, letter }, { format }), written(`bao-cao.${format}`, "report", "--paper", "bao-cao", YEAR, "--as-of", DAY, ...head));
    same(year.letters({ letter }, { format }), written(`cong-van.${format}`, "remind", YEAR, "--as-of", DAY, ...head));
  }
  for (const by of ["school", "authority"]) {
    sameFiles(year.letterFiles({ by, letter }), allWritten(`cong-van-${by}`, "remind", YEAR, "--as-of", DAY, "--by", by, ...head));
  }
  assert.throws(() => year.letters({ by: "nobody" }), InvalidRequest);
  assert.throws(() => folder.summary({ asOf: "hôm nay" }), { code: "invalid_date" });
  const nobody = framework.folder();
  nobody.add("phieu.json", file("examples/complete-primary-school.json"));
  const quiet = nobody.year({ asOf: "2023-10-01" });
  assert.deepEqual([quiet.reminders().reminders, quiet.letters(), quiet.letterFiles()], [[], undefined, []]);
});

test("plans are those of the command", () => {
  const panels = "examples/department-year/doan.csv";
  const plan = framework.year(filesOf(YEAR), { asOf: "2027-05-25" }).schedule(file(panels));
  const visits = ["schedule", YEAR, "--panels", panels, "--as-of", "2027-05-25"];
  for (const format of ["docx", "html"]) same(plan.paper({}, { format }), written(`ke-hoach.${format}`, ...visits));
  same(plan.workbook(), written("ke-hoach.xlsx", ...visits));
  assert.equal(plan.ics(), written("ke-hoach.ics", ...visits).toString());
  assert.throws(() => framework.year([], { asOf: DAY, period: "2026-2027" }).schedule(file("examples/exactly-75.json")), InvalidTable);

  const list = join(YEAR, "danh-sach.xlsx");
  const folder = framework.folder();
  folder.add("danh-sach.xlsx", readFileSync(list));
  const begin = "2027-03-01";
  const all = framework.assign({ begin, register: folder.register });
  assert.equal(`${JSON.stringify(all.value)}\n`, command("assign", "--begin", begin, "--register", list, "--format", "json").toString());
  sameFiles(all.files({ place: "Hải Phòng" }), allWritten("ke-hoach", "assign", "--begin", begin, "--register", list, "--place", "Hải Phòng"));
  const name = "Trường A (ví dụ giả định)";
  const persons = "họ tên;chức vụ;mục\nNguyễn An;hiệu trưởng;\nTrần Bình;;1.3\n";
  writeFileSync(join(temporary, "persons.csv"), persons);
  const own = framework.assign({ begin, name }, { persons: new TextEncoder().encode(persons) });
  const args = ["assign", "--begin", begin, "--body", name, "--persons", join(temporary, "persons.csv")];
  for (const format of ["docx", "html"]) same(own.paper({ body: name }, { format }), written(`own.${format}`, ...args));
  same(own.workbook(), written("own.xlsx", ...args));
  assert.throws(() => own.workbook(1), RangeError);
  assert.throws(() => framework.assign({ begin: "2027-03" }), InvalidRequest);
  assert.throws(() => framework.assign({ begin, period: "2020-2021" }), RangeError);
  assert.throws(() => framework.assign({ begin }, { persons: new TextEncoder().encode("a;b\n") }), InvalidTable);
});

test("each recognised level has its certificate as a paper, and files go into one archive", () => {
  const after = join(temporary, "sau");
  execFileSync("bash", [join(root, "examples/department-year/year.sh"), after], { cwd: root, env: { ...process.env, PATH: `${dirname(process.env.THUOCDO)}:${process.env.PATH}` }, stdio: "ignore" });
  const folder = framework.folder();
  for (const { path, bytes } of filesOf(join(after, "nam-hoc-2026-2027"))) folder.add(path, bytes);
  const cases = join(temporary, "ho-so.ndjson");
  writeFileSync(cases, folder.cases({ asOf: "2027-06-21" }).map((one) => `${JSON.stringify(one)}\n`).join(""));
  const letter = { number: "12/QĐ-UBND", on: "2027-06-18" };
  const verifyAt = "https://so.example.vn/kiem-tra";
  const found = folder.certificates({ asOf: "2027-06-21", letter, verifyAt });
  const wanted = allWritten("xac-nhan", "certify", cases, "--all", "--format", "docx", "--number", letter.number, "--on", letter.on, "--verify-at", verifyAt);
  assert.ok(wanted.length > 10);
  sameFiles(found, wanted);
  const archive = parts(Buffer.from(zipped(found)));
  assert.deepEqual(Object.keys(archive), found.map(({ path }) => path));
  for (const { path, bytes } of found) assert.ok(archive[path].equals(bytes), path);
  assert.deepEqual(zipped(found), zipped(found));
  assert.deepEqual(Object.keys(parts(Buffer.from(zipped([{ path: "thư/công văn.docx", bytes: new Uint8Array() }])))), ["thư/công văn.docx"]);
  assert.deepEqual(parts(Buffer.from(zipped([]))), {});
});

test("days are written as the papers write them", () => {
  for (const [day, vi] of [["2023-10-09", "09/10/2023"], ["2024-02-10", "10/02/2024"], ["2024-05-01", "01/5/2024"]]) {
    assert.deepEqual([dayText(day), dayText(day, { lang: "en" })], [vi, day]);
  }
  assert.deepEqual(["2026-08-31", "2026-09-01", "2027-01-01"].map((day) => schoolYear(day)), ["2025-2026", "2026-2027", "2026-2027"]);
  for (const none of ["", "2023-02-29", "09/10/2023"]) {
    assert.throws(() => dayText(none), { code: "invalid_date" });
    assert.throws(() => schoolYear(none), { code: "invalid_date" });
  }
});

test("a certificate is signed, verified, and printed", () => {
  const tiny = Framework.load(file("tests/vectors/frameworks/tiny-invented.json"));
  const { input } = json("tests/vectors/practice/recognition.json").vectors.find((vector) => vector.id === "a_certificate_says_all_that_it_rests_on");
  const certificate = tiny.ask("certify", input);
  const seed = new Uint8Array(32).fill(7);
  const signed = sign(certificate, seed);
  assert.deepEqual(signed.certificate, certificate);
  assert.equal(verifySignature(signed, publicKey(seed)), true);
  assert.equal(verifySignature(signed, publicKey(new Uint8Array(32).fill(8))), false);
  const other = { ...signed, certificate: { ...certificate, period: "2024-2025" } };
  assert.equal(verifySignature(other, publicKey(seed)), false);
  assert.throws(() => publicKey(new Uint8Array(31)), RangeError);
  assert.deepEqual(practice.publicKey(seed), publicKey(seed));
  for (const of of [codeKey, practice.codeKey]) assert.deepEqual(["ĐÔ -1", "\u0111o\u0302-1", "31-0042"].map((code) => of(code)), ["đô-1", "đô-1", "31-0042"]);
  assert.equal(tiny.ask("verify", { ...input, certificate }).valid ?? true, true);
  const page = new TextDecoder().decode(tiny.paper("ban-xac-nhan", { certificate, verifyAt: "https://so.example.vn/kiem-tra" }, { format: "html" }));
  assert.ok(page.includes("<svg") && page.includes("VD-0001"));
});

test("after a fault a framework goes on, and a folder says that it is lost", () => {
  const folder = framework.folder();
  assert.throws(() => Framework.engine.fault(), InternalError);
  assert.throws(() => folder.add("a.csv", new Uint8Array()), /was lost/);
  assert.equal(framework.level("1", 75), 2);
});
