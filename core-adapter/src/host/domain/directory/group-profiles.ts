// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';

/** The profiles that groups restrict (ADR 114): heads and staff follow their own tick alone. */
export const GROUP_PROFILES: readonly Profile[] = ['pupil', 'guardian', 'teacher'];
