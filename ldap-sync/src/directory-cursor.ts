// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryCursor } from './mapping/read-changes.js';
import { settingsPrint } from './directory-fingerprint.js';
import type { NamedDirectory } from './settings.js';

/** Of one server that may write; those of several are not in one order. */
const CHANGE_NUMBER = /^\d{14}\.\d{6}Z#[0-9a-f]{6}#[0-9a-f]{3}#[0-9a-f]{6}$/;

/** Where a reading left off, as a text for the host to keep; undefined when no change could be found from there. */
export function writeCursor({ csn, seen }: DirectoryCursor, settings: NamedDirectory): string | undefined {
  return CHANGE_NUMBER.test(csn) ? [csn, seen, settingsPrint(settings)].join(' ') : undefined;
}

/** Undefined when it was written with other settings: what they make of an entry is not the same. */
export function readCursor(text: string, settings: NamedDirectory): DirectoryCursor | undefined {
  const [csn = '', seen = '', print] = text.split(' ');
  return CHANGE_NUMBER.test(csn) && print === settingsPrint(settings) ? { csn, seen } : undefined;
}
