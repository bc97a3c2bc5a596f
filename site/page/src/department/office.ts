/** The page's end of the worker: questions as promises. */
import type { Asked, Question, Questions, Told } from "./protocol.ts";
import OfficeWorker from "./worker.ts?worker&inline";

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (error: Error) => void;
  readonly progress: (done: number, all: number) => void;
}

export class Office {
  readonly #worker: Worker = new OfficeWorker();
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      const waiting = this.#waiting.get(data.id);
      if (!waiting) return;
      if ("done" in data) {
        waiting.progress(data.done, data.all);
        return;
      }
      this.#waiting.delete(data.id);
      if ("fault" in data) waiting.failed(new Error(data.fault));
      else waiting.done(data.answer as never);
    });
    this.#worker.addEventListener("error", (event) => {
      for (const { failed } of this.#waiting.values()) failed(new Error(event.message || "worker"));
      this.#waiting.clear();
    });
  }

  ask<Q extends Question>(question: Q, request: Questions[Q][0], progress: Waiting["progress"] = () => {}): Promise<Questions[Q][1]> {
    this.#last += 1;
    const asked: Asked = { id: this.#last, question, request };
    return new Promise((done, failed) => {
      this.#waiting.set(asked.id, { done: done as Waiting["done"], failed, progress });
      this.#worker.postMessage(asked);
    });
  }

  end(): void {
    this.#worker.terminate();
  }
}
