// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import type { Profile } from '../../../api/people.js';
import type { TestDatabase } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { openTestDatabase, type OpenDatabase } from '../sync/testing/database-for-tests.js';
import {
  group,
  kin,
  member,
  person,
  school,
  SIGNAL,
  SOURCE,
  sourceOf,
  TILLEULS,
  VAL,
} from '../sync/testing/records-for-tests.js';
import type { SyncRun } from '../sync/runs/sync-runs.js';
import { SyncService } from '../sync/sync-service.js';
import { AttachmentRow, GRANT_SOURCE } from './attachment.entity.js';
import { Directory } from './directory.js';
import { GroupRow } from './group.entity.js';
import { TestClock } from '../../../testing/test-clock.js';

/** Two schools. Anne has Léa and Tom in the école and Max in the collège; Nina teaches in both; Marc is a teacher and a guardian. */
export const WORLD: DirectoryRecord[] = [
  school(VAL, 'Collège du Val'),
  school(TILLEULS, 'École des Tilleuls'),
  group('CM1', TILLEULS),
  group('CM2 A', TILLEULS),
  group('Chorale', TILLEULS, { kind: 'work' }),
  group('6e B', VAL),
  person('lea.petit', 'pupil', TILLEULS, { givenName: 'Léa', displayName: 'Léa Petit', level: 'CM2' }),
  person('tom.petit', 'pupil', TILLEULS),
  person('ida.blanc', 'pupil', TILLEULS),
  person('max.petit', 'pupil', VAL, { birthDate: '2014-05-06', level: '6E' }),
  person('zoe.evrard', 'pupil', VAL, { familyName: 'Évrard', displayName: 'Zoé Évrard' }),
  person('anne.petit', 'guardian', TILLEULS),
  person('ines.blanc', 'guardian', TILLEULS),
  person('nina.prof', 'teacher', VAL),
  person('paul.durand', 'teacher', TILLEULS),
  person('marc.evrard', 'teacher', TILLEULS),
  person('sam.bureau', 'staff', VAL),
  member('lea.petit', 'CM2 A', TILLEULS),
  member('tom.petit', 'CM2 A', TILLEULS),
  member('lea.petit', 'Chorale', TILLEULS),
  member('ida.blanc', 'CM1', TILLEULS),
  member('max.petit', '6e B', VAL),
  member('zoe.evrard', '6e B', VAL),
  member('paul.durand', 'CM2 A', TILLEULS, 'teacher'),
  member('nina.prof', 'CM2 A', TILLEULS, 'teacher'),
  member('nina.prof', '6e B', VAL, 'teacher'),
  member('marc.evrard', 'Chorale', TILLEULS),
  kin('anne.petit', 'lea.petit'),
  kin('anne.petit', 'tom.petit'),
  kin('anne.petit', 'max.petit'),
  kin('ines.blanc', 'ida.blanc'),
  kin('marc.evrard', 'zoe.evrard'),
];

const LENIENT = { keep: 0, keepInWeek: 0, ignoreUnder: 5 };

/** A directory that holds `WORLD`. */
export class DirectoryForTests {
  readonly clock = new TestClock();
  readonly directory: Directory;

  private constructor(readonly database: OpenDatabase) {
    this.directory = new Directory(database.unitOfWork, this.clock);
  }

  static async open(kind: TestDatabase): Promise<DirectoryForTests> {
    const world = new DirectoryForTests(await openTestDatabase(kind));
    await world.sync(WORLD);
    return world;
  }

  async sync(records: DirectoryRecord[]): Promise<SyncRun> {
    const { unitOfWork } = this.database;
    const source = { ...sourceOf(records), guard: LENIENT };
    return new SyncService({ unitOfWork, clock: this.clock }).run(source, SIGNAL);
  }

  async idOf(login: string): Promise<string> {
    return (await this.directory.personByLogin(SOURCE, login))?.id ?? `nobody has the login ${login}`;
  }

  async groupId(name: string): Promise<string> {
    return (await this.database.dataSource.manager.findOneByOrFail(GroupRow, { name })).id;
  }

  /** Attaches a person as an administrator would, unless `changes` say otherwise. */
  async attach(login: string, uai: string, profile: Profile, changes: Partial<AttachmentRow> = {}): Promise<void> {
    const common = { id: newId(), personId: await this.idOf(login), uai, profile, source: GRANT_SOURCE };
    const row = { ...common, from: this.clock.now(), until: null, ...changes };
    await this.database.dataSource.manager.insert(AttachmentRow, row);
  }

  /** The number of statements that the work sends. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const { logger } = this.database.dataSource;
    const { logQuery } = logger;
    logger.logQuery = () => void (count += 1);
    await work().finally(() => (logger.logQuery = logQuery));
    return count;
  }
}
