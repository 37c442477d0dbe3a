// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '@volee/core-adapter/testing';

import { READER, scribeEntries, toLdif } from '../envole-box/index.js';
import { freePort } from '../services/free-port.js';
import { startLemonldap, startSlapd, type LemonldapServer, type Stoppable } from '../services/index.js';
import { proxyTicketBrick } from './proxy-ticket-brick.js';
import { startHostAt, type HostAt } from './host-at.js';

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
