// SPDX-License-Identifier: EUPL-1.2
import type { PortalRequest } from '@volee/core-adapter';
import type { FileShareKey, FileSharePermission } from '../../brick-types.js';

/** The user who opens a page, as the portal tells the brick. */
export type PortalReader = PortalRequest<FileSharePermission, FileShareKey>;

/** The number of tasks of one brick that the portal takes about each child, and about nobody in particular. */
export const MOST_TASKS = 5;
