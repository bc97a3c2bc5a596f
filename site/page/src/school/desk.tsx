/** The desk of a school, and that of an assessor: all forms that are kept here, or the open one. */
import { useEffect, useMemo } from "preact/hooks";
import { schoolYear } from "thuocdo/office";
import { today } from "../clock.ts";
import { framework } from "../engine/engine.ts";
import { overlays } from "../engine/laid.ts";
import { t } from "../language.ts";
import { go } from "../route.ts";
import { blank, draftOf, type Draft, type Stream } from "./draft.ts";
import { Editor } from "./editor.tsx";
import { History } from "./history.ts";
import { Pick } from "./pick.tsx";
import { drafts, keep, lasting, open, remove } from "./store.ts";

export function SchoolDesk({ stream, id }: { readonly stream: Stream; readonly id: string | null }) {
  useEffect(() => {
    if (drafts.peek() === null) void open();
  }, []);
  const all = drafts.value;
  const found = all?.find((draft) => draft.id === id) ?? null;
  const isRead = all !== null;
  // A form that is open goes on with its own history; what is kept of it meanwhile changes nothing.
  const history = useMemo(() => (found ? new History(found) : null), [id, isRead]);
  if (!all) return <p>{t("opening")}</p>;
  if (history) return <Editor key={id ?? ""} history={history} />;
  return <Home stream={stream} all={all.filter((draft) => draft.stream === stream)} />;
}

function Home({ stream, all }: { readonly stream: Stream; readonly all: readonly Draft[] }) {
  const desk = stream === "external" ? "assessor" : "school";
  const begin = async (draft: Draft): Promise<void> => {
    await keep(draft);
    go(desk, draft.id);
  };
  return (
    <>
      <h1>{t(`desk_${desk}`)}</h1>
      <p class="lead">{t(`desk_${desk}_lead`)}</p>
      {lasting.value === false && (
        <p class="warning" role="status">
          {t("not_kept")}
        </p>
      )}
      <div class="ways">
        {stream === "self" && (
          <section class="card">
            <h2>{t("new_form")}</h2>
            <p>{t("new_form_help")}</p>
            <button type="button" class="first" onClick={() => void begin({ ...blank("self", schoolYear(today())), overlays: overlays.value })}>
              {t("new_form_do")}
            </button>
          </section>
        )}
        <section class="card">
          <h2>{t(stream === "self" ? "open_form" : "open_self")}</h2>
          <Pick
            label={t("drop_form")}
            help={t(stream === "self" ? "open_form_help" : "open_self_help")}
            rules={framework(overlays.value)}
            onPick={(assessment) => {
              const read = draftOf(assessment, stream, overlays.value);
              void begin(stream === "self" ? read : { ...read, entries: {}, about: { ...read.about, assessed_on: "" }, beside: assessment });
            }}
          />
        </section>
      </div>
      <section aria-labelledby="kept">
        <h2 id="kept">{t("kept_forms")}</h2>
        {all.length === 0 && <p>{t("kept_none")}</p>}
        <ul class="kept-forms">
          {all.map((draft) => (
            <KeptForm key={draft.id} draft={draft} desk={desk} />
          ))}
        </ul>
      </section>
    </>
  );
}

function KeptForm({ draft, desk }: { readonly draft: Draft; readonly desk: "school" | "assessor" }) {
  const { about } = draft;
  const name = [about.code, about.name, about.period].filter((text) => text !== "").join(" · ") || t("nameless");
  const changed = new Date(draft.changed).toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
  return (
    <li>
      <a href={`#${desk}/${draft.id}`}>{name}</a> <span class="help">{t("changed", { when: changed })}</span>
      <button
        type="button"
        aria-label={t("copy_named", { name })}
        onClick={() => void keep({ ...draft, id: crypto.randomUUID(), changed: Date.now(), about: { ...about, period: "" }, entries: draft.entries })}
      >
        {t("copy")}
      </button>
      <button
        type="button"
        aria-label={t("remove_named", { name })}
        onClick={() => {
          if (confirm(t("remove_sure", { name }))) void remove(draft.id);
        }}
      >
        {t("remove")}
      </button>
    </li>
  );
}
