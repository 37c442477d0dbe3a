// SPDX-License-Identifier: EUPL-1.2
import type { PortalRequest } from '@volee/core-adapter';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';

/** The user who opens the portal. */
export type PortalReader = PortalRequest<MessagingPermission, MessagingKey>;

/** The maximum number of tasks of one kind that the portal shows. */
export const MOST_OF_A_KIND = 3;
