/** What a person may say for head and end of a paper. What is left out stays a blank to fill in by hand. */
import { useId, useState } from "preact/hooks";
import type { Letter } from "thuocdo/office";
import { t } from "../language.ts";

type Field = "above" | "body" | "place" | "signer_title" | "signer";

/** The fields, and the letter that is made of what is typed. */
export function useLetter(fields: readonly Field[]): { readonly letter: Letter; readonly letterFields: preact.JSX.Element } {
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const id = useId();
  const letter = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ""));
  const letterFields = (
    <details>
      <summary>{t("letter")}</summary>
      <div class="fields">
        {fields.map((field) => (
          <div key={field} class="field">
            <label for={`${id}-${field}`}>{t(`letter_${field}`)}</label>
            <input id={`${id}-${field}`} value={typed[field] ?? ""} onInput={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })} />
          </div>
        ))}
      </div>
    </details>
  );
  return { letter, letterFields };
}
