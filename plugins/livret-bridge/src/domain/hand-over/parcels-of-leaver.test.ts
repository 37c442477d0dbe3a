// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import type { SentParcel } from '@volee/core-adapter/hand-over';
import { placeOf, type CollegeFacts } from './parcels-of-leaver.js';
import type { Leaver } from './read-leavers.js';

const college = (uai: string): School => ({ uai, name: uai, kind: 'college', timeZone: 'Europe/Paris' });
const [parc, mouron] = [college('PARC'), college('MOURON')];
const [before, at, later] = ['2027-06-20', '2027-06-22', '2027-06-25'].map((day) => new Date(`${day}T08:00:00Z`));
const bilan = (period: number, publishedAt = before): Leaver['bilans'][number] => {
  return {
    id: String(period),
    pupilId: 'ines',
    year: 2026,
    kind: 'periodic',
    period,
    level: 'CM2',
    publishedAt: publishedAt ?? null,
  };
};
const ines: Leaver = { id: 'ines', name: 'Inès', className: 'CM2', bilans: [bilan(1), bilan(2)], chosen: undefined };
const parcel = (changes: Partial<SentParcel>): SentParcel => ({
  ...{ id: 'p', to: parc, pupilId: 'ines', pupilName: 'Inès', key: '2026-periodic-1', revision: 1, state: 'offered' },
  ...{ waiting: null, reason: null, offeredAt: at ?? new Date(0), changedAt: at ?? new Date(0) },
  ...{ answerBy: new Date(0), until: new Date(0), ...changes },
});
const place = (leaver: Partial<Leaver>, facts: Partial<CollegeFacts> = {}) =>
  placeOf({ ...ines, ...leaver }, { colleges: [parc, mouron], known: new Map(), sent: [], ...facts });

test('a pupil that is a pupil of a collège already goes there, unless the head chose another one', () => {
  const known = new Map([['ines', [{ ...college('LILAS'), kind: 'primary' as const }, parc]]]);
  expect(place({}, { known })).toMatchObject({ step: 'ready', college: parc, isChosen: false, toSend: 2 });
  expect(place({ chosen: 'MOURON' }, { known })).toMatchObject({ step: 'ready', college: mouron, isChosen: true });
  expect(place({ chosen: '' }, { known })).toMatchObject({ step: 'outside', toSend: 0 });
  expect(place({})).toMatchObject({ step: 'noCollege' });
  expect(place({ bilans: [] }, { known })).toMatchObject({ step: 'noBilan' });
});

test('of several parcels, the one that asks the head for something is shown', () => {
  const sent = [parcel({}), parcel({ key: '2026-periodic-2', state: 'refused', reason: 'Inscrit ailleurs' })];
  expect(place({}, { sent })).toMatchObject({ step: 'refused', reason: 'Inscrit ailleurs', college: parc, toSend: 0 });
  const waiting = [parcel({ state: 'accepted', waiting: 'question' }), parcel({ state: 'delivered' })];
  expect(place({}, { sent: waiting })).toMatchObject({ step: 'accepted', waiting: 'question' });
});

test('what was published since the offer, or again, is to be sent; what was recalled or is at another collège is not counted', () => {
  const sent = [parcel({ state: 'delivered' })];
  expect(place({ bilans: [bilan(1), bilan(2)] }, { sent })).toMatchObject({ step: 'delivered', toSend: 1 });
  expect(place({ bilans: [bilan(1, later)] }, { sent })).toMatchObject({ step: 'delivered', toSend: 1 });
  expect(place({ bilans: [bilan(1)] }, { sent })).toMatchObject({ step: 'delivered', toSend: 0 });
  expect(place({ chosen: 'PARC' }, { sent: [parcel({ state: 'recalled' })] })).toMatchObject({
    step: 'ready',
    toSend: 2,
  });
  expect(place({ chosen: 'MOURON' }, { sent })).toMatchObject({ step: 'ready', college: mouron, toSend: 2 });
});
