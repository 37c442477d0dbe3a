// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { BrickDefinition } from '../../api/brick-base.js';
import type { Manifest } from '../../api/manifest.js';
import type { BrickEntry } from '../domain/bricks/loaded-brick.js';
import type { BrickParts } from './brick-parts.js';

/** A valid manifest. */
export const goodManifest = {
  id: 'agenda',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({ days: z.int().default(7).describe('How many days are shown.') }),
  locales: {
    fr: { title: 'Agenda', summary: 'Ce qui vient', none: 'Il ne nomme personne' },
    en: { title: 'Diary', summary: 'What comes', none: 'It names nobody' },
  },
  permissions: { read: { profiles: ['pupil', 'teacher'] } },
  personalData: { none: 'none' },
} satisfies Manifest;

/** A brick that does nothing, with parts of the valid manifest replaced; it may use parts of other kinds, as one in JavaScript. */
export function brickWith(
  replaced: Readonly<Record<string, unknown>> = {},
  activate: (brick: BrickParts) => void | Promise<void> = () => undefined,
): BrickDefinition {
  return { manifest: { ...goodManifest, ...replaced }, activate };
}

export function entryOf(brick: BrickDefinition, name = '@acme/agenda', settings: unknown = {}): BrickEntry {
  return { name, settings, load: () => Promise.resolve(brick) };
}
