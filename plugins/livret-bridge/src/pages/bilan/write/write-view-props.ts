// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../../brick-types.js';
import type { WriteModel } from './write.model.js';

export interface WriteViewProps {
  readonly model: WriteModel;
  readonly t: LivretTexts;
  /** A number as people write it: « 1 500 ». */
  readonly number: (value: number) => string;
}
