// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { LivretTexts } from '../../brick-types.js';
import type { Saved } from '../../domain/save/save-changes.js';

export type Clash = Extract<Saved, { kind: 'clash' }>;

/** The sentence that names the other writer, the moment, and for a position both values. */
export function clashWords(
  { cell, value, yours, at }: Clash,
  writer: string | undefined,
  t: LivretTexts,
  format: Pick<Format, 'past'>,
): string {
  const told = { name: writer ?? t('save.somebody'), moment: at ? format.past(at) : t('save.before') };
  const isPosition = /^[A-Z]/.test(cell);
  if (!isPosition) return t('save.clashText', told);
  const shown = (one: string): string => (one === '' ? t('save.nothing') : one);
  return t('save.clash', { ...told, value: shown(value), yours: shown(yours) });
}
