// The office in a worker of Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { Worker } from "node:worker_threads";
import { InvalidAssessment } from "thuocdo";
import * as office from "thuocdo/office";
import { connect } from "thuocdo/worker";

const SCHOOL = { conditions: {}, answers: { "1.3.1": 6 } };
const form = readFileSync(new URL("../../../examples/filled-form.xlsx", import.meta.url));
const worker = new Worker(new URL("./worker.node.js", import.meta.url));
after(() => worker.terminate());
const { Framework, publicKey } = await connect(worker);
const framework = await Framework.shipped();
await office.init();
const here = office.Framework.shipped();

test("a method gives a promise of what it gives here", async () => {
  const card = await framework.score(SCHOOL);
  assert.deepEqual(card, here.score(SCHOOL));
  assert.ok(Object.isFrozen(card.groups));
  assert.equal(await framework.get("id"), "moet-4725-2022");
  assert.deepEqual(await framework.form(), here.form());
  assert.deepEqual(await publicKey(new Uint8Array(32)), office.publicKey(new Uint8Array(32)));
});

test("a refusal comes as its class, with its violations", async () => {
  const wrong = { conditions: {}, answers: { "1.3.1": 7 } };
  await assert.rejects(framework.score(wrong), (error) => error instanceof InvalidAssessment && error.code === "points_out_of_range");
  await assert.rejects(framework.score(null), TypeError);
});

test("objects of the worker make others, and are arguments", async () => {
  const folder = await framework.folder();
  assert.equal((await folder.add("phieu.xlsx", form)).content, "assessments");
  assert.equal((await folder.get("forms")).length, 1);
  const year = await folder.year({ asOf: "2027-05-20" });
  const [mine] = [here.folder()];
  mine.add("phieu.xlsx", form);
  assert.equal(await year.get("json"), mine.year({ asOf: "2027-05-20" }).json);
  assert.deepEqual(await framework.diff(await Framework.shipped()), here.diff(office.Framework.shipped()));
  await folder.free();
  await assert.rejects(folder.get("forms"), /is freed/);
});

test("many calls at once each get their own answer", async () => {
  const levels = await Promise.all(Array.from({ length: 100 }, (_, points) => framework.level("1", points)));
  assert.deepEqual(levels, Array.from({ length: 100 }, (_, points) => here.level("1", points)));
});
