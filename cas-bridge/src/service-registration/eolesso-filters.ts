// SPDX-License-Identifier: EUPL-1.2
import { LOGIN_ATTRIBUTE, type DeclaredService } from './declared-service.js';
import { expressionFor } from './expression-for.js';

export interface NamedFile {
  readonly name: string;
  readonly content: string;
}

export interface EolessoFilters {
  readonly files: readonly NamedFile[];
  /** The value that `match` must have for these files; undefined when it already has that value. */
  readonly otherMatch?: string;
}

/** The section in which the filters of Envole's own applications name the user. */
const SECTION = 'utilisateur';

/**
 * The two files of `/usr/share/sso/app_filters`: the application by its service URL, and the attributes that it receives (EOLE
 * documentation, « Applications » of ModuleScribe).
 */
export function eolessoFilters({ callbackUrl, match }: DeclaredService): EolessoFilters {
  const { protocol, hostname, port, pathname } = callbackUrl;
  const [section, attribute, ...more] = match.split('.');
  const isSection = section && attribute && more.length === 0 && section !== 'user';
  const given = isSection ? { section, attribute } : { section: SECTION, attribute: nameFor(match) };
  return {
    files: [
      {
        name: 'volee_apps.ini',
        // Without a port EoleSSO accepts any port. `port` is empty for the default port of the scheme.
        content: ini('volee', {
          port,
          baseurl: pathname,
          scheme: protocol.slice(0, -1),
          addr: expressionFor(hostname),
          typeaddr: 'regexp',
          filter: 'volee',
          proxy: '',
        }),
      },
      { name: 'volee.ini', content: ini(given.section, { [given.attribute]: LOGIN_ATTRIBUTE }) },
    ],
    ...(!isSection && match !== 'user' && !match.startsWith('user.') && { otherMatch: `${SECTION}.${match}` }),
  };
}

/** `user` and `user.uid` are in the CAS user, which filters do not name. */
function nameFor(match: string): string {
  return match === 'user' || match.includes('.') ? 'user' : match;
}

function ini(section: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  return [`[${section}]`, ...lines, ''].join('\n');
}
