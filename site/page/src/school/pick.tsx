/** Drops a file of forms, and asks which one where it has several. */
import { useState } from "preact/hooks";
import type { Assessment, Framework } from "thuocdo/office";
import { isOf } from "../engine/code.ts";
import { t } from "../language.ts";
import { Drop } from "../ui/drop.tsx";
import { nameOf, opened, type Opened } from "./open.ts";

/** What the library reads. */
export const FORMS = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.json,.ndjson,.gz";

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly rules: Framework;
  /** The code of the school whose form is wanted, where it is known. */
  readonly code?: string;
  readonly onPick: (assessment: Assessment) => void;
}

export function Pick({ label, help, rules, code = "", onPick }: Props) {
  const [found, setFound] = useState<Opened | null>(null);
  const pick = (assessment: Assessment): void => {
    setFound(null);
    onPick(assessment);
  };
  const read = async (file: File): Promise<void> => {
    const result = await opened(file, rules);
    const own = result.assessments.filter(isOf(code));
    const only = result.assessments.length === 1 ? result.assessments : own;
    const [first] = only;
    setFound(first && only.length === 1 ? { assessments: [], faults: result.faults } : result);
    if (first && only.length === 1) onPick(first);
  };
  return (
    <div class="pick">
      <Drop label={label} accept={FORMS} onFiles={([dropped]) => dropped && void read(dropped.file)}>
        {help && <p class="help">{help}</p>}
      </Drop>
      <div role="status">
        {found && found.faults.length > 0 && (
          <ul class="says">
            {found.faults.map((text) => (
              <li key={text} class="refused">
                {text}
              </li>
            ))}
          </ul>
        )}
        {found && found.assessments.length > 0 && (
          <>
            <p>{t("which_form", { count: found.assessments.length })}</p>
            <ul class="choices">
              {found.assessments.map((assessment, index) => (
                <li key={index}>
                  <button type="button" onClick={() => pick(assessment)}>
                    {nameOf(assessment)}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
