// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import type { HandOver, ParcelOffer, ReceiveParcel } from '../../../api/hand-over/hand-over.js';
import { json } from '../../../api/http.js';
import type { Manifest } from '../../../api/manifest.js';
import type { Profile } from '../../../api/people.js';
import {
  CLASSMATE_RECORDS,
  OTHER_SCHOOL,
  SAMPLE_RECORDS,
  SCHOOL,
  type Role,
} from '../../../testing/sample-directory.js';
import type { TestHost } from '../../../testing/start-test-host.js';
import { column, unique } from '../../infra/database/columns.js';
import { handOver } from './hand-over.js';
import { ParcelRow } from './parcel.entity.js';

/** A copy that a school has received. */
@Entity('copies_copy')
@Index('copies_copy_key', ['school', 'pupilId', 'origin', 'key'], { unique: true })
export class CopyRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** The UAI of the school that sent it. */
  @Column('varchar', { length: 8 })
  origin!: string;

  @Column('varchar', { length: 190 })
  key!: string;

  @Column('integer')
  revision!: number;

  @Column('varchar', { length: 100 })
  text!: string;
}

class CreateCopies1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const texts = [column.text('origin', 8), column.text('key', 190), column.text('text', 100)];
    await runner.createTable(
      new Table({
        name: 'copies_copy',
        columns: [
          ...[column.id(), column.text('school', 8), column.uuid('pupilId')],
          ...[column.integer('revision'), ...texts],
        ],
        indices: [unique('copies_copy_key', ['school', 'pupilId', 'origin', 'key'])],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('copies_copy');
  }
}

const ALL: readonly Profile[] = ['pupil', 'guardian', 'teacher', 'head', 'staff'];
const texts = { title: 'Copies', summary: 'Des copies', kept: 'Les copies', purpose: 'Les lire', retention: 'Un an' };

const manifest = {
  ...{ id: 'copies', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', icon: 'files', colour: 'plum' },
  locales: { fr: texts, en: texts },
  settings: z.strictObject({}),
  permissions: { read: { profiles: ALL } },
  entities: [CopyRow],
  migrations: [CreateCopies1764028800000],
  personalData: { kept: 'kept', purpose: 'purpose', retention: 'retention' },
} as const satisfies Manifest;

/** Older copies have `words` in place of `text`. */
const content = z.union([
  z.object({ text: z.string() }),
  z.object({ words: z.string() }).transform(({ words }) => ({ text: words })),
]);

type Copy = z.output<typeof content>;

/** Writes a copy, or replaces the one with the same key. */
export const receiveCopy: ReceiveParcel<Copy> = async ({ db, from, pupilId, key, revision, content: { text } }) => {
  const copies = db.repository(CopyRow);
  const where = { pupilId, origin: from.uai, key };
  if ((await copies.update(where, { revision, text })) === 0) await copies.insert([{ ...where, revision, text }]);
};

const form = z.object({ pupilId: z.string(), key: z.string(), text: z.string() });
const answer = z.object({ ids: z.string() });

/** A brick that keeps copies, with a route for each function of `handOver` that everybody may try. */
export function copiesBrick(receive: ReceiveParcel<Copy> = receiveCopy): BrickDefinition {
  return defineBrick(manifest, (brick) => {
    const { http } = brick;
    brick.handOver.receive({ content }, receive);
    brick.personalData({
      exportPerson: async ({ db, personId }) => {
        return { records: { copies: await db.repository(CopyRow).find({ where: { pupilId: personId } }) } };
      },
      erasePerson: async ({ db, personId }) => void (await db.repository(CopyRow).delete({ pupilId: personId })),
      movePerson: async ({ db, from, to }) => {
        await db.repository(CopyRow).update({ pupilId: from }, { pupilId: to });
      },
      closeSchool: async ({ db }) => void (await db.repository(CopyRow).delete({})),
    });
    http.get('/', { access: 'read' }, ({ page }) => page('Copies', null));
    http.get('/sent', { access: 'read' }, async ({ handOver: { sent } }) => json(await sent()));
    http.get('/offered', { access: 'read' }, async ({ handOver: { offered } }) => json(await offered()));
    http.get('/schools', { access: 'read' }, async ({ handOver: { schools } }) => json(await schools()));
    http.post('/offer', { access: 'read', body: form }, async ({ handOver: { offer }, body, redirect }) => {
      await offer(offerOf(body.pupilId, { key: body.key, content: { text: body.text } }));
      return redirect('/');
    });
    http.post('/recall', { access: 'read', body: answer }, async ({ handOver: { recall }, body, redirect }) => {
      await recall(body.ids);
      return redirect('/');
    });
    http.post('/accept', { access: 'read', body: answer }, async ({ handOver: { accept }, body, redirect }) => {
      await accept(body.ids.split(' '));
      return redirect('/');
    });
    http.post('/refuse', { access: 'read', body: answer }, async ({ handOver: { refuse }, body, redirect }) => {
      await refuse(body.ids.split(' '), 'Inscrit ailleurs');
      return redirect('/');
    });
  });
}

/** An offer to the second school of the sample, to be answered within a month, for three years. */
export function offerOf(pupilId: string, changes: Partial<ParcelOffer> = {}): ParcelOffer {
  const dates = { answerBy: new Date('2026-12-24T10:00:00Z'), until: new Date('2029-08-01T00:00:00Z') };
  return { to: OTHER_SCHOOL, pupilId, key: '2026-T1', content: { text: 'Inès lit bien.' }, ...dates, ...changes };
}

/** The hand-over of the brick, for the head of a school of the sample by default. */
export async function handOverOf(
  { host, ids }: TestHost,
  role: 'head' | 'headOfOtherSchool' | 'teacher' = 'head',
): Promise<HandOver> {
  const school = await host.directory.school(role === 'headOfOtherSchool' ? OTHER_SCHOOL : SCHOOL);
  const brick = host.bricks.find((one) => one.state === 'ready');
  if (!school || brick?.state !== 'ready') throw new Error('The host has no such school, or no brick.');
  const { database, clock, auditTrail, jobs } = host;
  const user = { id: await ids.person(role), profiles: [role === 'teacher' ? role : 'head'] } as const;
  const jobsIn = (uai: string) => jobs.outbox(brick, uai);
  return handOver({ unitOfWork: database.unitOfWork, clock, auditTrail, jobsIn }, { brick, school, user });
}

/** All rows of a school, in the order of their keys. */
export async function copiesIn({ host }: TestHost, school: string): Promise<Omit<CopyRow, 'id' | 'school'>[]> {
  const rows = await host.database.unitOfWork.run((manager) =>
    manager.find(CopyRow, { where: { school }, order: { pupilId: 'ASC', origin: 'ASC', key: 'ASC' } }),
  );
  return rows.map(({ id: _id, school: _school, ...row }) => row);
}

/** All parcels, the oldest first. */
export function parcelsOf({ host }: TestHost): Promise<ParcelRow[]> {
  return host.database.unitOfWork.run((manager) => manager.find(ParcelRow, { order: { id: 'ASC' } }));
}

/** Syncs the sample again, with some records left out and others added. */
export async function syncAgain(
  { host }: TestHost,
  { without = [], more = [] }: { readonly without?: readonly Role[]; readonly more?: readonly DirectoryRecord[] },
): Promise<void> {
  const keys = without.map((role) => role.toLowerCase());
  const isMeant = (record: DirectoryRecord): boolean =>
    !keys.some((key) => JSON.stringify(record).includes(`"${key}"`));
  const records = [...SAMPLE_RECORDS, ...CLASSMATE_RECORDS].filter(isMeant);
  const source: DirectorySource = {
    name: 'ldap',
    async *read() {
      yield* [...records, ...more];
    },
  };
  const run = await host.sync.plan(source, new AbortController().signal);
  await host.sync.apply(run.id, { approve: { by: 'cli', reason: 'a test' } });
}
