// SPDX-License-Identifier: EUPL-1.2
import { registerBoardClass } from '../board/class.routes.js';
import { registerBoard } from '../board/board.routes.js';
import { registerPublishing } from '../board/publish.routes.js';
import { registerSendingBack } from '../board/send-back.routes.js';
import { registerVisa } from '../board/visa.routes.js';
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { registerSigning } from '../sign/sign.routes.js';
import { registerPeriods } from '../periods/periods.routes.js';
import { registerUnlocking } from '../unlock/unlock.routes.js';
import { registerPublication } from './publish-job.js';
import { registerSteps } from './steps.routes.js';

/** The steps of a bilan from draft to publication, and back. */
export function registerLife(brick: Pick<LivretBrick, 'http' | 'jobs'>, catalogues: Catalogues): void {
  registerSteps(brick, catalogues);
  registerPeriods(brick, catalogues);
  registerSigning(brick, catalogues);
  registerBoard(brick, catalogues);
  registerBoardClass(brick, catalogues);
  registerVisa(brick);
  registerSendingBack(brick);
  registerPublishing(brick, catalogues);
  registerUnlocking(brick);
  registerPublication(brick);
}
