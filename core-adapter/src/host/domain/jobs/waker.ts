// SPDX-License-Identifier: EUPL-1.2

/** Waits for a time, or for a call of `wake`. */
export class Waker {
  #isAwake = false;
  #end: (() => void) | undefined;

  /** Ends the wait in progress, or else the next one. */
  wake(): void {
    this.#isAwake = true;
    this.#end?.();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.#isAwake) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#end = resolve;
        timer = setTimeout(resolve, milliseconds);
      });
      clearTimeout(timer);
    }
    this.#end = undefined;
    this.#isAwake = false;
  }
}
