// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../../brick-types.js';
import { handedSchema } from '../../domain/hand-over/handed-bilan.js';
import { receiveHanded } from '../../domain/hand-over/receive-handed.js';

/** Receives bilans that other schools hand over. */
export function registerReceive({ handOver, clock }: Pick<LivretBrick, 'handOver' | 'clock'>): void {
  handOver.receive({ content: handedSchema }, (parcel) => receiveHanded(parcel, clock.now()));
}
