// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataServices } from './personal-data-services.js';
import type { FailedBrick, ReadyBrick } from '../bricks/loaded-brick.js';

/** A running brick with handlers for personal data. */
export type BrickWithPersonalData = ReadyBrick & Required<Pick<ReadyBrick, 'personalData'>>;

/** The bricks that can export and erase their data. */
export function bricksWithPersonalData({ bricks }: Pick<PersonalDataServices, 'bricks'>): BrickWithPersonalData[] {
  return bricks.filter(
    (brick): brick is BrickWithPersonalData => brick.state === 'ready' && brick.personalData !== undefined,
  );
}

/** The failed bricks that may have tables; a brick without a readable manifest counts as one. */
export function failedWithRows({ bricks }: Pick<PersonalDataServices, 'bricks'>): FailedBrick[] {
  return bricks.filter(
    (brick): brick is FailedBrick => brick.state === 'failed' && (brick.manifest?.entities ?? [undefined]).length > 0,
  );
}

/** The failed bricks that may hold personal data and cannot be asked for it. */
export function failedBricksWithPersonalData(context: Pick<PersonalDataServices, 'bricks'>): FailedBrick[] {
  return failedWithRows(context).filter(({ manifest }) => !manifest?.personalData || 'kept' in manifest.personalData);
}
