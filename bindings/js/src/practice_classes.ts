// The classes of the practice, for its own entry and for that of the office.

import type { Engine, Reply } from "./engine.js";
import { InvalidRequest } from "./errors.js";
import { CoreFramework } from "./framework.js";
import { Handle } from "./handle.js";
import { type InLang, type Json, bytesOf, langOf } from "./json.js";
import type { Answers, Begun, Question, QuestionOfMany, Requests } from "./requests.js";
import type { Certificate, Review, SignedCertificate } from "./types.js";

/** A result in words: titles, lines and tables, one after the other. */
export interface Report {
  readonly blocks: readonly Block[];
  /** The same as plain text. */
  readonly text: string;
}

export type Block =
  | { readonly line: string }
  | { readonly table: { readonly columns: readonly { readonly is_number: boolean; readonly title: string }[]; readonly rows: readonly (readonly string[])[] } }
  | { readonly title: string };

/** @internal */
export function report(reply: Reply): Report {
  return Object.freeze({ blocks: reply.json<{ blocks: readonly Block[] }>().blocks, text: reply.message() });
}

/** A framework that also answers the questions of docs/PRACTICE.md. */
export abstract class PracticeFramework extends CoreFramework {
  /** The answer to a question. Throws `InvalidRequest` with everything that is wrong with the request. */
  ask<Q extends Question>(question: Q, request: Json<Requests[Q]>, options?: InLang): Answers[Q] {
    return this.#asked("ask", [question, bytesOf(request)], options, (reply) => reply.json());
  }

  /** The answer as canonical JSON: the same bytes as from every other language. */
  askJson<Q extends Question>(question: Q, request: Json<Requests[Q]>, options?: InLang): string {
    return this.#asked("ask", [question, bytesOf(request)], options, (reply) => reply.text());
  }

  /** The answer in words. */
  report<Q extends Question>(question: Q, request: Json<Requests[Q]>, options?: InLang): Report {
    return this.#asked("report", [question, bytesOf(request)], options, report);
  }

  /** Self-assessment and external assessment of one institution, side by side. */
  review(request: Json<Requests["review"]>, options?: InLang): Review {
    return this.ask("review", request, options);
  }

  /** What is published of a period, as a page or as CSV; from the office also as a workbook (`xlsx`). */
  publish(request: Json<Requests["publication"]>, format: "html" | "csv" | "xlsx", options?: InLang): Uint8Array<ArrayBuffer> {
    return this.#asked("publish", [bytesOf(request), format], options, (reply) => reply.bytes());
  }

  /** Begins a question of many documents, which are added one by one, so that a country needs little memory. */
  collect<Q extends QuestionOfMany>(question: Q, request: Json<Begun<Q>> = "{}", options?: InLang): Collector<Q> {
    return this.#asked("collect", [question, bytesOf(request)], options, (reply) => new Collector<Q>(this.engine, reply.number));
  }

  #asked<T>(name: string, texts: readonly (string | Uint8Array)[], options: InLang | undefined, read: (reply: Reply) => T): T {
    return this.engine.call(name, [this.handle, langOf(options)], texts, InvalidRequest, read);
  }
}

/** A question of many documents in the making. */
export class Collector<Q extends QuestionOfMany = QuestionOfMany> extends Handle {
  /** Adds to a list of the request, such as `scorecards`. A document that is refused is left out; the others stay. Throws `InvalidRequest`. */
  add(list: string, document: Json, options?: InLang): void {
    this.engine.call("collector_add", [this.handle, langOf(options)], [list, bytesOf(document)], InvalidRequest, () => undefined);
  }

  /** The answer for the documents so far. More may be added afterwards. */
  answer(options?: InLang): Answers[Q] {
    return this.#answered("collector_answer", [], options, (reply) => reply.json());
  }

  answerJson(options?: InLang): string {
    return this.#answered("collector_answer", [], options, (reply) => reply.text());
  }

  report(options?: InLang): Report {
    return this.#answered("collector_report", [], options, report);
  }

  /** A `publication` as a page, CSV, or from the office as a workbook. */
  publish(this: Collector<"publication">, format: "html" | "csv" | "xlsx", options?: InLang): Uint8Array<ArrayBuffer> {
    return this.#answered("collector_publish", [format], options, (reply) => reply.bytes());
  }

  #answered<T>(name: string, texts: readonly string[], options: InLang | undefined, read: (reply: Reply) => T): T {
    return this.engine.call(name, [this.handle, langOf(options)], texts, InvalidRequest, read);
  }
}

/** @internal Codes of institutions, by an engine. */
export function codes(engine: Engine): (code: string) => string {
  return (code) => engine.call("code_key", [], [code], InvalidRequest, (reply) => reply.text());
}

/** @internal Ed25519 signatures of certificates, by an engine. */
export function signatures(engine: Engine) {
  const key = (bytes: Uint8Array): Uint8Array => {
    // What it is may be a secret, so it is not repeated.
    if (bytes.length !== 32) throw new RangeError("a key is 32 bytes");
    return bytes;
  };
  return {
    sign: (certificate: Json<Certificate>, seed: Uint8Array): SignedCertificate =>
      engine.call("sign", [0], [bytesOf(certificate), key(seed)], InvalidRequest, (reply) => reply.json()),
    verifySignature: (signed: Json<SignedCertificate>, trusted: Uint8Array): boolean =>
      engine.call("verify_signature", [0], [bytesOf(signed), key(trusted)], InvalidRequest, (reply) => reply.number === 1),
    publicKey: (seed: Uint8Array): Uint8Array<ArrayBuffer> => engine.call("public_key", [], [key(seed)], InvalidRequest, (reply) => reply.bytes()),
  };
}
