/** The frame of the page: its name, its desks, its language. */
import { useEffect, useErrorBoundary, useRef } from "preact/hooks";
import { DepartmentDesk } from "./department/desk.tsx";
import { framework, load, ready } from "./engine/engine.ts";
import { EveryoneDesk } from "./everyone/desk.tsx";
import { lang, t, type Lang } from "./language.ts";
import { route, type Desk as DeskName } from "./route.ts";
import { SchoolDesk } from "./school/desk.tsx";
import { Start } from "./start.tsx";

const DESKS: readonly DeskName[] = ["school", "assessor", "department", "everyone"];

export function App() {
  useEffect(() => void load(), []);
  const { desk, open } = route.value;
  const before = useRef(`${desk} ${open}`);
  useEffect(() => {
    // Another part of the page is read from its beginning, by a screen reader too.
    if (before.current === `${desk} ${open}`) return;
    before.current = `${desk} ${open}`;
    scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [desk, open]);
  const state = ready.value;
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        {t("skip")}
      </a>
      <header>
        <a class="name" href="#start">
          <strong>{t("name")}</strong>
          <span>{t("name_long")}</span>
        </a>
        <nav aria-label={t("desks")}>
          {DESKS.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === desk ? "page" : undefined}>
              {t(`nav_${one as "school"}`)}
            </a>
          ))}
        </nav>
        <div class="languages" role="group" aria-label={t("language")}>
          {(["vi", "en"] as const).map((one: Lang) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={lang.value === one}
              onClick={() => {
                lang.value = one;
              }}
            >
              {one === "vi" ? "Tiếng Việt" : "English"}
            </button>
          ))}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {state instanceof Error ? (
          <div class="refused" role="alert">
            <p>{t("cannot_load")}</p>
            <p>{state.message}</p>
          </div>
        ) : state ? (
          <Desk key={`${desk} ${open}`} desk={desk} open={open} />
        ) : (
          <p class="wait">{t("loading")}</p>
        )}
      </main>
      <footer>
        <p>
          <strong>{t("private")}</strong>
        </p>
        {state === true && <Standing />}
      </footer>
    </>
  );
}

/** A desk; where it cannot be drawn, it says so, and the other desks go on. */
function Desk({ desk, open }: { readonly desk: DeskName; readonly open: string | null }) {
  const [fault, again] = useErrorBoundary();
  if (!fault) return <Open desk={desk} open={open} />;
  return (
    <div class="refused" role="alert">
      <p>{t("fault")}</p>
      <p>{fault instanceof Error ? fault.message : String(fault)}</p>
      <button type="button" onClick={again}>
        {t("try_again")}
      </button>
    </div>
  );
}

function Open({ desk, open }: { readonly desk: DeskName; readonly open: string | null }) {
  switch (desk) {
    case "school":
      return <SchoolDesk key="self" stream="self" id={open} />;
    case "assessor":
      return <SchoolDesk key="external" stream="external" id={open} />;
    case "department":
      return <DepartmentDesk />;
    case "everyone":
      return <EveryoneDesk open={open} />;
    default:
      return <Start />;
  }
}

/** By which file everything is computed, and how much of it is confirmed. */
function Standing() {
  const { id, revision, digest } = framework();
  return (
    <p>
      {t("computed_by", { id, revision })} <code class="digest">{digest}</code>
      <br />
      {t("not_official")}
    </p>
  );
}

function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
