// SPDX-License-Identifier: EUPL-1.2
import type { Brick, MessageKeyOf, Translate } from '@volee/core-adapter';
import type { manifest } from './manifest.js';

/** The host as this brick sees it: the types know the permissions, the settings and the texts of the manifest. */
export type NoticesBrick = Brick<typeof manifest>;
export type NoticesTexts = Translate<MessageKeyOf<typeof manifest>>;
