// SPDX-License-Identifier: EUPL-1.2
import { shortMoment } from './short-moment.js';

const now = new Date('2026-11-24T18:12:00Z');

test.each([
  ['2026-11-24T17:47:00Z', '18\u00a0h\u00a047', '18:47'],
  ['2026-11-23T23:30:00Z', '0\u00a0h\u00a030', '00:30'],
  ['2026-11-23T22:30:00Z', 'hier', 'yesterday'],
  ['2026-11-18T08:00:00Z', 'mercredi', 'Wednesday'],
  ['2026-11-17T08:00:00Z', '17 nov.', '17 Nov'],
  ['2025-11-17T08:00:00Z', '17/11/2025', '17/11/2025'],
])('the moment %s is %s in a list', (at, fr, en) => {
  const words = (language: 'fr' | 'en'): string => shortMoment(new Date(at), { language, zone: 'Europe/Paris', now });
  expect([words('fr'), words('en')]).toEqual([fr, en]);
});
