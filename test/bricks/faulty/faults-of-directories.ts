// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '@volee/core-adapter';
import { defineDirectoryBrick, type DirectoryRecord, type DirectoryManifest } from '@volee/core-adapter/directory';
import { group, member, OTHER_SCHOOL, person, SCHOOL } from '@volee/core-adapter/testing';
import { z } from 'zod';

const manifest = {
  id: 'register',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'directory-source',
  locales: { fr: { title: 'Registre', summary: 'Qui est là' }, en: { title: 'Register', summary: 'Who is there' } },
  settings: z.strictObject({}),
} satisfies DirectoryManifest;

function directoryOf(...records: readonly DirectoryRecord[]): BrickDefinition {
  return directoryThat(async function* () {
    yield* records;
  });
}

function directoryThat(read: () => AsyncGenerator<DirectoryRecord>): BrickDefinition {
  return defineDirectoryBrick(manifest, ({ sources }) => sources.provide({ name: 'register', read }));
}

const school = { type: 'school', uai: SCHOOL, name: 'École des Lilas', kind: 'primary' } as const;
const otherSchool = { type: 'school', uai: OTHER_SCHOOL, name: 'Collège du Parc', kind: 'college' } as const;
const pupil = person('pupil', 'pupil', SCHOOL, 'Inès', 'Faivre');

export const soundDirectory = directoryOf(
  school,
  otherSchool,
  group(SCHOOL, 'CM1', 'CM1'),
  pupil,
  member(SCHOOL, 'cm1', 'pupil'),
);

/** A pupil of a school that the directory does not name. */
export const schoolUnnamed = directoryOf(otherSchool, pupil);

/** The class of one school, and its pupils of another. */
export const classElsewhere = directoryOf(
  school,
  otherSchool,
  pupil,
  group(OTHER_SCHOOL, 'cm1', 'CM1'),
  member(SCHOOL, 'cm1', 'pupil'),
);

export const oneSchool = directoryOf(school, pupil);

export const unreadable = directoryThat(() => {
  throw new Error('nobody answers');
});

export const noDirectory = defineDirectoryBrick(manifest, () => undefined);
