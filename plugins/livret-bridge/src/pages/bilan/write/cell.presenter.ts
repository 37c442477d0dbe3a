// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { parseCell, type Cell } from '../../../domain/bilan/cell.js';
import { readCell } from '../../../domain/bilan/cell-value.js';
import { contentOf, type BilanContent } from '../../../domain/bilan/content.js';
import type { LivretRequest } from '../../../brick-types.js';
import { cellInWords, valueInWords } from '../../../domain/save/cell-in-words.js';
import type { UnsavedCell } from '../../../domain/save/save-form.js';
import { isSeen, seenMark } from '../../../domain/save/seen.js';
import type { CellModel, ClashModel } from './write.model.js';
import type { WriteMaterial } from './write-material.js';

export type CellTools = Pick<LivretRequest, 't' | 'format'>;

/** Presents the fields of one bilan: the stored values, and over them those that were typed and not saved. */
export class CellPresenter {
  readonly #content: BilanContent;

  constructor(
    readonly material: Pick<WriteMaterial, 'row' | 'catalogue' | 'unsaved' | 'persons'>,
    readonly tools: CellTools,
  ) {
    this.#content = contentOf(material.row);
  }

  cell(name: string): CellModel {
    const { catalogue, unsaved } = this.material;
    const cell = parseCell(catalogue, name);
    const stored = readCell(this.#content, cell);
    const open = unsaved.get(name);
    return {
      ...{ name, id: idOf(name), value: open?.typed ?? stored },
      // A form that was not saved keeps the mark of what its page showed, so that it never overwrites newer values.
      was: open?.was ?? seenMark(stored),
      stored: open && isSeen(open.was, stored) ? stored : undefined,
      problem: open?.problem,
      clash: open && this.#clash(cell, open),
    };
  }

  #clash(cell: Cell, { typed, other }: UnsavedCell): ClashModel | undefined {
    if (!other) return undefined;
    const { catalogue, persons } = this.material;
    const { t } = this.tools;
    const words = (value: string): string => valueInWords(catalogue, cell, value) || t('bilan.nothing');
    const isText = cell.kind !== 'position' && cell.kind !== 'strengths' && cell.kind !== 'elements';
    return {
      title: t(isText ? 'bilan.clashText' : 'bilan.clashTitle', { what: cellInWords(catalogue, cell, t) }),
      theirs: { by: this.#writer(other, persons), value: other.value, words: words(other.value) },
      mine: { value: typed, words: words(typed) },
      hasBoth: cell.kind !== 'position' && cell.kind !== 'strengths',
      mark: seenMark(other.value),
    };
  }

  #writer({ by, at }: NonNullable<UnsavedCell['other']>, persons: ReadonlyMap<string, Member>): string {
    const { t, format } = this.tools;
    const name = (by !== undefined && persons.get(by)?.displayName) || t('bilan.clashSomebody');
    return at ? t('bilan.clashBy', { name, at: format.moment(at) }) : name;
  }
}

/** The id of the field of a cell, for links. */
export function idOf(name: string): string {
  return `cell-${name.replace(':', '-')}`;
}
