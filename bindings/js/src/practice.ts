// `thuocdo/practice`: the core, and work with scores.

import { Engine, type WasmSource } from "./engine.js";
import type { Origin } from "./framework.js";
import { PracticeFramework, codes, signatures } from "./practice_classes.js";

export * from "./public.js";
export { Collector, type Block, type Report } from "./practice_classes.js";
export type * from "./requests.js";

const engine = new Engine(new URL("./thuocdo_practice.wasm", import.meta.url));

/** Loads the WebAssembly, once; afterwards everything is synchronous. Without a source it is the file beside this module. */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
  return engine.init(source);
}

/** A framework with its overlays. */
export class Framework extends PracticeFramework {
  /** @internal */
  static readonly engine = engine;

  /** @internal */
  constructor(origin: Origin, lang: number) {
    super(engine, origin, lang);
  }
}

/** What all spellings of the code of an institution have in common: `đô-1` of `ĐÔ -1`. Two codes are one institution's if theirs are equal. */
export const codeKey = codes(engine);

/** Ed25519 signatures of certificates: a seed and a public key are 32 bytes each. */
export const { sign, verifySignature, publicKey } = signatures(engine);
