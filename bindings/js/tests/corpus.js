// Runs the corpus for hosts (bindings/c/hosts/README.md describes the file) through an entry of the package, and compares every byte. The same file
// runs in Node and in a browser.

const FIELDS = ["name", "entry", "lang", "framework", "overlays", "word", "input", "status", "expected"];

/** What an entry cannot be asked: the package has schemas as types, rows of numbers of its own and lines as a whole, and the core has no practice. */
const OF_HOSTS = ["rows", "schema", "stream"];
const LEFT_OUT = { core: ["ask", "collect", ...OF_HOSTS], practice: OF_HOSTS, office: OF_HOSTS };

const decoder = new TextDecoder();
const text = (bytes) => decoder.decode(bytes);

function netstrings(file) {
  const found = [];
  for (let start = 0; start < file.length; ) {
    const colon = file.indexOf(":".charCodeAt(0), start);
    const end = colon + 1 + Number(text(file.subarray(start, colon)));
    if (colon < 0 || file[end] !== ",".charCodeAt(0)) throw new Error("not a netstring");
    found.push(file.subarray(colon + 1, end));
    start = end + 1;
  }
  return found;
}

function casesOf(file) {
  const fields = netstrings(file);
  const cases = [];
  for (let at = 0; at < fields.length; at += FIELDS.length) cases.push(Object.fromEntries(FIELDS.map((name, n) => [name, fields[at + n]])));
  return cases;
}

const same = (a, b) => a.length === b.length && a.every((byte, n) => byte === b[n]);

function frameworkOf(Framework, file, overlays) {
  let framework = text(file).startsWith("{") ? Framework.load(file) : Framework.shipped(text(file));
  for (const overlay of netstrings(overlays)) {
    const below = framework;
    framework = below.overlay(overlay);
    below.free();
  }
  return framework;
}

function asked({ Framework }, framework, entry, { lang, word, input }) {
  const options = { lang: text(lang) };
  switch (entry) {
    case "load":
    case "shipped": {
      const loaded = entry === "load" ? Framework.load(input, options) : Framework.shipped(text(input), options);
      try {
        return loaded.json;
      } finally {
        loaded.free();
      }
    }
    case "score":
      return framework.scoreJson(input, options);
    case "check":
      return JSON.stringify({ violations: framework.check(input, options) });
    case "explain":
      return framework.explainJson(input, options);
    case "ndjson":
      return framework.scoreLines(input, options);
    case "ask":
      return framework.askJson(text(word), input, options);
    case "collect": {
      const [request, ...rest] = netstrings(input);
      const collector = framework.collect(text(word), request, options);
      try {
        for (let n = 0; n < rest.length; n += 2) collector.add(text(rest[n]), rest[n + 1], options);
        return collector.answerJson(options);
      } finally {
        collector.free();
      }
    }
    case "level":
      return framework.level(text(word), text(input), options).toString();
    default:
      throw new Error(`an entry that nobody knows: ${entry}`);
  }
}

/**
 * Runs every case that an entry of this name can be asked. Answers with how many there are, how many ran, and what failed. With `isSpoilt` the last
 * byte that must come is another, to see that it is noticed.
 */
export function corpus(api, name, file, isSpoilt = false) {
  const encoder = new TextEncoder();
  const all = casesOf(file);
  const cases = all.filter((one) => !LEFT_OUT[name].includes(text(one.entry)));
  if (isSpoilt) cases.at(-1).expected = cases.at(-1).expected.map((byte, at, { length }) => (at === length - 1 ? byte ^ 1 : byte));
  const failed = [];
  let [framework, last] = [null, null];
  for (const one of cases) {
    const entry = text(one.entry);
    const isOther = last === null || !same(one.framework, last.framework) || !same(one.overlays, last.overlays);
    if (one.framework.length > 0 && isOther) {
      framework?.free();
      framework = frameworkOf(api.Framework, one.framework, one.overlays);
      last = one;
    }
    let [status, found] = ["0", ""];
    try {
      found = asked(api, framework, entry, one);
    } catch (error) {
      if (!(error instanceof api.ThuocdoError)) throw error;
      [status, found] = ["1", error.json];
    }
    if (status !== text(one.status) || !same(encoder.encode(found), one.expected)) {
      failed.push(`${text(one.name)}, ${entry}: status ${status}\n${found}\nexpected ${text(one.expected)}`);
    }
  }
  framework?.free();
  return { cases: all.length, ran: cases.length, failed };
}

/** An assessment without shorthand: 6 is {"points": 6}, true is {"met": true}. */
function whole(assessment) {
  const each = (of, made) => Object.fromEntries(Object.entries(of).map(([code, value]) => [code, typeof value === "object" ? value : made(value)]));
  const answers = each(assessment.answers, (points) => ({ points }));
  return { ...assessment, answers, conditions: each(assessment.conditions, (met) => ({ met })) };
}

const faults = (of) => of.map((fault) => `${fault.code}@${fault.cell ?? "-"}`).sort();

/** Two values as text, with the keys of objects in order. */
const ordered = (value) =>
  JSON.stringify(value, (_, of) =>
    typeof of === "object" && of !== null && !Array.isArray(of) ? Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))) : of,
  );

/**
 * Reads every table of `tests/vectors/tables/cases.json`. `filesOf` gives the bytes of the workbooks of a case, by its number. Answers with how many
 * files there were, and what failed.
 */
export async function tables({ Framework, ThuocdoError }, cases, overlay, filesOf) {
  const national = Framework.shipped();
  const local = national.overlay(overlay);
  const failed = [];
  let files = 0;
  for (const [number, one] of cases.entries()) {
    const wanted =
      one.faults === undefined
        ? one.rows.map((row) => [row.line, row.faults === undefined ? whole(row.assessment) : faults(row.faults)])
        : [faults(one.faults)];
    for (const bytes of one.text === undefined ? await filesOf(number) : [new TextEncoder().encode(one.text)]) {
      files += 1;
      let found;
      try {
        const rows = (one.overlay === undefined ? national : local).readForms(bytes, { filledBy: one.filled_by });
        found = rows.map((row) => [row.line, row.violations === undefined ? row.assessment : faults(row.violations)]);
      } catch (error) {
        if (!(error instanceof ThuocdoError)) throw error;
        found = [faults(error.violations)];
      }
      if (ordered(found) !== ordered(wanted)) failed.push(`${one.name}\n  expected ${ordered(wanted)}\n  found    ${ordered(found)}`);
    }
  }
  local.free();
  national.free();
  return { cases: cases.length, files, failed };
}
