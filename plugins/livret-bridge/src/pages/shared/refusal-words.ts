// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, InputError } from '@volee/core-adapter';
import { TooLongError } from '../../domain/bilan/too-long-error.js';
import type { LivretTexts } from '../../brick-types.js';
import { UnknownCatalogueError } from '../../domain/catalogue/unknown-catalogue-error.js';

/** A change that was refused, for the person who typed it. */
export interface Refusal {
  readonly status: 400 | 409;
  readonly sentence: string;
}

/** The words for an error of saving; undefined for errors that are nobody's mistake. */
export function refusalWords(error: unknown, typed: string, isOver: boolean, t: LivretTexts): Refusal | undefined {
  if (error instanceof TooLongError) {
    return { status: 400, sentence: t('save.tooLong', { count: error.count, limit: error.limit }) };
  }
  if (error instanceof InputError) {
    return { status: 400, sentence: typed.length <= 3 ? t('save.notAPosition', { value: typed }) : t('save.refused') };
  }
  if (error instanceof UnknownCatalogueError) return { status: 409, sentence: t('save.unnamed') };
  if (error instanceof ConflictError) return { status: 409, sentence: t(isOver ? 'save.yearOver' : 'save.signed') };
  return undefined;
}
