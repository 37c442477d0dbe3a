// SPDX-License-Identifier: EUPL-1.2
import type { Missing } from '../../domain/bilan/what-is-missing.js';
import type { LivretTexts } from '../../brick-types.js';

/** « Il manque 7 cases et l’appréciation générale. » */
export function missingWords({ lines, general, names }: Missing, t: LivretTexts): string {
  if (names) return t('missing.names');
  const count = lines.length;
  if (count === 0) return t('missing.general');
  return t(general ? 'missing.both' : 'missing.lines', { count });
}
