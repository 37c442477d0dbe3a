// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../../brick-types.js';
import { PUBLISH_PATH } from '../../../paths.js';
import type { LeavingModel } from './leaving.view.js';

export function presentLeaving(
  period: number,
  at: Date,
  { t, format, url }: Pick<LivretRequest, 't' | 'format' | 'url'>,
): LeavingModel {
  const words = t('publish.leavesAt', { hour: format.hour(at) });
  return { words, period, at: at.toISOString(), url: url(PUBLISH_PATH) };
}
