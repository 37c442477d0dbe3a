// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

import { readDirectoryState, type Searchable } from './ldap/directory-state.js';
import { manifest } from './manifest.js';
import { STABLE_IDS } from './mapping/stable-id.js';
import type { NamedDirectory } from './settings.js';

/**
 * A text that stays the same as long as reading would give the same result: it changes with the directory, with the settings, with the
 * account that reads, and with this brick. Undefined when the directory does not tell its state.
 */
export async function readFingerprint(directory: Searchable, settings: NamedDirectory): Promise<string | undefined> {
  const state = await readDirectoryState(directory, settings.baseDn);
  return state === undefined ? undefined : `${digest([state])} ${settingsPrint(settings)}`;
}

/**
 * A digest of the settings that decide how a directory is read. The stable ids are part of it: a directory that was read without them is
 * read again in full, even when it has not changed.
 */
export function settingsPrint(settings: NamedDirectory): string {
  const { url, bindDn, baseDn, layout, custom, keyAttribute, schools } = settings;
  return digest([manifest.version, url, bindDn, baseDn, layout, custom, keyAttribute, schools, STABLE_IDS]);
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 32);
}
