/// <reference lib="esnext.disposable" />
// What holds memory of the library.

import type { Engine } from "./engine.js";
import { InternalError } from "./errors.js";

/** Where a handle is now. The registry keeps it beyond the object that was forgotten. */
interface Place {
  readonly engine: Engine;
  handle: number;
  life: number;
}

const forgotten = new FinalizationRegistry<Place>(({ engine, handle, life }) => engine.free(handle, life));

/** What holds memory of the library: freed by `using`, by `free()`, or some time after it was forgotten. */
export abstract class Handle {
  #place: Place | undefined;

  /** @internal */
  constructor(engine: Engine, handle: number) {
    this.#place = { engine, handle, life: engine.life };
    forgotten.register(this, this.#place, this);
  }

  /** @internal The engine. */
  protected get engine(): Engine {
    return this.#open().engine;
  }

  /** @internal The number by which the library knows this. */
  get handle(): number {
    const place = this.#open();
    if (place.life !== place.engine.life) {
      place.handle = this.revived(place.engine);
      place.life = place.engine.life;
    }
    return place.handle;
  }

  /** @internal Makes it anew in a fresh instance, where that can be done. */
  protected revived(_: Engine): number {
    throw new InternalError("this object was lost in an earlier fault");
  }

  #open(): Place {
    if (this.#place === undefined) throw new TypeError("this object is freed");
    return this.#place;
  }

  /** Frees it. It may be freed again; every other use throws. */
  free(): void {
    if (this.#place === undefined) return;
    forgotten.unregister(this);
    this.#place.engine.free(this.#place.handle, this.#place.life);
    this.#place = undefined;
  }

  /** For `using`. */
  [Symbol.dispose](): void {
    this.free();
  }
}
