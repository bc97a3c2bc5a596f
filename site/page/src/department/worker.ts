/** Reads a department's folder beside the page, so that the page never stands still. */
import { Framework, init, ThuocdoError, zipped, type Folder, type Schedule, type Year } from "thuocdo/office";
import { isOf } from "../engine/code.ts";
import { tables } from "./csv.ts";
import type { Asked, Certificates, Question, Questions, Told, YearChoice } from "./protocol.ts";

/** How often progress is told, in milliseconds. */
const OFTEN = 100;

let framework: Framework;
let folder: Folder;
let year: Year | null = null;
let schedule: Schedule | null = null;
let choice: YearChoice = { asOf: "" };
let lang: "vi" | "en" = "vi";

const tell = (told: Told): void => postMessage(told);

const answers: { [Q in Question]: (request: Questions[Q][0], id: number) => Questions[Q][1] | Promise<Questions[Q][1]> } = {
  async open(request, id) {
    await init(request.wasm);
    lang = request.lang;
    framework = request.overlays.reduce((made, overlay) => made.overlay(overlay), Framework.shipped());
    folder = framework.folder({ lang });
    year = null;
    let last = 0;
    for (const [index, { path, file }] of request.files.entries()) {
      try {
        folder.add(path, new Uint8Array(await file.arrayBuffer()));
      } catch (error) {
        folder.unreadable(path, error instanceof Error ? error.message : String(error));
      }
      if (performance.now() - last > OFTEN) {
        last = performance.now();
        tell({ id, done: index + 1, all: request.files.length });
      }
    }
    tell({ id, done: request.files.length, all: request.files.length });
    return { files: folder.files, forms: folder.forms.length, register: folder.register?.institutions.length ?? null };
  },
  year(request) {
    schedule?.free();
    schedule = null;
    year?.free();
    choice = request;
    year = folder.year(request);
    return { value: year.value, lists: year.csv().map((list) => ({ ...list, count: tables(list.text, lang === "vi" ? ";" : ",")[0]?.rows.length ?? 0 })), screen: year.report() };
  },
  forms: ({ code }) => {
    const isWanted = isOf(code);
    return folder.forms.filter(({ assessment }) => isWanted(assessment));
  },
  workbook: () => made().workbook(),
  reminders: () => made().remindersWorkbook(),
  gather: ({ stream, format }) => folder.gather(format, stream ? { stream } : {}),
  publish({ format, missing, ...head }) {
    const { period } = made().value;
    const list = framework.collect(
      "publication",
      {
        ...head,
        as_of: choice.asOf,
        ...(choice.keep ? { keep: choice.keep } : {}),
        ...(folder.register ? { register: folder.register, name_missing: missing } : {}),
      },
      { lang },
    );
    try {
      for (const { stream, assessment } of folder.forms) {
        if (stream === head.stream && assessment.period === period) list.add("scorecards", assessment, { lang });
      }
      for (const certificate of certificates().ndjson.split("\n")) if (certificate !== "") list.add("recognised", certificate, { lang });
      return list.publish(format, { lang });
    } finally {
      list.free();
    }
  },
  certificates,
  certificate_papers: ({ letter }) => zipped(folder.certificates({ ...choice, letter })),
  summary: ({ letter, format }) => folder.summary({ ...choice, letter }, { format }),
  letters({ format, ...request }) {
    if (format !== "zip") return made().letters(request, { format }) ?? null;
    const files = made().letterFiles(request);
    return files.length === 0 ? null : zipped(files);
  },
  schedule({ panels }) {
    schedule?.free();
    schedule = made().schedule(panels);
    return schedule.report();
  },
  visits: ({ letter, format }) => planned().paper(letter, { format }),
  visits_workbook: () => planned().workbook(),
  visits_calendar: () => planned().ics(),
  assign({ begin, persons, letter }) {
    const { period } = made().value;
    const request = { begin, period, ...(folder.register ? { register: folder.register } : {}) };
    const plans = framework.assign(request, persons ? { persons } : {}, { lang });
    try {
      return zipped(plans.files(letter));
    } finally {
      plans.free();
    }
  },
};

function made(): Year {
  if (!year) throw new Error("no year was asked for yet");
  return year;
}

function planned(): Schedule {
  if (!schedule) throw new Error("no plan was asked for yet");
  return schedule;
}

/** A certificate of each case whose level is recognised. */
function certificates(): Certificates {
  const lines: string[] = [];
  const refused: { code: string; reasons: string[] }[] = [];
  for (const found of folder.cases(choice)) {
    try {
      lines.push(framework.askJson("certify", { case: found }, { lang }));
    } catch (error) {
      if (!(error instanceof ThuocdoError)) throw error;
      refused.push({ code: found.institution.code, reasons: error.violations.map(({ message }) => message) });
    }
  }
  return { ndjson: lines.map((line) => `${line}\n`).join(""), count: lines.length, refused };
}

addEventListener("message", ({ data: { id, question, request } }: MessageEvent<Asked>) => {
  void (async () => {
    try {
      const work = answers[question] as (request: unknown, id: number) => unknown;
      tell({ id, answer: await work(request, id) });
    } catch (error) {
      tell({ id, fault: error instanceof Error ? error.message : String(error) });
    }
  })();
});
