// SPDX-License-Identifier: EUPL-1.2
import type { BrickKind, Manifest } from '../../../api/manifest.js';

/** A manifest of any kind, as the host reads it. Those of other kinds than `feature` say nothing about pages. */
export interface BrickManifest extends Omit<Manifest, 'kind'> {
  readonly kind: BrickKind;
}
