// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../../api/errors.js';
import { bothRemedies } from '../../infra/util/error-text.js';
import type { FailedBrick } from '../bricks/loaded-brick.js';

/** The error of a step that needs every brick, while one does not run. @param left what was left undone: `Nothing was changed` */
export function silentBrick({ cause, remedy }: FailedBrick, left: string): UnavailableError {
  return new UnavailableError(`${cause} ${left}.`, {
    remedy: bothRemedies(remedy, 'Mend the brick, or take it out of volee.yaml.'),
  });
}
