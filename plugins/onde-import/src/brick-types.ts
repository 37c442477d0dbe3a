// SPDX-License-Identifier: EUPL-1.2
import type { BrickRequest, MessageKeyOf, PermissionOf, Translate } from '@volee/core-adapter';
import type { ImportBrick } from '@volee/core-adapter/directory';
import type { manifest } from './manifest.js';

export type OndeBrick = ImportBrick<typeof manifest>;
export type OndeKey = MessageKeyOf<typeof manifest>;
export type OndeTexts = Translate<OndeKey>;

/** The request of any route of this brick. */
export type OndeRequest = BrickRequest<PermissionOf<typeof manifest>, OndeKey>;
