// SPDX-License-Identifier: EUPL-1.2
import type { Brick, BrickRequest, MessageKeyOf, PermissionOf, Translate } from '@volee/core-adapter';
import type { manifest } from './manifest.js';

export type LivretBrick = Brick<typeof manifest>;
export type LivretKey = MessageKeyOf<typeof manifest>;
export type LivretPermission = PermissionOf<typeof manifest>;
export type LivretTexts = Translate<LivretKey>;

/** The parts that every request to this brick has, whatever its address carries. */
export type LivretRequest = Omit<
  BrickRequest<LivretPermission, LivretKey, undefined, undefined, undefined, undefined>,
  'params' | 'query' | 'body' | 'resource'
>;
