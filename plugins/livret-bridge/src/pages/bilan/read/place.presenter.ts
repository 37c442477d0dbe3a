// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, NeighbourLink, NeighboursProps } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../../brick-types.js';
import type { ListOfReader } from './list-of-reader.js';
import { bilanPath } from '../../../paths.js';

/** The class of a bilan for the people who read one bilan after the other, and the pupils beside this one. */
export interface PlaceModel {
  readonly crumb: Crumb;
  readonly neighbours: Omit<NeighboursProps, 'label'>;
}

export function presentPlace(
  { name, path, bilans }: ListOfReader,
  bilanId: string,
  { t, url }: Pick<LivretRequest, 't' | 'url'>,
): PlaceModel {
  const crumb = { label: name ?? t('departed.title'), url: url(path) };
  const at = bilans.findIndex(({ id }) => id === bilanId);
  if (at < 0) return { crumb, neighbours: {} };
  const link = (one: ListOfReader['bilans'][number] | undefined): NeighbourLink | undefined =>
    one && { name: one.name ?? t('late.gone'), url: url(bilanPath(one.id)) };
  const place = t('bilan.place', { at: at + 1, count: bilans.length });
  return { crumb, neighbours: { previous: link(bilans[at - 1]), next: link(bilans[at + 1]), place } };
}
