// SPDX-License-Identifier: EUPL-1.2
import { readTable, type Table } from '../csv/read-table.js';
import type { GivenFile } from './recognise-file.js';

export const PUPIL_HEADER =
  "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;" +
  'Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;Attestation fournie;Autorisation associations;' +
  'Autorisation photo;Décision de passage';

/** A pupil of an invented school: the cells of a line that are read. */
export interface PupilCells {
  readonly family?: string;
  readonly usage?: string;
  readonly given?: string;
  readonly born?: string;
  readonly ine?: string;
  readonly cycle?: string;
  readonly level?: string;
  readonly label?: string;
  readonly id?: string;
}

export function pupilLine(cells: PupilCells): string {
  const { family = 'TISSERAND', usage = '', given = 'Maé', born = '2016-05-04', ine = '' } = cells;
  const { cycle = 'CYCLE III', level = 'CM1', label = 'CM1 Mme Hugon', id = '700101' } = cells;
  const home = '3 chemin des Invents;00000;ROCHEVAL;FRANCE;;;;';
  return `${family};${usage};${given};${born};F;${ine};${home};${cycle};${level};${label};${id};Oui;Non;Oui;`;
}

export function pupilsText(...pupils: PupilCells[]): string {
  return [PUPIL_HEADER, ...pupils.map(pupilLine), ''].join('\r\n');
}

const CHILD_HEADER = "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";

export const GUARDIAN_HEADER =
  'Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;' +
  `Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;${CHILD_HEADER};${CHILD_HEADER}`;

/** A guardian with children, each written `FAMILY;Given;Class`. */
export function guardianLine(family: string, given: string, ...children: string[]): string {
  return `MME;;${family};${given};1 rue;00000;ROCHEVAL;FRANCE;x@example.org;;;0600000000;${children.map((child) => `;${child}`).join(';')}`;
}

export function guardiansText(...lines: string[]): string {
  return [GUARDIAN_HEADER, ...lines, ''].join('\r\n');
}

/** A file in the encoding of ONDE: one byte per letter. */
export function given(name: string, text: string): GivenFile {
  return { name, bytes: Buffer.from(text, 'latin1') };
}

export async function tableOf(text: string): Promise<Table> {
  const table = await readTable(text);
  if (!table || !('rows' in table)) throw new Error('the sample cannot be read');
  return table;
}
