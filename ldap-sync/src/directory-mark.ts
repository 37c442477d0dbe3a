// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

import { readDirectoryState } from './ldap/directory-state.js';
import type { LdapDirectory } from './ldap/ldap-entry.js';
import { manifest } from './manifest.js';
import type { NamedDirectory } from './settings.js';

/**
 * A text that stays the same as long as reading would bring the same: it changes with the directory, with what the settings make of it,
 * with the account that reads, and with this brick. Undefined when the directory does not tell.
 */
export async function readMark(directory: LdapDirectory, settings: NamedDirectory): Promise<string | undefined> {
  const state = await readDirectoryState(directory, settings.baseDn);
  if (state === undefined) return undefined;
  const { url, bindDn, baseDn, layout, custom, keyAttribute, schools } = settings;
  const all = [manifest.version, state, url, bindDn, baseDn, layout, custom, keyAttribute, schools];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
