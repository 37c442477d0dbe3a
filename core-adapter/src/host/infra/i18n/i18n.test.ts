// SPDX-License-Identifier: EUPL-1.2
import { formatFor } from './format.js';
import { localClock } from './local-clock.js';
import { translator } from './translate.js';

const locales = {
  fr: {
    title: 'Fichiers',
    hello: 'Bonjour {name}',
    count: { one: '{count} fichier', other: '{count} fichiers' },
    only: 'Seul',
  },
  en: { title: 'Files', hello: 'Hello {name}', count: { one: '{count} file', other: '{count} files' } },
  'fr-child': { title: 'Tes fichiers' },
};

test('texts come in the language of the person, and say tu to a child', () => {
  expect(translator(locales, 'fr', false)('title')).toBe('Fichiers');
  expect(translator(locales, 'fr', true)('title')).toBe('Tes fichiers');
  expect(translator(locales, 'en', true)('title')).toBe('Files');
  expect(translator(locales, 'en', false)('only')).toBe('Seul');
  expect(translator(locales, 'fr', false)('absent')).toBe('absent');
});

test('values and plural forms are put in; zero is singular in French, plural in English', () => {
  const fr = translator(locales, 'fr', false);
  expect(fr('hello', { name: '{count}' })).toBe('Bonjour {count}');
  expect([0, 1, 2].map((count) => fr('count', { count }))).toEqual(['0 fichier', '1 fichier', '2 fichiers']);
  expect(translator(locales, 'en', false)('count', { count: 0 })).toBe('0 files');
});

test('moments are told from now, in the time zone of the school', () => {
  const clock = { now: () => new Date('2026-11-24T10:00:00Z') };
  const { moment } = formatFor('fr', 'Europe/Paris', clock);
  expect(moment(new Date('2026-11-24T08:02:00Z'))).toBe('aujourd’hui à\u00a09\u00a0h\u00a002');
  expect(moment(new Date('2026-11-23T23:30:00Z'))).toBe('aujourd’hui à\u00a00\u00a0h\u00a030');
  expect(moment(new Date('2026-11-23T16:10:00Z'))).toBe('hier à\u00a017\u00a0h\u00a010');
  const { past } = formatFor('fr', 'Europe/Paris', clock);
  expect(past(new Date('2026-11-23T16:10:00Z'))).toBe('hier à\u00a017\u00a0h\u00a010');
  expect(past(new Date('2026-11-16T10:00:00Z'))).toBe('le 16 novembre');
  expect(moment(new Date('2026-11-16T10:00:00Z'))).toBe('16 novembre');
  expect(moment(new Date('2025-10-12T10:00:00Z'))).toBe('12 octobre 2025');
});

test.each([
  ['2026-11-23T16:10:00Z', 'hier à 17 h 10', 'hier à 17 h 10', 'yesterday at 17:10'],
  ['2026-11-22T08:00:00Z', 'dimanche à 9 h', 'dimanche à 9 h', 'on Sunday at 09:00'],
  ['2026-11-18T08:00:00Z', 'mercredi à 9 h', 'mercredi à 9 h', 'on Wednesday at 09:00'],
  ['2026-11-17T08:00:00Z', '17 novembre', 'le 17 novembre', 'on 17 November'],
])('the moment %s is %s alone, and %s in a sentence', (at, alone, within, english) => {
  const clock = { now: () => new Date('2026-11-24T18:12:00Z') };
  const [fr, en] = [formatFor('fr', 'Europe/Paris', clock), formatFor('en', 'Europe/Paris', clock)];
  const words = [fr.moment(new Date(at)), fr.past(new Date(at)), en.past(new Date(at))];
  expect(words.map((one) => one.replaceAll('\u00a0', ' '))).toEqual([alone, within, english]);
});

test('sizes count in powers of a thousand', () => {
  const { bytes } = formatFor('fr', 'Europe/Paris', { now: () => new Date() });
  expect([0, 999, 640_000, 1_234_567].map(bytes)).toEqual([
    '0\u00a0octet',
    '999\u00a0octets',
    '640\u00a0ko',
    '1,2\u00a0Mo',
  ]);
});

test('zero and one are singular in French, one alone in English', () => {
  const of = (language: 'fr' | 'en'): string[] =>
    [0, 1, 2].map(formatFor(language, 'Europe/Paris', { now: () => new Date() }).bytes);
  expect(of('fr')).toEqual(['0\u00a0octet', '1\u00a0octet', '2\u00a0octets']);
  expect(of('en')).toEqual(['0\u00a0bytes', '1\u00a0byte', '2\u00a0bytes']);
});

test('yesterday is the calendar day before, also in the night when the clocks change', () => {
  // Europe/Paris went to summer time on Sunday 29 March 2026: that day had 23 hours.
  const { moment } = formatFor('fr', 'Europe/Paris', { now: () => new Date('2026-03-29T22:30:00Z') });
  expect(moment(new Date('2026-03-29T08:00:00Z'))).toBe('hier à\u00a010\u00a0h');
  expect(moment(new Date('2026-03-28T20:00:00Z'))).toBe('samedi à\u00a021\u00a0h');
});

test('a size is rounded before its unit is chosen', () => {
  const { bytes } = formatFor('fr', 'Europe/Paris', { now: () => new Date() });
  expect([999_940, 999_999, 1_000_000].map(bytes)).toEqual(['999,9\u00a0ko', '1\u00a0Mo', '1\u00a0Mo']);
});

test('days, days with the hour, and lists are told in French and in English, in the time zone of the school', () => {
  const clock = { now: () => new Date('2026-11-24T10:00:00Z') };
  const [fr, en] = (['fr', 'en'] as const).map((language) => formatFor(language, 'Europe/Paris', clock));
  // In Paris the last day of November is over by then, and the year is as well.
  const [first, next] = [new Date('2026-11-30T23:30:00Z'), new Date('2026-12-31T23:00:00Z')];
  expect([fr?.day(first), fr?.day(next)]).toEqual(['1er décembre', '1er janvier 2027']);
  expect([en?.day(first), en?.day(next)]).toEqual(['1 December', '1 January 2027']);
  expect(fr?.dayAndTime(first)).toBe('1er décembre à\u00a00\u00a0h\u00a030');
  expect(en?.dayAndTime(next)).toBe('1 January 2027 at\u00a000:00');
  expect(formatFor('fr', 'Indian/Reunion', clock).dayAndTime(first)).toBe('1er décembre à\u00a03\u00a0h\u00a030');
  expect([[], ['CM1'], ['CM1', 'CM2'], ['CM1', 'CM2', '6e A']].map((words) => fr?.list(words))).toEqual([
    '',
    'CM1',
    'CM1 et CM2',
    'CM1, CM2 et 6e A',
  ]);
  expect(en?.list(['CM1', 'CM2', '6e A'])).toBe('CM1, CM2 and 6e A');
  expect(fr?.moment(new Date('2026-10-31T23:30:00Z'))).toBe('1er novembre');
});

test('a day is that of the school, not of the server', () => {
  const clock = { now: () => new Date('2026-12-04T23:30:00Z') };
  expect(localClock(clock, 'Europe/Paris').today()).toBe('2026-12-05');
  expect(localClock(clock, 'America/Martinique').today()).toBe('2026-12-04');
});

test('a day is told as it is written, whatever the time zone, and one that does not exist is refused', () => {
  const format = formatFor('fr', 'Pacific/Tahiti', { now: () => new Date('2026-11-24T10:00:00Z') });
  expect([format.day('2026-12-01'), format.weekday('2026-12-01')]).toEqual(['1er décembre', 'mardi']);
  expect(['2026-12-04', '2027-01-01'].map(format.weekdayAndDay)).toEqual([
    'vendredi 4 décembre',
    'vendredi 1er janvier 2027',
  ]);
  expect(() => format.day('2026-02-30')).toThrow('"2026-02-30" is not a day.');
});

test('hours and instants to come are told as one says them', () => {
  const clock = { now: () => new Date('2026-11-24T10:00:00Z') };
  const [fr, en] = (['fr', 'en'] as const).map((language) => formatFor(language, 'Europe/Paris', clock));
  const at = (text: string): Date => new Date(`2026-${text}:00Z`);
  expect([at('11-24T15:00'), at('11-24T08:02')].map((one) => [fr?.hour(one), en?.hour(one)])).toEqual([
    ['16\u00a0h', '16:00'],
    ['9\u00a0h\u00a002', '09:02'],
  ]);
  expect([fr?.hour('07:30'), fr?.hour('19:00'), en?.hour('19:00')]).toEqual(['7\u00a0h\u00a030', '19\u00a0h', '19:00']);
  const instants = ['11-24T15:00', '11-24T20:00', '11-25T06:00', '11-30T06:00', '12-01T06:00'].map(at);
  expect(instants.map((one) => fr?.when(one).replaceAll('\u00a0', ' '))).toEqual([
    'aujourd’hui à 16 h',
    'ce soir à 21 h',
    'demain à 7 h',
    'lundi à 7 h',
    'le 1er décembre à 7 h',
  ]);
  expect(instants.map((one) => en?.when(one))).toEqual([
    'today at 16:00',
    'this evening at 21:00',
    'tomorrow at 07:00',
    'on Monday at 07:00',
    'on 1 December at 07:00',
  ]);
});

test.each([
  ['2026-11-24T17:47:00Z', '18\u00a0h\u00a047', '18:47'],
  ['2026-11-23T23:30:00Z', '0\u00a0h\u00a030', '00:30'],
  ['2026-11-23T22:30:00Z', 'hier', 'yesterday'],
  ['2026-11-18T08:00:00Z', 'mercredi', 'Wednesday'],
  ['2026-11-17T08:00:00Z', '17 nov.', '17 Nov'],
  ['2025-11-17T08:00:00Z', '17/11/2025', '17/11/2025'],
])('the moment %s is %s in a short list', (at, fr, en) => {
  const clock = { now: () => new Date('2026-11-24T18:12:00Z') };
  const words = (language: 'fr' | 'en'): string => formatFor(language, 'Europe/Paris', clock).short(new Date(at));
  expect([words('fr'), words('en')]).toEqual([fr, en]);
});
