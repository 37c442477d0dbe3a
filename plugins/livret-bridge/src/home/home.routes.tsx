// SPDX-License-Identifier: EUPL-1.2
import { PageHead } from '@volee/core-adapter/ui';
import type { LivretBrick } from '../brick-types.js';
import { HOME_PATH } from '../paths.js';

/** The first page of the brick, by profile. */
export function registerHome({ http }: Pick<LivretBrick, 'http'>): void {
  http.get(HOME_PATH, { access: 'read' }, ({ t, page }) => page(t('title'), <PageHead title={t('title')} />));
}
