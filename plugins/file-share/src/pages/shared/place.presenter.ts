// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { SpacePlace } from '../../domain/quota/space-place.js';

/** From this share on, the page says that the space is nearly full. */
const NEARLY_FULL = 0.95;

/** The bar of a space, with its sentences. */
export interface PlaceModel {
  /** « Votre place » */
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
  /** « 9,7 Go pris sur 10 Go, dont 1,2 Go dans la corbeille » */
  readonly text: string;
  /** Absent while there is room. */
  readonly nearlyFull?: string;
}

type TextTools = Pick<FileShareRequest, 't' | 'format'>;

interface PlaceOptions {
  /** Whether it is the user’s own space. */
  readonly isOwn: boolean;
  /** The result of `trashBytes`, where the page tells it. */
  readonly inTrash?: number;
}

export function presentPlace(
  { usedBytes, quotaBytes, nodes, mostNodes }: SpacePlace,
  { isOwn, inTrash = 0 }: PlaceOptions,
  { t, format }: TextTools,
): PlaceModel {
  const values = {
    used: format.bytes(usedBytes),
    quota: format.bytes(quotaBytes),
    trash: format.bytes(inTrash),
    left: format.bytes(Math.max(0, quotaBytes - usedBytes)),
  };
  const isCrowded = nodes >= mostNodes * NEARLY_FULL && nodes * quotaBytes > usedBytes * mostNodes;
  const crowd = { nodes, most: mostNodes };
  return {
    label: t(isOwn ? 'place.own' : 'place.space'),
    percent: isCrowded ? percentOf(nodes, mostNodes) : percentOf(usedBytes, quotaBytes),
    text: isCrowded ? t('place.nodes', crowd) : t(inTrash > 0 ? 'place.usedWithTrash' : 'place.used', values),
    ...(usedBytes >= quotaBytes * NEARLY_FULL && {
      nearlyFull: t(isOwn ? 'place.nearlyFullOwn' : 'place.nearlyFull', values),
    }),
    ...(isCrowded && { nearlyFull: t('place.manyNodes') }),
  };
}

export function percentOf(usedBytes: number, quotaBytes: number): number {
  return quotaBytes === 0 ? 100 : Math.min(100, Math.round((100 * usedBytes) / quotaBytes));
}
