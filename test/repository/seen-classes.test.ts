// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder, trackedFiles } from './tracked-files.js';

const HOST = 'core-adapter/src/host/';

/** Syncs and joins read classes as their sources name them. */
const BY_SOURCE = /^domain\/(sync|class-joins)\//;

/** The queries of groups that need no condition on joined classes, with the reason (ADR 132). */
const NEEDS_NONE: Readonly<Record<string, string>> = {
  'domain/directory/count-people.ts countByGroup': 'names groups that `OF_YEAR` has chosen',
  'domain/directory/group-list.ts findGroupNames': 'names groups by id, those of ended rules included',
  'domain/directory/people-of-groups.ts peopleOfGroups': 'takes the ids of groups',
  'domain/directory/school-relations.ts findGroups': 'names groups of memberships that `findMemberships` has chosen',
  'domain/directory/ties-at-end.ts formerMemberships':
    'a job deletes those of joined classes, too; others add the condition',
  'domain/directory/ties-at-end.ts placed': 'compares memberships that the own source of the school names',
  'domain/personal-data/core-records.ts groupsOf': 'a person gets what each source says about them',
  'domain/personal-data/core-records.ts formerGroupsOf': 'a person gets what each source said about them',
  'domain/personal-data/core-records.ts replacementsOf': 'names groups by id',
  'domain/stand-ins/stand-ins-in-groups.ts SELECT_STAND_INS': 'takes ids of groups that the person sees',
  'domain/stand-ins/stand-in-list.ts listStandIns': 'takes the groups of replacements, which follow a join',
  'pages/platform/shared/names.ts groupNames': 'names groups in the journal by id',
  'pages/platform/syncs/plan-page.ts groupsByKey': 'names groups as the source of a plan does',
};

/** The functions and constants of the host that query groups and do not look at joined classes. */
function queriesOfAllGroups(): string[] {
  const files = trackedFiles().filter(
    (file) => file.startsWith(HOST) && /(?<!tests?|migration|entity)\.tsx?$/.test(file),
  );
  return files.flatMap((file) => {
    const name = file.slice(HOST.length);
    if (BY_SOURCE.test(name)) return [];
    const parts = readFileSync(join(repositoryFolder, file), 'utf8').split(/^(?=export|async|function|const|class)/m);
    return parts
      .filter((part) => /\(GroupRow\b|core_group\b/.test(part) && !/IS_SEEN|joinedTo/.test(part))
      .map((part) => `${name} ${/(?:function|const|class) (\w+)/.exec(part)?.[1] ?? ''}`);
  });
}

test('every query of groups leaves out the classes that are joined to another one, or needs not', () => {
  expect(queriesOfAllGroups().sort()).toEqual(Object.keys(NEEDS_NONE).sort());
});
