// The types from outside, checked by `tsc --strict` against the package as it is packed. Nothing of this runs.

import { Framework, init, type Assessment, type Scorecard, type Violation } from "thuocdo";
import * as office from "thuocdo/office";
import * as practice from "thuocdo/practice";
import { connect, serve } from "thuocdo/worker";
import { REQUESTS } from "./requests.js";

/** Each field of each request is listed, and no other. */
type Left<A, B> = Exclude<keyof A, B> | Exclude<B, keyof A>;
type Unlisted = { [Q in practice.Question]: Left<practice.Requests[Q], (typeof REQUESTS)[Q][number]> }[practice.Question];
const unlisted: [Unlisted] extends [never] ? true : false = true;

async function core(): Promise<void> {
  await init();
  await init(new URL("thuocdo.wasm", "https://so.example.vn/"));
  await init(fetch("thuocdo.wasm"));
  const framework: Framework = Framework.shipped();
  const school: Assessment = { answers: { "1.3.1": 6, "1.6.1": "5.25", "1.7.1": null }, conditions: { "1.1": true } };
  const card: Scorecard = framework.score(school);
  const low: number = card.groups[0]!.score.low;
  // @ts-expect-error: a result cannot be changed
  card.digest = "";
  // @ts-expect-error: no such question in the core
  framework.ask("cohort", {});
  // @ts-expect-error: an assessment has conditions
  framework.score({ answers: {} });
  // @ts-expect-error: no such language
  framework.check(school, { lang: "fr" });
  const violations: readonly Violation[] = framework.check("{}");
  const local: Framework = framework.overlay("{}").national();
  const { overall } = local.levels({ points: new Float64Array(), conditions: new Uint8Array() });
  const ends: Uint8Array = overall.low;
  void [low, violations, ends, unlisted];
}

function work(framework: practice.Framework): void {
  const { count } = framework.ask("cohort", { scorecards: [{ answers: {}, conditions: {} }] });
  // @ts-expect-error: a cohort has no forms
  framework.ask("cohort", { forms: [] });
  // @ts-expect-error: no such question
  framework.ask("no such question", {});
  const collector = framework.collect("publication", { keep: "last" });
  const rows = collector.answer().rows;
  const page: Uint8Array = collector.publish("html");
  // @ts-expect-error: only a publication is a page
  framework.collect("cohort").publish("html");
  void [count, rows, page];
}

function office_(framework: office.Framework): void {
  const files: readonly office.File[] = framework.folder().certificates({ asOf: "2027-05-20", letter: { number: "1" } }, { format: "html" });
  const zip: Uint8Array = office.zipped(files);
  const tasks: readonly { readonly what: string }[] = framework.assign({ begin: "2027-03-01" }).value.plans.flatMap((plan) => plan.tasks);
  // @ts-expect-error: letters go to schools or authorities
  framework.folder().year({ asOf: "2027-05-20" }).letters({ by: "nobody" });
  void [zip, tasks];
  for (const row of framework.readForms(new Uint8Array())) {
    if (row.violations !== undefined) console.log(row.violations[0]?.cell);
    else console.log(row.assessment.answers);
  }
  const year = framework.year([{ path: "a.xlsx", bytes: new Uint8Array() }], { asOf: "2027-05-20" });
  const sent: number = year.value.summary.sent;
  framework.paper("phieu", { assessment: "{}", letter: { number: "12/BC-A" } }, { format: "docx" });
  // @ts-expect-error: a record has two sides
  framework.paper("bien-ban", { self: "{}" });
  void sent;
}

async function worker(): Promise<void> {
  serve(office);
  const { Framework } = await connect<typeof office>(new Worker("worker.js", { type: "module" }));
  const framework = await Framework.shipped();
  const card = await framework.score({ answers: {}, conditions: {} });
  const { count } = await framework.ask("cohort", { scorecards: [] });
  const folder = await framework.folder();
  const read = await folder.add("a.xlsx", new Uint8Array());
  const year = await (await folder.year({ asOf: "2027-05-20" })).get("value");
  const digest: string = card.digest;
  void [count, read.content, year.summary, digest];
}

void [core, work, office_, worker];
