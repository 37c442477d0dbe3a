// SPDX-License-Identifier: EUPL-1.2
import type { FormerSchoolRequest } from '@volee/core-adapter';
import type { FileShareKey } from '../../brick-types.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';

export type FormerRequest = FormerSchoolRequest<FileShareKey>;

/** A pupil's part of a work, which they have begun, keep to read or got back. */
export interface FormerPart {
  readonly row: WorkPupilRow;
  readonly work: WorkRow;
}
