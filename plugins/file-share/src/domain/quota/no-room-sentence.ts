// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { TOTAL } from '../../store/space.entity.js';
import { PART, SHARE, type QuotaError } from './quota-error.js';

type TextTools = Pick<FileShareRequest, 't' | 'format'>;

/** « Il reste 300 ko ici, et il faudrait 1,2 Mo. … » */
export function noRoomSentence({ lack }: QuotaError, { t, format }: TextTools): string {
  if (lack.unit === 'nodes') return t(`room.nodes.${nodesOf(lack)}`, { left: lack.left });
  const wanted = lack.wanted === undefined ? t('room.more') : format.bytes(lack.wanted);
  const values = { left: format.bytes(lack.left), wanted };
  if (lack.of === SHARE) return t('room.share', values);
  if (lack.of === PART) return t('room.part', values);
  if (lack.of === TOTAL) return t('room.school', values);
  return lack.of === 'own' ? t('room.own', values) : t('room.space', values);
}

function nodesOf({ of }: QuotaError['lack']): 'own' | 'share' | 'space' {
  return of === 'own' ? 'own' : of === SHARE ? 'share' : 'space';
}
