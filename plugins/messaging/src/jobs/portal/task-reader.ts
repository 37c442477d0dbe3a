// SPDX-License-Identifier: EUPL-1.2
import type { PortalRequest } from '@volee/core-adapter';
import type { MessagingKey, MessagingPermission } from '../../brick-types.js';

/** The user that opens the portal. */
export type TaskReader = PortalRequest<MessagingPermission, MessagingKey>;

/** Tasks of one kind that the portal shows. */
export const MOST_OF_A_KIND = 3;
/** For so long the portal tells what a person can do nothing more about. */
export const WEEK = 7 * 86_400_000;
