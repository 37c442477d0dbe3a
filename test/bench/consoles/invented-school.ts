// SPDX-License-Identifier: EUPL-1.2
import type { Row } from './insert-rows.js';
import { inventedUai } from './invented-ids.js';
import { isCollege, personName, schoolName } from './invented-names.js';

export interface SchoolSize {
  readonly classes: number;
  /** Number of pupils per class. */
  readonly pupils: number;
  readonly guardians: number;
  readonly teachers: number;
}

/** Rows by table name. */
export type Tables = Map<string, Row[]>;

export interface InventedSchool {
  readonly uai: string;
  readonly headId: string;
  readonly headLogin: string;
  readonly classIds: readonly string[];
}

interface Maker {
  readonly tables: Tables;
  readonly newId: (at: Date) => string;
  readonly now: Date;
}

type Profile = 'pupil' | 'guardian' | 'teacher' | 'staff';

const SOURCE = 'ldap';
const YEARS = [2026, 2025];

/** A school with its people, its classes of two school years, memberships and kinships. */
export function inventSchool(maker: Maker, n: number, size: SchoolSize): InventedSchool {
  const uai = inventedUai(n);
  const name = schoolName(n);
  const kind = isCollege(n) ? 'college' : 'primary';
  add(maker, 'core_school', { uai, name, kind, timeZone: 'Europe/Paris', foldedName: fold(name), source: SOURCE });

  const persons = (profile: Profile, count: number): string[] =>
    Array.from({ length: count }, (_, index) => addPerson(maker, uai, profile, index + n * 13));
  const pupils = persons('pupil', size.classes * size.pupils);
  const guardians = persons('guardian', size.guardians);
  const teachers = persons('teacher', size.teachers);
  persons('staff', 2);

  const [classIds = []] = YEARS.map((year) => addClasses(maker, uai, year, size, pupils, teachers));
  pupils.forEach((childId, index) => {
    const guardianId = guardians[index % guardians.length];
    add(maker, 'core_kinship', { source: SOURCE, guardianId, childId });
  });
  const headId = teachers[0] ?? '';
  attach(maker, uai, headId, 'head', 'grant');
  return { uai, headId, headLogin: loginOf(uai, 'teacher', n * 13), classIds };
}

function addPerson(maker: Maker, uai: string, profile: Profile, n: number): string {
  const { givenName, familyName } = personName(n);
  const displayName = `${givenName} ${familyName}`;
  const id = maker.newId(maker.now);
  const login = loginOf(uai, profile, n);
  add(maker, 'core_person', { id, givenName, familyName, displayName, foldedName: fold(`${familyName} ${givenName}`) });
  add(maker, 'core_external_id', { id: maker.newId(maker.now), source: SOURCE, key: login, login, personId: id });
  attach(maker, uai, id, profile, SOURCE);
  return id;
}

function attach(maker: Maker, uai: string, personId: string, profile: Profile | 'head', source: string): void {
  const from = new Date('2025-09-01T00:00:00Z');
  add(maker, 'core_attachment', { id: maker.newId(maker.now), personId, uai, profile, source, from });
}

function addClasses(
  maker: Maker,
  uai: string,
  schoolYear: number,
  { classes, pupils: inEach }: SchoolSize,
  pupils: readonly string[],
  teachers: readonly string[],
): string[] {
  return Array.from({ length: classes }, (_, index) => {
    const id = maker.newId(maker.now);
    const name = `Classe ${index + 1}`;
    const group = { id, source: SOURCE, uai, schoolYear, key: `classe${index + 1}`, kind: 'class', name };
    add(maker, 'core_group', { ...group, foldedName: fold(name) });
    for (const personId of pupils.slice(index * inEach, (index + 1) * inEach))
      add(maker, 'core_membership', { groupId: id, personId, role: 'member' });
    const own = [teachers[index % teachers.length], teachers[(index + 1) % teachers.length]];
    for (const personId of new Set(own)) add(maker, 'core_membership', { groupId: id, personId, role: 'teacher' });
    return id;
  });
}

function add({ tables, now }: Maker, table: string, row: Row): void {
  const rows = tables.get(table) ?? [];
  rows.push({ createdAt: now, ...row });
  tables.set(table, rows);
}

function loginOf(uai: string, profile: Profile, n: number): string {
  return `${profile}.${n}.${uai.toLowerCase()}`;
}

/** Normalises names like the host, for the letters that occur here. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
