// The fields of each request. `office.test.js` compares them with what the library knows, `types.ts` with the types.

export const REQUESTS = /** @type {const} */ ({
  agreement: ["external", "keep", "self"],
  audit: ["submissions"],
  certify: ["case"],
  cohort: ["keep", "register", "scorecards"],
  conform: ["answers"],
  course: ["register", "scorecards"],
  impact: ["scorecards", "to"],
  kit: ["with_answers"],
  local_framework: ["overlay"],
  panel: ["combine", "forms"],
  plan: ["assessment", "efforts", "scorecard", "step", "targets"],
  process: ["as_of", "calendar", "case", "register", "scope"],
  publication: [
    "act", "as_of", "authority", "certificate_link", "keep", "name_missing", "official", "period", "recognised", "register", "scorecards", "stream",
    "title",
  ],
  quality: ["as_of", "stale_after_days", "submission"],
  quality_batch: ["as_of", "stale_after_days", "submissions", "window"],
  review: ["external", "self"],
  score: ["answers", "assessed_on", "conditions", "evidence", "framework", "institution", "period", "stream"],
  verify: ["case", "certificate"],
  what_if: ["answers", "assessment", "conditions"],
});
