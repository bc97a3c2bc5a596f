// What the core's entry promises, and what a program may do wrong.
//
//   node --expose-gc --test tests/core.test.js
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { Framework, InternalError, InvalidAssessment, InvalidFramework, InvalidRequest, ThuocdoError, init } from "thuocdo";

const SCHOOL = { conditions: { 1.1: true }, answers: { "1.3.1": 6, "1.6.1": 5.25 } };
const root = new URL("../../../", import.meta.url);

test("nothing works before init, and init again costs nothing", async () => {
  assert.throws(() => Framework.shipped(), /await init/);
  await Promise.all([init(), init()]);
  await init();
  assert.deepEqual(Framework.shippedIds(), ["moet-4725-2022"]);
});

const framework = await init().then(() => Framework.shipped());

test("a scorecard is the bytes of every other language, and frozen", () => {
  const card = framework.score(SCHOOL);
  assert.equal(card.groups[0].score.low, 11.25);
  assert.deepEqual(JSON.parse(framework.scoreJson(SCHOOL)), card);
  for (const part of [card, card.groups, card.groups[0].score]) assert.ok(Object.isFrozen(part));
  assert.throws(() => card.groups.push(1), TypeError);
});

test("a document may be a value, a text or bytes, and a view of bytes begins where it begins", () => {
  const text = JSON.stringify(SCHOOL);
  const bytes = new TextEncoder().encode(`....${text}....`);
  const wanted = framework.scoreJson(SCHOOL);
  assert.equal(framework.scoreJson(text), wanted);
  assert.equal(framework.scoreJson(bytes.subarray(4, -4)), wanted);
});

test("what is no document is a TypeError, and half a letter and NaN are refused", () => {
  for (const none of [null, undefined, 7, true, () => 1, '"\ud83d"']) assert.throws(() => framework.score(none), TypeError);
  assert.throws(() => framework.score({ ...SCHOOL, answers: { "1.3.1": NaN } }), /NaN is no number of JSON/);
  assert.throws(() => framework.score(SCHOOL, { lang: "fr" }), /"fr"/);
  // And nothing of it is left for the next call.
  assert.equal(framework.score(SCHOOL).groups[0].score.low, 11.25);
});

test("a refusal has every violation, with a message in the language of the call", () => {
  const wrong = { conditions: { 1.1: "yes" }, answers: { "1.3.1": 7 } };
  assert.throws(
    () => framework.score(wrong, { lang: "en" }),
    (error) => {
      assert.ok(error instanceof InvalidAssessment && error instanceof ThuocdoError && error instanceof Error);
      assert.deepEqual(error.violations.map(({ at, code }) => [at, code]), [
        ["/answers/1.3.1", "points_out_of_range"],
        ["/conditions/1.1", "wrong_type"],
      ]);
      assert.equal(error.message.split("\n")[0], "/answers/1.3.1: 7 points lie outside 0 to 6 (points_out_of_range)");
      assert.deepEqual([error.name, error.code, error.has("wrong_type"), error.has("not_json")], ["InvalidAssessment", "points_out_of_range", true, false]);
      assert.ok(Object.isFrozen(error.violations[0]));
      return true;
    },
  );
  assert.throws(() => framework.score(wrong), /mục 1\.3\.1/);
  assert.deepEqual(framework.check(wrong).map((violation) => violation.code), ["points_out_of_range", "wrong_type"]);
  assert.deepEqual(framework.check(SCHOOL), []);
  assert.throws(() => Framework.load("{"), { name: "InvalidFramework", code: "not_json" });
  assert.throws(() => Framework.shipped("Tiểu học"), { code: "unknown_framework" });
  assert.throws(() => framework.plan({ targets: {} }), InvalidRequest);
  assert.throws(() => framework.score("[".repeat(64 << 20)), { code: "too_large" });
});

test("levels, plans and other answers", () => {
  assert.deepEqual([framework.level("1", "75"), framework.level("1", 75.01), framework.level("1", "75.01")], [2, 3, 3]);
  assert.throws(() => framework.level("9", 75), { code: "unknown_group" });
  const plan = framework.plan({ assessment: SCHOOL, targets: { 1: 2 } });
  assert.equal(plan.groups[0].code, "1");
  const whatIf = framework.whatIf({ assessment: SCHOOL, answers: { "1.3.1": 5 } });
  assert.equal(whatIf.groups[0].score.after.low, 10.25);
  const { assessment, digest } = framework.normal(SCHOOL);
  assert.deepEqual(assessment.answers["1.3.1"], { points: 6 });
  assert.match(digest, /^sha256:[0-9a-f]{64}$/);
  assert.ok(framework.explain(SCHOOL, { lang: "en" }).groups[0].headline.includes("11.25"));
});

test("a framework says what is in it; an overlay makes another", () => {
  assert.deepEqual([framework.id, framework.groups], ["moet-4725-2022", ["1", "2"]]);
  assert.equal(framework.digest, framework.score(SCHOOL).framework.digest);
  assert.ok(Object.isFrozen(framework.document.groups[0].criteria));
  const local = framework.overlay(readFileSync(new URL("examples/overlays/hai-phong-illustrative.json", root)));
  assert.notEqual(local.digest, framework.digest);
  const national = local.national();
  assert.equal(national.digest, framework.digest);
  assert.ok(framework.diff(local).changes?.length ?? Object.keys(framework.diff(local)).length > 0);
  assert.throws(() => local.overlay(readFileSync(new URL("examples/overlays/hai-phong-illustrative.json", root))), InvalidFramework);
});

test("a row has the levels of its assessment, and a refused row its violations", () => {
  const { indicators, conditions } = framework;
  // As many as need several calls of the library; the corner of a band, missing answers, and one that is too much.
  const rows = 9000;
  const points = new Float64Array(rows * indicators.length).fill(NaN);
  const marks = new Uint8Array(rows * conditions.length).fill(255);
  const schools = [
    { 0: 6, 5: 0.25 },
    Object.fromEntries(indicators.map((_, i) => [i, 0])),
    Object.fromEntries(indicators.map((code, i) => [i, maxOf(code)])),
    { 0: 6.01 },
  ];
  function maxOf(wanted) {
    return framework.document.groups.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.indicators)).find(({ code }) => code === wanted).max;
  }
  for (let row = 0; row < rows; row++) {
    for (const [i, value] of Object.entries(schools[row % 4])) points[row * indicators.length + Number(i)] = value;
    if (row % 3 === 0) marks.fill(1, row * conditions.length, (row + 1) * conditions.length);
  }
  const levels = framework.levels({ points, conditions: marks });
  assert.equal(levels.rows, rows);
  for (const row of [0, 1, 2, 4, 5, 6, 12, 4095, 4096, 4097, 8996, 8998]) {
    if (row % 4 === 3) continue;
    const answers = Object.fromEntries(Object.entries(schools[row % 4]).map(([i, value]) => [indicators[i], value]));
    const met = Object.fromEntries(row % 3 === 0 ? conditions.map((code) => [code, true]) : []);
    const card = framework.score({ answers, conditions: met });
    for (const [n, { code, score, level }] of card.groups.entries()) {
      const of = levels.groups[n];
      assert.equal(of.code, code);
      assert.deepEqual([of.score.low[row], of.score.high[row]], [Math.round(score.low * 100), Math.round(score.high * 100)]);
      assert.deepEqual([of.level.low[row], of.level.high[row]], [level.low, level.high]);
    }
    assert.deepEqual([levels.overall.low[row], levels.overall.high[row]], [card.overall.level.low, card.overall.level.high]);
    assert.equal(levels.eligible[row], Number(card.recognition.eligible));
  }
  assert.equal(levels.refused.length, rows / 4);
  assert.deepEqual([levels.refused[2000].row, levels.refused[2000].violations[0].code], [8003, "points_out_of_range"]);
  assert.throws(() => framework.levels({ points: new Float64Array(7), conditions: new Uint8Array() }), RangeError);
  assert.throws(() => framework.levels({ points: new Float64Array(indicators.length), conditions: new Uint8Array(conditions.length).fill(2) }), /1 is met/);
});

test("what is freed may be freed again, and is of no other use", () => {
  const one = Framework.shipped();
  one.free();
  one.free();
  assert.throws(() => one.score(SCHOOL), /is freed/);
  // What `using` calls.
  const other = Framework.shipped();
  other[Symbol.dispose]();
  assert.throws(() => other.digest, TypeError);
});

test("what is forgotten is freed when it is garbage", async () => {
  // Their handles are used again, so the numbers stay small.
  for (let n = 0; n < 200; n++) Framework.shipped();
  for (let n = 0; n < 10; n++) {
    globalThis.gc();
    await setTimeout(1);
  }
  const handles = Array.from({ length: 20 }, () => Framework.shipped().handle);
  assert.ok(Math.max(...handles) < 100, String(handles));
});

test("a fault comes with its words, and the next call goes on", () => {
  const local = framework.overlay(readFileSync(new URL("examples/overlays/hai-phong-illustrative.json", root)));
  const wanted = local.scoreJson({ conditions: {}, answers: {} });
  const gone = Framework.shipped();
  assert.throws(
    () => Framework.engine.fault(),
    (error) => error instanceof InternalError && /capacity overflow/.test(error.message) && error.cause instanceof Error,
  );
  assert.equal(local.scoreJson({ conditions: {}, answers: {} }), wanted);
  gone.free();
  assert.equal(framework.score(SCHOOL).groups[0].score.low, 11.25);
});
