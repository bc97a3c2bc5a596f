/** Where the page begins: who are you? */
import { overlays } from "./engine/laid.ts";
import { t } from "./language.ts";
import { Overlays } from "./ui/overlays.tsx";

const DESKS = ["school", "department", "assessor", "everyone"] as const;

export function Start() {
  return (
    <>
      <h1>{t("name_long")}</h1>
      <p class="lead">{t("start_lead")}</p>
      <ul class="desks">
        {DESKS.map((desk) => (
          <li key={desk} class="card">
            <h2>
              <a href={`#${desk}`}>{t(`desk_${desk}`)}</a>
            </h2>
            <p>{t(`start_${desk}`)}</p>
          </li>
        ))}
      </ul>
      <section class="card" aria-labelledby="about-page">
        <h2 id="about-page">{t("about_page")}</h2>
        <ul>
          <li>{t("about_offline")}</li>
          <li>{t("about_same")}</li>
          <li>{t("about_unconfirmed")}</li>
        </ul>
      </section>
      <details class="card">
        <summary>{t("overlay_title")}</summary>
        <Overlays
          overlays={overlays.value}
          onChange={(laid) => {
            overlays.value = laid;
          }}
        />
      </details>
    </>
  );
}
