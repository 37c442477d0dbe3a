// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import casBridge from '@volee/cas-bridge';
import type { BrickDefinition } from '@volee/core-adapter';
import { bootHost, checkSettingsText, createLog, migrate, schemaOwners, type Host } from '@volee/core-adapter/host';
import { TestClock } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import ldapSync from '@volee/ldap-sync';
import type { Browser } from 'playwright-core';

import {
  sampleCasAccounts,
  sampleSchools,
  scribeEntries,
  startCas,
  startDirectory,
  type Cas,
} from '../envole-box/index.js';
import { enterSampleCas } from '../e2e/embedded-stack.js';
import { STRANGER } from '../e2e/stack.js';
import { newVisitor, type Visitor, type VisitorOptions } from '../e2e/visitor.js';
import { launchChromium, type Stoppable } from '../services/index.js';
import { freePort } from '../services/free-port.js';

/** A host in this process with the embedded ENVOLE, and a browser. The clock only moves when it is set. */
export interface SampleInstallation extends Stoppable {
  readonly url: string;
  readonly host: Host;
  readonly clock: TestClock;
  readonly cas: Cas;
  readonly browser: Browser;
  /** A user with a new browser. With a login, the user is logged in and on their portal. */
  visitor(login?: string, options?: VisitorOptions): Promise<Visitor>;
}

export interface SampleInstallationOptions {
  /** Defaults to a Tuesday morning in November. */
  readonly now?: Date;
  /** Bricks besides file-share; they are off everywhere. */
  readonly bricks?: readonly BrickDefinition[];
  /** `maxFileSize` of file-share. */
  readonly maxFileSize?: string;
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

/** The three sample schools, each with its head; file-share is on in both primary schools, and off in the collège. */
export async function openSampleInstallation(options: SampleInstallationOptions = {}): Promise<SampleInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-a11y-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const stranger = { ...STRANGER, role: 'Inconnu des écoles', attributes: {} };
  const [directory, cas, browser] = await Promise.all([
    startDirectory({ entries: scribeEntries() }),
    startCas({ accounts: [...sampleCasAccounts(), stranger] }),
    launchChromium(),
  ]);
  const clock = new TestClock(options.now ?? new Date('2026-11-24T08:40:00Z'));
  const host = await startHost(folder, url, clock, options, [
    entry('@volee/cas-bridge', casBridge, { baseUrl: cas.url }),
    entry('@volee/ldap-sync', ldapSync, {
      url: directory.url,
      bindDn: directory.reader.dn,
      bindPassword: directory.reader.password,
      baseDn: 'o=gouv,c=fr',
      layout: 'scribe',
    }),
  ]);
  return {
    url,
    host,
    clock,
    cas,
    browser,
    async visitor(login, visitorOptions = {}) {
      const visitor = await newVisitor(browser, url, { enter: enterSampleCas }, visitorOptions);
      if (login !== undefined) await visitor.logIn(login);
      return visitor;
    },
    async stop() {
      await browser.close();
      await host.stop();
      await Promise.all([cas.stop(), directory.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Entry = Parameters<typeof bootHost>[0]['bricks'][number] & Pick<BrickDefinition, 'manifest'>;

async function startHost(
  folder: string,
  publicUrl: string,
  clock: TestClock,
  { bricks = [], maxFileSize = '500MB' }: SampleInstallationOptions,
  envole: readonly Entry[],
): Promise<Host> {
  const databaseUrl = `sqlite:${join(folder, 'volee.sqlite')}`;
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
  const entries = [...envole, entry('@volee/file-share', fileShare, { maxFileSize }), ...others];
  await migrate(databaseUrl, schemaOwners(entries.map(({ manifest }) => manifest)));
  const host = await bootHost({ settings: settings.value, bricks: entries, log: createLog('silent'), clock });
  await fill(host);
  await host.listen();
  return host;
}

function entry(name: string, brick: BrickDefinition, settings: object): Entry {
  return { name, settings, manifest: brick.manifest, load: () => Promise.resolve(brick) };
}

/** Each head switches file-share on, because the school page names the person that did so. */
async function fill(host: Host): Promise<void> {
  for (const source of host.sources) await host.sync.run(source, new AbortController().signal);
  for (const { uai, login, hasFiles } of HEADS) {
    await host.administrators.grant(login, uai, 'cli');
    const head = await host.directory.personByLogin('ldap', login);
    if (hasFiles) await host.activations.enable(uai, 'file-share', head?.id ?? 'cli');
  }
}
