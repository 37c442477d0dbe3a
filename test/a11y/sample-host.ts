// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';

import casBridge from '@volee/cas-bridge';
import type { BrickDefinition } from '@volee/core-adapter';
import {
  bootHost,
  checkSettingsText,
  createLog,
  migrate,
  schemaOwners,
  type BrickEntry,
  type Host,
} from '@volee/core-adapter/host';
import type { TestClock } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import ldapSync from '@volee/ldap-sync';
import livretBridge from '@volee/livret-bridge';
import messaging from '@volee/messaging';

import { readLastYear, sampleSchools, type Cas, type Directory } from '../envole-box/index.js';
import type { Stack } from '../e2e/stack.js';

export interface SampleHostOptions {
  /** Bricks besides file-share; they are off everywhere. */
  readonly bricks?: readonly BrickDefinition[];
  /** `maxFileSize` of file-share. */
  readonly maxFileSize?: string;
  /** Whether the brick for messages is there, and on in all schools. */
  readonly hasMessages?: boolean;
  /**
   * Whether the brick for livrets is there, and on in all schools. If so, the clock stands in the last school year, and the directory of
   * that year is read; `readNewYear` reads that of this year.
   */
  readonly hasLivret?: boolean;
  /** Whether the clock stands in the last school year and the directory of that year is read, without livrets. */
  readonly hasLastYear?: boolean;
}

/** The options with which a host is started. */
export interface SamplePlace {
  /** The folder for the database and the files. */
  readonly folder: string;
  readonly url: string;
  readonly clock: TestClock;
  readonly cas: Pick<Cas, 'url'>;
  readonly directory: Pick<Directory, 'url' | 'reader'>;
}

export const [TILLEULS = '', MOULIN = '', TROIS_RIVIERES = ''] = sampleSchools.map(({ uai }) => uai);

const OPERATOR = {
  name: 'Académie de Vaubrun',
  contact: 'ent@vaubrun.example.org',
  legalNotice: [
    'Éditeur\u00a0: académie de Vaubrun, 1 place de l’Exemple, 39990 Vaubrun. Téléphone\u00a0: 03 53 01 00 00.',
    'Directrice de la publication\u00a0: Hélène Marchand, rectrice.',
    'Hébergeur\u00a0: académie de Vaubrun, à la même adresse.',
  ].join('\n\n'),
};

const HEADS = [
  { uai: TILLEULS, login: 'mathieu.grosjean', hasFiles: true },
  { uai: MOULIN, login: 'odile.ravier', hasFiles: true },
  { uai: TROIS_RIVIERES, login: 'karim.bensaid', hasFiles: false },
];

type Entry = BrickEntry & Pick<BrickDefinition, 'manifest'>;

/** Starts a host with the people of the sample and SQLite, and makes it listen. */
export function startSampleHost(
  { folder, url, clock, cas, directory }: SamplePlace,
  options: SampleHostOptions,
): Promise<Host> {
  const services = {
    databaseUrl: `sqlite:${join(folder, 'volee.sqlite')}`,
    sso: { baseUrl: cas.url },
    directory: {
      url: directory.url,
      bindDn: directory.reader.dn,
      bindPassword: directory.reader.password,
      baseDn: 'o=gouv,c=fr',
      layout: 'scribe',
    },
  };
  return startHostBefore(services, { folder, url, clock }, options);
}

/** Starts a host with the people of the sample in front of any services that know them, and makes it listen. */
export async function startHostBefore(
  { databaseUrl, sso, directory }: Pick<Stack, 'databaseUrl' | 'sso' | 'directory'>,
  { folder, url: publicUrl, clock }: Pick<SamplePlace, 'folder' | 'url' | 'clock'>,
  {
    bricks = [],
    maxFileSize = '500MB',
    hasMessages = false,
    hasLivret = false,
    hasLastYear = false,
  }: SampleHostOptions,
): Promise<Host> {
  const settings = checkSettingsText(
    JSON.stringify({
      server: { publicUrl, listen: new URL(publicUrl).host },
      database: { url: databaseUrl },
      session: { secret: 'a secret that only tests know, 32+ characters' },
      storage: { url: `file:${join(folder, 'files')}` },
      operator: OPERATOR,
      bricks: {},
    }),
    'settings of the sample installation',
    {},
  );
  if (settings.problems) throw new Error(settings.problems.join('\n'));
  const others = bricks.map((brick) => entry(`@test/${brick.manifest.id}`, brick, {}));
  const entries = [
    entry('@volee/cas-bridge', casBridge, sso),
    entry('@volee/ldap-sync', ldapSync, directory),
    entry('@volee/file-share', fileShare, { maxFileSize }),
    ...(hasMessages ? [entry('@volee/messaging', messaging, {})] : []),
    ...(hasLivret ? [entry('@volee/livret-bridge', livretBridge, {})] : []),
    ...others,
  ];
  await migrate(databaseUrl, schemaOwners(entries.map(({ manifest }) => manifest)));
  const host = await bootHost({ settings: settings.value, bricks: entries, log: createLog('silent'), clock });
  await fill(host, { hasMessages, hasLivret, hasLastYear: hasLastYear || hasLivret });
  await host.listen();
  return host;
}

function entry(name: string, brick: BrickDefinition, settings: object): Entry {
  return { name, settings, manifest: brick.manifest, load: () => Promise.resolve(brick) };
}

/** Each head switches bricks on, because the school page names the person who did so. */
async function fill(
  host: Host,
  {
    hasMessages,
    hasLivret,
    hasLastYear,
  }: Required<Pick<SampleHostOptions, 'hasMessages' | 'hasLivret' | 'hasLastYear'>>,
): Promise<void> {
  if (hasLastYear) await readLastYear(host);
  else for (const source of host.sources) await host.sync.run(source, new AbortController().signal);
  for (const { uai, login, hasFiles } of HEADS) {
    await host.administrators.grant(login, uai, 'cli');
    const head = await host.directory.personByLogin('ldap', login);
    if (hasFiles) await host.activations.enable(uai, 'file-share', head?.id ?? 'cli');
    if (hasMessages) await host.activations.enable(uai, 'messaging', head?.id ?? 'cli');
    if (hasLivret) await host.activations.enable(uai, 'livret-bridge', head?.id ?? 'cli');
  }
}
