// Any entry in a worker: the same classes, of which each method gives a promise.
//
//   // worker.js
//   import * as office from "thuocdo/office";
//   import { serve } from "thuocdo/worker";
//   serve(office);
//
//   // page.js
//   import { connect } from "thuocdo/worker";
//   const { Framework } = await connect<typeof import("thuocdo/office")>(new Worker(new URL("./worker.js", import.meta.url), { type: "module" }));
//   const folder = await (await Framework.shipped()).folder();
//   for (const file of files) show(await folder.add(file.path, file.bytes));
//   const year = await (await folder.year({ asOf: "2027-05-20" })).get("value");

import type { WasmSource } from "./engine.js";
import { CLASSES, InternalError, ThuocdoError } from "./errors.js";
import { Handle } from "./handle.js";
import { frozen } from "./json.js";
import type { Answers, Begun, Question, QuestionOfMany, Requests } from "./requests.js";
import type { InLang, Json } from "./json.js";
import type { Collector } from "./practice_classes.js";

/** What can be posted to: a worker or the inside of one, of a browser or of Node. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
}

/** What is left of a method that gives a promise. */
type Later<R> = Promise<R extends Handle ? Remote<R> : R>;

/** An object in the worker. Arguments may be other objects there. */
export type Remote<T> = {
  readonly [K in keyof T as K extends keyof Asks ? never : T[K] extends (...args: never) => unknown ? K : never]: T[K] extends (...args: infer A) => infer R
    ? (...args: { [N in keyof A]: A[N] extends Handle ? Remote<A[N]> : A[N] }) => Later<R>
    : never;
} & {
  /** A property, such as `document` or `forms`. */
  get<K extends keyof T>(name: K): Promise<T[K]>;
} & (T extends { ask: unknown } ? Asks : unknown);

/** The methods whose answer depends on the question. */
interface Asks {
  ask<Q extends Question>(question: Q, request: Json<Requests[Q]>, options?: InLang): Promise<Answers[Q]>;
  collect<Q extends QuestionOfMany>(question: Q, request?: Json<Begun<Q>>, options?: InLang): Promise<Remote<Collector<Q>>>;
}

/** The entry in the worker. */
export type RemoteEntry<E extends { Framework: { prototype: Handle } }> = {
  readonly Framework: {
    shipped(id?: string, options?: InLang): Promise<Remote<E["Framework"]["prototype"]>>;
    load(file: Json, options?: InLang): Promise<Remote<E["Framework"]["prototype"]>>;
    shippedIds(): Promise<readonly string[]>;
  };
} & { readonly [K in "sign" | "verifySignature" | "publicKey" as K extends keyof E ? K : never]: E extends Record<K, (...args: infer A) => infer R> ? (...args: RemoteArgs<A>) => Later<R> : never };

type RemoteArgs<A> = { [N in keyof A]: A[N] extends Handle ? Remote<A[N]> : A[N] };

/** What goes to the worker: a call or a property of an object; the object is a number, a class by its name, or "" for the entry itself. */
interface Call {
  readonly nth: number;
  readonly of: number | string;
  readonly name: string;
  /** Nothing: the property is meant. */
  readonly args?: readonly unknown[];
}

/** What comes back. */
interface Answered {
  readonly nth: number;
  readonly value?: unknown;
  readonly handle?: number;
  readonly error?: { readonly kind: string; readonly message: string; readonly json?: string };
}

/** Another object of the worker among the arguments. */
interface Referred {
  readonly thuocdo_handle: number;
}

const NUMBER = Symbol("number");

/** Answers, in a worker, for an entry. In Node, `port` is `parentPort` of `node:worker_threads`. */
export function serve(entry: object, port: Port = globalThis as unknown as Port): void {
  const handles = new Map<number, Handle>();
  let last = 0;
  const resolved = (args: unknown): unknown =>
    typeof args === "object" && args !== null && "thuocdo_handle" in args ? handles.get((args as Referred).thuocdo_handle) : args;
  const done = async ({ of, name, args }: Call): Promise<unknown> => {
    const owner = of === "" ? entry : typeof of === "string" ? (entry as Record<string, unknown>)[of] : handles.get(of);
    if (owner === undefined) throw new TypeError("this object of the worker is freed");
    const member = (owner as Record<string, unknown>)[name];
    if (args === undefined) return member;
    if (typeof member !== "function") throw new TypeError(`${name} is no method`);
    if (name === "free" && typeof of === "number") handles.delete(of);
    return (member as (...args: unknown[]) => unknown).apply(owner, args.map(resolved));
  };
  listen(port, async (message) => {
    const call = message as Call;
    let answer: Answered;
    try {
      const value = await done(call);
      if (value instanceof Handle) {
        last += 1;
        handles.set(last, value);
        answer = { nth: call.nth, handle: last };
      } else {
        answer = { nth: call.nth, value };
      }
    } catch (error) {
      answer = { nth: call.nth, error: described(error) };
    }
    port.postMessage(answer, answer.value instanceof Uint8Array ? [answer.value.buffer as ArrayBuffer] : []);
  });
}

function described(error: unknown): NonNullable<Answered["error"]> {
  const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
  return error instanceof ThuocdoError ? { kind, message, json: error.json } : { kind, message };
}

/** The entry that a worker serves, once its WebAssembly is loaded. `source` is that of `init`. */
export async function connect<E extends { Framework: { prototype: Handle } }>(worker: Port, source?: WasmSource): Promise<RemoteEntry<E>> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let last = 0;
  const ask = (of: number | string, name: string, args?: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ nth: last, of, name, ...(args === undefined ? {} : { args: args.map(referred) }) } satisfies Call, []);
    });
  const forgotten = new FinalizationRegistry<number>((handle) => void ask(handle, "free", []));
  const remote = (of: number | string): object => {
    const made = new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === NUMBER) return of;
          // A promise must not take it for another promise.
          if (typeof name === "symbol" || name === "then") return undefined;
          if (of === "" && name === "Framework") return remote(name);
          if (name === "get" && typeof of === "number") return (property: string) => ask(of, property);
          if (name === "free") forgotten.unregister(made);
          return (...args: readonly unknown[]) => ask(of, name, args);
        },
      },
    );
    return made;
  };
  const referred = (args: unknown): unknown => {
    const handle = typeof args === "object" && args !== null ? (args as { [NUMBER]?: number })[NUMBER] : undefined;
    return handle === undefined ? args : ({ thuocdo_handle: handle } satisfies Referred);
  };
  const settle = ({ nth, value, handle, error }: Answered): void => {
    const { resolve, reject } = waiting.get(nth) ?? {};
    waiting.delete(nth);
    if (error !== undefined) {
      reject?.(made(error));
    } else if (handle !== undefined) {
      const object = remote(handle);
      forgotten.register(object, handle, object);
      resolve?.(object);
    } else {
      resolve?.(value instanceof Uint8Array ? value : frozen(value));
    }
  };
  listen(worker, (message) => settle(message as Answered), (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  await ask("", "init", source === undefined ? [] : [source]);
  return remote("") as RemoteEntry<E>;
}

/** The error of a worker, as its class. */
function made({ kind, message, json }: NonNullable<Answered["error"]>): Error {
  if (json !== undefined && kind in CLASSES) return new CLASSES[kind as keyof typeof CLASSES](message, json);
  if (kind === "InternalError") return new InternalError(message);
  const known = { TypeError, RangeError }[kind] ?? Error;
  return new known(message);
}

/** Hears a port: of Node, which has `on`, or of a browser. */
function listen(port: Port, heard: (message: unknown) => void, failed?: (error: unknown) => void): void {
  const events = port as unknown as {
    on?(name: string, heard: (value: unknown) => void): void;
    addEventListener(name: string, heard: (event: { data?: unknown; message?: string }) => void): void;
  };
  if (typeof events.on === "function") {
    events.on("message", heard);
    if (failed !== undefined) events.on("error", failed);
  } else {
    events.addEventListener("message", ({ data }) => heard(data));
    if (failed !== undefined) events.addEventListener("error", ({ message }) => failed(new Error(message ?? "the worker failed")));
  }
}
