// The WebAssembly behind an entry: loaded once, called with bytes, made anew after a fault. `rust/door.rs` is its other side.

import { InternalError, InvalidTable, type Refusing } from "./errors.js";
import { encoded, frozen } from "./json.js";

/** Where the WebAssembly comes from: an address, a response of `fetch`, or its bytes. */
export type WasmSource = string | { readonly href: string } | { arrayBuffer(): Promise<ArrayBuffer> } | ArrayBuffer | Uint8Array;

/** The functions of the file by their names, and its memory. */
interface Exports extends Readonly<Record<string, unknown>> {
  readonly memory: { readonly buffer: ArrayBuffer };
  argument(length: number): number;
  forget(): void;
  free(handle: number): void;
  message(): number;
  message_len(): number;
  result(): number;
  result_len(): number;
  start(): void;
}

/** What a call gives beside its number. */
export class Reply {
  readonly #exports: Exports;
  readonly number: number;

  constructor(exports: Exports, number: number) {
    this.#exports = exports;
    this.number = number;
  }

  /** The bytes of the answer, copied. */
  bytes(): Uint8Array<ArrayBuffer> {
    return seen(this.#exports, this.#exports.result(), this.#exports.result_len()).slice();
  }

  /** The answer as text. */
  text(): string {
    return decoder.decode(seen(this.#exports, this.#exports.result(), this.#exports.result_len()));
  }

  /** The answer as a value that nobody can change. */
  json<T>(): T {
    return frozen(JSON.parse(this.text()) as T);
  }

  /** The text beside the answer. */
  message(): string {
    return decoder.decode(seen(this.#exports, this.#exports.message(), this.#exports.message_len()));
  }
}

const decoder = new TextDecoder();

function seen({ memory }: Exports, at: number, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(memory.buffer, at >>> 0, length >>> 0);
}

export class Engine {
  readonly #beside: URL;
  #loading: Promise<void> | undefined;
  #module: WebAssembly.Module | undefined;
  #exports: Exports | undefined;
  /** Which instance runs: every fault makes a new one, in which no handle of before is anything. */
  life = 0;

  /** An engine whose file is at `beside` if nobody names another. */
  constructor(beside: URL) {
    this.#beside = beside;
  }

  /** Loads the file, once. */
  init(source?: WasmSource | Promise<WasmSource>): Promise<void> {
    this.#loading ??= this.#load(source).catch((error: unknown) => {
      // So that it can be tried again.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load(source: WasmSource | Promise<WasmSource> = this.#beside): Promise<void> {
    this.#module = await WebAssembly.compile(await bytesOf(await source));
    // The first instance may be made slowly; a browser's main thread allows no large one at once while nothing is compiled.
    this.#begin(await WebAssembly.instantiate(this.#module, absent(this.#module)));
  }

  #begin(instance: WebAssembly.Instance): Exports {
    this.#exports = instance.exports as unknown as Exports;
    this.#exports.start();
    return this.#exports;
  }

  #ready(): Exports {
    if (this.#module === undefined) throw new Error("call `await init()` first");
    return this.#exports ?? this.#begin(new WebAssembly.Instance(this.#module, absent(this.#module)));
  }

  /**
   * Calls a function with numbers, and with bytes that it takes in order. `read` takes of the answer what it needs, because the next call
   * overwrites it. Where the library refuses, `refusing` is thrown.
   */
  call<T>(name: string, numbers: readonly number[], texts: readonly (string | Uint8Array)[], refusing: Refusing, read: (reply: Reply) => T): T {
    // What cannot be encoded must leave nothing behind.
    const all = texts.map((text) => (typeof text === "string" ? encoded(text) : text));
    const exports = this.#ready();
    const reply = new Reply(exports, this.#guarded(exports, () => {
      for (const bytes of all) {
        const at = exports.argument(bytes.length);
        seen(exports, at, bytes.length).set(bytes);
      }
      return (exports[name] as (...numbers: readonly number[]) => number)(...numbers);
    }));
    try {
      if (reply.number === -1) throw new refusing(reply.message(), reply.text());
      if (reply.number === -3) throw new InvalidTable(reply.message(), reply.text());
      if (reply.number < 0) throw new RangeError(reply.message());
      return read(reply);
    } finally {
      exports.forget();
    }
  }

  /** Runs what may end the instance. */
  #guarded<T>(exports: Exports, run: () => T): T {
    try {
      return run();
    } catch (cause) {
      this.life += 1;
      this.#exports = undefined;
      throw new InternalError(`a fault in thuocdo, please report it: ${panicMessage(exports) || String(cause)}`, { cause });
    }
  }

  /** Frees a handle of an instance, if that still runs. */
  free(handle: number, life: number): void {
    if (life === this.life) this.#exports?.free(handle);
  }

  /** @internal For the tests of faults. */
  fault(): void {
    const exports = this.#ready();
    this.#guarded(exports, () => exports.argument(-1));
  }
}

/**
 * What the file asks of its host, by names of wasm-bindgen: crates that write archives and workbooks want a clock and random numbers. The only
 * call is for the time of a new workbook, which then gets a fixed one; so the clock stands still.
 */
function absent(module: WebAssembly.Module): WebAssembly.Imports {
  const modules: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (modules[from] ??= {})[name] = () => {
      if (name.startsWith("__wbg_now_")) return 0;
      throw new Error(`${name} is not there`);
    };
  }
  return modules;
}

/** The words of a panic; the memory of its instance can still be read. */
function panicMessage(exports: Exports): string {
  try {
    return new Reply(exports, 0).message();
  } catch {
    return "";
  }
}

/** Node reads no `file:` by `fetch`. The module is asked for in a way that no bundler follows. */
interface NodeLike {
  getBuiltinModule?(name: "node:fs/promises"): { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> } | undefined;
}

async function bytesOf(source: WasmSource): Promise<ArrayBuffer | Uint8Array<ArrayBuffer>> {
  if (source instanceof ArrayBuffer || source instanceof Uint8Array) return source as ArrayBuffer | Uint8Array<ArrayBuffer>;
  if (typeof source === "object" && "arrayBuffer" in source) return source.arrayBuffer();
  const address = typeof source === "string" ? source : source.href;
  if (address.startsWith("file:")) {
    const { process } = globalThis as { process?: NodeLike };
    const files = process?.getBuiltinModule?.("node:fs/promises");
    if (files !== undefined) return files.readFile(new URL(address));
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}
