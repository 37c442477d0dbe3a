// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLI } from '../../host/domain/audit/actors.js';
import { InputError, UnavailableError } from '../../api/errors.js';
import { SettingsError } from '../../host/infra/util/settings-error.js';
import { faultText } from '../../host/domain/bricks/brick-fault.js';
import type { LoadedBrick } from '../../host/domain/bricks/loaded-brick.js';
import { bootHost, type Host } from '../../host/app/boot-host.js';
import { createLog } from '../../host/infra/util/create-log.js';
import { errorMessage } from '../../host/infra/util/error-message.js';
import { migrate } from '../../host/infra/database/migrate.js';
import { declareBricks } from '../../host/bricks/declare-bricks.js';
import { schemaOwners } from '../../host/app/schema-owners.js';
import { loadSettings } from '../../host/infra/settings/load-settings.js';
import type { Settings } from '../../host/infra/settings/settings.schema.js';
import { untilStopped } from '../commands/serve.js';
import { namedBricks } from '../named-bricks.js';
import { bricksMissingIn, writeDemoSettings } from './demo-settings.js';
import { DemoClock } from './demo-clock.js';
import { importEnvoleBox, type EnvoleBoxModule, type SampleWeek } from './envole-box.js';

const HOST = '127.0.0.1';

/** The heads of the sample schools, in the order of the schools; heads can switch bricks on. */
const HEADS = ['mathieu.grosjean', 'odile.ravier', 'karim.bensaid'];

export interface DemoOptions {
  readonly fresh: boolean;
  readonly port: number;
  /** Receives the output of the demo, line by line. */
  readonly print: (line: string) => void;
}

/** Runs the embedded ENVOLE and the host until a signal stops them. Data is kept in `var/demo`. */
export async function runDemo({ fresh, port, print }: DemoOptions): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new InputError('The demo lets anybody in as anybody: it does not run with NODE_ENV=production.');
  }
  const folder = resolve('var', 'demo');
  if (fresh) rmSync(folder, { recursive: true, force: true });
  const box = await importEnvoleBox();
  const file = writeDemoSettings(folder, port);
  const settings = loadSettings(file, process.env);
  if (settings.server.listen.host !== HOST) {
    throw new SettingsError([`server.listen: the demo listens on ${HOST} only`]);
  }

  const envole = await box
    .startEnvoleBox({ casPort: port + 1, directoryPort: port + 2, host: HOST })
    .catch((error: unknown) => {
      throw portsTaken(port, error);
    });
  try {
    await runHost({ settings, file, box, print });
  } finally {
    await envole.stop();
  }
}

/** A clear error when a port of the demo is in use; any other error unchanged. */
function portsTaken(port: number, error: unknown): unknown {
  if (!isPortTaken(error)) return error;
  const sentence =
    `The demo needs the ports ${port}, ${port + 1} and ${port + 2}, and one of them is taken; ` +
    'perhaps a demo runs already.';
  const remedy = `Use others: npm start -- --port ${port < 60_000 ? port + 1000 : 4000}.`;
  return new UnavailableError(sentence, { remedy, cause: error });
}

/** Whether the error or its cause is EADDRINUSE (Node.js, Errors). */
function isPortTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'EADDRINUSE') || isPortTaken(error.cause);
}

interface Demo extends Pick<DemoOptions, 'print'> {
  readonly settings: Settings;
  readonly file: string;
  readonly box: EnvoleBoxModule;
}

async function runHost({ settings, file, box, print }: Demo): Promise<void> {
  const bricks = namedBricks(settings, file);
  const declared = await declareBricks(bricks, process.env);
  await migrate(settings.database.url, schemaOwners(declared.bricks.map(({ manifest }) => manifest)));
  const clock = new DemoClock();
  const host = await bootHost({ settings, bricks, log: createLog('error'), env: process.env, clock });
  try {
    refuseWithout(host.bricks);
    const isFirst = (await host.administrators.list()).length === 0;
    const listen = (): Promise<unknown> =>
      host.listen().catch((error: unknown) => {
        throw portsTaken(settings.server.listen.port, error);
      });
    const { href, origin } = settings.server.publicUrl;
    if (isFirst) await tellStory({ host, url: origin, clock, now: clock.now() }, { box, print, listen });
    else {
      await readDirectories(host);
      await switchOn(host, box);
      await listen();
    }
    clock.release();
    host.startJobs();
    for (const line of [...announcement(href, box), ...missingLines(settings)]) print(line);
    await untilStopped();
  } finally {
    await host.stop();
  }
}

/** @throws UnavailableError when a brick did not come up: its part of the story would be missing for ever */
function refuseWithout(bricks: readonly LoadedBrick[]): void {
  const failed = bricks.find((brick) => brick.state === 'failed');
  if (!failed) return;
  throw new UnavailableError(
    `La démonstration s’arrête : la brique ${failed.id} n’a pas démarré. ${faultText(failed)}`,
    {
      remedy: 'Relancez « npm start » ; rien n’est perdu.',
    },
  );
}

interface Story extends Pick<Demo, 'box' | 'print'> {
  listen(): Promise<unknown>;
}

/** The first run: the last school year, this one until a week ago, and the week, as the people of the sample lived them. */
async function tellStory(sample: SampleWeek, { box, print, listen }: Story): Promise<void> {
  const { host, clock, now } = sample;
  clock.set(box.beginningOfLastYear(now));
  await box.readLastYear(host);
  for (const [index, { uai }] of box.sampleSchools.entries()) {
    const head = HEADS[index];
    if (head !== undefined) await host.administrators.grant(head, uai, CLI);
  }
  await switchOn(host, box);
  await listen();
  const begun = box.beginningOfWeek(now);
  await chapter('La démonstration prépare les dossiers de l’an dernier…', print, () => box.fillLastYearsDrive(sample));
  await chapter('… deux années de livrets…', print, () => box.fillLastYear(sample));
  clock.set(box.beginningOfThisYear(now));
  await box.readNewYear(host);
  await switchOn(host, box);
  await host.jobs.runDue();
  await chapter('… des dossiers et des travaux de cette année…', print, () => box.fillDrive(sample));
  await chapter('… ses bilans…', print, () => box.fillThisYear(sample, begun));
  clock.set(begun);
  await chapter('… et une semaine de messages.', print, () => box.fillWeek(sample));
}

/** One part of the story. Without it the demo shows less, and works all the same. */
async function chapter(title: string, print: DemoOptions['print'], fill: () => Promise<unknown>): Promise<void> {
  print(title);
  try {
    await fill();
  } catch (error) {
    print(`Cette partie n’est pas complète : ${errorMessage(error)}`);
  }
}

async function readDirectories(host: Host): Promise<void> {
  for (const source of host.sources) await host.sync.run(source, new AbortController().signal);
}

/** The brick of the demo that a collège has no use for. */
const FOR_PRIMARY = 'onde-import';

/** Switches on bricks that no head has decided about. */
async function switchOn(host: Host, { sampleSchools }: Pick<EnvoleBoxModule, 'sampleSchools'>): Promise<void> {
  for (const { uai, kind } of sampleSchools) {
    for (const { id, manifest } of host.bricks) {
      if (id === FOR_PRIMARY && kind !== 'primary') continue;
      if (manifest?.kind !== 'feature' || (await host.activations.history(uai, id)).length > 0) continue;
      await host.activations.enable(uai, id, CLI);
    }
  }
}

function announcement(url: string, { sampleAccounts }: EnvoleBoxModule): string[] {
  const width = Math.max(...sampleAccounts.map(({ login }) => login.length));
  return [
    `\nVolée : ${url}\n\nComptes d’essai (un clic sur la page de connexion suffit) :`,
    ...sampleAccounts.map(({ login, role }) => `  ${login.padEnd(width)}  ${role}`),
    '\nCtrl+C pour arrêter. Tout est gardé dans var/demo ; « npm start -- --fresh » recommence à neuf.',
  ];
}

/** One line about the bricks that came with an update: the settings of an earlier demo are kept. */
function missingLines(settings: Settings): string[] {
  const missing = bricksMissingIn(settings);
  if (missing.length === 0) return [];
  const one = missing.length === 1;
  return [
    `${one ? 'Brique nouvelle, que cet essai n’a' : 'Briques nouvelles, que cet essai n’a'} pas encore : ${missing.join(', ')}. ` +
      `${one ? 'Ajoutez-la' : 'Ajoutez-les'} sous « bricks » dans var/demo/volee.yaml (« "${missing[0] ?? ''}": {} »), ou recommencez à neuf.`,
  ];
}
