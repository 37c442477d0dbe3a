// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';

/** The part of a request that the presenters of the page take. */
export type PresenterRequest = Pick<LivretRequest, 't' | 'format' | 'url' | 'school' | 'clock'>;
