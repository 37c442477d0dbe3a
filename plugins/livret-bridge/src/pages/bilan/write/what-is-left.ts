// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../../brick-types.js';
import { idOf } from './cell.presenter.js';
import type { DomainModel, LeftModel, TextModel } from './write.model.js';

/** The links of « Ce qui reste »: one for each domain, and one for the general appreciation. Those with nothing left have a count of 0. */
export function whatIsLeft(domains: readonly DomainModel[], general: TextModel, t: LivretTexts): readonly LeftModel[] {
  const ofDomains = domains.map(({ title, lines }) => {
    const missing = lines.filter(({ isMissing }) => isMissing);
    return {
      cells: lines.map(({ name }) => name),
      id: missing[0]?.id ?? lines[0]?.id ?? '',
      label: title,
      count: missing.length,
    };
  });
  const left = general.value.trim() === '' ? 1 : 0;
  return [...ofDomains, { cells: ['general'], id: idOf('general'), label: t('bilan.general'), count: left }];
}
