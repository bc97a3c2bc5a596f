/** What follows from a form so far: points, levels, what is missing, and what to raise. */
import type { Plan, Scorecard } from "thuocdo/office";
import { both, number, range, t } from "../language.ts";
import { Band } from "../ui/band.tsx";
import type { Reading } from "./draft.ts";
import { idOf } from "./question.tsx";
import { levelName, thresholds, titles, type Document } from "./rules.ts";

type GroupCard = Scorecard["groups"][number];
type GroupPlan = Plan["groups"][number];

/** `mức độ 2 (Đáp ứng cơ bản)`, or both ends where missing answers leave it open. */
export function levelText(document: Document, level: { readonly low: number; readonly high: number }): string {
  if (level.low !== level.high) return t("level_between", { low: level.low, high: level.high });
  return t("level_is", { level: level.low, name: both(levelName(document, level.low)) });
}

export function Result({ reading }: { readonly reading: Reading }) {
  const { card, national, plan } = reading;
  const document = reading.framework.document;
  return (
    <>
      <Verdict card={card} document={document} />
      {card.groups.map((group, index) => (
        <GroupResult key={group.code} group={group} plan={plan.groups[index]} reading={reading} />
      ))}
      <p class="overall">
        {t("overall")}: <strong>{levelText(document, card.overall.level)}</strong>
        <small>{t("overall_is_practice")}</small>
      </p>
      {national && (
        <div class="national">
          <h3>{t("by_ministry")}</h3>
          <ul>
            {national.groups.map((group) => (
              <li key={group.code}>
                {t("group", { code: group.code })}: {t("points", { points: range(group.score) })}, {levelText(document, group.level)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Quality reading={reading} />
    </>
  );
}

function Verdict({ card, document }: { readonly card: Scorecard; readonly document: Document }) {
  const { eligible, blockers } = card.recognition;
  const names = titles(document);
  const place = (at: string): string => {
    const title = names.get(at);
    return title ? both(title) : "";
  };
  const lowest = document.levels[0]?.level;
  const isLowest = card.overall.level.high === lowest;
  if (eligible) {
    const said = isLowest ? t("nothing_blocks") : t(card.stream === "external" ? "ready_external" : "ready_self");
    return <p class={isLowest ? "verdict" : "verdict good"}>{said}</p>;
  }
  const unmet = blockers.filter(({ code }) => code !== "level_undetermined");
  return (
    <div class="verdict bad">
      <strong>{t("not_ready")}</strong>
      <ul>
        {unmet.map((blocker) => (
          <li key={`${blocker.code} ${blocker.at}`}>
            <a href={`#${idOf(blocker.at)}`} onClick={jump(blocker.at)}>
              {t(`blocker_${blocker.code as "condition_unmet"}`, { at: blocker.at })}
            </a>
            : {place(blocker.at)}
          </li>
        ))}
        {blockers
          .filter(({ code }) => code === "level_undetermined")
          .map((blocker) => (
            <li key={blocker.at}>{t("blocker_level_undetermined", { at: blocker.at })}</li>
          ))}
      </ul>
    </div>
  );
}

function GroupResult({ group, plan, reading }: { readonly group: GroupCard; readonly plan: GroupPlan | undefined; readonly reading: Reading }) {
  const document = reading.framework.document;
  const rules = document.groups.find(({ code }) => code === group.code);
  const missing = group.criteria.flatMap(({ indicators }) => indicators).filter(({ state }) => state === "missing");
  const brings = missing.reduce((sum, { max }) => sum + Math.round(max * 100), 0) / 100;
  const said = t("points_of_max", { points: range(group.score), max: number(group.max) });
  return (
    <section class="group-result" aria-label={t("group", { code: group.code })}>
      <h3>
        {t("group", { code: group.code })}: {said}
      </h3>
      <p class="level">{levelText(document, group.level)}</p>
      <Band label={`${said}, ${levelText(document, group.level)}`} low={group.score.low} high={group.score.high} max={group.max} thresholds={rules ? thresholds(rules) : []} />
      {missing.length > 0 && (
        <details>
          <summary>{t("missing", { count: missing.length, points: number(brings) })}</summary>
          <ul>
            {missing.map(({ code, max }) => (
              <li key={code}>
                <Code code={code} /> {t("brings", { points: number(max) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {plan && <Plans plan={plan} document={document} />}
    </section>
  );
}

function Plans({ plan, document }: { readonly plan: GroupPlan; readonly document: Document }) {
  if (plan.reach === "reached") return <p class="gap">{plan.level.low === document.levels.at(-1)?.level ? t("highest") : ""}</p>;
  const target = levelText(document, { low: plan.target, high: plan.target });
  const names = titles(document);
  const { raises, points, lacking } = plan.fewest;
  return (
    <>
      <p class="gap">{t("gap", { points: number(plan.needed), level: target })}</p>
      {plan.reach === "out_of_reach" ? (
        <p>{t("out_of_reach", { points: number(lacking) })}</p>
      ) : (
        <details>
          <summary>{t("plan_fewest", { count: raises.length, points: number(points) })}</summary>
          <ul>
            {raises.map(({ code, from, to }) => (
              <li key={code}>
                <Code code={code} /> {both(names.get(code) ?? code)}: {t("raise", { from: number(from), to: number(to) })}
              </li>
            ))}
          </ul>
          <p class="help">{t("plan_help")}</p>
        </details>
      )}
    </>
  );
}

/** A code that leads to its row in the form. */
export function Code({ code }: { readonly code: string }) {
  return (
    <a class="code" href={`#${idOf(code)}`} onClick={jump(code)}>
      {code}
    </a>
  );
}

/** Goes to a row without changing which part of the page is open. */
export function jump(code: string) {
  return (event: Event): void => {
    event.preventDefault();
    const row = document.getElementById(idOf(code)) ?? document.getElementById(`about-${code}`);
    row?.scrollIntoView({ block: "center" });
    (row?.querySelector<HTMLElement>("input, select, textarea") ?? row)?.focus({ preventScroll: true });
  };
}

function Quality({ reading }: { readonly reading: Reading }) {
  const { scores, findings } = reading.quality;
  const names = ["correct", "complete", "clean", "live"] as const;
  const shown = findings.filter(({ rule }) => rule !== "answered" && rule !== "condition_said");
  return (
    <section class="quality" aria-labelledby="quality">
      <h3 id="quality">{t("quality")}</h3>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`quality_${name}`)}</dt>
            <dd>{scores[name].percent === null ? "–" : `${number(scores[name].percent)}%`}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ at, message, rule }) => (
            <li key={`${at} ${rule} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same in one line, which stays in sight on a narrow screen. */
export function Summary({ reading }: { readonly reading: Reading }) {
  const { card } = reading;
  const level = ({ low, high }: { low: number; high: number }): string => (low === high ? String(low) : `${low}–${high}`);
  return (
    <a class="summary" href="#result" onClick={(event) => {
      event.preventDefault();
      document.getElementById("result")?.scrollIntoView();
    }}>
      {card.groups.map((group) => (
        <span key={group.code}>{t("summary_group", { code: group.code, points: range(group.score), level: level(group.level) })}</span>
      ))}
    </a>
  );
}
