/** For everybody: is this certificate genuine, what does this figure rest on, what changed between two frameworks. */
import { t } from "../language.ts";
import { CertificateCheck } from "./certificate.tsx";
import { Checklist } from "./checklist.tsx";
import { Compare } from "./compare.tsx";
import { FormDigest } from "./digest.tsx";
import { Lookup } from "./lookup.tsx";

export function EveryoneDesk({ open }: { readonly open: string | null }) {
  const isDigest = open?.startsWith("sha256:") ?? false;
  return (
    <>
      <h1>{t("desk_everyone")}</h1>
      <p class="lead">{t("desk_everyone_lead")}</p>
      <CertificateCheck code={isDigest ? (open ?? "") : ""} />
      <FormDigest />
      <Lookup search={isDigest ? "" : (open ?? "")} />
      <Checklist />
      <Compare />
    </>
  );
}
