// SPDX-License-Identifier: EUPL-1.2
import { fillText, type Messages } from '@volee/core-adapter';
import type { LivretRequest, LivretTexts } from '../../../brick-types.js';
import { frChild } from '../../../locales/fr-child.js';

const PUPIL_TEXTS: Messages = frChild;

/** The texts that the pupil reads, addressed as *tu*, for an adult who looks at the page of the pupil. */
export function pupilTexts({ t, format }: Pick<LivretRequest, 't' | 'format'>): LivretTexts {
  if (format.language !== 'fr') return t;
  return (key, values = {}) => {
    const own = Object.hasOwn(PUPIL_TEXTS, key) ? PUPIL_TEXTS[key] : undefined;
    return typeof own === 'string' ? fillText(own, values, 'fr') : t(key, values);
  };
}
