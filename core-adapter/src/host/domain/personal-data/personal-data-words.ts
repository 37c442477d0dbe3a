// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import type { AnyManifest } from '../../../api/manifest.js';
import { translator } from '../../infra/i18n/translate.js';

/** A brick's statement about its personal data, as for a record of processing: `kept`, `purpose`, `retention`, or `none`. */
export function personalDataWords(manifest: AnyManifest | undefined, language: Language): Record<string, string> {
  if (!manifest?.personalData) return {};
  const texts = Object.entries(manifest.personalData).filter(([name]) => name !== 'tables');
  const t = translator(manifest.locales, language, false);
  return Object.fromEntries(texts.map(([name, key]) => [name, t(key as string)]));
}
