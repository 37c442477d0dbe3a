// SPDX-License-Identifier: EUPL-1.2
import { locales } from './locales.js';
import { settingsSchema } from './settings.js';

test('without settings there is one source, and all persons are imported', () => {
  expect(settingsSchema.parse({})).toEqual({ sources: ['aaf'] });
});

test.each([
  [{ sources: [] }, 'name at least one source'],
  [{ sources: ['Académie'] }, 'name a source in small letters'],
  [{ schools: ['0999991'] }, 'write a UAI'],
  [{ schools: [] }, 'name at least one school'],
  [{ levels: ['6ème'] }, 'CM2'],
  [{ school: ['0999991A'] }, 'Unrecognized key'],
])('%j is refused in a sentence', (settings, sentence) => {
  expect(settingsSchema.safeParse(settings).error?.message).toContain(sentence);
});

test('French and English say the same things', () => {
  expect(Object.keys(locales.en)).toEqual(Object.keys(locales.fr));
});
