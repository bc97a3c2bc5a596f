// Runs the corpus for hosts (../README.md describes the file) and compares every byte; or measures a call.
//
//   node corpus.mjs corpus.netstrings
//   node corpus.mjs bench school.json TIMES
import { readFileSync } from "node:fs";
import { Kind, Lang, MISSING, Scorer, ThuocdoError } from "./thuocdo.mjs";

const FIELDS = ["name", "entry", "lang", "framework", "overlays", "word", "input", "status", "expected"];

function netstrings(file) {
  const found = [];
  for (let start = 0; start < file.length; ) {
    const colon = file.indexOf(":", start);
    const end = colon + 1 + Number(file.toString("latin1", start, colon));
    if (colon < 0 || file[end] !== ",".charCodeAt(0)) throw new Error("not a netstring");
    found.push(file.subarray(colon + 1, end));
    start = end + 1;
  }
  return found;
}

function casesOf(file) {
  const fields = netstrings(file);
  const cases = [];
  while (fields.length > 0) {
    const given = fields.splice(0, FIELDS.length);
    cases.push(Object.fromEntries(FIELDS.map((name, n) => [name, given[n]])));
  }
  return cases;
}

function scorerOf(framework, overlays) {
  let scorer = framework.toString().startsWith("{") ? Scorer.load(framework) : Scorer.shipped(framework);
  for (const overlay of netstrings(overlays)) {
    const below = scorer;
    scorer = below.overlay(overlay);
    below.close();
  }
  return scorer;
}

/** What is asked of many documents: the request, then the list and the text of each. */
function collected(scorer, question, input, language) {
  const [request, ...rest] = netstrings(input);
  const collector = scorer.collect(question, request, language);
  try {
    for (let n = 0; n < rest.length; n += 2) collector.add(rest[n], rest[n + 1], language);
    return collector.answer(language);
  } finally {
    collector.close();
  }
}

/** Puts `1.1=1 1.3.1=525 2.1.1=24/32` into the cells of a row. */
function fill(scorer, line, row, table, language) {
  const number = (text) => (text === "-" ? MISSING : Number(text));
  for (const word of line.split(" ").filter((word) => word !== "")) {
    const [code, first, whole] = word.split(/[=/]/);
    const { cell, kind } = scorer.place(code, language);
    const cells = kind === Kind.CONDITION ? table.conditions : table.answers;
    cells[cell * table.count + row] = number(first);
    if (whole !== undefined) cells[(cell + 1) * table.count + row] = number(whole);
  }
}

/** Rows of numbers, a line each: judged in columns and one by one, which must come to the same. */
function judged(scorer, lines, language) {
  const table = scorer.table(lines.length);
  lines.forEach((line, row) => fill(scorer, line, row, table, language));
  const columns = scorer.judge(table);
  let refused = 0;
  const found = lines.map((_, row) => {
    const every = (cells) => cells.filter((_, n) => n % table.count === row);
    const alone = scorer.judgeRow(every(table.answers), every(table.conditions));
    refused += alone.faults === 0 ? 0 : 1;
    const own = [alone.faults, Number(alone.eligible), alone.overallLow, alone.overallHigh];
    const same = [columns.faults, columns.eligible, columns.overallLow, columns.overallHigh].map((column) => column[row]);
    const wide = [columns.scoreLow, columns.scoreHigh, columns.levelLow, columns.levelHigh, columns.blockers];
    alone.groups.forEach((group, n) => {
      own.push(group.scoreLow, group.scoreHigh, group.levelLow, group.levelHigh, group.blockers);
      same.push(...wide.map((column) => column[n * table.count + row]));
    });
    if (own.join(" ") !== same.join(" ")) throw new Error(`a row comes to something else in columns: ${own} and ${same}`);
    return own.join(" ");
  });
  if (refused !== columns.refused) throw new Error("the refused rows are not as many");
  return found.join("\n");
}

const languageOf = (lang) => (lang.toString() === "en" ? Lang.EN : Lang.VI);

function asked(scorer, { entry, lang, word, input }) {
  const language = languageOf(lang);
  switch (entry.toString()) {
    case "load":
    case "shipped": {
      const loaded = entry.toString() === "load" ? Scorer.load(input, language) : Scorer.shipped(input, language);
      try {
        return loaded.framework();
      } finally {
        loaded[Symbol.dispose]();
      }
    }
    case "score":
      return scorer.score(input, language);
    case "check":
      return scorer.check(input, language);
    case "explain":
      return scorer.explain(input, language);
    case "ndjson":
      return scorer.scoreNdjson(input, language);
    case "stream": {
      let lines = "";
      const isWhole = scorer.streamNdjson(input, (line) => void (lines += `${line}\n`), language);
      if (!isWhole) throw new Error("a stream does not go to its end");
      return lines;
    }
    case "schema":
      return scorer.schema(input, language);
    case "ask":
      return scorer.ask(word, input, language);
    case "collect":
      return collected(scorer, word, input, language);
    case "rows":
      return judged(scorer, input.toString().split("\n"), language);
    case "level":
      return scorer.level(word, input, language).toString();
    default:
      throw new Error("an entry that this host does not know");
  }
}

/** The methods that promise what an entry answers. */
const PROMISED = new Map(["score", "check", "explain", "ask"].map((entry) => [entry, `${entry}Async`])).set("ndjson", "scoreNdjsonAsync");

/** What a case is answered at once, and what is promised for it. */
function outcomes(scorer, given) {
  const refusal = (error) => {
    if (!(error instanceof ThuocdoError)) throw error;
    return [error.status, error.json];
  };
  const found = [];
  try {
    found.push([0, asked(scorer, given)]);
  } catch (error) {
    found.push(refusal(error));
  }
  const method = PROMISED.get(given.entry.toString());
  if (method !== undefined) {
    const texts = method === "askAsync" ? [given.word, given.input] : [given.input];
    found.push(scorer[method](...texts, languageOf(given.lang)).then((text) => [0, text], refusal));
  }
  return found;
}

function passes(given, [status, found]) {
  const passed = status.toString() === given.status.toString() && given.expected.equals(Buffer.from(found));
  if (!passed) console.error(`${given.name}, ${given.entry}: status ${status}\n${found}\nexpected ${given.expected}`);
  return passed;
}

async function corpus(path) {
  const cases = casesOf(readFileSync(path));
  const found = [];
  let [scorer, last] = [null, null];
  for (const given of cases) {
    const isOther = last === null || !given.framework.equals(last.framework) || !given.overlays.equals(last.overlays);
    if (given.framework.length > 0 && isOther) {
      scorer?.close();
      scorer = scorerOf(given.framework, given.overlays);
      last = given;
    }
    found.push(...outcomes(scorer, given).map(async (outcome) => passes(given, await outcome)));
  }
  // Closed while most of what is promised waits.
  scorer?.close();
  const passed = await Promise.all(found);
  console.log(`${cases.length} cases`);
  return passed.every(Boolean) ? 0 : 1;
}

/** Prints the nanoseconds of a call, once the engine has compiled what it runs often. */
function bench(path, times) {
  const school = readFileSync(path);
  const scorer = Scorer.shipped("moet-4725-2022");
  const repeat = () => {
    for (let n = 0; n < times; n++) scorer.score(school);
  };
  repeat();
  const start = process.hrtime.bigint();
  repeat();
  console.log(((process.hrtime.bigint() - start) / BigInt(times)).toString());
  scorer.close();
}

const [first, path, times] = process.argv.slice(2);
if (first === "bench") bench(path, Number(times));
else process.exitCode = await corpus(first);
