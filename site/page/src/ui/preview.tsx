/** A page of the library (a paper, a publication) in a frame, to look at and to print. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../language.ts";

interface Props {
  readonly title: string;
  readonly html: string;
  readonly onClose: () => void;
}

export function Preview({ title, html, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="preview" aria-label={title} onClose={onClose}>
      <div class="bar">
        <strong>{title}</strong>
        <button type="button" class="first" onClick={() => frame.current?.contentWindow?.print()}>
          {t("print")}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
      </div>
      {/* Its own policy lets nothing in or out; the frame may only be printed. */}
      <iframe ref={frame} title={title} srcdoc={html} sandbox="allow-same-origin allow-modals" />
    </dialog>
  );
}
