// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { registerSigning } from '../sign/sign.routes.js';
import { registerSteps } from './steps.routes.js';

/** The steps of a bilan from draft to publication, and back. */
export function registerLife(brick: Pick<LivretBrick, 'http' | 'jobs'>, catalogues: Catalogues): void {
  registerSteps(brick, catalogues);
  registerSigning(brick, catalogues);
}
