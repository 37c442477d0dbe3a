// SPDX-License-Identifier: EUPL-1.2

/** Runs work one at a time, in the order of the calls. */
export class Mutex {
  #tail: Promise<unknown> = Promise.resolve();

  run<R>(work: () => Promise<R>): Promise<R> {
    const result = this.#tail.then(work, work);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}

/** A mutex for each key: work of one key is done one at a time. */
export class MutexByKey {
  readonly #mutexes = new Map<string, Mutex>();

  run<R>(key: string, work: () => Promise<R>): Promise<R> {
    const mutex = this.#mutexes.get(key) ?? new Mutex();
    this.#mutexes.set(key, mutex);
    return mutex.run(work);
  }
}
