// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

import { Visits } from './week/visits.js';

/** The words of the main part of a page, as a person of the sample directory sees it. @param path below the host */
export async function readWords(host: Host, url: string, login: string, path: string): Promise<string> {
  const person = await host.directory.personByLogin('ldap', login);
  const page = await new Visits(host, url).open(person?.id ?? '', path);
  return (/<main[^]*<\/main>/.exec(page)?.[0] ?? '').replace(/<svg[^]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}
