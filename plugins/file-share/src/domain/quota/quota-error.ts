// SPDX-License-Identifier: EUPL-1.2
import { TooLargeError } from '@volee/core-adapter';
import type { NodeRow } from '../../store/node.entity.js';
import { TOTAL } from '../../store/space.entity.js';

/** The files of one pupil in a work: they take no more than the quota of a pupil. */
export const PART = 'part';

/** The files that one pupil adds to the space of a group. */
export const SHARE = 'share';

/** The room of a space, or of the whole school. */
export interface Room {
  /** Empty for a space that nothing was put into so far. */
  readonly spaceId: string;
  /** The space, by the kind of what is put into it; `TOTAL` when the whole school has less room than the space, `PART` or `SHARE` when the pupil has. */
  readonly of: NodeRow['spaceKind'] | typeof TOTAL | typeof PART | typeof SHARE;
  /** Absent for bytes; `nodes` when the number of folders and files is the bound. */
  readonly unit?: 'nodes';
  /** The bytes, or folders and files, that are left. */
  readonly left: number;
}

/** The room that is missing. */
export interface Lack extends Room {
  /** The bytes, or folders and files, that would be added; undefined when the upload was ended before all of them had arrived. */
  readonly wanted: number | undefined;
}

/** A space, or the whole school, has no room for this: HTTP 413. Nothing was written. */
export class QuotaError extends TooLargeError {
  constructor(readonly lack: Lack) {
    const place = lack.of === TOTAL ? 'The school' : lack.of === PART ? 'The part' : 'The space';
    const unit = lack.unit === 'nodes' ? 'folders and files' : 'bytes';
    super(`${place} has room for ${lack.left} ${unit}, too few for ${lack.wanted ?? 'these files'}.`, {
      remedy: 'Delete files and empty the trash, or ask the head for room.',
      details: { ...lack },
    });
  }
}
