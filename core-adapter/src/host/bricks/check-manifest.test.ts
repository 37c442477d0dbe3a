// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { brickWith, goodManifest } from './bricks-for-tests.js';
import { coreSchema } from '../app/core-schema.js';
import { checkManifest, migrationsProblem } from './check-manifest.js';
import { CONTRACT_VERSION } from './contract-version.js';

const { fr, en } = goodManifest.locales;
const importCommand = {
  summary: 'imports days',
  arguments: [{ name: 'file', description: 'an iCalendar file', required: true, variadic: true }],
  options: [{ flags: '--school <uai>', description: 'the school', required: true }],
};
const commandWith = (replaced: object): Record<string, unknown> => ({
  commands: { purge: { ...importCommand, ...replaced } },
});
class Row {}
const tablesWith = (...tables: object[]): Record<string, unknown> => ({
  entities: [Row],
  personalData: {
    ...{ kept: 'title', purpose: 'title', retention: 'title' },
    tables: tables.map((table) => ({ entity: Row, columns: {}, ...table })),
  },
});
const assets = new URL('../../../assets/styles/core/', import.meta.url);

test('a minimal manifest and a full manifest are valid', () => {
  expect(checkManifest(brickWith())).toBeUndefined();
  const full = {
    icon: 'calendar3',
    colour: 'agenda',
    entities: [class Row {}],
    migrations: [class Create {}],
    assets,
    styles: ['tokens.css', 'base.css'],
    commands: { 'agenda import': importCommand, purge: { summary: 'forgets the past' } },
    permissions: { read: { profiles: ['pupil'] } },
    help: { pupil: [{ title: 'title', lines: ['summary'] }] },
    personalData: { kept: 'title', purpose: 'summary', retention: 'none' },
    locales: { fr: { ...fr, files: { one: '{count} fichier', other: '{count} fichiers' } }, en: { ...en, files: '' } },
  };
  expect(checkManifest(brickWith({ ...full, permissions: undefined, help: undefined }))).toBeUndefined();
});

test.each<[string, Record<string, unknown>, string]>([
  ['id with capitals', { id: 'Agenda' }, 'manifest.id: must be kebab-case, such as class-diary'],
  ['id with a slash', { id: 'a/b' }, 'manifest.id: must be kebab-case'],
  ['id that ends in a dash', { id: 'agenda-' }, 'manifest.id: must be kebab-case'],
  ['id that is too long', { id: 'a'.repeat(41) }, 'manifest.id: '],
  ['no id', { id: undefined }, 'manifest.id: '],
  ['version', { version: 'one' }, 'manifest.version: must be a version, such as 1.0.0'],
  ['adapter', { adapter: 'any old one' }, 'manifest.adapter: must be a range, such as ^0.2.0'],
  ['kind', { kind: 'theme' }, 'manifest.kind: '],
  ['settings', { settings: { days: 7 } }, 'manifest.settings: must be a zod schema'],
  ['locales', { locales: { fr } }, 'manifest.locales.en: '],
  ['a text that is none', { locales: { fr: { ...fr, title: 3 }, en } }, 'manifest.locales.fr.title: '],
  ['a plural with one form', { locales: { fr: { ...fr, files: { one: 'x' } }, en } }, 'manifest.locales.fr.files'],
  ['a language too many', { locales: { fr, en, de: {} } }, 'manifest.locales: Unrecognized key: "de"'],
  ['an icon that is not there', { icon: 'no-such-icon' }, 'manifest.icon: must be the name of an icon'],
  ['a path as an icon', { icon: '../../package' }, 'manifest.icon: must be the name of an icon'],
  ['colour', { colour: '#ff0000' }, 'manifest.colour: '],
  [
    'a profile that is none',
    { permissions: { read: { profiles: ['parent'] } } },
    'manifest.permissions.read.profiles.0',
  ],
  ['a permission of nobody', { permissions: { read: { profiles: [] } } }, 'manifest.permissions.read.profiles: '],
  ['an entity that is no class', { entities: [{ name: 'Row' }] }, 'manifest.entities.0: must be classes'],
  ['a migration that is no class', { migrations: ['m1'] }, 'manifest.migrations.0: must be classes'],
  [
    'a migration after one with a higher number',
    { migrations: [class AddDay1764028800002 {}, class AddHour1764028800001 {}, class AddTable1764028800003 {}] },
    'manifest.migrations: AddHour1764028800001 is listed after AddDay1764028800002, whose number is higher',
  ],
  ['assets as a path', { assets: '/var/www' }, 'manifest.assets: '],
  ['assets elsewhere', { assets: new URL('https://cdn.example.org/') }, 'manifest.assets: must be the file: URL'],
  ['assets that are not there', { assets: new URL('./nowhere/', import.meta.url) }, 'manifest.assets: must be'],
  [
    'a stored key of another brick',
    { storedKeys: [{ entity: class Row {}, column: 'key' }] },
    'manifest.storedKeys: it names a class that is not among its entities',
  ],
  [
    'a query without SQL',
    { queries: { search: { parameters: z.object({}), row: z.object({}) } } },
    'manifest.queries.search.sql: ',
  ],
  [
    'a query with plain parameters',
    { queries: { search: { sql: 'SELECT', parameters: {}, row: z.object({}) } } },
    'manifest.queries.search.parameters: must be a z.object',
  ],
  ['a query with a dash', { queries: { 'a-b': {} } }, 'manifest.queries.a-b: '],
  ['stored keys without a column', { storedKeys: [{ entity: class Row {} }] }, 'manifest.storedKeys.0.column: '],
  [
    'assets that are a file',
    { assets: new URL(import.meta.url) },
    'manifest.assets: must be the file: URL of an existing folder',
  ],
  ['a style sheet in a folder', { assets, styles: ['core/tokens.css'] }, 'manifest.styles.0: must be names of files'],
  [
    'a style sheet that is not there',
    { assets, styles: ['tokens.css', 'agenda.css'] },
    'manifest.styles: there is no file agenda.css in its folder of assets',
  ],
  [
    'a style sheet without a folder',
    { styles: ['agenda.css'] },
    'manifest.styles: it names agenda.css, and no folder holds it',
  ],
  [
    'a command of three words',
    { commands: { 'agenda import days': importCommand } },
    'manifest.commands.agenda import days: ',
  ],
  ['a command without a word about it', commandWith({ summary: '' }), 'manifest.commands.purge.summary: '],
  [
    'a variadic argument before another',
    commandWith({ arguments: [...importCommand.arguments, { name: 'day', description: '' }] }),
    'manifest.commands.purge.arguments: only the last one may be variadic',
  ],
  [
    'an option of one dash',
    commandWith({ options: [{ flags: '-s', description: '' }] }),
    'manifest.commands.purge.options.0.flags: must be such as --dry-run',
  ],
  [
    'an option that every command has',
    commandWith({ options: [{ flags: '--json', description: '' }] }),
    'manifest.commands.purge.options.0.flags: is an option of every command',
  ],
  [
    'tables of which nobody knows what they keep about persons',
    { entities: [class Row {}], personalData: undefined },
    'manifest.personalData: it has tables and does not declare their personal data',
  ],
  [
    'personal data without its retention',
    { personalData: { kept: 'title', purpose: 'summary' } },
    'manifest.personalData: must have the keys of three texts, kept, purpose and retention, or that of one, none',
  ],
  [
    'personal data in words that are not there',
    { personalData: { none: 'data.none' } },
    'manifest.personalData: there is no French text "data.none"',
  ],
  [
    'a column with a meaning that is none',
    tablesWith({ columns: { addedBy: 'remove' } }),
    'manifest.personalData.tables.0.columns.addedBy: must be delete, blank, handlers, group or nobody',
  ],
  [
    'a table of personal data without its class',
    tablesWith({ entity: 'agenda_row' }),
    'manifest.personalData.tables.0.entity: must be one of its entities',
  ],
  [
    'a table of personal data of another brick',
    tablesWith({ entity: class Other {} }),
    'manifest.personalData.tables: it names a class that is not among its entities',
  ],
  ['a table of personal data twice', tablesWith({}, {}), 'manifest.personalData.tables: it names a class twice'],
  [
    'a permission everywhere for a profile without it',
    { permissions: { read: { profiles: ['pupil'], everywhere: ['teacher'] } } },
    'manifest.permissions.read.everywhere: must be some of the profiles of the permission',
  ],
  [
    'a past permission for neither teachers nor heads',
    { permissions: { read: { profiles: ['pupil'], past: true } } },
    'manifest.permissions.read.past: is for teachers and heads, and the permission is for neither; remove it',
  ],
  ['help for a profile that is none', { help: { parent: [] } }, 'manifest.help: Unrecognized key: "parent"'],
  [
    'a help topic without a line',
    { help: { pupil: [{ title: 'title', lines: [] }] } },
    'manifest.help.pupil.0.lines: ',
  ],
  [
    'help in words that are not there',
    { permissions: { read: { profiles: ['pupil'] } }, help: { pupil: [{ title: 'title', lines: ['help.open'] }] } },
    'manifest.help.pupil: there is no French text "help.open"',
  ],
  [
    'help for a profile without a permission',
    { permissions: { read: { profiles: ['pupil'] } }, help: { head: [{ title: 'title', lines: ['summary'] }] } },
    'manifest.help.head: this profile has no permission, so nobody would read it',
  ],
  ['a key that nobody knows', { prety: true }, 'manifest: Unrecognized key: "prety"'],
])('an invalid field is named: %s', (_name, replaced, sentence) => {
  const { cause = '' } = checkManifest(brickWith(replaced)) ?? {};
  expect(cause).toContain(sentence);
  expect(cause.split('manifest')).toHaveLength(2);
});

test('several invalid fields are named together', () => {
  const problem = checkManifest(brickWith({ version: 'one', kind: 'theme', colour: 'pink' }));
  expect(problem?.cause).toMatch(/^manifest\.version: .+; manifest\.kind: .+; manifest\.colour: /);
});

test.each([undefined, null, {}, 'agenda', { manifest: goodManifest }, () => undefined])(
  'a value that defineBrick did not make is refused: %p',
  (exported) => {
    expect(checkManifest(exported as never)).toEqual({ cause: 'its default export was not made by defineBrick' });
  },
);

test('a brick without a manifest is refused', () => {
  const brick = { activate: () => undefined } as never;
  expect(checkManifest(brick)?.cause).toMatch(/^manifest: /);
});

test.each(['^0.0.9', '^99.0.0', '>=0.1.0 <0.1.0', '0.0.1 || ^2.0.0'])(
  'a brick for another contract, %s, is refused with the version of this one',
  (adapter) => {
    expect(checkManifest(brickWith({ adapter }))).toEqual({
      cause: `it is written for version ${adapter} of the contract, and this host has ${CONTRACT_VERSION}`,
      remedy: 'Install a compatible version of the brick.',
    });
  },
);

test.each([`^${CONTRACT_VERSION}`, `>=${CONTRACT_VERSION}`, CONTRACT_VERSION, '*'])('%s fits', (adapter) => {
  expect(checkManifest(brickWith({ adapter }))).toBeUndefined();
});

test.each(['title', 'summary'] as const)('the text %s is required', (key) => {
  const { [key]: _left, ...others } = fr;
  expect(checkManifest(brickWith({ locales: { fr: others, en } }))).toEqual({
    cause: `manifest.locales.fr: the text "${key}" is missing`,
  });
});

const titled = (language: 'fr' | 'en' | 'fr-child', shortTitle: string): ReturnType<typeof checkManifest> => {
  const locales = { fr: { ...fr, shortTitle: 'Cahier' }, en: { ...en, shortTitle: 'Diary' }, 'fr-child': {} };
  return checkManifest(brickWith({ locales: { ...locales, [language]: { ...locales[language], shortTitle } } }));
};

test.each(['fr', 'en', 'fr-child'] as const)(
  'a short title that is blank in %s names no link of the rail',
  (language) => {
    for (const blank of ['', ' \u00a0']) {
      expect(titled(language, blank)).toEqual({
        cause: `manifest.locales.${language}: the text "shortTitle" is empty, and the rail would have a link without a name`,
        remedy: 'Write one of at most 16 characters, or remove it.',
      });
    }
  },
);

test('a short title is for the rail, and has at most 16 characters in each language', () => {
  for (const language of ['fr', 'en', 'fr-child'] as const) {
    expect(titled(language, 'Cahier et photos')).toBeUndefined();
    expect(titled(language, 'Cahiers et photos')).toEqual({
      cause: `manifest.locales.${language}: the text "shortTitle" has 17 characters, and the rail has room for 16`,
      remedy: 'Shorten it.',
    });
  }
});

test('missing English texts are named', () => {
  const locales = { fr: { ...fr, a: 'a', b: 'b' }, en };
  expect(checkManifest(brickWith({ locales }))?.cause).toBe('manifest.locales.en: missing a, b');
});

test('the migrations of core are sorted by their timestamps too', () => {
  expect(migrationsProblem(coreSchema.migrations)).toBeUndefined();
});
