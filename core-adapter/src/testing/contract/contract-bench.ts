// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import type { Permission } from '../../api/access.js';
import type { SchoolDatabase } from '../../api/database.js';
import type { Imports } from '../../api/directory/imports.js';
import type { PersonInSchool, SchoolData } from '../../api/personal-data.js';
import { createImports } from '../../host/bricks/imports/create-imports.js';
import { brickDataIn } from '../../host/domain/bricks/brick-data-in.js';
import type { ReadyBrick } from '../../host/domain/bricks/loaded-brick.js';
import { sourceKeysOf } from '../../host/domain/personal-data/source-keys.js';
import type { BrickRoute } from '../../host/domain/bricks/brick-route.js';
import {
  CLASSMATE_ROLES,
  ROLES,
  CLASSMATE_RECORDS,
  OTHER_SCHOOL,
  SAMPLE_RECORDS,
  SCHOOL,
} from '../sample-directory.js';
import { openTestHost, type TestHost, type TestPerson } from '../start-test-host.js';
import type { ContractOptions } from './contract-options.js';
import type { SampleIds } from './expectation.js';
import { fault, MOST_FAULTS } from './fault.js';
import { RowWatch } from './row-watch.js';
import { SAMPLE_PEOPLE, type SampleClass, type SamplePerson } from './sample-people.js';
import { watchBrick, type Watch } from './watch-brick.js';
import { addDays } from '../../api/day.js';
import type { DirectoryRecord, DirectorySource } from '../../api/directory/directory-source.js';
import { addStandIn } from '../add-stand-in.js';

/** The person that the directory makes a teacher of the other school only. In lower case, it is both the key and the login. */
const REPLACING = 'teacherinbothschools';

const withoutFirstSchool: DirectorySource = {
  name: 'ldap',
  guard: { keep: 0, keepInWeek: 0, ignoreUnder: 5 },
  async *read() {
    for (const record of [...SAMPLE_RECORDS, ...CLASSMATE_RECORDS]) if (!isOfFirstSchool(record)) yield moved(record);
  },
};

/** One host with the brick under test, shared by all checks that send requests. */
export interface ContractBench {
  readonly host: TestHost;
  readonly brick: ReadyBrick;
  readonly options: ContractOptions;
  /** The number of faults after which a check stops. */
  readonly mostFaults: number;
  readonly watch: Watch;
  readonly rows: Pick<RowWatch, 'read'>;
  readonly ids: SampleIds & { groupOf(group: SampleClass): string };
  /** A person of the sample, always with the same session. */
  session(role: SamplePerson['role']): TestPerson;
  db(school: string): SchoolDatabase;
  readonly imports: Imports;
  /** The brick's data in a school. */
  dataIn(school: string): SchoolData;
  /** The identity of a person, for the handlers of personal data. */
  identityOf(role: SamplePerson['role']): Promise<Omit<PersonInSchool, keyof SchoolData>>;
}

export async function openContractBench(
  definition: BrickDefinition,
  options: ContractOptions,
  undo: (() => Promise<void>)[],
): Promise<ContractBench> {
  const watch = watchBrick(definition);
  const host = await openTestHost({ bricks: [{ brick: watch.brick, settings: options.settings ?? {} }] }, undo);
  const [brick] = host.host.bricks;
  if (brick?.state !== 'ready') return fault(`The brick does not start: ${brick?.cause ?? 'it is missing'}`);

  await replaceTeacher(host);
  const persons = new Map<string, string>();
  for (const role of [...ROLES, ...CLASSMATE_ROLES]) persons.set(role, await host.ids.person(role));
  const sessions = new Map<string, TestPerson>();
  return {
    host,
    brick,
    options,
    mostFaults: MOST_FAULTS,
    watch,
    rows: await RowWatch.start(host.host.database, brick.manifest.entities ?? []),
    ids: {
      groupOf: (group) => host.ids[group],
      classOf: (groupId) => (['cm1', 'cm2', 'sixthA', 'ce2'] as const).find((group) => host.ids[group] === groupId),
      personOf: (role) => persons.get(role) ?? '',
    },
    session(role) {
      const session = sessions.get(role) ?? host.as(role);
      sessions.set(role, session);
      return session;
    },
    imports: createImports({ id: brick.id }, { ...host.host, isTaken: () => false }),
    db: host.tables,
    dataIn: (uai) => brickDataIn(host.host, brick, uai),
    async identityOf(role) {
      const personId = persons.get(role) ?? '';
      const { unitOfWork } = host.host.database;
      return { personId, sourceKeys: await unitOfWork.run((manager) => sourceKeysOf(manager, personId)) };
    },
  };
}

export function permissionOf({ brick }: ContractBench, { access }: BrickRoute): Permission {
  return brick.manifest.permissions?.[access] ?? { profiles: [] };
}

/** `POST /events` */
export function nameOf({ method, path }: BrickRoute): string {
  return `${method.toUpperCase()} ${path}`;
}

export function peopleIn(school: string): SamplePerson[] {
  return SAMPLE_PEOPLE.filter((person) => person.school === school);
}

/**
 * Makes `teacherInBothSchools` a replacement teacher in the first school. Their relations stay as the sample describes them, so that every
 * check asks a replacement teacher without a further person.
 */
async function replaceTeacher(host: TestHost): Promise<void> {
  await host.host.sync.run(withoutFirstSchool, new AbortController().signal);
  await addStandIn(host, REPLACING, { from: '', until: addDays(host.clock.today(), 1) });
}

function isOfFirstSchool(record: DirectoryRecord): boolean {
  return record.type === 'membership' && record.uai === SCHOOL && record.person.toLowerCase() === REPLACING;
}

function moved(record: DirectoryRecord): DirectoryRecord {
  const isTheirs = record.type === 'person' && record.key.toLowerCase() === REPLACING;
  return isTheirs ? { ...record, uai: OTHER_SCHOOL } : record;
}
