// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import type { JobOptions, JobWork } from '../../../api/brick-jobs.js';
import type { Jobs } from '../../../api/jobs.js';
import type { Manifest } from '../../../api/manifest.js';
import type { Host } from '../../app/boot-host.js';
import type { TestHost } from '../../../testing/start-test-host.js';
import { column, index } from '../../infra/database/columns.js';

/** A row that a job has written. */
@Entity('effects_effect')
@Index('effects_school', ['school'])
export class Effect {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 60 })
  text!: string;
}

class CreateEffects1764028800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [column.id(), column.text('school', 8), column.text('text', 60)];
    await runner.createTable(
      new Table({ name: 'effects_effect', columns, indices: [index('effects_school', ['school'])] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('effects_effect');
  }
}

const texts = { title: 'Effets', summary: 'Ce que font les tâches' };

const manifest = {
  id: 'effects',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: { fr: texts, en: texts },
  permissions: { read: { profiles: ['teacher'] } },
  entities: [Effect],
  migrations: [CreateEffects1764028800001],
  personalData: { none: 'summary' },
} satisfies Manifest;

const Text = z.object({ text: z.string().default('no text') });

/** The work of the test in progress. */
export type Behaviour = (work: JobWork, text: string, signal: AbortSignal) => Promise<void>;

/**
 * A brick with a job `write`, one `sweep` that runs at 02:30 also where the brick is off, one `nightly` that does not, and one `follow` after
 * a sync.
 * @param more options of `sweep`
 */
export function effectsBrick(run: Behaviour, more: { readonly needsSureClock?: true } = {}): BrickDefinition {
  return defineBrick(manifest, ({ http, jobs }) => {
    const provide = (name: string, options: Omit<JobOptions, 'data'> = {}): void =>
      jobs.provide(name, { data: Text, ...options }, (work, { text }, signal) => run(work, text, signal));
    provide('write');
    provide('sweep', { every: '30 2 * * *', whileOff: true, ...more });
    provide('nightly', { every: '30 2 * * *' });
    provide('follow', { afterSync: true });
    http.get('/', { access: 'read' }, ({ page }) => page('Effets', null));
    // Enqueues within a transaction, and fails if asked to.
    http.get('/write/:text', { access: 'read', params: z.object({ text: z.string() }) }, async (request) => {
      await request.db.transaction(async () => {
        await request.jobs.enqueue('write', request.params);
        if (request.params.text === 'fail') throw new Error('on purpose');
      });
      return request.redirect('/');
    });
  });
}

export const writeOnce: Behaviour = ({ db, complete }, text) =>
  complete(async () => void (await db.repository(Effect).insert([{ text }])));

export function jobsIn(host: Host, uai: string): Jobs {
  const brick = host.bricks.find(({ id }) => id === 'effects');
  if (brick?.state !== 'ready') throw new Error(brick?.cause);
  return host.jobs.outbox(brick, uai);
}

/** The texts written in a school, in order. */
export async function effectsOf({ host }: Pick<TestHost, 'host'>, uai: string): Promise<string[]> {
  const rows = await host.database.dataSource
    .getRepository(Effect)
    .find({ where: { school: uai }, order: { id: 'ASC' } });
  return rows.map(({ text }) => text);
}
