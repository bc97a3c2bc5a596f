/** One school of the year: both forms beside each other, what is wrong, and what to do. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Assessment, FolderForm, Scorecard, YearLists } from "thuocdo/office";
import { framework } from "../engine/engine.ts";
import { overlays } from "../engine/laid.ts";
import { both, lang, range, t } from "../language.ts";
import { go } from "../route.ts";
import { typeName } from "../school/about.tsx";
import { draftOf } from "../school/draft.ts";
import { levelText } from "../school/result.tsx";
import { titles } from "../school/rules.ts";
import { keep } from "../school/store.ts";
import { fileName, save } from "../ui/save.ts";
import type { Office } from "./office.ts";

interface Props {
  readonly office: Office;
  readonly code: string;
  readonly year: YearLists;
  readonly onClose: () => void;
}

interface Side {
  readonly name: string;
  readonly assessment: Assessment;
  readonly card: Scorecard;
}

export function SchoolDialog({ office, code, year, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [forms, setForms] = useState<readonly FolderForm[] | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    void office.ask("forms", { code }).then(setForms);
  }, []);
  const row = year.levels.find((one) => one.code === code);
  const rules = framework(overlays.value);
  const side = (name: string, place: { readonly at: FolderForm["at"] } | null | undefined, stream: "self" | "external"): Side[] => {
    const found = place && forms?.find((form) => form.at.file === place.at.file && form.at.sheet === place.at.sheet && form.at.line === place.at.line && form.stream === stream);
    return found ? [{ name, assessment: found.assessment, card: rules.score(found.assessment) }] : [];
  };
  const sides = row ? [...side(t("last_year"), row.last, row.last?.stream ?? "self"), ...side(t("self"), row.self, "self"), ...side(t("external"), row.external, "external")] : [];
  const name = row?.name ?? code;
  const refused = year.refused.filter(({ institution }) => institution === code);
  const quality = year.quality.filter((one) => one.code === code);
  const signals = year.signals.filter(({ who }) => who.some((one) => one.code === code));
  const heading = `school-${code}`;
  const [own] = row ? side(t("self"), row.self, "self") : [];
  return (
    <dialog ref={dialog} class="school" aria-labelledby={heading} onClose={onClose}>
      <div class="bar">
        <h2 id={heading}>{name}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
      </div>
      <p>{[code, row?.type ? typeName(row.type) : "", row?.authority].filter((text) => text).join(" · ")}</p>
      {refused.length > 0 && (
        <ul class="says">
          {refused.map(({ message, at }) => (
            <li key={`${at.file} ${message}`} class="refused">
              {at.file}: {message}
            </li>
          ))}
        </ul>
      )}
      {forms === null && <p>{t("opening")}</p>}
      {sides.length > 0 && (
        <>
          <Levels sides={sides} document={rules.document} />
          <p class="buttons">
            {own && (
              <>
                <button
                  type="button"
                  onClick={() => {
                    const draft = draftOf(own.assessment, "self", overlays.value);
                    void keep(draft).then(() => go("school", draft.id));
                  }}
                >
                  {t("open_in_school")}
                </button>
                <button
                  type="button"
                  onClick={() => {
                    const draft = { ...draftOf(own.assessment, "external", overlays.value), entries: {}, beside: own.assessment };
                    void keep(draft).then(() => go("assessor", draft.id));
                  }}
                >
                  {t("open_in_assessor")}
                </button>
                <button
                  type="button"
                  onClick={() =>
                    save(fileName([t("file_form"), code, year.period], "docx"), rules.paper("phieu", { assessment: own.assessment }, { lang: lang.value }))
                  }
                >
                  {t("save_docx")}
                </button>
              </>
            )}
          </p>
          <Points sides={sides} document={rules.document} />
        </>
      )}
      {forms !== null && sides.length === 0 && <p>{t("no_form_counts")}</p>}
      <Notes title={t("quality")} lines={quality.map(({ what, message }) => `${what}: ${message}`)} />
      <Notes title={t("signals")} lines={signals.map(({ message }) => message)} />
    </dialog>
  );
}

function Notes({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

type Document = ReturnType<typeof framework>["document"];

function Head({ first, sides }: { readonly first: string; readonly sides: readonly Side[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {sides.map(({ name }) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Levels({ sides, document }: { readonly sides: readonly Side[]; readonly document: Document }) {
  return (
    <table>
      <Head first={t("group_column")} sides={sides} />
      <tbody>
        {document.groups.map((group, index) => (
          <tr key={group.code}>
            <th scope="row">{t("group_title", { code: group.code, title: both(group.title) })}</th>
            {sides.map(({ name, card }) => {
              const result = card.groups[index];
              return <td key={name}>{result && `${t("points", { points: range(result.score) })}, ${levelText(document, result.level)}`}</td>;
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{t("overall")}</th>
          {sides.map(({ name, card }) => (
            <td key={name}>{levelText(document, card.overall.level)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Points({ sides, document }: { readonly sides: readonly Side[]; readonly document: Document }) {
  const names = titles(document);
  const scores = sides.map(({ card }) => new Map(card.groups.flatMap(({ criteria }) => criteria.flatMap(({ indicators }) => indicators)).map((one) => [one.code, one])));
  const states = sides.map(({ card }) => new Map(card.groups.flatMap(({ conditions }) => conditions).map((one) => [one.code, one.state])));
  // Last year is expected to differ; what counts is where the assessors do.
  const now = sides.map(({ name }) => name !== t("last_year"));
  const differs = (texts: readonly string[]): boolean => new Set(texts.filter((_, index) => now[index])).size > 1;
  const line = (code: string, texts: readonly string[]) => (
    <tr key={code} class={differs(texts) ? "differs" : undefined}>
      <th scope="row">
        {code} {both(names.get(code) ?? code)}
      </th>
      {texts.map((text, index) => (
        <td key={index} class="number">
          {text}
          <Note assessment={sides[index]?.assessment} code={code} />
        </td>
      ))}
    </tr>
  );
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t("points_by_row")}>
      <table>
        <caption>{t("points_by_row")}</caption>
        <Head first={t("content")} sides={sides} />
        <tbody>
          {document.groups.flatMap((group) => [
            ...group.conditions.map(({ code }) => line(code, states.map((known) => t(known.get(code) ?? "unknown")))),
            ...group.criteria.flatMap(({ indicators }) =>
              indicators.map(({ code }) =>
                line(
                  code,
                  scores.map((known) => {
                    const score = known.get(code);
                    return score?.state === "answered" ? range(score.score) : t("unknown");
                  }),
                ),
              ),
            ),
          ])}
        </tbody>
      </table>
    </div>
  );
}

function Note({ assessment, code }: { readonly assessment: Assessment | undefined; readonly code: string }) {
  const answer: unknown = assessment?.answers[code] ?? assessment?.conditions[code];
  const note = typeof answer === "object" && answer !== null && "note" in answer ? answer.note : null;
  return typeof note === "string" && note !== "" ? <small>{note}</small> : null;
}
