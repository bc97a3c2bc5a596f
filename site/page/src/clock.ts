/** The clock of the page. The library has none: every question says its day. */

/** Today, where the computer stands: `2027-05-20`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
