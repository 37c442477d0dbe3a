// SPDX-License-Identifier: EUPL-1.2

/** What lets a queue hold back whoever fills it. */
export interface Flow {
  pause(): void;
  resume(): void;
}

export interface QueueOptions {
  readonly flow: Flow;
  /** So many items make the queue hold back; what is under way at that moment still comes on top. */
  readonly limit: number;
  /** Milliseconds without an item, while one is waited for, after which `late` is thrown. */
  readonly patience: number;
  readonly late: () => unknown;
}

/** Between events that come when they like and a consumer that takes its time. Its memory is bounded. */
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

  /** The first failure counts: the next ones follow from it. */
  fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#wake();
  }

  /** Every item in order, those together that came together. Throws what `fail` was given before anything that is still queued. */
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
