/** The overlays that are laid in this page: new forms and folders are computed by them. A form remembers its own. */
import { signal } from "@preact/signals";

/** Texts of overlay files, the lowest first. */
export const overlays = signal<readonly string[]>([]);
