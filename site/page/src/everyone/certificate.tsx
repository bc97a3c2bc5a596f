/** Whether a certificate is genuine: by the code on its paper, by its signature, or by the case that it was made from. */
import { useEffect, useState } from "preact/hooks";
import { ThuocdoError, verifySignature, type Answers } from "thuocdo/office";
import { isOf } from "../engine/code.ts";
import { framework } from "../engine/engine.ts";
import { overlays } from "../engine/laid.ts";
import { both, day, lang, range, t } from "../language.ts";
import { levelName } from "../school/rules.ts";
import { Drop } from "../ui/drop.tsx";
import { fileName, save } from "../ui/save.ts";
import { canonical, digestIn, digestOf } from "./canonical.ts";

type Certificate = Answers["certify"];

interface Read {
  readonly certificate: Certificate;
  readonly digest: string;
  /** The whole file, where it is signed. */
  readonly signed: string | null;
}

export function CertificateCheck({ code }: { readonly code: string }) {
  const [all, setAll] = useState<readonly Certificate[]>([]);
  const [read, setRead] = useState<Read | null>(null);
  const [typed, setTyped] = useState(code);
  const [key, setKey] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [against, setAgainst] = useState<Answers["verify"] | null>(null);
  useEffect(() => setTyped(code), [code]);
  const rules = framework(overlays.value);

  const tried = async (work: () => Promise<void>): Promise<void> => {
    try {
      setFaults([]);
      await work();
    } catch (error) {
      setFaults(error instanceof ThuocdoError ? error.violations.map(({ message }) => message) : [t("no_certificate")]);
    }
  };
  const take = async (document: object): Promise<void> => {
    const isSigned = "signature" in document && "certificate" in document;
    const certificate = (isSigned ? document.certificate : document) as Certificate;
    if (!certificate.institution || !certificate.groups) throw new Error("not a certificate");
    // A paper of it is made by the reader of the library, which refuses a certificate that is none.
    rules.paper("ban-xac-nhan", { certificate }, { lang: lang.value, format: "html" });
    setAgainst(null);
    setRead({ certificate, digest: await digestOf(canonical(certificate)), signed: isSigned ? JSON.stringify(document) : null });
  };
  const open = (file: File): Promise<void> =>
    tried(async () => {
      setRead(null);
      setAll([]);
      const lines = (await file.text()).trim();
      const found = documents(lines);
      if (found.length === 1 && found[0]) await take(found[0]);
      else if (found.length > 1) setAll(found as unknown as Certificate[]);
      else throw new Error("not a certificate");
    });
  const compare = (file: File): Promise<void> =>
    tried(async () => {
      if (!read) return;
      const { certificate } = read;
      const cases = documents((await file.text()).trim()) as { institution?: { code?: string } }[];
      const own = cases.length === 1 ? cases[0] : cases.find(isOf(certificate.institution.code));
      if (!own) throw new Error("no case");
      setAgainst(rules.ask("verify", { certificate, case: own } as never, { lang: lang.value }));
    });

  const said = digestIn(typed);
  return (
    <section class="card" aria-labelledby="certificate">
      <h2 id="certificate">{t("verify")}</h2>
      <p>{t("verify_help")}</p>
      <div class="ways">
        <Drop label={t("drop_certificate")} accept=".json,.ndjson" onFiles={([dropped]) => dropped && void open(dropped.file)} />
        <div class="field">
          <label for="qr">{t("qr_text")}</label>
          <input id="qr" class="wide" spellcheck={false} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          {typed.trim() !== "" && !said && <p class="refused">{t("qr_wrong")}</p>}
          {said && !read && <p class="help">{t("qr_alone")}</p>}
        </div>
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
      {all.length > 0 && !read && (
        <>
          <p>{t("which_certificate", { count: all.length })}</p>
          <ul class="choices">
            {all.map((document, index) => (
              <li key={index}>
                <button type="button" onClick={() => void tried(() => take(document))}>
                  {nameIn(document)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {read && (
        <div role="status">
          <Verdict read={read} said={said} against={against} />
          <Contents certificate={read.certificate} />
          <p>
            {t("digest")}: <code class="digest">{read.digest}</code>
          </p>
          {read.signed && <Signature signed={read.signed} hex={key} onKey={setKey} />}
          <Drop label={t("drop_case")} accept=".json,.ndjson" onFiles={([dropped]) => dropped && void compare(dropped.file)}>
            <p class="help">{t("drop_case_help")}</p>
          </Drop>
          <p class="buttons">
            <button
              type="button"
              onClick={() =>
                save(
                  fileName([t("file_certificate"), read.certificate.institution.code ?? "", read.certificate.period], "docx"),
                  rules.paper("ban-xac-nhan", { certificate: read.certificate }, { lang: lang.value }),
                )
              }
            >
              {t("save_certificate_paper")}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

/** The documents of a JSON file, or of one with a document on each line. */
function documents(text: string): object[] {
  try {
    const whole: unknown = JSON.parse(text);
    return typeof whole === "object" && whole !== null ? [whole] : [];
  } catch {
    return text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as object);
  }
}

function nameIn(document: Certificate | { readonly certificate: Certificate }): string {
  const { institution, period } = "certificate" in document ? document.certificate : document;
  return [institution.code, institution.name, period].filter((text) => text).join(" · ");
}

function Verdict({ read, said, against }: { readonly read: Read; readonly said: string | null; readonly against: Answers["verify"] | null }) {
  return (
    <>
      {said && <p class={said === read.digest ? "verdict good" : "verdict bad"}>{t(said === read.digest ? "digest_same" : "digest_other")}</p>}
      {against && (
        <div class={against.identical ? "verdict good" : "verdict bad"}>
          <p>{t(against.identical ? "case_same" : "case_other")}</p>
          {against.differences.length > 0 && (
            <ul>
              {against.differences.map(({ at, stated, found }) => (
                <li key={at}>{t("case_differs", { at, stated: JSON.stringify(stated), found: JSON.stringify(found) })}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {!said && !against && <p class="verdict">{t("not_compared")}</p>}
    </>
  );
}

function Contents({ certificate }: { readonly certificate: Certificate }) {
  const { document } = framework();
  const level = (of: number): string => t("level_is", { level: of, name: both(levelName(document, of)) });
  return (
    <dl class="contents">
      <dt>{t("institution")}</dt>
      <dd>{nameIn(certificate)}</dd>
      <dt>{t("recognised_by")}</dt>
      <dd>
        {certificate.body}, {day(certificate.on)}
      </dd>
      {certificate.groups.map((group) => (
        <div key={group.code}>
          <dt>{t("group", { code: group.code })}</dt>
          <dd>
            {t("points", { points: range(group.score) })}, {level(group.level)}
          </dd>
        </div>
      ))}
      <dt>{t("overall")}</dt>
      <dd>{level(certificate.overall.level)}</dd>
    </dl>
  );
}

function Signature({ signed, hex, onKey }: { readonly signed: string; readonly hex: string; readonly onKey: (hex: string) => void }) {
  const bytes = /^[0-9a-f]{64}$/iu.test(hex.trim()) ? Uint8Array.from(hex.trim().match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16)) : null;
  const isGood = bytes !== null && verifySignature(signed, bytes);
  return (
    <div class="field">
      <label for="key">{t("public_key")}</label>
      <input id="key" class="wide" spellcheck={false} value={hex} onInput={(event) => onKey(event.currentTarget.value)} />
      <p class="help">{t("public_key_help")}</p>
      {bytes && <p class={isGood ? "verdict good" : "verdict bad"}>{t(isGood ? "signature_good" : "signature_bad")}</p>}
    </div>
  );
}
