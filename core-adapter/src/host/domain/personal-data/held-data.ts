// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataServices } from './personal-data-services.js';
import type { FailedBrick, ReadyBrick } from '../bricks/loaded-brick.js';

/** A brick that keeps something about persons, or may. */
export type KeepingBrick = ReadyBrick & Required<Pick<ReadyBrick, 'personalData'>>;

/** The bricks that give out and erase what they keep. */
export function keepingBricks({ bricks }: Pick<PersonalDataServices, 'bricks'>): KeepingBrick[] {
  return bricks.filter((brick): brick is KeepingBrick => brick.state === 'ready' && brick.personalData !== undefined);
}

/** Those that failed and may have tables; of one that could not even be read, nobody knows. */
export function failedWithRows({ bricks }: Pick<PersonalDataServices, 'bricks'>): FailedBrick[] {
  return bricks.filter(
    (brick): brick is FailedBrick => brick.state === 'failed' && (brick.manifest?.entities ?? [undefined]).length > 0,
  );
}

/** Of them, those that may know persons, and cannot be asked for them. */
export function silentBricks(context: Pick<PersonalDataServices, 'bricks'>): FailedBrick[] {
  return failedWithRows(context).filter(({ manifest }) => !manifest?.personalData || 'kept' in manifest.personalData);
}
