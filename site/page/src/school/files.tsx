/** Files that a school takes with it: the form, papers to sign, and what goes to the authority. */
import { useState } from "preact/hooks";
import type { Assessment } from "thuocdo/office";
import { lang, t } from "../language.ts";
import { useLetter } from "../ui/letter.tsx";
import { Preview } from "../ui/preview.tsx";
import { fileName, save } from "../ui/save.ts";
import type { Draft, Reading } from "./draft.ts";

export function Files({ draft, reading }: { readonly draft: Draft; readonly reading: Reading }) {
  const { letter, letterFields } = useLetter(["above", "place", "signer_title", "signer"]);
  const [shown, setShown] = useState<string | null>(null);
  const { framework, assessment } = reading;
  const { about } = draft;
  const isExternal = draft.stream === "external";
  const name = (what: string, ending: string): string => fileName([what, about.code || about.name, about.period], ending);
  const options = { lang: lang.value };
  const { digest, assessment: normal } = framework.normal(assessment);
  const before: { before?: Assessment } = !isExternal && draft.beside ? { before: draft.beside } : {};
  const form = (): Uint8Array => framework.filledForm(assessment, options);
  const paper = (format: "docx" | "html"): Uint8Array => framework.paper("phieu", { assessment, ...before, letter }, { ...options, format });
  const record = (format: "docx" | "html"): Uint8Array | null =>
    isExternal && draft.beside ? framework.paper("bien-ban", { self: draft.beside, external: assessment, letter }, { ...options, format }) : null;
  const show = (html: Uint8Array | null): void => setShown(html ? new TextDecoder().decode(html) : null);
  const saveAll = (file: string, bytes: Uint8Array | null): void => {
    if (bytes) save(file, bytes);
  };
  return (
    <section class="files" aria-labelledby="files">
      <h2 id="files">{t("files")}</h2>
      {reading.refused.size > 0 && <p class="refused">{t("files_without", { count: reading.refused.size })}</p>}
      <h3>{t("files_form")}</h3>
      <p class="buttons">
        <button type="button" onClick={() => save(name(t(isExternal ? "file_external" : "file_form"), "xlsx"), form())}>
          {t("save_xlsx")}
        </button>
      </p>
      <h3>{t("files_paper")}</h3>
      {letterFields}
      <p class="buttons">
        <button type="button" onClick={() => save(name(t(isExternal ? "file_external" : "file_form"), "docx"), paper("docx"))}>
          {t("save_docx")}
        </button>
        <button type="button" onClick={() => show(paper("html"))}>
          {t("show_paper")}
        </button>
        {isExternal && draft.beside && (
          <>
            <button type="button" onClick={() => saveAll(name(t("file_record"), "docx"), record("docx"))}>
              {t("save_record")}
            </button>
            <button type="button" onClick={() => show(record("html"))}>
              {t("show_record")}
            </button>
          </>
        )}
      </p>
      <h3>{t("files_send")}</h3>
      <p>{t("send_help")}</p>
      <p class="buttons">
        <button
          type="button"
          class="first"
          onClick={() => save(name(t("file_send"), "json"), `${JSON.stringify(normal)}\n`)}
        >
          {t("save_send")}
        </button>
      </p>
      <p>
        {t("digest")}: <code class="digest">{digest}</code>
      </p>
      {shown !== null && <Preview title={t(isExternal ? "show_record" : "show_paper")} html={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
