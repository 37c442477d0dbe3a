// SPDX-License-Identifier: EUPL-1.2
import type { PermissionOf, PortalRequest } from '@volee/core-adapter';
import type { FileShareKey } from '../brick-types.js';
import type { manifest } from '../manifest.js';

/** The user that opens a page, as the portal tells the brick. */
export type TaskReader = PortalRequest<PermissionOf<typeof manifest>, FileShareKey>;

/** As many tasks as the portal shows. */
export const MOST_TASKS = 5;
