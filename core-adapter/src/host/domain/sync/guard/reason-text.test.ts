// SPDX-License-Identifier: EUPL-1.2
import { translator } from '../../../infra/i18n/translate.js';
import { hostLocales, type HostKey } from '../../../infra/locales/index.js';
import { TILLEULS } from '../testing/records-for-tests.js';
import { reasonText } from './reason-text.js';
import type { Reason } from './verdict.js';

const formatter = { t: translator<HostKey>(hostLocales, 'fr', false), number: String };
const schools = new Map([[TILLEULS, 'École des Tilleuls']]);

const inTilleuls = { uai: TILLEULS, before: 171, after: 0, sentence: '' };

test.each<[Pick<Reason, 'code' | 'profile' | 'role' | 'group' | 'span'>, string]>([
  [
    { code: 'groups-shrank', profile: 'pupil', role: 'member', group: 'class' },
    'École des Tilleuls\u00a0: il reste 0 élève sur 171 dans une classe.',
  ],
  [
    { code: 'groups-shrank', profile: 'staff', role: 'teacher', group: 'level', span: 'week' },
    'École des Tilleuls\u00a0: il reste 0 membre du personnel sur 171 avec un niveau. Cela compte aussi les 7 derniers jours.',
  ],
  // As earlier versions stored it, and for groups of several kinds.
  [
    { code: 'groups-shrank', role: 'member' },
    'École des Tilleuls\u00a0: 0 personnes sur 171 sont encore dans leur groupe.',
  ],
  [{ code: 'classes-changed' }, 'École des Tilleuls\u00a0: 171 élèves sur 171 changent de classe.'],
])('%j: %s', (reason, text) => {
  expect(reasonText({ ...inTilleuls, ...reason }, schools, formatter)).toBe(text);
});
