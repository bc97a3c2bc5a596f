/** A form with what it was before, to undo and redo. */
import { computed, signal, type Signal } from "@preact/signals";
import type { Draft } from "./draft.ts";

/** Keys typed in one field within this time are undone together, in milliseconds. */
const TOGETHER = 1500;
/** How many steps back are kept. */
const STEPS = 200;

export class History {
  readonly #past = signal<readonly Draft[]>([]);
  readonly #future = signal<readonly Draft[]>([]);
  #field = "";
  #at = 0;
  readonly draft;
  readonly canUndo = computed(() => this.#past.value.length > 0);
  readonly canRedo = computed(() => this.#future.value.length > 0);

  constructor(draft: Draft) {
    this.draft = signal(draft);
  }

  /** Changes the form. `field` says where, so that what is typed there in one go is one step. */
  change(field: string, changed: Partial<Draft>): void {
    const now = Date.now();
    const goesOn = field === this.#field && now - this.#at < TOGETHER && this.#past.peek().length > 0;
    if (!goesOn) this.#past.value = [...this.#past.peek(), this.draft.peek()].slice(-STEPS);
    this.#future.value = [];
    this.#field = field;
    this.#at = now;
    this.draft.value = { ...this.draft.peek(), ...changed, changed: now };
  }

  undo(): void {
    this.#step(this.#past, this.#future);
  }

  redo(): void {
    this.#step(this.#future, this.#past);
  }

  #step(from: Signal<readonly Draft[]>, to: Signal<readonly Draft[]>): void {
    const last = from.peek().at(-1);
    if (!last) return;
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), this.draft.peek()];
    this.#field = "";
    this.draft.value = { ...last, changed: Date.now() };
  }
}
