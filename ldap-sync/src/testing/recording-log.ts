// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '@volee/core-adapter';

export interface RecordingLog extends Log {
  readonly warnings: { readonly fields: object; readonly sentence: string }[];
}

/** A log that keeps its warnings. */
export function recordingLog(): RecordingLog {
  const warnings: { fields: object; sentence: string }[] = [];
  const ignore = (): void => undefined;
  return {
    warnings,
    debug: ignore,
    info: ignore,
    error: ignore,
    warn: (fields, sentence) => warnings.push({ fields, sentence }),
  };
}
