// SPDX-License-Identifier: EUPL-1.2
import type { SchoolKind } from '@volee/core-adapter';
import type { SchoolRecord } from '@volee/core-adapter/directory';

import type { SchoolOverrides } from '../directory-settings.js';
import { clean } from './values.js';

const UAI = /^\d{7}[A-Z]$/;

/** In words, or as the ministry abbreviates it: `CLG`. */
const COLLEGE = /coll[eè]ge|^clg$/i;

/** The record of a school; settings override the directory. */
export function schoolRecord(
  uai: string,
  given: { readonly name: string | undefined; readonly kind: string | undefined },
  overrides: SchoolOverrides,
): SchoolRecord {
  const own = Object.hasOwn(overrides, uai) ? overrides[uai] : undefined;
  const name = own?.name ?? given.name ?? uai;
  return { type: 'school', uai, name, kind: own?.kind ?? kindOf(given.kind ?? name) };
}

/** A UAI, in capitals, when the text is one. Scribe writes it in capitals, its AD in small letters. */
export function uaiIn(text: string): string | undefined {
  const uai = clean(text).toUpperCase();
  return UAI.test(uai) ? uai : undefined;
}

function kindOf(text: string): SchoolKind {
  return COLLEGE.test(text) ? 'college' : 'primary';
}
