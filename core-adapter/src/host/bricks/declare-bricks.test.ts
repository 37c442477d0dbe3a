// SPDX-License-Identifier: EUPL-1.2
import {
  BaseEntity,
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryColumn,
  ViewColumn,
  ViewEntity,
  VirtualColumn,
} from 'typeorm';
import { z } from 'zod';
import { CreateNotes1764028800000, NoteRow } from '../infra/database/notes-for-tests.js';
import type { BrickDefinition } from '../../api/brick-base.js';
import { brickWith, entryOf, goodManifest } from './bricks-for-tests.js';
import { currentBrick } from '../infra/util/brick-scope.js';
import { declareBricks } from './declare-bricks.js';
import { faultText } from '../domain/bricks/brick-fault.js';
import type { BrickEntry } from '../domain/bricks/loaded-brick.js';

const good = entryOf(brickWith({ id: 'good' }), '@acme/good');

/** The failure of one brick next to a valid one, which must always be declared. */
async function causeOf(entry: BrickEntry, env = {}): Promise<string | undefined> {
  const { bricks, failed } = await declareBricks([entry, good], env);
  expect(bricks.map(({ id }) => id)).toContain('good');
  return failed[0] && faultText(failed[0]);
}

test('a brick is declared with its settings read, and its own code has not run', async () => {
  const activate = (): never => {
    throw new Error('too early');
  };
  const { bricks, failed, problems } = await declareBricks([entryOf(brickWith({}, activate), '@acme/agenda')], {});
  expect(bricks).toMatchObject([{ id: 'agenda', settings: { days: 7 } }]);
  expect(failed).toEqual([]);
  expect(problems).toEqual([]);
});

/** The error of Node.js for a missing file. */
function missing(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' });
}

test.each<[string, string]>([
  ['@volee/file-share', 'file-share'],
  ['plain', 'plain'],
  ['@acme/odd*(name)', 'odd-name-'],
  ['@acme/', 'unnamed'],
  ['', 'unnamed'],
])('a package that cannot be imported, %p, fails under an id that fits an address', async (name, id) => {
  const entry: BrickEntry = {
    name,
    settings: {},
    load: () => Promise.reject(missing(`Cannot find package '${name}'\nRequire stack: …`)),
  };
  const { failed } = await declareBricks([entry, good], {});
  const cause = `${name}: it cannot be imported (Cannot find package '${name}').`;
  const remedy = 'Check that the package is installed and built.';
  expect(failed).toEqual([{ id, state: 'failed', cause, remedy }]);
});

test.each<[string, () => Promise<never>, RegExp]>([
  [
    'throws',
    () => Promise.reject(new SyntaxError('Unexpected token')),
    /cannot be imported \(Unexpected token\)\. Report it to its authors\.$/,
  ],
  ['throws what is no error', () => Promise.reject('broken'), /cannot be imported \(broken\)/],
  [
    'throws what has no text',
    () => Promise.reject(Object.create(null)),
    /cannot be imported \(what was thrown cannot be put into words\)/,
  ],
  [
    'throws an error whose message is an object',
    () => Promise.reject(Object.assign(new Error(), { message: { fr: 'panne' } })),
    /cannot be imported \(\[object Object\]\)/,
  ],
  ['exports nothing', () => Promise.resolve(undefined as never), /its default export was not made by defineBrick/],
])('an import that %s is reported in one sentence', async (_name, load, sentence) => {
  expect(await causeOf({ name: '@acme/agenda', settings: {}, load })).toMatch(sentence);
});

test('an invalid manifest is reported with the name of the package', async () => {
  expect(await causeOf(entryOf(brickWith({ version: 'one' })))).toBe(
    '@acme/agenda: manifest.version: must be a version, such as 1.0.0.',
  );
});

test.each<[string, string, string]>([
  ['the same id', 'good', 'another brick already has the id "good"'],
  ['the id of the host', 'core', 'another brick already has the id "core"'],
  ['a prefix of another', 'go', ''],
  ['a prefix with a dash', 'good-notes', 'its tables (good_notes_…) could be confused with those of "good" (good_…)'],
  ['a prefix of the host', 'core-diary', 'its tables (core_diary_…) could be confused with those of "core" (core_…)'],
])('ids that clash: %s', async (_name, id, sentence) => {
  const { failed } = await declareBricks([good, entryOf(brickWith({ id }), '@acme/second')], {});
  if (sentence === '') expect(failed).toEqual([]);
  else expect(failed).toEqual([{ id: 'second', state: 'failed', cause: `@acme/second: ${sentence}.` }]);
});

@Entity('diary_entry')
@Index('diary_entry_school', ['school'])
class ForeignPrefix {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
}

@Entity('notes_page')
class WithoutSchool {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
}

@Entity('notes_line')
@Index('notes_line_other', ['text', 'school'])
class WithoutIndex {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
  @Column('varchar', { length: 8 })
  text!: string;
}

@Entity('notes_mark')
@Index('notes_mark_school', ['school'])
class WithoutId {
  @PrimaryColumn('varchar', { length: 36 })
  key!: string;
  @Column('varchar', { length: 8 })
  school!: string;
}

class NoEntity {}

@Entity('notes_link')
class BrokenRelation {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @ManyToOne(() => NoEntity)
  other!: NoEntity;
}

@Entity('notes_thread')
@Index('notes_thread_school', ['school'])
class Active extends BaseEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
}

@Entity('notes_reply')
@Index('notes_reply_school', ['school'])
class Related {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
  @ManyToOne(() => NoteRow, { eager: true })
  note!: NoteRow;
}

@ViewEntity({ name: 'notes_view', expression: 'SELECT id, school FROM core_person' })
class Shown {
  @ViewColumn()
  id!: string;
  @ViewColumn()
  school!: string;
}

class Place {
  @Column('varchar', { length: 8 })
  town!: string;
}

@Entity('notes_trip')
@Index('notes_trip_school', ['school'])
class Embedding {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
  @Column(() => Place)
  place!: Place;
}

@Entity('notes_sum')
@Index('notes_sum_school', ['school'])
class Computed {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  @Column('varchar', { length: 8 })
  school!: string;
  @VirtualColumn({ type: 'integer', query: () => 'SELECT COUNT(*) FROM notes_note' })
  all!: number;
}

test.each<[string, new () => object, RegExp]>([
  ['active record', Active, /the entity Active extends BaseEntity, which reads every school/],
  ['a relation', Related, /notes_reply has the relation "note", which ignores schools\. Refer to it by id instead/],
  ['a view', Shown, /notes_view is no plain table \(view\)/],
  ['an embedded', Embedding, /notes_trip has the embedded "place"\. Make each of its fields a column instead/],
  ['a column made by SQL', Computed, /notes_sum has the column "all" made by SQL/],
])('T1: entities that could read other schools are refused: %s', async (_name, entity, sentence) => {
  const brick = brickWith({ id: 'notes', entities: [NoteRow, entity] });
  expect(await causeOf(entryOf(brick, '@acme/papers'))).toMatch(sentence);
});

test.each<[string, new () => object, RegExp]>([
  ['a table with another prefix', ForeignPrefix, /the table diary_entry must start with notes_/],
  ['no column school', WithoutSchool, /notes_page has no column "school", so the host cannot keep schools apart/],
  ['no index on school', WithoutIndex, /notes_line has no index that begins with "school"/],
  ['no id', WithoutId, /notes_mark has no primary column "id"/],
  ['a class that is no entity', NoEntity, /the class NoEntity among its entities has no @Entity\(\)/],
  [
    'a relation to what is no entity',
    BrokenRelation,
    /the relation BrokenRelation#other leads to a class that is not among/,
  ],
])('entities that would harm the others are refused: %s', async (_name, entity, sentence) => {
  const brick = brickWith({ id: 'notes', entities: [NoteRow, entity] });
  const { failed } = await declareBricks([entryOf(brick, '@acme/papers'), good], {});
  expect(failed).toMatchObject([{ id: 'notes', state: 'failed', manifest: { id: 'notes' } }]);
  expect(failed[0]?.cause).toMatch(sentence);
});

test('valid tables pass; migrations that do not create them make a failed brick', async () => {
  const entities = [NoteRow];
  const complete = entryOf(brickWith({ id: 'notes', entities, migrations: [CreateNotes1764028800000] }));
  expect((await declareBricks([complete], {})).bricks).toHaveLength(1);
  expect(await causeOf(entryOf(brickWith({ id: 'notes', entities })))).toMatch(/its migrations do not make the tables/);
});

describe('P11: the id of a brick that failed is a guess', () => {
  const missing: BrickEntry = { name: '@acme/agenda', settings: {}, load: () => Promise.reject(new Error('gone')) };
  const wrong = entryOf(brickWith(), './wrong', { days: 'seven' });
  const well = entryOf(brickWith(), './agenda');
  const idsOf = async (...entries: BrickEntry[]): Promise<string[]> =>
    (await declareBricks(entries, {})).all.map((brick) => `${brick.id} ${'state' in brick ? 'failed' : 'well'}`);

  test('it is never the id of a working brick, in any order', async () => {
    expect(await idsOf(missing, well)).toEqual(['agenda-2 failed', 'agenda well']);
    expect(await idsOf(well, missing)).toEqual(['agenda well', 'agenda-2 failed']);
    expect(await idsOf(well, missing, missing)).toEqual(['agenda well', 'agenda-2 failed', 'agenda-3 failed']);
    expect(await idsOf(wrong, well)).toEqual(['agenda-2 failed', 'agenda well']);
  });

  test('it is never the id of a failed brick with a manifest', async () => {
    expect(await idsOf(missing, wrong)).toEqual(['agenda-2 failed', 'agenda failed']);
  });

  test('errors of code that it started are logged under its displayed id', async () => {
    let seen: Promise<string | undefined> = Promise.resolve(undefined);
    const load = (): Promise<never> => {
      seen = new Promise((resolve) => setTimeout(() => resolve(currentBrick()), 50));
      return Promise.reject(new Error('gone'));
    };
    expect(await idsOf({ ...missing, load }, well)).toEqual(['agenda-2 failed', 'agenda well']);
    expect(await seen).toBe('agenda-2');
  });
});

test('P11: process.exit in an import makes a failed brick', async () => {
  const load = (): Promise<never> => Promise.resolve().then(() => process.exit(7));
  expect(await causeOf({ name: '@acme/agenda', settings: {}, load })).toMatch(/process\.exit\(\) is refused/);
});

test('P11: a manifest that throws on access makes a failed brick', async () => {
  const brick = brickWith();
  Object.defineProperty(brick, 'manifest', {
    get: () => {
      throw new Error('not now');
    },
  });
  expect(await causeOf(entryOf(brick))).toBe('@acme/agenda: its manifest cannot be read (not now).');
});

test('code started by a brick is attributed to its id once its manifest is read', async () => {
  const seen: (string | undefined)[] = [];
  let later: Promise<void> = Promise.resolve();
  let goOn: () => void = () => undefined;
  const settings = z.strictObject({}).refine(() => seen.push(currentBrick()));
  const load = async (): Promise<BrickDefinition> => {
    seen.push(currentBrick());
    later = new Promise<void>((resolve) => (goOn = resolve)).then(() => void seen.push(currentBrick()));
    return brickWith({ settings });
  };
  await declareBricks([{ name: '@acme/volee-agenda', settings: {}, load }], {});
  goOn();
  await later;
  expect(seen).toEqual(['volee-agenda', 'agenda', 'agenda']);
  expect(currentBrick()).toBeUndefined();
});

test('invalid settings are reported one by one, and the brick is shown as failed', async () => {
  const entry = entryOf(brickWith(), '@acme/agenda', { days: 'seven', dais: 3 });
  const { failed, problems } = await declareBricks([entry, good], {});
  expect(problems).toEqual([
    expect.stringMatching(/^bricks\.@acme\/agenda\.days: /),
    'bricks.@acme/agenda.dais: not known; did you mean "days"?',
  ]);
  expect(failed).toMatchObject([{ id: 'agenda', manifest: goodManifest }]);
  expect(failed[0]?.cause).toContain(problems[1]);
});

test('settings may come from the environment; missing variables are reported', async () => {
  const settings = z.strictObject({ url: z.string() });
  const entry = entryOf(brickWith({ settings }), '@acme/agenda', { url: 'http://${PLACE}/' });
  const { bricks } = await declareBricks([entry], { PLACE: 'ent.example.org' });
  expect(bricks[0]?.settings).toEqual({ url: 'http://ent.example.org/' });
  expect(await causeOf(entry)).toMatch(/the environment has no variable PLACE/);
  const hostile = entryOf(brickWith({ settings }), '@acme/agenda', { url: 'http://${constructor}/' });
  expect(await causeOf(hostile)).toMatch(/the environment has no variable constructor/);
});

test('P11: a schema that throws makes a failed brick, not a failed host', async () => {
  const settings = z.strictObject({}).transform(() => {
    throw new Error('no reading');
  });
  expect(await causeOf(entryOf(brickWith({ settings })))).toMatch(/its schema cannot read them \(no reading\)/);
  const slow = z.strictObject({}).refine(() => Promise.resolve(true));
  expect(await causeOf(entryOf(brickWith({ settings: slow })))).toMatch(/its schema cannot read them/);
});
