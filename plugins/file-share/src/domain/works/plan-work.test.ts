// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { WorkRow } from '../../store/work.entity.js';
import { planWork } from './plan-work.js';
import type { PlanTools, WorkField, WorkPlan } from './work-plan.js';
import { workFields } from './work.input.js';

const now = new Date('2026-10-20T08:30:00Z');
const INES = '0192a000-0000-7000-8000-000000000001';
const STRANGER = '0192a000-0000-7000-8000-000000000002';
const ines: Member = { id: INES, displayName: 'Inès', givenName: 'Inès', familyName: 'Rolin', level: 'CM2' };
const school = { timeZone: 'Europe/Paris' };
const TOOLS: PlanTools = {
  members: [ines],
  now,
  schoolYear: 2026,
  school,
  t: (key) => key,
  isHandedOut: true,
  before: undefined,
};

type Form = Record<string, string | string[]>;

const plan = (form: Form, tools: Partial<PlanTools> = {}): WorkPlan =>
  planWork(workFields.parse({ title: 'Dictée', ...form }), { ...TOOLS, ...tools }).plan;
const problem = (field: WorkField, form: Form, tools: Partial<PlanTools> = {}): string | undefined =>
  planWork(workFields.parse({ title: 'Dictée', ...form }), { ...TOOLS, ...tools }).problems.get(field);

test('days and times are those of the school’s clocks, also in the night in which summer time ends', () => {
  const due = plan({ visibleOn: '2026-10-22', collects: 'true', dueOn: '2026-10-25', dueAt: '02:30', late: 'true' });
  expect(due.visibleFrom.toISOString()).toBe('2026-10-21T22:00:00.000Z');
  // The hour from 2 to 3 comes twice: nobody loses the second one.
  expect(due.dueAt?.toISOString()).toBe('2026-10-25T01:30:00.000Z');
  expect(due.lateUntil?.toISOString()).toBe('2026-10-28T22:59:59.000Z');
  // The end of a day is its last second, also when the form sends it back as a time.
  for (const dueAt of ['', '23:59']) {
    const end = plan({ collects: 'true', dueOn: '2026-10-24', dueAt }).dueAt;
    expect(end?.toISOString()).toBe('2026-10-24T21:59:59.000Z');
  }
});

test('a day that has begun is now, and what is not handed in here is not due', () => {
  expect(plan({ visibleOn: '2026-10-20' }).visibleFrom).toEqual(now);
  expect(plan({ dueOn: '2026-10-24', dueAt: '16:00' })).toMatchObject({
    dueAt: null,
    lateUntil: null,
    collects: false,
  });
});

test('a work that is handed out has a title, pupils and a time to come; a draft may wait for them', () => {
  const before = { collects: 'true', dueOn: '2026-10-20', dueAt: '10:00' };
  expect(problem('title', { title: ' ' })).toBe('works.problem.noTitle');
  expect(problem('pupils', { for: 'picked' })).toBe('works.problem.noPupil');
  expect(problem('dueOn', before)).toBe('works.problem.dueTooSoon');
  const draft = { isHandedOut: false };
  expect(problem('title', { title: ' ' }, draft)).toBeUndefined();
  expect(problem('pupils', { for: 'picked' }, draft)).toBeUndefined();
  expect(problem('dueOn', before, draft)).toBeUndefined();
});

test('each field that cannot be kept says so', () => {
  expect(problem('title', { title: 'x'.repeat(201) })).toBe('works.problem.longTitle');
  expect(problem('text', { text: 'x'.repeat(10_001) })).toBe('works.problem.longText');
  expect(problem('for', { for: 'level:CP' })).toBe('works.problem.noLevel');
  expect(problem('for', { for: 'everybody' })).toBe('works.problem.noLevel');
  expect(problem('pupils', { for: 'picked', pupils: [INES, STRANGER] })).toBe('works.problem.pupilLeft');
  expect(problem('visibleOn', { visibleOn: '2026-02-30' })).toBe('works.problem.noDay');
  expect(problem('visibleOn', { visible: 'day', visibleOn: '' })).toBe('works.problem.noDay');
  // A day that was typed before « Tout de suite » was chosen does not count.
  expect(plan({ visible: 'now', visibleOn: '2026-10-22' }).visibleFrom).toEqual(now);
  expect(problem('visibleOn', { visibleOn: '2031-02-03' })).toBe('works.problem.afterYear');
  expect(problem('dueOn', { collects: 'true', dueOn: 'demain' })).toBe('works.problem.noDay');
  expect(problem('dueAt', { collects: 'true', dueOn: '2026-10-24', dueAt: '16h' })).toBe('works.problem.noTime');
});

test('a work that was handed out keeps its instants when its days stay, also once it is due', () => {
  const visibleFrom = new Date('2026-10-12T09:17:00Z');
  const dueAt = new Date('2026-10-16T14:00:00Z');
  const before = { visibleFrom, dueAt, isDraft: false } as WorkRow;
  const form = { visibleOn: '2026-10-12', collects: 'true', dueOn: '2026-10-16', dueAt: '16:00' };
  expect(plan(form, { before })).toMatchObject({ visibleFrom, dueAt });
  expect(problem('dueOn', form, { before })).toBeUndefined();
  expect(problem('dueOn', { ...form, dueAt: '17:00' }, { before })).toBe('works.problem.dueTooSoon');
});

test('what pupils see already is not hidden from them by a later day, and no work is shown after it is due', () => {
  const visibleFrom = new Date('2026-10-12T09:17:00Z');
  const before = { visibleFrom, dueAt: null, isDraft: false } as WorkRow;
  expect(problem('visibleOn', { visibleOn: '2026-10-22' }, { before })).toBe('works.problem.shown');
  for (const visibleOn of ['', '2026-10-08', '2026-10-20']) {
    expect(problem('visibleOn', { visibleOn }, { before })).toBeUndefined();
    expect(plan({ visibleOn }, { before }).visibleFrom).toEqual(visibleFrom);
  }
  const coming = new Date('2026-10-21T22:00:00Z');
  const later = { visibleFrom: coming, dueAt: new Date('2026-10-24T14:00:00Z'), isDraft: false } as WorkRow;
  const form = { visibleOn: '2026-10-25', collects: 'true', dueOn: '2026-10-24', dueAt: '16:00' };
  expect(problem('visibleOn', form, { before: later })).toBeUndefined();
  expect(problem('dueOn', form, { before: later })).toBe('works.problem.dueTooSoon');
});

test('a work is shown and due within its school year, which ends on 31 July by the school’s clocks, and late ends with it', () => {
  const due = (dueOn: string): Form => ({ collects: 'true', dueOn, late: 'true' });
  const draft = { isHandedOut: false };
  for (const day of ['2027-08-01', '2027-08-24', '2027-09-01']) {
    expect(problem('dueOn', due(day))).toBe('works.problem.afterYear');
    expect(problem('dueOn', due(day), draft)).toBe('works.problem.afterYear');
    expect(problem('visibleOn', { visibleOn: day })).toBe('works.problem.afterYear');
    // In August, a work of last year is still one of last year.
    const before = { year: 2025, visibleFrom: now, dueAt: null, isDraft: true } as WorkRow;
    expect(problem('dueOn', due(day), { before })).toBe('works.problem.afterYear');
    expect(problem('dueOn', due(day), { schoolYear: 2027 })).toBeUndefined();
  }
  expect(problem('dueOn', due('2027-07-31'))).toBeUndefined();
  const end = '2027-07-31T21:59:59.000Z';
  expect(plan(due('2027-07-31'))).toMatchObject({ dueAt: new Date(end), lateUntil: new Date(end) });
  expect(plan(due('2027-07-30')).lateUntil?.toISOString()).toBe(end);
  expect(plan(due('2027-07-28')).lateUntil?.toISOString()).toBe(end);
  expect(plan(due('2027-07-27')).lateUntil?.toISOString()).toBe('2027-07-30T21:59:59.000Z');
});
