// SPDX-License-Identifier: EUPL-1.2
import type { Brick, BrickRequest, MessageKeyOf, PermissionOf, Translate } from '@volee/core-adapter';
import type { manifest } from './manifest.js';

export type MessagingBrick = Brick<typeof manifest>;
export type MessagingKey = MessageKeyOf<typeof manifest>;
export type MessagingPermission = PermissionOf<typeof manifest>;
export type MessagingTexts = Translate<MessagingKey>;

/** The parts of every request to this brick, whatever its address carries. */
export type MessagingRequest = BrickRequest<MessagingPermission, MessagingKey>;

/** The properties of a view: the model that its presenter made, and the texts in the language of the reader. */
export interface ViewProps<Model> {
  readonly model: Model;
  readonly t: MessagingTexts;
}
