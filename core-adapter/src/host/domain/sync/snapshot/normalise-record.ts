// SPDX-License-Identifier: EUPL-1.2
import type { GroupRecord, PersonRecord, SchoolRecord } from '../../../../api/directory/directory-source.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { normaliseKey } from '../../directory/normalise-key.js';
import { normaliseLogin } from '../../directory/normalise-login.js';
import { hasLetter } from '../state/has-letter.js';
import type { GroupFields, PersonFields, SchoolFields } from '../state/person-state.js';

/** Lengths of the columns, in characters. */
const KEY = 190;
const NAME = 100;
const LONG_NAME = 200;
const LEVEL = 20;

/** Normalises the texts of a record; undefined when its key is invalid or too long. */
export function normaliseSchool({ uai, name, kind }: SchoolRecord): SchoolFields | undefined {
  const normal = normaliseUai(uai);
  if (!isUai(normal)) return undefined;
  return { uai: normal, name: text(name, LONG_NAME) || normal, kind };
}

export function normalisePerson(record: PersonRecord): PersonFields | undefined {
  const key = normaliseKey(record.key);
  const login = normaliseLogin(record.login);
  if (!fits(key) || !fits(login)) return undefined;
  const givenName = realName(record.givenName, NAME);
  const familyName = realName(record.familyName, NAME);
  const displayName = realName(record.displayName, LONG_NAME) || text(`${givenName} ${familyName}`, LONG_NAME) || login;
  return { key, login, givenName, familyName, displayName, ...said(record) };
}

/** Keeps the valid optional fields. A national number of another length or an impossible date could match other people wrongly. */
function said({
  stableId,
  ine,
  birthDate,
  level,
}: PersonRecord): Pick<PersonFields, 'stableIds' | 'ine' | 'birthDate' | 'level'> {
  const id = stableId?.trim().toLowerCase() ?? '';
  const number = ine?.trim().toUpperCase() ?? '';
  const day = birthDate?.trim() ?? '';
  const grade = text(level ?? '', LEVEL);
  return {
    ...(/^\S{1,64}$/.test(id) && fits(id) && { stableIds: [id] }),
    ...(/^[0-9A-Z]{11}$/.test(number) && { ine: number }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && { birthDate: day }),
    ...(grade !== '' && { level: grade }),
  };
}

export function normaliseGroup(record: GroupRecord): GroupFields | undefined {
  const key = normaliseForSearch(record.key);
  if (!fits(key)) return undefined;
  return { uai: normaliseUai(record.uai), key, kind: record.kind, name: text(record.name || record.key, LONG_NAME) };
}

/** @param uai a normalised UAI */
export function isUai(uai: string): boolean {
  return /^\d{7}[A-Z]$/.test(uai);
}

export function normaliseUai(uai: string): string {
  return uai.trim().toUpperCase();
}

/** The folded name for sorting, family name first, cut to the column's length. */
export function foldedNameOf({ familyName, givenName, displayName }: PersonFields): string {
  return cut(normaliseForSearch(`${familyName} ${givenName}`) || normaliseForSearch(displayName), LONG_NAME);
}

/** The folded name for sorting, cut to the column's length: a folded text may be longer than the original. */
export function foldedName(name: string): string {
  return cut(normaliseForSearch(name), LONG_NAME);
}

/** Whether a key can be stored. A database may change control characters and lone surrogates, so that the key is never found again. */
function fits(key: string): boolean {
  return key !== '' && key.length <= KEY && !/[\p{Cc}\p{Cs}]/u.test(key);
}

/**
 * Invisible characters: format characters that change the direction or look of the text around them, letters and marks without a shape (the
 * Hangul filler, the empty Braille pattern), and control characters.
 */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]|(?!\s)\p{Cc}/gu;

/**
 * Normalises to NFC, since directories write é in one character or two. Drops invisible characters, so that no name reads as another
 * (Unicode TR 36 §2.5).
 */
function text(value: string, length: number): string {
  return cut(value.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim(), length);
}

/** The name of a person; empty without a letter. */
function realName(value: string, length: number): string {
  const name = text(value, length);
  return hasLetter(name) ? name : '';
}

/** Cuts by code point, not UTF-16 unit: half a surrogate pair cannot be stored. */
function cut(value: string, length: number): string {
  return value.length <= length ? value : [...value].slice(0, length).join('').trim();
}
