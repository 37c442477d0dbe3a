// SPDX-License-Identifier: EUPL-1.2
import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import satisfies from 'semver/functions/satisfies.js';
import valid from 'semver/functions/valid.js';
import validRange from 'semver/ranges/valid.js';
import { z } from 'zod';
import type { BrickDefinition } from '../../api/brick-base.js';
import type { AnyManifest } from '../../api/manifest.js';
import { PROFILES } from '../../api/people.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { isIcon } from '../../ui/icon.js';
import { personTablesProblem } from './check-person-tables.js';
import { CONTRACT_VERSION } from './contract-version.js';

const message = z.union([z.string(), z.strictObject({ one: z.string(), other: z.string() })]);
const messages = z.record(z.string(), message);
const aClass = z.custom<object>((value) => typeof value === 'function', 'must be classes');

const sentence = z.string().min(1);
const zodObject = z.custom<z.ZodObject>((value) => value instanceof z.ZodObject, 'must be a z.object');
const query = z.strictObject({ sql: sentence, parameters: zodObject, row: zodObject });
const command = z.strictObject({
  summary: sentence,
  arguments: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z-]*$/, 'must be a word, such as file'),
        description: z.string(),
        required: z.boolean().optional(),
        variadic: z.boolean().optional(),
      }),
    )
    .refine((all) => all.slice(0, -1).every(({ variadic }) => !variadic), 'only the last one may be variadic')
    .optional(),
  options: z
    .array(
      z.strictObject({
        flags: z
          .string()
          .regex(/^--[a-z][a-z-]*( <[a-z-]+>)?$/, 'must be such as --dry-run or --school <uai>')
          .refine((flags) => !/^--(config|json|help|version)\b/.test(flags), 'is an option of every command'),
        description: z.string(),
        required: z.boolean().optional(),
      }),
    )
    .optional(),
  settingsOnly: z.boolean().optional(),
});
const commandName = z.string().regex(/^[a-z][a-z-]*( [a-z][a-z-]*)?$/, 'must be one or two words, such as onde import');
const profiles = z.array(z.enum(PROFILES)).min(1);
const permission = z
  .strictObject({ profiles, everywhere: profiles.optional(), past: z.literal(true).optional() })
  .refine(({ profiles: all, everywhere = [] }) => everywhere.every((profile) => all.includes(profile)), {
    path: ['everywhere'],
    message: 'must be some of the profiles of the permission',
  })
  .refine(({ profiles: all, past }) => !past || all.includes('teacher') || all.includes('head'), {
    path: ['past'],
    message: 'is for teachers and heads, and the permission is for neither; remove it',
  });
/** In characters. */
const LONGEST_SHORT_TITLE = 16;

/** A text key. */
const key = z.string().min(1);

const manifestSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case, such as class-diary')
    .max(40),
  version: z.string().refine((text) => valid(text) !== null, 'must be a version, such as 1.0.0'),
  adapter: z.string().refine((text) => validRange(text) !== null, 'must be a range, such as ^0.2.0'),
  kind: z.enum(['feature', 'auth-provider', 'directory-source']),
  locales: z.strictObject({ fr: messages, en: messages, 'fr-child': messages.optional() }),
  settings: z.custom<AnyManifest['settings']>((value) => value instanceof z.ZodType, 'must be a zod schema'),
  commands: z.record(commandName, command).optional(),
  icon: z.string().refine(isIcon, 'must be the name of an icon of bootstrap-icons').optional(),
  colour: z.enum(['files', 'messages', 'livret', 'agenda', 'plum', 'slate']).optional(),
  permissions: z.record(z.string(), permission).optional(),
  help: z
    .partialRecord(z.enum(PROFILES), z.array(z.strictObject({ title: key, lines: z.array(key).min(1) })).min(1))
    .optional(),
  entities: z.array(aClass).optional(),
  migrations: z.array(aClass).optional(),
  queries: z.record(z.string().regex(/^[a-z]\w*$/i, 'must be a name, such as unreadByThread'), query).optional(),
  storedKeys: z.array(z.strictObject({ entity: aClass, column: key })).optional(),
  personalData: z
    .union(
      [
        z.strictObject({ kept: key, purpose: key, retention: key, tables: z.unknown().optional() }),
        z.strictObject({ none: key }),
      ],
      'must have the keys of three texts, kept, purpose and retention, or that of one, none',
    )
    .optional(),
  assets: z.instanceof(URL).refine(isFolder, 'must be the file: URL of an existing folder').optional(),
  styles: z
    .array(z.string().regex(/^[\w-]+(\.[\w-]+)*\.css$/, 'must be names of files, such as agenda.css'))
    .optional(),
});

function isFolder(url: URL): boolean {
  return url.protocol === 'file:' && (statSync(url, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** Checks the default export of a brick. Returns what is wrong, or undefined when it is valid. */
export function checkManifest(definition: Partial<BrickDefinition> | undefined): BrickFault | undefined {
  if (typeof definition?.activate !== 'function') return { cause: 'its default export was not made by defineBrick' };
  const parsed = manifestSchema.safeParse(definition.manifest);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message: text }) => `${['manifest', ...path].join('.')}: ${text}`);
    return { cause: faults.join('; ') };
  }
  const { adapter, locales, entities = [], storedKeys = [], personalData } = parsed.data;
  const disorder = migrationsProblem(definition.manifest?.migrations ?? []);
  if (disorder !== undefined) return disorder;
  if (!satisfies(CONTRACT_VERSION, adapter)) {
    return {
      cause: `it is written for version ${adapter} of the contract, and this host has ${CONTRACT_VERSION}`,
      remedy: 'Install a compatible version of the brick.',
    };
  }
  for (const key of ['title', 'summary']) {
    if (!Object.hasOwn(locales.fr, key)) return { cause: `manifest.locales.fr: the text "${key}" is missing` };
  }
  if (storedKeys.some(({ entity }) => !entities.includes(entity))) {
    return { cause: 'manifest.storedKeys: it names a class that is not among its entities' };
  }
  if (entities.length > 0 && personalData === undefined) {
    return {
      cause: 'manifest.personalData: it has tables and does not declare their personal data',
      remedy: 'Name the texts for kept, purpose and retention, or for none with the reason.',
    };
  }
  const texts = Object.entries(personalData ?? {}).flatMap(([name, text]) => (name === 'tables' ? [] : [String(text)]));
  const missingText = texts.find((text) => !Object.hasOwn(locales.fr, text));
  if (missingText !== undefined) return { cause: `manifest.personalData: there is no French text "${missingText}"` };
  const problem =
    shortTitleProblem(parsed.data) ??
    personTablesProblem(personalData, entities) ??
    helpProblem(parsed.data) ??
    stylesProblem(parsed.data);
  if (problem !== undefined) return problem;
  const untranslated = Object.keys(locales.fr).filter((key) => !Object.hasOwn(locales.en, key));
  if (untranslated.length > 0) return { cause: `manifest.locales.en: missing ${untranslated.join(', ')}` };
  return undefined;
}

/** Finds a short title that is blank, or does not fit into two lines of the rail, on a phone with five bricks. */
function shortTitleProblem({ locales }: z.output<typeof manifestSchema>): BrickFault | undefined {
  for (const [language, texts] of Object.entries(locales)) {
    const shortTitle = texts?.['shortTitle'];
    if (typeof shortTitle !== 'string') continue;
    const text = `manifest.locales.${language}: the text "shortTitle"`;
    if (shortTitle.trim() === '') {
      return {
        cause: `${text} is empty, and the rail would have a link without a name`,
        remedy: `Write one of at most ${LONGEST_SHORT_TITLE} characters, or remove it.`,
      };
    }
    if (shortTitle.length > LONGEST_SHORT_TITLE) {
      return {
        cause: `${text} has ${shortTitle.length} characters, and the rail has room for ${LONGEST_SHORT_TITLE}`,
        remedy: 'Shorten it.',
      };
    }
  }
  return undefined;
}

/** Finds help topics without readers or texts: for a profile without any permission, or with a missing text. */
function helpProblem({
  help = {},
  permissions = {},
  locales,
}: z.output<typeof manifestSchema>): BrickFault | undefined {
  const served = new Set(Object.values(permissions).flatMap(({ profiles }) => profiles));
  for (const profile of PROFILES) {
    const topics = help[profile] ?? [];
    if (topics.length > 0 && !served.has(profile)) {
      return {
        cause: `manifest.help.${profile}: this profile has no permission, so nobody would read it`,
        remedy: 'Remove it, or add a permission.',
      };
    }
    const untold = topics
      .flatMap(({ title, lines }) => [title, ...lines])
      .find((text) => !Object.hasOwn(locales.fr, text));
    if (untold !== undefined) return { cause: `manifest.help.${profile}: there is no French text "${untold}"` };
  }
  return undefined;
}

/** Finds a style sheet that is not a file of the folder `assets`. A symbolic link is not such a file, since the host does not serve it. */
function stylesProblem({ assets, styles = [] }: z.output<typeof manifestSchema>): BrickFault | undefined {
  const [first] = styles;
  if (first !== undefined && assets === undefined) {
    return {
      cause: `manifest.styles: it names ${first}, and no folder holds it`,
      remedy: 'Name the folder in assets.',
    };
  }
  const missing = assets && styles.find((name) => !isFile(join(fileURLToPath(assets), name)));
  if (missing === undefined) return undefined;
  return {
    cause: `manifest.styles: there is no file ${missing} in its folder of assets`,
    remedy: 'Add it, or take it out of styles.',
  };
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Checks the order of migrations: they run in the order of the timestamps in their names, so the list must be sorted by timestamp. */
export function migrationsProblem(migrations: NonNullable<AnyManifest['migrations']>): BrickFault | undefined {
  const numbered = migrations.map(({ name }) => ({ name, number: Number(/\d{13}$/.exec(name)?.[0] ?? Number.NaN) }));
  for (const [index, { name, number }] of numbered.entries()) {
    const before = numbered[index - 1];
    if (!before || !(before.number > number)) continue;
    return {
      cause: `manifest.migrations: ${name} is listed after ${before.name}, whose number is higher`,
      remedy: 'List migrations by their numbers, and give a new migration the highest.',
    };
  }
  return undefined;
}
