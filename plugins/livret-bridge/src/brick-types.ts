// SPDX-License-Identifier: EUPL-1.2
import type { Brick, BrickRequest, MessageKeyOf, PermissionOf, Translate } from '@volee/core-adapter';
import type { manifest } from './manifest.js';

export type LivretBrick = Brick<typeof manifest>;
export type LivretKey = MessageKeyOf<typeof manifest>;
export type LivretPermission = PermissionOf<typeof manifest>;
export type LivretTexts = Translate<LivretKey>;

/** The parts that every request to this brick has, whatever its address carries. */
export type LivretRequest = BrickRequest<LivretPermission, LivretKey>;

/** The properties of a view: the model that its presenter made, and the texts in the language of the reader. */
export interface ViewProps<Model> {
  readonly model: Model;
  readonly t: LivretTexts;
}
