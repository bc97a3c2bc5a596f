/** Which part of the page is shown: the part of the address behind `#`. */
import { signal } from "@preact/signals";

export type Desk = "start" | "school" | "assessor" | "department" | "everyone";
export interface Route {
  readonly desk: Desk;
  /** What is open there: the id of a form, or a code to look up. */
  readonly open: string | null;
}

const DESKS: readonly Desk[] = ["start", "school", "assessor", "department", "everyone"];

/** The route of `#school/ID`. What a QR code adds to an address, `#sha256:…`, opens the check of a certificate. */
export function routeOf(hash: string): Route {
  const text = decodeURIComponent(hash.replace(/^#/u, ""));
  if (text.startsWith("sha256:")) return { desk: "everyone", open: text };
  const [desk, ...rest] = text.split("/");
  const known = DESKS.find((name) => name === desk);
  return known ? { desk: known, open: rest.join("/") || null } : { desk: "start", open: null };
}

export const route = signal(routeOf(location.hash));
addEventListener("hashchange", () => {
  route.value = routeOf(location.hash);
});

export function go(desk: Desk, open?: string): void {
  location.hash = open ? `${desk}/${encodeURIComponent(open)}` : desk;
}
