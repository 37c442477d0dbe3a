// SPDX-License-Identifier: EUPL-1.2
import type { SyncProgress } from '../host/domain/sync/sync-progress.js';

/** How often the line is written anew, in milliseconds. */
const PACE = 100;

/** Back to the first column, and nothing behind. */
const ANEW = '\r\u001b[K';

export interface ProgressLine {
  readonly onProgress: SyncProgress;
  /** Takes the line away, before something else is written. */
  clear(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line of a terminal that says how far a sync has come; nothing where there is no terminal, or `silent`. */
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
