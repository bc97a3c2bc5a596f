/** A province's overlays, laid on the framework by their files. */
import { useState } from "preact/hooks";
import { ThuocdoError } from "thuocdo/office";
import { framework } from "../engine/engine.ts";
import { both, t } from "../language.ts";
import { Drop } from "./drop.tsx";

interface Props {
  /** Texts of overlay files, the lowest first. */
  readonly overlays: readonly string[];
  readonly onChange: (overlays: readonly string[]) => void;
}

export function Overlays({ overlays, onChange }: Props) {
  const [fault, setFault] = useState("");
  const laid = framework(overlays).document.overlays ?? [];
  const add = async (file: File): Promise<void> => {
    const next = [...overlays, await file.text()];
    try {
      framework(next); // Throws what is wrong with it.
      setFault("");
      onChange(next);
    } catch (error) {
      if (!(error instanceof ThuocdoError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <>
      <Drop label={t("overlay")} accept=".json" onFiles={([dropped]) => dropped && void add(dropped.file)}>
        <p class="help">{t("overlay_help")}</p>
      </Drop>
      {fault !== "" && (
        <p class="refused" role="alert">
          {fault}
        </p>
      )}
      {laid.length > 0 && (
        <>
          <ul>
            {laid.map((overlay) => (
              <li key={overlay.id}>
                {both(overlay.title)} {!overlay.issued && <em>{t("overlay_not_issued")}</em>}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => onChange(overlays.slice(0, -1))}>
            {t("overlay_remove")}
          </button>
        </>
      )}
    </>
  );
}
