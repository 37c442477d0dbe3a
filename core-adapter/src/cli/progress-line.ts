// SPDX-License-Identifier: EUPL-1.2
import type { SyncProgress } from '../host/domain/sync/sync-progress.js';

/** The interval between updates of the line, in milliseconds. */
const PACE = 100;

/** Moves to the first column and clears the line. */
const ANEW = '\r\u001b[K';

export interface ProgressLine {
  readonly onProgress: SyncProgress;
  /** Removes the line before other output is written. */
  clear(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line on a terminal that shows the progress of a sync; undefined without a terminal or when `silent`. */
export function progressLine(
  terminal: Terminal,
  { silent = false, now = Date.now }: { readonly silent?: boolean; readonly now?: () => number } = {},
): ProgressLine | undefined {
  if (silent || !terminal.isTTY) return undefined;
  let last: { readonly stage: string; readonly at: number } | undefined;
  return {
    onProgress(stage, count) {
      const at = now();
      if (last?.stage === stage && at - last.at < PACE) return;
      last = { stage, at };
      const things = stage === 'reading' ? `${count} records read` : `writing ${count} persons`;
      terminal.write(`${ANEW}${things} …`);
    },
    clear() {
      if (last) terminal.write(ANEW);
      last = undefined;
    },
  };
}
