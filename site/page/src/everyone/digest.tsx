/** Whether a form that arrived is the one that was sent: by the code that the school told. */
import { useState } from "preact/hooks";
import type { Assessment } from "thuocdo/office";
import { framework } from "../engine/engine.ts";
import { overlays } from "../engine/laid.ts";
import { t } from "../language.ts";
import { nameOf } from "../school/open.ts";
import { Pick } from "../school/pick.tsx";
import { digestIn } from "./canonical.ts";

export function FormDigest() {
  const [form, setForm] = useState<Assessment | null>(null);
  const [typed, setTyped] = useState("");
  const rules = framework(overlays.value);
  const digest = form ? rules.normal(form).digest : null;
  const said = digestIn(typed);
  return (
    <section class="card" aria-labelledby="form-digest">
      <h2 id="form-digest">{t("form_digest")}</h2>
      <p>{t("form_digest_help")}</p>
      <div class="ways">
        <Pick label={t("drop_form")} rules={rules} onPick={setForm} />
        <div class="field">
          <label for="told">{t("digest_told")}</label>
          <input id="told" class="wide" spellcheck={false} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </div>
      </div>
      {form && digest && (
        <div role="status">
          <p>
            {nameOf(form)}
            <br />
            {t("digest")}: <code class="digest">{digest}</code>
          </p>
          {said && <p class={said === digest ? "verdict good" : "verdict bad"}>{t(said === digest ? "form_same" : "form_other")}</p>}
        </div>
      )}
    </section>
  );
}
