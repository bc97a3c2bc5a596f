/** Where the assessors differ from the school, as the library compares the two. */
import type { Assessment } from "thuocdo/office";
import { ThuocdoError } from "thuocdo/office";
import { lang, number, range, t } from "../language.ts";
import type { Reading } from "./draft.ts";
import { Code } from "./result.tsx";

export function Differences({ self, reading }: { readonly self: Assessment; readonly reading: Reading }) {
  const review = compared(self, reading);
  if (typeof review === "string") {
    return <p class="refused">{review}</p>;
  }
  const differing = review.groups.flatMap(({ indicators }) => indicators).filter(({ disputed, external }) => disputed && external.low === external.high);
  return (
    <section class="differences" aria-labelledby="differences">
      <h3 id="differences">{t("differences", { count: differing.length })}</h3>
      <ul>
        {review.groups.map((group) => (
          <li key={group.code}>
            {t("group", { code: group.code })}: {range(group.self.score)} → {range(group.external.score)}
          </li>
        ))}
      </ul>
      <ul>
        {differing.map((one) => (
          <li key={one.code}>
            <Code code={one.code} /> {range(one.self)} → {range(one.external)}
            {one.difference.low === one.difference.high && ` (${one.difference.low > 0 ? "+" : ""}${number(one.difference.low)})`}
            {!one.reason && <em> {t("no_reason")}</em>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function compared(self: Assessment, { framework, assessment }: Reading) {
  try {
    return framework.review({ self, external: assessment }, { lang: lang.value });
  } catch (error) {
    if (error instanceof ThuocdoError) return error.message;
    throw error;
  }
}
