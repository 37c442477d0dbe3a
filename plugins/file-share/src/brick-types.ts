// SPDX-License-Identifier: EUPL-1.2
import type { Brick, BrickRequest, MessageKeyOf, PermissionOf, Translate } from '@volee/core-adapter';
import type { manifest } from './manifest.js';

export type FileShareBrick = Brick<typeof manifest>;
export type FileShareKey = MessageKeyOf<typeof manifest>;
export type FileSharePermission = PermissionOf<typeof manifest>;
export type FileShareTexts = Translate<FileShareKey>;

export type FileShareRequest = BrickRequest<FileSharePermission, FileShareKey>;

/** The properties of a view: the model that its presenter made, and the texts in the language of the reader. */
export interface ViewProps<Model> {
  readonly model: Model;
  readonly t: FileShareTexts;
}
