// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySettings } from '../directory-settings.js';
import { custom } from './custom.js';
import type { Layout } from './layout.js';
import { scribe, scribeAd } from './scribe.js';
import { SDET } from './sdet.js';

/** The layout that the settings name. The schema makes sure that the mapping of `custom` is there when it is named. */
export function layoutOf({ layout, custom: mapping }: Pick<DirectorySettings, 'layout' | 'custom'>): Layout {
  if (layout === 'scribe') return scribe;
  if (layout === 'scribe-ad') return scribeAd;
  return custom(layout === 'custom' && mapping ? mapping : SDET);
}
