// SPDX-License-Identifier: EUPL-1.2
import { moulinWeek } from './moulin-week.js';
import type { SchoolWeek } from './step.js';
import { tilleulsWeek } from './tilleuls-week.js';
import { troisRivieresWeek } from './trois-rivieres-week.js';

export const WEEKS: readonly SchoolWeek[] = [tilleulsWeek, moulinWeek, troisRivieresWeek];
