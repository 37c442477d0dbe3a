// SPDX-License-Identifier: EUPL-1.2

/** Pauses and resumes the source that fills a queue. */
export interface Flow {
  pause(): void;
  resume(): void;
}

export interface QueueOptions {
  readonly flow: Flow;
  /** The number of items that pauses the source; items already in transit are still added. */
  readonly limit: number;
  /** Maximum wait for an item in milliseconds, after which `late` is thrown. */
  readonly patience: number;
  readonly late: () => unknown;
}

/** A bounded buffer between a push source and a slower consumer. */
export class EntryQueue<Item> {
  readonly #options: QueueOptions;
  #items: Item[] = [];
  #ended = false;
  #failure: { readonly reason: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  push(item: Item): void {
    this.#items.push(item);
    if (this.#items.length >= this.#options.limit) this.#options.flow.pause();
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Only the first failure counts: later ones are its consequences. */
  fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#wake();
  }

  /** All items in order, in batches as they arrived. A failure given to `fail` is thrown before items that are still queued. */
  async *take(): AsyncGenerator<readonly Item[], void, undefined> {
    for (;;) {
      this.#throwFailure();
      const batch = this.#items;
      this.#items = [];
      if (batch.length > 0) yield batch;
      this.#throwFailure();
      if (this.#items.length > 0) continue;
      this.#options.flow.resume();
      if (this.#ended) return;
      await this.#somethingNew();
    }
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.reason;
  }

  async #somethingNew(): Promise<void> {
    const { patience, late } = this.#options;
    const timer = setTimeout(() => this.fail(late()), patience);
    await new Promise<void>((resolve) => (this.#wake = resolve));
    clearTimeout(timer);
  }
}
