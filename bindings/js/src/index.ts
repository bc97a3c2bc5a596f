// `thuocdo`: the core.

import { Engine, type WasmSource } from "./engine.js";
import { CoreFramework, type Origin } from "./framework.js";

export * from "./public.js";

const engine = new Engine(new URL("./thuocdo.wasm", import.meta.url));

/** Loads the WebAssembly, once; afterwards everything is synchronous. Without a source it is the file beside this module. */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
  return engine.init(source);
}

/** A framework with its overlays. */
export class Framework extends CoreFramework {
  /** @internal */
  static readonly engine = engine;

  /** @internal */
  constructor(origin: Origin, lang: number) {
    super(engine, origin, lang);
  }
}
