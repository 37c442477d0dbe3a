// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../csv/fold.js';

/** The meaning of each column, and its normalised headers. `enfant` became `élève` about 2018. */
const PUPIL_HEADERS = {
  familyName: ['nomeleve', 'nomdefamilleeleve', 'nomdefamille'],
  usageName: ['nomdusageeleve', 'nomusageeleve', 'nomdusage'],
  givenName: ['prenomeleve', 'prenom'],
  birthDate: ['datenaissance', 'datedenaissance', 'datenaissanceeleve', 'datedenaissanceeleve'],
  ine: ['ine', 'ineeleve'],
  cycle: ['cycle'],
  level: ['niveau'],
  // `Classe` was all that BE1D had, until 2017.
  className: ['libelleclasse', 'classe'],
  classId: ['identifiantclasse'],
} as const;
export type PupilColumn = keyof typeof PUPIL_HEADERS;

const GUARDIAN_HEADERS = {
  familyName: ['nomresponsable', 'nomdefamilleresponsable'],
  usageName: ['nomusageresponsable', 'nomdusageresponsable'],
  givenName: ['prenomresponsable'],
} as const;
export type GuardianColumn = keyof typeof GUARDIAN_HEADERS;

const CHILD_HEADERS = {
  familyName: ['nomdefamilleeleve', 'nomeleve'],
  usageName: ['nomdusageeleve', 'nomusageeleve'],
  givenName: ['prenomeleve'],
  className: ['classeseleves', 'classeeleve', 'classeseleve'],
  birthDate: ['datedenaissanceeleve', 'datenaissanceeleve'],
} as const;
export type ChildColumn = keyof typeof CHILD_HEADERS;

/** The place of a column, 0 for the first. */
export type Places<C extends string> = Readonly<Partial<Record<C, number>>>;

export function pupilPlaces(header: readonly string[]): Places<PupilColumn> {
  return placesOf(header, PUPIL_HEADERS);
}

export function guardianPlaces(header: readonly string[]): Places<GuardianColumn> {
  return placesOf(header, GUARDIAN_HEADERS);
}

/** The places of the columns of children. They are repeated for each child, so that none of them can be found by its name alone. */
export function childPlaces(header: readonly string[]): Places<ChildColumn>[] {
  const children: Partial<Record<ChildColumn, number>>[] = [];
  let current: Partial<Record<ChildColumn, number>> | undefined;
  header.forEach((text, place) => {
    const column = columnOf(text, CHILD_HEADERS);
    if (!column) return;
    if (!current || current[column] !== undefined) children.push((current = {}));
    current[column] = place;
  });
  return children.filter(({ familyName, givenName }) => familyName !== undefined && givenName !== undefined);
}

type Headers<C extends string> = Readonly<Record<C, readonly string[]>>;

/** The places of columns by name, never by position: columns came and went over the years. The first column of a name counts. */
function placesOf<C extends string>(header: readonly string[], headers: Headers<C>): Places<C> {
  const places: Partial<Record<C, number>> = {};
  header.forEach((text, place) => {
    const column = columnOf(text, headers);
    if (column && places[column] === undefined) places[column] = place;
  });
  return places;
}

function columnOf<C extends string>(text: string, headers: Headers<C>): C | undefined {
  const folded = fold(text).replaceAll('enfant', 'eleve');
  return (Object.keys(headers) as C[]).find((column) => headers[column].includes(folded));
}

/** The cell of a line in a column; empty when the column is absent or the line is too short. */
export function cellAt(cells: readonly string[], place: number | undefined): string {
  return place === undefined ? '' : (cells[place] ?? '');
}
