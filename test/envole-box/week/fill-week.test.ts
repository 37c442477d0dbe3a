// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';

import { MOULIN, startSampleHost, TILLEULS, TROIS_RIVIERES } from '../../a11y/sample-host.js';
import { freePort } from '../../services/free-port.js';
import { startEnvoleBox, type EnvoleBox } from '../start-envole-box.js';
import { beginningOfWeek, fillWeek } from './fill-week.js';
import { Visits } from './visits.js';

const now = new Date('2026-11-24T08:40:00Z');

describe('the week before a Tuesday', () => {
  const clock = new TestClock();
  let folder: string;
  let url: string;
  let envole: EnvoleBox;
  let host: Host;

  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), 'volee-week-'));
    url = `http://127.0.0.1:${await freePort()}`;
    envole = await startEnvoleBox();
    clock.set(beginningOfWeek(now));
    host = await startSampleHost({ folder, url, clock, ...envole }, { hasMessages: true });
    await fillWeek({ host, url, clock, now });
  }, 120_000);

  afterAll(async () => {
    await host?.stop();
    await envole?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The words of a page. */
  async function read(login: string, uai: string, path = ''): Promise<string> {
    const person = await host.directory.personByLogin('ldap', login);
    const page = await new Visits(host, url).open(person?.id ?? '', `/s/${uai}/messaging/${path}`);
    return (/<main[^]*<\/main>/.exec(page)?.[0] ?? '').replace(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  }

  test('each school has messages, what pupils wrote waits or was judged, and nothing is left to do', async () => {
    expect(clock.now()).toEqual(now);
    const inbox = await read('claire.vuillemin', TILLEULS);
    expect(inbox).toContain('L’anniversaire d’Inès');
    // Written in the evening: the message arrived when the quiet hours were over.
    expect(inbox).toContain('7 h 00');
    expect(await read('claire.vuillemin', TILLEULS, 'reviews')).toContain('ton livre sur l’Etna demain');
    expect(await read('ines.renaud', TILLEULS)).not.toContain('Etna');
    expect(await read('hugo.mercier', TILLEULS)).not.toContain('dragon');
    expect(await read('marco.dangelo', MOULIN)).toContain('Classe découverte');
    expect(await read('sophie.renaud', TROIS_RIVIERES)).toContain('Rencontre parents-professeurs');
    expect(await read('sophie.renaud', TILLEULS, 'search?q=musee')).toContain('Sortie au musée');
    expect(await host.jobs.runDue()).toEqual([]);
  });
});
