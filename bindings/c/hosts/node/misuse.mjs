// What a program may do wrong. All of it is an exception, and none the end of the process.
//
//   node --expose-gc misuse.mjs
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { Worker, isMainThread } from "node:worker_threads";
import { Lang, Scorer, Status, ThuocdoError } from "./thuocdo.mjs";

const FRAMEWORK = "moet-4725-2022";
const SCHOOL = '{"conditions":{"1.1":true},"answers":{"1.3.1":6,"1.6.1":5.25}}';

const isRefusal = (code) => (error) => {
  assert.ok(error instanceof ThuocdoError && error.message !== "");
  assert.deepEqual([error.status, error.code, error.violations[0].code], [Status.REFUSED, code, code]);
  return true;
};

function refused(call, code) {
  assert.throws(call, isRefusal(code));
}

const scorer = Scorer.shipped(FRAMEWORK);
refused(() => scorer.score("{"), "not_json");
refused(() => scorer.explain(""), "not_json");
refused(() => scorer.score(Buffer.from([0x22, 0xc3, 0x28, 0x22])), "not_json");
refused(() => scorer.ask("plan", new Uint8Array([0xe1, 0xbb])), "not_json");
refused(() => scorer.ask("no such question", "{}"), "unknown_value");
refused(() => scorer.schema("no such schema"), "unknown_value");
refused(() => scorer.level("9", "75"), "unknown_group");
refused(() => scorer.level("1", "7\0"), "not_json");
refused(() => scorer.overlay("{"), "not_json");
refused(() => Scorer.load(new Uint8Array([0xff])), "not_json");
refused(() => Scorer.shipped("Tiểu học"), "unknown_framework");
refused(() => scorer.score("[".repeat(64 << 20)), "too_large");
assert.deepEqual([scorer.level("1", "75"), scorer.level("1", '"75.01"')], [2, 3]);

refused(() => scorer.place("1.3.99"), "unknown_indicator");
const shape = scorer.shape();
const [row, states] = [new Int32Array(shape.answers), new Int8Array(shape.conditions)];
assert.equal(scorer.judgeRow(row, states).faults, 0);
assert.throws(() => scorer.judgeRow(row.subarray(1), states), RangeError);
assert.throws(() => scorer.judgeRow(row, new Int8Array(0)), RangeError);
assert.throws(() => scorer.judgeRow(Array.from(row), states), TypeError);
assert.throws(() => scorer.judge({ ...scorer.table(3), answers: row }), RangeError);
assert.equal(scorer.judge(scorer.table(0)).refused, 0);

assert.throws(() => scorer.score("{}", 7), { status: Status.BAD_OPTION, code: "bad_option", violations: [] });
for (const none of [null, undefined, 7, '"\ud83d"']) assert.throws(() => scorer.score(none), TypeError);

// A view of bytes is read from where it begins.
const bytes = Buffer.from(`....${SCHOOL}....`);
assert.equal(scorer.score(new Uint8Array(bytes.buffer, bytes.byteOffset + 4, SCHOOL.length)), scorer.score(SCHOOL));

// What is refused is left out, and told at its place; the others stay, also once the scorer is closed.
refused(() => scorer.collect("plan"), "unknown_value");
refused(() => scorer.collect("cohort", "{"), "not_json");
const collector = scorer.collect("cohort");

// A stream ends where its function returns false or throws, and goes on with whatever else that returns.
const lines = `${SCHOOL}\n{\n${SCHOOL}`;
const taken = [];
const take = (line, answer) => {
  taken.push(line);
  return answer;
};
assert.equal(scorer.streamNdjson(lines, (line) => take(line, 0), Lang.EN), true);
assert.equal(`${taken.join("\n")}\n`, scorer.scoreNdjson(lines, Lang.EN));
assert.equal(scorer.streamNdjson(lines, (line) => take(line, false)), false);
assert.equal(taken.length, 4);
for (const first of [101, 101n]) {
  assert.equal(scorer.streamNdjson("{", (line) => take(line, false), Lang.VI, first), false);
  assert.ok(taken.pop().startsWith('{"line":101,'));
}
const enough = new Error("enough");
const throwing = (line) => {
  take(line);
  throw enough;
};
assert.throws(() => scorer.streamNdjson(lines, throwing), (error) => error === enough);
assert.equal(taken.length, 5);
refused(() => scorer.streamNdjson(lines, () => scorer.score("{")), "not_json");
assert.throws(() => scorer.streamNdjson(lines, take, 7), { status: Status.BAD_OPTION });
assert.throws(() => scorer.streamNdjson(lines, take, Lang.VI, "1"), TypeError);
// One that is closed in the midst of its call is freed behind it.
const closed = Scorer.shipped(FRAMEWORK);
assert.equal(closed.streamNdjson(lines, (line) => take(line, closed.close())), true);
assert.equal(taken.length, 8);
assert.throws(() => closed.streamNdjson(lines, take), TypeError);

// What is promised is the same, also of more calls than koffi takes at once.
const card = scorer.score(SCHOOL);
const cards = await Promise.all(Array.from({ length: 2000 }, () => scorer.scoreAsync(SCHOOL)));
assert.ok(cards.every((one) => one === card));
await assert.rejects(scorer.scoreAsync("{"), isRefusal("not_json"));
await assert.rejects(scorer.askAsync("no such question", "{}"), isRefusal("unknown_value"));
await assert.rejects(scorer.scoreAsync("{}", 7), { status: Status.BAD_OPTION, code: "bad_option" });
for (const none of [null, undefined, 7, '"\ud83d"']) await assert.rejects(scorer.scoreAsync(none), TypeError);
// The caller may write to the bytes at once.
const reused = Buffer.from(SCHOOL);
const ofReused = scorer.scoreAsync(reused);
reused.fill(0);
assert.equal(await ofReused, card);
// The loop of events goes on meanwhile.
let ticks = 0;
const timer = setInterval(() => ticks++, 1);
assert.equal(await scorer.scoreNdjsonAsync(`${SCHOOL}\n`.repeat(5000)), `${card}\n`.repeat(5000));
clearInterval(timer);
assert.ok(ticks > 2);
// One that is closed while calls are under way is freed behind the last of them.
const left = Scorer.shipped(FRAMEWORK);
const promises = Array.from({ length: 200 }, () => left.scoreAsync(SCHOOL));
left.close();
await assert.rejects(left.scoreAsync(SCHOOL), TypeError);
assert.ok((await Promise.all(promises)).every((one) => one === card));

scorer.close();
scorer.close();
assert.throws(() => scorer.digest(), TypeError);

refused(() => collector.add("submissions", SCHOOL), "unknown_value");
collector.add("scorecards", SCHOOL);
refused(() => collector.add("scorecards", "{"), "not_json");
assert.throws(() => collector.add("scorecards", new Uint8Array([0xff])), (error) => error.violations[0].at === "/scorecards/2");
assert.equal(JSON.parse(collector.answer()).count, 1);
collector.add("scorecards", SCHOOL);
assert.equal(JSON.parse(collector.answer()).count, 2);
assert.equal(await collector.answerAsync(), collector.answer());
collector.close();
collector.close();
assert.throws(() => collector.answer(), TypeError);
await assert.rejects(collector.answerAsync(), TypeError);

// One that is forgotten is freed when it is garbage; the tests count.
for (let n = 0; n < 20; n++) assert.equal(Scorer.shipped(FRAMEWORK).level("1", "75.01"), 3);
for (let n = 0; n < 10; n++) {
  globalThis.gc();
  await setTimeout(1);
}

// Each worker makes a scorer of its own; several at once.
if (isMainThread) {
  const ended = () => new Promise((resolve) => new Worker(new URL(import.meta.url)).on("exit", resolve));
  assert.deepEqual(await Promise.all([ended(), ended(), ended()]), [0, 0, 0]);
}
