// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson, Choice } from '../../../../ui/index.js';
import type { StandInField } from '../../../domain/stand-ins/stand-in-problems.js';

/** One replacement, now or to come. */
export interface StandInLine {
  readonly id: string;
  readonly person: AvatarPerson;
  /** « CM1 : Paul Droz » */
  readonly title: string;
  /** « Du 3 au 14 décembre compris » */
  readonly days: string;
  /** « Enseigne dans une autre école » */
  readonly from?: string | undefined;
  readonly endUrl: string;
  /** « Terminer le remplacement de Paul Droz, CM1 » */
  readonly endLabel: string;
}

/** The teacher of another school that a login named, to be confirmed before the class is given to them. */
export interface StandInCandidate {
  readonly id: string;
  /** « Karim Bensalem, Collège du Parc » */
  readonly name: string;
}

export interface StandInForm {
  readonly action: string;
  /** The classes of this school year. */
  readonly classes: readonly Choice[];
  /** The teachers of the school. */
  readonly teachers: readonly Choice[];
  readonly words: Readonly<Record<StandInField, string>>;
  readonly errors: Partial<Record<StandInField, string>>;
  readonly candidate?: StandInCandidate | undefined;
}

export interface StandInsModel {
  readonly uai: string;
  readonly lines: readonly StandInLine[];
  readonly form: StandInForm;
}
