// SPDX-License-Identifier: EUPL-1.2
import type { ServerProcess } from '../../services/server-process.js';
import type { LimitReport } from '../measure/limit-report.js';
import type { DrivePlace } from './drive-place.js';

export interface Extent {
  readonly rounds: number;
  /** Megabytes of the large file; the memory is measured with four times as many. */
  readonly mb: number;
}

/** A part of the bench. `webdav` is undefined where Apache is not installed. */
export type Part = (
  place: DrivePlace,
  extent: Extent,
  report: LimitReport,
  webdav: ServerProcess | undefined,
) => Promise<void>;

export function ms(figure: number): string {
  return `${figure.toFixed(figure < 10 ? 1 : 0)} ms`;
}
