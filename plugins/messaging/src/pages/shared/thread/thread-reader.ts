// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../../brick-types.js';

/** The part of a request that presenters of a thread read. */
export type ThreadReader = Pick<MessagingRequest, 't' | 'format' | 'url' | 'user' | 'clock' | 'school'>;
