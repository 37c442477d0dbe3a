// SPDX-License-Identifier: EUPL-1.2
// The commands of this brick walk through the schools of the host.
import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';

const manifest = {
  id: 'lists-schools',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'lists-schools', summary: 'Pour essayer' },
    en: { title: 'lists-schools', summary: 'For trying' },
  },
  permissions: { read: { profiles: ['teacher'] } },
  commands: {
    'walk schools': { summary: 'names the schools' },
    'walk amiss': { summary: 'finds something wrong' },
    'walk nowhere': { summary: 'has no schools', settingsOnly: true },
  },
};

async function walk({ schools }) {
  const lines = [];
  for await (const { school, schoolYear, storage } of schools()) {
    lines.push(`${school.uai} ${school.kind} ${typeof schoolYear} ${typeof storage.open}`);
  }
  return { value: lines, lines };
}

export default defineBrick(manifest, ({ commands }) => {
  commands.provide('walk schools', walk);
  commands.provide('walk amiss', () => ({ value: 1, lines: ['one'], failure: 'One school is shut.' }));
  commands.provide('walk nowhere', walk);
});
