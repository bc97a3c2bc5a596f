/** What changed from one framework to another: two files, or the one in the page and a file. */
import { useState } from "preact/hooks";
import { Framework, ThuocdoError, type Diff } from "thuocdo/office";
import { framework } from "../engine/engine.ts";
import { both, lang, t } from "../language.ts";
import { Drop } from "../ui/drop.tsx";

export function Compare() {
  const [before, setBefore] = useState<Framework | null>(null);
  const [after, setAfter] = useState<Framework | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const open = (set: (framework: Framework) => void) => (file: File) => {
    void (async () => {
      try {
        setFaults([]);
        set(loaded(await file.text()));
      } catch (error) {
        setFaults(error instanceof ThuocdoError ? error.violations.map(({ at, message }) => `${at}: ${message}`) : [String(error)]);
      }
    })();
  };
  const first = before ?? framework();
  return (
    <section class="card" aria-labelledby="compare">
      <h2 id="compare">{t("compare")}</h2>
      <p>{t("compare_help")}</p>
      <div class="ways">
        <Drop label={t("compare_before")} accept=".json" onFiles={([dropped]) => dropped && open(setBefore)(dropped.file)}>
          <p class="help">{name(first)}</p>
        </Drop>
        <Drop label={t("compare_after")} accept=".json" onFiles={([dropped]) => dropped && open(setAfter)(dropped.file)}>
          <p class="help">{after ? name(after) : t("compare_after_help")}</p>
        </Drop>
      </div>
      {faults.length > 0 && (
        <ul class="says" role="alert">
          {faults.map((text) => (
            <li key={text} class="refused">
              {text}
            </li>
          ))}
        </ul>
      )}
      {after && <Changes diff={first.diff(after)} />}
    </section>
  );
}

/** A framework file; or an overlay, which is laid on the framework of the page. */
function loaded(text: string): Framework {
  const document: unknown = JSON.parse(text);
  const isOverlay = typeof document === "object" && document !== null && "base" in document;
  return isOverlay ? framework().overlay(text, { lang: lang.value }) : Framework.load(text, { lang: lang.value });
}

function name(of: Framework): string {
  return t("framework_named", { title: both(of.document.title), id: of.id, revision: of.revision });
}

function Changes({ diff }: { readonly diff: Diff }) {
  if (diff.changes.length === 0) return <p role="status">{t("compare_same")}</p>;
  return (
    <>
      <p role="status">{t("compare_changes", { count: diff.changes.length })}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={t("compare")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("code")}</th>
              <th scope="col">{t("aspect")}</th>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {diff.changes.map(({ element, code, aspect, before, after }) => (
              <tr key={`${element} ${code} ${aspect}`}>
                <th scope="row">
                  {t(`element_${element}`)} {code}
                </th>
                <td>{t(`aspect_${aspect}`)}</td>
                <td>{before ? both(before) : "–"}</td>
                <td>{after ? both(after) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
