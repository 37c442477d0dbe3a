// SPDX-License-Identifier: EUPL-1.2
// Rules of the contract that the host enforces and no brick can break: these tests use a faulty host. Faulty bricks are
// in test/bricks.
import { z } from 'zod';
import { defineBrick } from '../../api/brick.js';
import type { BrickDefinition } from '../../api/brick-base.js';
import type { SchoolDatabase } from '../../api/database.js';
import type { Manifest } from '../../api/manifest.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../../host/infra/database/notes-for-tests.js';
import { OTHER_SCHOOL, SCHOOL } from '../sample-directory.js';
import type { TestExchange } from '../test-exchange.js';
import { contractChecks } from './contract-checks.js';
import type { ContractOptions } from './contract-options.js';
import { openContractBench, type ContractBench } from './contract-bench.js';

const manifest = {
  id: 'hello',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: { fr: { title: 'Bonjour', summary: 'Dit bonjour' }, en: { title: 'Hello', summary: 'Says hello' } },
  permissions: { read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] } },
} satisfies Manifest;

const hello = defineBrick(manifest, ({ http }) => {
  http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), <h1>{t('title')}</h1>));
});

const notes = defineBrick(
  {
    ...manifest,
    id: 'notes',
    locales: { fr: { ...manifest.locales.fr, none: 'Rien' }, en: { ...manifest.locales.en, none: 'Nothing' } },
    personalData: { none: 'none' },
    entities: [NoteRow],
    migrations: [CreateNotes1764028800000],
    queries: {
      count: {
        sql: 'SELECT COUNT(*) AS count FROM notes_note n WHERE n.school = :school',
        parameters: z.object({}),
        row: z.object({ count: z.int() }),
      },
    },
  },
  ({ http, moveGroup }) => {
    moveGroup(moveNotes);
    http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), <h1>{t('title')}</h1>));
  },
);

const queries: ContractOptions['queries'] = {
  count: async ({ db, marker }) => {
    await db.repository(NoteRow).insert([{ text: marker, groupId: null }]);
    return {};
  },
};

interface Case {
  readonly host: string;
  readonly brick?: BrickDefinition;
  /** Puts the fault into the host. */
  readonly breakHost: (bench: ContractBench) => ContractBench;
  /** A part of the name of the check that fails. */
  readonly check: string;
  readonly sentence: string;
}

const CASES: readonly Case[] = [
  {
    host: 'takes everybody for one who is in both schools',
    breakHost: (bench) => ({ ...bench, session: () => bench.session('teacherInBothSchools') }),
    check: 'T1, T8',
    sentence: 'teacher has no profile in 0390002Y, but GET / answered 200 there, not 404.',
  },
  {
    host: 'runs a query in every school',
    brick: notes,
    breakHost(bench) {
      const query: SchoolDatabase['query'] = async (...given) => {
        const [here, there] = await Promise.all([SCHOOL, OTHER_SCHOOL].map((uai) => bench.db(uai).query(...given)));
        return [...(here ?? []), ...(there ?? [])];
      };
      return { ...bench, db: (school) => ({ ...bench.db(school), query }) };
    },
    check: 'T1, T6: each named query',
    sentence: 'The query "count" finds in 0390001X what is of 0390002Y; keep nothing of a row between queries.',
  },
  {
    host: 'leaves on what is switched off',
    breakHost(bench) {
      const nothing = (): Promise<void> => Promise.resolve();
      Object.assign(bench.host.host.activations, { disable: nothing, enable: nothing });
      return bench;
    },
    check: 'T9',
    sentence: 'GET / answered 200 to teacher while the brick is off, not 404.',
  },
  {
    host: 'asks nobody to log in',
    breakHost: (bench) => ({ ...bench, host: { ...bench.host, anonymous: bench.session('teacher') } }),
    check: 'without a session',
    sentence: 'GET / answered 200 to a browser without a session; it must lead to the login.',
  },
  {
    host: 'sends programs to the login as well',
    breakHost({ host, ...rest }) {
      const { anonymous } = host;
      const deaf = { get: (path: string) => withoutHeaders(anonymous.get(path)), post: anonymous.post };
      return { ...rest, host: { ...host, anonymous: deaf } };
    },
    check: 'without a session',
    sentence: 'GET / answered 303 to a program without a session, not 401.',
  },
];

function withoutHeaders(exchange: TestExchange): TestExchange {
  exchange.header = () => exchange;
  return exchange;
}

describe('a host with one fault fails the check for that fault', () => {
  test.each(
    CASES.map(({ breakHost, brick = hello, ...rest }) => ({
      ...rest,
      checks: contractChecks(brick, { ...(brick === notes && { queries }) }, async (...given) =>
        breakHost(await openContractBench(...given)),
      ),
    })),
  )('that $host', async ({ checks, check, sentence }) => {
    const measure = checks.find(({ name }) => name.includes(check));
    await expect(measure?.run(1)).rejects.toMatchObject({ message: sentence });
  });
});

const wordless = { ...manifest.locales, fr: { ...manifest.locales.fr, one: 'Un', two: 'Deux' } };
const ofWordless = contractChecks(defineBrick({ ...manifest, locales: wordless }, () => undefined));

test('a check tells all faults that it finds', async () => {
  const texts = ofWordless.find(({ name }) => name.startsWith('its texts'));

  await expect(texts?.run()).rejects.toMatchObject({
    sentences: ['one', 'two'].map((key) => `The text "${key}" has no English; add it to manifest.locales.en.`),
  });
});
