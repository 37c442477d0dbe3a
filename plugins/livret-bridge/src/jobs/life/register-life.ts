// SPDX-License-Identifier: EUPL-1.2
import { registerBoardClass } from '../../pages/board/class.routes.js';
import { registerBoard } from '../../pages/board/board.routes.js';
import { registerPublishing } from '../../pages/board/publish.routes.js';
import { registerSendingBack } from '../../pages/board/send-back.routes.js';
import { registerVisa } from '../../pages/board/visa.routes.js';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { registerLate } from '../../pages/late/late.routes.js';
import { registerSigning } from '../../pages/sign/sign.routes.js';
import { registerPeriods } from '../../pages/periods/periods.routes.js';
import { registerUnlocking } from '../../pages/unlock/unlock.routes.js';
import { primaryBrick } from '../../primary-brick.js';
import { registerPublication } from '../../domain/life/publish-job.js';
import { registerReturns } from './restore-job.js';
import { registerSteps } from '../../pages/bilan/write/steps.routes.js';

/** The steps of a bilan from draft to publication, and back. */
export function registerLife(brick: Pick<LivretBrick, 'http' | 'jobs'>, catalogues: Catalogues): void {
  const primary = primaryBrick(brick);
  registerSteps(primary, catalogues);
  registerPeriods(primary, catalogues);
  registerSigning(primary, catalogues);
  registerBoard(primary, catalogues);
  registerBoardClass(primary, catalogues);
  registerVisa(primary);
  registerSendingBack(primary);
  registerPublishing(primary, catalogues);
  registerUnlocking(primary, catalogues);
  registerLate(primary);
  registerPublication(brick);
  registerReturns(brick, catalogues);
}
