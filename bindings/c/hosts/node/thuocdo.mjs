// thuocdo from Node by koffi: one file over libthuocdo, to take as it is.
//
//   const scorer = Scorer.shipped("moet-4725-2022");
//   console.log(scorer.score('{ "conditions": {}, "answers": { "1.3.1": 6 } }'));
//   scorer.close();
//
// Texts go in as strings or as bytes of UTF-8, and come out as strings. A scorer is freed by `close`, by `using`, or after it was forgotten; it
// belongs to the thread that made it: a worker makes its own. What ends in `Async` promises the same answer, or rejects with the same error, and does
// not hold up the event loop: a thread of Node's own pool does the work.
import { promisify } from "node:util";
import koffi from "koffi";

/** The ABI that this file is written for. The library's name bears the same number. */
const ABI_VERSION = 1;

/** The language of messages and explanations. */
export const Lang = Object.freeze({ VI: 0, EN: 1 });

/** Why a call was not carried out. */
export const Status = Object.freeze({
  REFUSED: 1,
  NULL_ARGUMENT: 2,
  BAD_LENGTH: 3,
  BAD_OPTION: 4,
  BAD_STREAM: 5,
  PANICKED: 6,
  STOPPED: 7,
});

/** A cell of answers without an answer. */
export const MISSING = -(2 ** 31);

/** A condition of which it is unknown whether it is met; 1 is met, 0 is unmet. */
export const UNKNOWN = -1;

/** What stands at a place in a row of numbers, or in its results. */
export const Kind = Object.freeze({ GROUP: 0, CONDITION: 1, POINTS: 2, MET: 3, COUNT: 4, SHARE: 5 });

/** Why a row of numbers is refused: bits, by the codes of violations. */
export const Faults = Object.freeze({ POINTS_OUT_OF_RANGE: 1, WRONG_TYPE: 2, COUNT_OUT_OF_RANGE: 4, SHARE_OUT_OF_RANGE: 8, MISSING_FIELD: 16 });

/** Why the level of a group cannot be recognised: bits. */
export const Blockers = Object.freeze({
  CONDITION_UNMET: 1,
  CONDITION_UNKNOWN: 2,
  LEVEL_UNDETERMINED: 4,
  EVIDENCE_MISSING: 8,
  EVIDENCE_UNKNOWN: 16,
});

/** What was asked cannot be done. The message is for people, in the language of the call. */
export class ThuocdoError extends Error {
  /**
   * @param {string} message
   * @param {number} status whether the data is at fault (`Status.REFUSED`) or the program
   * @param {string} code the code of the first violation, such as `points_out_of_range`
   * @param {string} json `{"violations":[…]}`
   */
  constructor(message, status, code, json) {
    super(message);
    this.name = "ThuocdoError";
    this.status = status;
    this.code = code;
    this.json = json;
  }

  /** Everything that is wrong, each with `at`, `code`, `message` and `params`; empty where the program is at fault. */
  get violations() {
    return JSON.parse(this.json).violations;
  }
}

const lib = loaded();
const forgotten = new FinalizationRegistry(([free, handle]) => free(handle));

/** What holds a handle of the library. */
class Closable {
  #handle;
  #free;
  /** Who keeps the handle from being freed: whoever did not close it yet, and each call that others may close it in. */
  #users = 1;
  #isClosed = false;

  constructor(handle, free) {
    this.#handle = handle;
    this.#free = free;
    forgotten.register(this, [free, handle], this);
  }

  /** Frees it, once no call is under way. It may be closed again; every other use throws. */
  close() {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#end();
    }
  }

  #end() {
    this.#users -= 1;
    if (this.#users === 0) {
      forgotten.unregister(this);
      this.#free(this.#handle);
    }
  }

  [Symbol.dispose]() {
    this.close();
  }

  static handleOf(of) {
    if (of.#isClosed) throw new TypeError(`the ${of.constructor.name.toLowerCase()} is closed`);
    return of.#handle;
  }

  /** The handle, and what ends its use. */
  static use(of) {
    const handle = Closable.handleOf(of);
    of.#users += 1;
    return [handle, () => of.#end()];
  }
}

/** A question of many documents, which are added one by one: what `Scorer.collect` begins. */
export class Collector extends Closable {
  /** Not for callers, who use `Scorer.collect`. */
  constructor(handle) {
    super(handle, lib.collector_free);
  }

  /** Adds a document to a list of the request, such as `scorecards`. One that is refused is left out; the others stay. */
  add(list, document, lang = Lang.VI) {
    call(lib.collector_add, Closable.handleOf(this), ...text(list), ...text(document), lang);
  }

  /** The answer of the documents that were taken so far. */
  answer(lang = Lang.VI) {
    return result(lib.collector_answer, Closable.handleOf(this), lang);
  }

  /** `answer`, as a promise. */
  answerAsync(lang = Lang.VI) {
    return promised(this, lib.collector_answer, [], lang);
  }
}

/** A framework with its overlays, compiled: made once, used for any number of assessments. */
export class Scorer extends Closable {
  /** Not for callers, who use `Scorer.shipped` or `Scorer.load`. */
  constructor(handle) {
    super(handle, lib.scorer_free);
  }

  /** The scorer of a framework that comes with the library: `moet-4725-2022` is Decision 4725/QĐ-BGDĐT. */
  static shipped(id, lang = Lang.VI) {
    return new Scorer(made(lib.scorer_shipped, ...text(id), lang));
  }

  /** The scorer of a framework file. */
  static load(framework, lang = Lang.VI) {
    return new Scorer(made(lib.scorer_load, ...text(framework), lang));
  }

  /** A further scorer: this one with an overlay on top. Either may be closed first. */
  overlay(overlay, lang = Lang.VI) {
    return new Scorer(made(lib.scorer_overlay, this.#open(), ...text(overlay), lang));
  }

  /** The scorecard as canonical JSON. */
  score(assessment, lang = Lang.VI) {
    return result(lib.score, this.#open(), ...text(assessment), lang);
  }

  /** `score`, as a promise. */
  scoreAsync(assessment, lang = Lang.VI) {
    return promised(this, lib.score, [assessment], lang);
  }

  /** What is wrong with an assessment: `{"violations":[…]}`, the list empty where nothing is. */
  check(assessment, lang = Lang.VI) {
    return result(lib.check, this.#open(), ...text(assessment), lang);
  }

  /** `check`, as a promise. */
  checkAsync(assessment, lang = Lang.VI) {
    return promised(this, lib.check, [assessment], lang);
  }

  /** Why the scorecard says what it says, in words, as JSON. */
  explain(assessment, lang = Lang.VI) {
    return result(lib.explain, this.#open(), ...text(assessment), lang);
  }

  /** `explain`, as a promise. */
  explainAsync(assessment, lang = Lang.VI) {
    return promised(this, lib.explain, [assessment], lang);
  }

  /** The level that a total gives in a group. Points are written as in JSON, such as "75.01", so that no float comes in between. */
  level(group, points, lang = Lang.VI) {
    const level = new Uint8Array(1);
    call(lib.level, this.#open(), ...text(group), ...text(points), lang, level);
    return level[0];
  }

  /** What is done with scores: the answer to a question of docs/PRACTICE.md, such as `plan`, `review`, `cohort`. */
  ask(question, request, lang = Lang.VI) {
    return result(lib.ask, this.#open(), ...text(question), ...text(request), lang);
  }

  /** `ask`, as a promise. */
  askAsync(question, request, lang = Lang.VI) {
    return promised(this, lib.ask, [question, request], lang);
  }

  /**
   * Begins a question of many documents: `agreement`, `cohort`, `publication`, `quality_batch`. The request is that of `ask` without its lists. The
   * scorer may be closed before the collector.
   */
  collect(question, request = "{}", lang = Lang.VI) {
    return new Collector(made(lib.collect, this.#open(), ...text(question), ...text(request), lang));
  }

  /** For each line its scorecard, or `{"line":…,"violations":[…]}`. */
  scoreNdjson(lines, lang = Lang.VI) {
    return result(lib.score_ndjson, this.#open(), ...text(lines), lang);
  }

  /** `scoreNdjson`, as a promise. */
  scoreNdjsonAsync(lines, lang = Lang.VI) {
    return promised(this, lib.score_ndjson, [lines], lang);
  }

  /**
   * As `scoreNdjson`, but hands each line to a function as soon as it is there. The function ends it by `false`, and by an exception, which is thrown
   * here. Whether it went to the end. `first` is the number of the first line, also a `BigInt`.
   */
  streamNdjson(lines, take, lang = Lang.VI, first = 1) {
    const given = text(lines);
    const [handle, end] = Closable.use(this);
    const thrown = [];
    // No exception goes through C.
    const handOver = (_, line, length) => {
      try {
        return take(string(line, length)) === false ? 1 : 0;
      } catch (error) {
        thrown.push(error);
        return 1;
      }
    };
    try {
      call(lib.stream_ndjson, handle, ...given, first, lang, handOver, null);
      return true;
    } catch (error) {
      if (error.status !== Status.STOPPED) throw error;
      if (thrown.length > 0) throw thrown[0];
      return false;
    } finally {
      end();
    }
  }

  /** How many numbers a row has: `answers`, `conditions` and `groups`. */
  shape() {
    const [, answers, conditions, groups] = this.#shape();
    return { answers: Number(answers), conditions: Number(conditions), groups: Number(groups) };
  }

  /**
   * Where the code of an indicator, a condition or a group stands: `cell`, `kind`, `max` in hundredths, `asksEvidence`. A share has its whole in the
   * next cell.
   */
  place(code, lang = Lang.VI) {
    const place = sized(32);
    call(lib.place_of, this.#open(), ...text(code), lang, place);
    const view = viewOf(place);
    const [kind, max, asksEvidence] = [16, 20, 24].map((at) => view.getInt32(at, LITTLE));
    return { cell: Number(view.getBigUint64(8, LITTLE)), kind, max, asksEvidence: asksEvidence !== 0 };
  }

  /**
   * The results of one row, an `Int32Array` and an `Int8Array` of as many numbers as the shape says. Of a refused one, which has `faults`, all else
   * is 0; it does not throw. Scores are hundredths.
   */
  judgeRow(answers, conditions) {
    of(answers, Int32Array);
    of(conditions, Int8Array);
    const row = sized(208);
    const status = lib.judge_row(this.#open(), answers, answers.length, conditions, conditions.length, row);
    numbers(status === Status.REFUSED ? 0 : status);
    const view = viewOf(row);
    const groups = Array.from({ length: row[15] }, (_, n) => 16 + 12 * n).map((at) => ({
      scoreLow: view.getInt32(at, LITTLE),
      scoreHigh: view.getInt32(at + 4, LITTLE),
      levelLow: row[at + 8],
      levelHigh: row[at + 9],
      blockers: view.getUint16(at + 10, LITTLE),
    }));
    return { faults: view.getUint32(8, LITTLE), eligible: row[14] === 1, overallLow: row[12], overallHigh: row[13], groups };
  }

  /** Room for rows in columns, in which every cell is missing: cell `c` of row `r` is `answers[c * count + r]`. */
  table(count) {
    const shape = this.shape();
    const conditions = new Int8Array(shape.conditions * count).fill(UNKNOWN);
    return { count, answers: new Int32Array(shape.answers * count).fill(MISSING), conditions };
  }

  /** The results of all rows of a table in columns: of group `g` in row `r` at `[g * count + r]`, of the whole row at `[r]`. */
  judge({ count, answers, conditions }) {
    const groups = Number(this.#shape()[3]);
    of(answers, Int32Array);
    of(conditions, Int8Array);
    const columns = {
      scoreLow: new Int32Array(groups * count),
      scoreHigh: new Int32Array(groups * count),
      levelLow: new Uint8Array(groups * count),
      levelHigh: new Uint8Array(groups * count),
      blockers: new Uint16Array(groups * count),
      overallLow: new Uint8Array(count),
      overallHigh: new Uint8Array(count),
      eligible: new Uint8Array(count),
      faults: new Uint32Array(count),
    };
    const results = Object.values(columns).map(addressOf);
    const cells = [addressOf(answers), answers.length, 1, count, addressOf(conditions), conditions.length, 1, count];
    // A `thuocdo_rows`: its size, how many, the numbers, where the results go.
    const rows = BigUint64Array.from([21 * 8, count, ...cells, groups, count, ...results], BigInt);
    const refused = new BigUint64Array(1);
    numbers(lib.judge_rows(this.#open(), rows, refused));
    return { ...columns, refused: Number(refused[0]) };
  }

  #shape() {
    // A `thuocdo_shape`: its size, then three numbers.
    const shape = BigUint64Array.of(32n, 0n, 0n, 0n);
    numbers(lib.shape_of(this.#open(), shape));
    return shape;
  }

  /** A JSON Schema by name. */
  schema(name, lang = Lang.VI) {
    return result(lib.schema, this.#open(), ...text(name), lang);
  }

  /** The framework with its overlays as canonical JSON. */
  framework() {
    return result(lib.framework, this.#open());
  }

  /** The digest of that: `sha256:` and 64 hexadecimal digits. */
  digest() {
    return result(lib.digest, this.#open());
  }

  #open() {
    return Closable.handleOf(this);
  }
}

/** What the library is and holds, as JSON. */
export function about() {
  return result(lib.about);
}

/** Where the library is: the path in `THUOCDO_LIBRARY`, else the name that the loader of the system looks for. */
function path() {
  const names = { win32: "thuocdo.dll", darwin: `libthuocdo.${ABI_VERSION}.dylib` };
  return process.env.THUOCDO_LIBRARY || (names[process.platform] ?? `libthuocdo.so.${ABI_VERSION}`);
}

/** The functions of the library, by their names without the prefix. */
function loaded() {
  const library = koffi.load(path());
  const declared = (name, returned, given) => library.func(`thuocdo_${name}`, returned, given);
  const found = declared("abi_version", "uint32_t", [])();
  if (found !== ABI_VERSION) throw new Error(`this file is for ABI ${ABI_VERSION} of thuocdo; the library has ${found}`);
  const [scorer, words, lang, out, error] = ["void *", ["const void *", "size_t"], "int32_t", "void *", "void *"];
  const take = koffi.pointer(koffi.proto("int32_t", ["void *", "const void *", "size_t"]));
  const entries = {
    about: [out, error],
    shape_of: [scorer, out],
    place_of: [scorer, ...words, lang, out, error],
    judge_row: [scorer, "const void *", "size_t", "const void *", "size_t", out],
    judge_rows: [scorer, "const void *", out],
    scorer_shipped: [...words, lang, out, error],
    scorer_load: [...words, lang, out, error],
    scorer_overlay: [scorer, ...words, lang, out, error],
    score: [scorer, ...words, lang, out, error],
    check: [scorer, ...words, lang, out, error],
    explain: [scorer, ...words, lang, out, error],
    level: [scorer, ...words, ...words, lang, out, error],
    ask: [scorer, ...words, ...words, lang, out, error],
    score_ndjson: [scorer, ...words, lang, out, error],
    stream_ndjson: [scorer, ...words, "uint64_t", lang, take, "void *", error],
    schema: [scorer, ...words, lang, out, error],
    collect: [scorer, ...words, ...words, lang, out, error],
    collector_add: ["void *", ...words, ...words, lang, error],
    collector_answer: ["void *", lang, out, error],
    framework: [scorer, out, error],
    digest: [scorer, out, error],
    error_status: [error],
  };
  const functions = Object.entries(entries).map(([name, given]) => [name, declared(name, "int32_t", given)]);
  for (const name of ["error_code", "error_message", "error_json"]) functions.push([name, declared(name, "void *", [error, out])]);
  for (const name of ["scorer_free", "collector_free", "error_free", "buffer_free"]) functions.push([name, declared(name, "void", ["void *"])]);
  return Object.fromEntries(functions);
}

const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A struct of the library that begins with its size. */
function sized(size) {
  const bytes = new Uint8Array(size);
  new BigUint64Array(bytes.buffer, 0, 1)[0] = BigInt(size);
  return bytes;
}

function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the numbers of a typed array begin; NULL if there are none. */
function addressOf(array) {
  return array.length === 0 ? 0n : koffi.address(array);
}

function of(array, type) {
  if (!(array instanceof type)) throw new TypeError(`an ${type.name} is wanted`);
}

/** The calls on numbers tell no more than their status. */
function numbers(status) {
  if (status !== 0) throw new RangeError(`status ${status} of a call on numbers`);
}

/** The bytes and their number. */
function text(given) {
  // Encoded, half of a pair would become another letter.
  if (typeof given === "string" && /\p{Surrogate}/u.test(given)) throw new TypeError("half of a surrogate pair is no text");
  const bytes = typeof given === "string" ? Buffer.from(given, "utf8") : given;
  return [bytes, bytes.byteLength];
}

/** Calls an entry; the last argument is where its error comes to: a pointer. */
function call(entry, ...given) {
  const error = new BigUint64Array(1);
  if (entry(...given, error) !== 0) throw told(error[0]);
}

/** The exception of an error, which is freed. */
function told(error) {
  const length = new BigUint64Array(1);
  const words = (of) => string(of(error, length), length[0]);
  try {
    return new ThuocdoError(words(lib.error_message), lib.error_status(error), words(lib.error_code), words(lib.error_json));
  } finally {
    lib.error_free(error);
  }
}

function made(entry, ...given) {
  const handle = new BigUint64Array(1);
  call(entry, ...given, handle);
  return handle[0];
}

function result(entry, ...given) {
  // A `thuocdo_buffer`: pointer and length.
  const buffer = new BigUint64Array(2);
  call(entry, ...given, buffer);
  return taken(buffer);
}

/** The text of a buffer, which is freed. */
function taken(buffer) {
  try {
    return string(buffer[0], buffer[1]);
  } finally {
    lib.buffer_free(buffer);
  }
}

/** How many calls koffi gets at once; of the whole program it takes 256. */
const AT_ONCE = 64;

/** Those that it has. It keeps no references to what they read and write. */
const underWay = new Set();

/** Those that wait for their turn. */
const waiting = [];

/** As `result`, of texts on another thread. */
async function promised(of, entry, texts, lang) {
  const [handle, end] = Closable.use(of);
  try {
    // A copy, since the caller may write to the bytes meanwhile.
    const given = texts.flatMap((one) => text(typeof one === "string" ? one : Buffer.concat([one])));
    const [buffer, error] = [new BigUint64Array(2), new BigUint64Array(1)];
    while (underWay.size >= AT_ONCE) await new Promise((turn) => waiting.push(turn));
    const all = [handle, ...given, lang, buffer, error];
    underWay.add(all);
    try {
      if ((await promisify(entry.async)(...all)) !== 0) throw told(error[0]);
    } finally {
      underWay.delete(all);
      waiting.shift()?.();
    }
    return taken(buffer);
  } finally {
    end();
  }
}

function string(pointer, length) {
  return koffi.decode.string(pointer, Number(length));
}
