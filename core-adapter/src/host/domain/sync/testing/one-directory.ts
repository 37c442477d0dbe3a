// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import type { DirectoryRecord, PersonRecord } from '../../../../api/directory/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import type { TestDatabase } from '../../../../testing/test-databases.js';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { newId } from '../../../infra/database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import type { HomonymRow } from '../state/homonym.entity.js';
import type { SyncRun } from '../runs/sync-runs.js';
import { group, person, school, TILLEULS, VAL } from './records-for-tests.js';
import { SeveralSources } from './several-sources.js';

/** Two schools with a class each, and a teacher who stays. */
export function withSchools(...records: DirectoryRecord[]): DirectoryRecord[] {
  return [
    school(TILLEULS, 'École des Tilleuls'),
    school(VAL, 'Collège du Val'),
    group('CM2 A', TILLEULS),
    group('6e B', VAL),
    person('anchor', 'teacher', VAL, { stableId: 'anchor' }),
    ...records,
  ];
}

/** An entry with the key `j.martin`: Julie Martin, unless the changes say otherwise. */
export function martin(
  changes: Partial<PersonRecord> = {},
  profile: Profile = 'teacher',
  uai = TILLEULS,
): PersonRecord {
  const names = { givenName: 'Julie', familyName: 'Martin', displayName: 'Julie Martin' };
  return person('j.martin', profile, uai, { ...names, ...changes });
}

export class OneDirectory {
  source = 'ldap-0';
  number = 0;

  private constructor(readonly fixture: SeveralSources) {}

  static async open(kind: TestDatabase): Promise<OneDirectory> {
    return new OneDirectory(await SeveralSources.open(kind));
  }

  /** Call it before each test. */
  next(): void {
    this.number += 1;
    this.source = `ldap-${this.number}`;
    this.fixture.ended.length = 0;
  }

  drop(): Promise<void> {
    return this.fixture.database.drop();
  }

  sync(...records: DirectoryRecord[]): ReturnType<SeveralSources['sync']> {
    return this.fixture.sync(this.source, withSchools(...records));
  }

  /** Plans a sync and applies it only when the guard allows it. */
  async syncIfAllowed(...records: DirectoryRecord[]): Promise<SyncRun['state']> {
    const run = await this.fixture.plan(this.source, withSchools(...records));
    return run.state === 'planned' ? (await this.fixture.syncs.apply(run.id)).state : run.state;
  }

  idOf(key = 'j.martin'): Promise<string> {
    return this.fixture.idOf(this.source, key);
  }

  /** Grants a person the rights of a head of a school and of an administrator of the platform. */
  async grantAll(personId: string): Promise<void> {
    const { clock, database } = this.fixture;
    const head = { personId, uai: TILLEULS, profile: 'head' as const, source: GRANT_SOURCE };
    await database.dataSource.manager.insert(AttachmentRow, { ...head, id: newId(), from: clock.now(), until: null });
    await this.makeAdministrator(personId);
  }

  /** The number of these rights that a person has. */
  async grantsOf(personId: string): Promise<number> {
    const { manager } = this.fixture.database.dataSource;
    const heads = await manager.countBy(AttachmentRow, { personId, source: GRANT_SOURCE, until: IsNull() });
    return heads + (await manager.countBy(AdministratorRow, { personId }));
  }

  async isDisabled(id: string): Promise<boolean> {
    const row = await this.fixture.database.dataSource.manager.findOneByOrFail(PersonRow, { id });
    return row.disabledAt !== null;
  }

  async makeAdministrator(personId: string): Promise<void> {
    const { manager } = this.fixture.database.dataSource;
    await manager.insert(AdministratorRow, { personId, grantedAt: this.fixture.clock.now() });
  }

  isAdministrator(personId: string): Promise<boolean> {
    return this.fixture.database.dataSource.manager.existsBy(AdministratorRow, { personId });
  }

  async childrenOf(key: string): Promise<string[]> {
    return (await this.fixture.directory.childrenOf(await this.idOf(key))).map(({ id }) => id);
  }

  async schoolsOf(key = 'j.martin'): Promise<string[]> {
    const schools = await this.fixture.directory.schoolsOf(await this.idOf(key));
    return schools.map(({ school: { uai } }) => uai).sort();
  }

  async asked(source = this.source): Promise<HomonymRow[]> {
    return (await this.fixture.asked()).filter((row) => row.source === source);
  }

  rows(): Promise<ExternalIdRow[]> {
    return this.fixture.database.dataSource.manager.find(ExternalIdRow, { where: { source: this.source } });
  }

  async change(key: string, changes: Partial<ExternalIdRow>): Promise<void> {
    await this.fixture.database.dataSource.manager.update(ExternalIdRow, { source: this.source, key }, changes);
  }
}
