// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '@volee/core-adapter/testing';
import { defineBrick, json } from '@volee/core-adapter';
import { z } from 'zod';
import { READER, scribeEntries, toLdif } from '../envole-box/index.js';
import { freePort } from '../services/free-port.js';
import { startLemonldap, startSlapd, type LemonldapServer, type Stoppable } from '../services/index.js';
import { startHostAt, type HostAt } from './host-at.js';

/** A brick that requests and shows tickets to other services on behalf of its user. */
export const proxyTicketBrick = defineBrick(
  {
    id: 'errand',
    version: '1.0.0',
    adapter: '^0.2.0',
    kind: 'feature',
    settings: z.strictObject({}),
    locales: {
      fr: { title: 'Courses', summary: 'Pour essayer' },
      en: { title: 'Errands', summary: 'For trying' },
    },
    permissions: { run: { profiles: ['pupil', 'teacher', 'head'] } },
  },
  ({ http }) =>
    http.get('/ticket', { access: 'run', query: z.object({ service: z.url() }) }, async ({ query, ticketFor }) =>
      json({ ticket: await ticketFor(query.service) }),
    ),
);

export interface PortalHosts extends Stoppable {
  readonly portal: LemonldapServer;
  /** Accepts proxy tickets that came through `here` and then `there`. */
  readonly here: HostAt;
  /** Accepts proxy tickets that came through `here`. */
  readonly there: HostAt;
  /** Moves the clocks of both hosts and of the portal. */
  passTime(seconds: number): Promise<void>;
}

/** Two hosts, on different kinds of database where several exist, with one LemonLDAP::NG and the sample schools in OpenLDAP. */
export async function startPortalHosts(): Promise<PortalHosts> {
  const [hereUrl, thereUrl] = [await urlOfOurs(), await urlOfOurs()];
  const reader = { bindDn: READER.dn, bindPassword: READER.password };
  const directory = await startSlapd({ ldif: toLdif(scribeEntries()) });
  const portal = await startLemonldap({
    ...reader,
    baseDn: 'o=gouv,c=fr',
    ldapUrl: directory.url,
    services: [`${hereUrl}/`, `${thereUrl}/`],
  });
  const kinds = bothDatabases();
  const databases = await Promise.all([kinds.at(0), kinds.at(-1)].flatMap((kind) => kind?.fresh() ?? []));
  const start = (url: string, number: number, proxies: string[][]): Promise<HostAt> =>
    startHostAt(url, {
      sso: { baseUrl: portal.casUrl, proxyTickets: true, proxies },
      directory: { ...reader, url: directory.url },
      bricks: [proxyTicketBrick],
      databaseUrl: databases[number]?.url ?? '',
    });
  const here = await start(hereUrl, 0, [[grantsOf(thereUrl), grantsOf(hereUrl)]]);
  const there = await start(thereUrl, 1, [[grantsOf(hereUrl)]]);
  return {
    portal,
    here,
    there,
    async passTime(seconds) {
      await portal.passTime(seconds);
      for (const { clock } of [here, there]) clock.advance(seconds * 1_000);
    },
    async stop() {
      await Promise.all([here.stop(), there.stop()]);
      await Promise.all([portal.stop(), directory.stop(), ...databases.map(({ drop }) => drop())]);
    },
  };
}

async function urlOfOurs(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}

/** The pattern of a host's proxy callback in a chain. */
function grantsOf(url: string): string {
  return `^${url}/cas/proxy\\?key=[\\w-]+`;
}
