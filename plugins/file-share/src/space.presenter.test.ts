// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { FileRow } from './file.entity.js';
import { presentSpace, type SpaceReader } from './space.presenter.js';
import { classSpace, ownSpace } from './space.js';

const CM1 = { id: 'cm1', name: 'CM1', kind: 'class', schoolYear: 2026 } as const;
const CM2 = { id: 'cm2', name: 'CM2', kind: 'class', schoolYear: 2026 } as const;

/** Texts show as their key and their values, moments and sizes as what they are made of. */
const format: Format = {
  language: 'fr',
  moment: (instant) => instant.toISOString().slice(0, 10),
  day: (instant) => instant.toISOString().slice(0, 10),
  dayAndTime: (instant) => instant.toISOString(),
  list: (words) => words.join('+'),
  bytes: (count) => `${count} o`,
};

const reader: SpaceReader = {
  userId: 'claire',
  mayWrite: true,
  persons: new Map([['karim', { displayName: 'Karim Bensaïd' }]]),
  classes: [CM1, CM2],
  hasOwn: true,
  maxBytes: 500,
  t: (key, values = {}) => [key, ...Object.values(values)].join(' '),
  format,
  url: (path) => `/brick${path}`,
  asset: (name) => `/assets/${name}`,
};

const file = (changes: Partial<FileRow>): FileRow => ({
  id: 'f1',
  school: '0390001X',
  groupId: 'cm1',
  ownerId: null,
  addedBy: 'claire',
  name: 'exposé.pdf',
  bytes: 640,
  storageKey: 'k1',
  sha256: 'd1',
  addedAt: new Date('2026-11-24T10:00:00Z'),
  place: 'p1',
  uploadMark: null,
  ...changes,
});

test('a line names the sender and the time: the reader, another person, or a former person', () => {
  const rows = [file({}), file({ addedBy: 'karim' }), file({ addedBy: 'gone' }), file({ addedBy: null })];
  expect(presentSpace(classSpace(CM1), rows, reader).lines.map(({ detail }) => detail)).toEqual([
    'list.detail list.you 2026-11-24',
    'list.detail Karim Bensaïd 2026-11-24',
    'list.detail list.gone 2026-11-24',
    'list.detail list.gone 2026-11-24',
  ]);
});

test('a line links to the file in its own space, and to its deletion for writers', () => {
  const shared = presentSpace(classSpace(CM1), [file({})], reader).lines[0];
  expect(shared).toMatchObject({
    url: '/brick/groups/cm1/files/f1',
    deleteUrl: '/brick/groups/cm1/files/f1/delete',
    size: '640 o',
  });
  const own = presentSpace(ownSpace('claire'), [file({ groupId: null, ownerId: 'claire' })], reader).lines[0];
  expect(own).toMatchObject({ url: '/brick/own/files/f1', deleteUrl: '/brick/own/files/f1/delete' });
});

test('readers get neither deletion nor upload, and a text that others write', () => {
  const { lines, upload, empty } = presentSpace(classSpace(CM1), [file({})], { ...reader, mayWrite: false });
  expect(lines[0]).not.toHaveProperty('deleteUrl');
  expect(upload).toBeUndefined();
  expect(empty).toEqual({ title: 'empty.titleReader', text: 'empty.reader' });
});

test('writers get the upload URL and the size limit', () => {
  expect(presentSpace(classSpace(CM1), [], reader)).toMatchObject({
    upload: {
      url: '/brick/groups/cm1/files',
      uploadsUrl: '/brick/groups/cm1/uploads',
      attemptUrl: '/assets/upload-attempt.js',
      foldUrl: '/assets/upload-fold.js',
      maxBytes: 500,
      maxSize: '500 o',
    },
    empty: { text: 'empty.class' },
  });
  expect(presentSpace(ownSpace('claire'), [], reader)).toMatchObject({
    title: 'own.title',
    upload: { url: '/brick/own/files', uploadsUrl: '/brick/own/uploads' },
    empty: { text: 'empty.own' },
  });
});

test('the tabs are the personal space and the classes, with the current one marked', () => {
  expect(presentSpace(classSpace(CM2), [], reader).tabs).toEqual([
    { label: 'own.title', url: '/brick/own', current: false },
    { label: 'CM1', url: '/brick/groups/cm1', current: false },
    { label: 'CM2', url: '/brick/groups/cm2', current: true },
  ]);
  expect(presentSpace(ownSpace('claire'), [], reader).tabs.map(({ current }) => current)).toEqual([true, false, false]);
  expect(presentSpace(classSpace(CM1), [], { ...reader, hasOwn: false }).tabs).toHaveLength(2);
});
