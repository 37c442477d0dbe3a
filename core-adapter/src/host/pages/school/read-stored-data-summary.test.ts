// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { schoolDatabase } from '../../infra/database/school-repository.js';
import { form, openConsole, query, wordsOf } from './console-for-tests.js';

@Entity('sheets_sheet')
@Index('sheets_sheet_school', ['school'])
class SheetRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;
}

class CreateSheets1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE sheets_sheet (id varchar(36) PRIMARY KEY NOT NULL, school varchar(8) NOT NULL)');
    await runner.query('CREATE INDEX sheets_sheet_school ON sheets_sheet (school)');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const base = {
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature' as const,
  settings: z.strictObject({}),
  permissions: { read: { profiles: ['pupil', 'teacher'] as const } },
};

/** A brick that tells something in its own way. */
function telling(id: string, tell: () => Promise<readonly string[]>): BrickDefinition {
  const locales = { fr: { title: id, summary: 'Rien' }, en: { title: id, summary: 'Nothing' } };
  return defineBrick({ ...base, id, locales }, ({ describeStoredData, http }) => {
    http.get('/', { access: 'read' }, ({ page }) => page(id, id));
    describeStoredData(tell);
  });
}

const sheets = defineBrick(
  {
    ...base,
    id: 'sheets',
    locales: {
      fr: { title: 'Feuilles', summary: 'Des feuilles', wait: '{count} feuilles attendent' },
      en: { title: 'Sheets', summary: 'Sheets', wait: '{count} sheets wait' },
    },
    entities: [SheetRow],
    migrations: [CreateSheets1764028800000],
    personalData: { none: 'summary' },
  },
  ({ describeStoredData }) => {
    describeStoredData(async ({ db, t }) => [t('wait', { count: await db.repository(SheetRow).count() })]);
  },
);

const broken = telling('broken', () => Promise.reject(new Error('the drawer is stuck')));
const crashing = telling('crashing', () => {
  throw new Error('the drawer fell out');
});
const nonsense = telling('nonsense', () => Promise.resolve('three drawers' as unknown as string[]));
const endless = telling('endless', () => new Promise(() => undefined));
const hostile = telling('hostile', () => Promise.resolve(['<img src=x>', '']));

const talkative = telling('talkative', () =>
  Promise.resolve(Array.from({ length: 9 }, (_, at) => `${at}`.repeat(500))),
);
let reported = 0;
const counting = telling('counting', () => Promise.resolve([`${(reported += 1)}`]));

const { web, get, post, group } = await openConsole([
  ...[sheets, broken, crashing, nonsense, endless, hostile, talkative, counting],
]);
afterAll(() => web.stop());

const PAGE = `/admin/s/${SCHOOL}/bricks`;

test('T7: a brick tells of the rows of this school, and of no other’s', async () => {
  const db = (uai: string) =>
    schoolDatabase(web.host.database.unitOfWork, { entities: [SheetRow] }, uai, 10_000).repository(SheetRow);
  await db(SCHOOL).insert([{}, {}]);
  await db(OTHER_SCHOOL).insert([{}, {}, {}]);
  expect(wordsOf(await get('head', `${PAGE}?brick=sheets`))).toMatch(/En attendant : 2 feuilles attendent/);
});

test('a choice that takes the brick from one class does not count the rows of the whole school', async () => {
  const [rule] = await web.host.activations.rules(SCHOOL, 'sheets');
  const choice = form({ rule: rule?.id ?? '', profiles: ['pupil', 'teacher'], groups: [await group('CM2')] });
  const page = wordsOf(await get('head', `${PAGE}?${query([['brick', 'sheets'], ...choice, ['part', 'effect']])}`));
  expect(page).toMatch(/ne pourront pas finir ce qu’ils y ont commencé\. Rien n’est effacé\./);
  expect(page).not.toMatch(/feuilles attendent/);
});

test.each(['broken', 'crashing', 'nonsense', 'endless'])(
  'P11: a brick whose answer is %s leaves the page whole, and may be switched off',
  async (id) => {
    const page = await get('head', `${PAGE}?brick=${id}`);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toMatch(/l’outil n’a pas pu dire ce qui reste en suspens.* Éteindre \w+ pour \d+ personnes?/);
    expect(wordsOf(page)).not.toMatch(/drawer/);
    expect(web.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ brick: id }) }),
    );
    expect((await post('head', `${PAGE}/${id}`, 'on=false')).status).toBe(303);
  },
);

test('P6: the sentences of a brick are escaped', async () => {
  expect((await get('head', `${PAGE}?brick=hostile`)).text).not.toContain('<img');
});

test('P11: at most five sentences of a brick are shown, of two hundred characters each', async () => {
  const page = wordsOf(await get('head', `${PAGE}?brick=talkative`));
  expect(page).toMatch(/ 0{199}…, 1{199}…, 2{199}…, 3{199}…, 4{199}… /);
});

test('the script that asks what a choice would do at each change does not ask the brick', async () => {
  const choice = 'rule=new&where=school&profiles=pupil';
  await get('head', `${PAGE}?brick=counting&${choice}`);
  expect(reported).toBe(1);
  const part = await get('head', `${PAGE}?brick=counting&${choice}&part=effect`);
  expect([part.status, reported]).toEqual([200, 1]);
  expect(part.text).toMatch(/data-effect="Ce qui change/);
});
