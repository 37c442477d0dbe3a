// SPDX-License-Identifier: EUPL-1.2
import { TooLargeError } from '@volee/core-adapter';
import type { NodeRow } from '../store/node.entity.js';
import { TOTAL } from '../store/space.entity.js';

/** The room that is missing. */
export interface Lack {
  readonly spaceId: string;
  /** The space that is full, by the kind of what was to be put into it; `TOTAL` when the whole school is full. */
  readonly of: NodeRow['spaceKind'] | typeof TOTAL;
  /** The bytes that would be added. */
  readonly wanted: number;
  /** The bytes that are left. */
  readonly left: number;
}

/** A space, or the whole school, has no room for this: HTTP 413. Nothing was written. */
export class QuotaError extends TooLargeError {
  constructor(readonly lack: Lack) {
    const place = lack.of === TOTAL ? 'The school' : 'The space';
    super(`${place} has ${lack.left} bytes left, too few for ${lack.wanted}.`, {
      remedy: 'Delete files and empty the trash, or ask the head for room.',
      details: { ...lack },
    });
  }
}
