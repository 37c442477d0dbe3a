// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import { familyBilans } from '../../domain/home/family-bilans.js';
import type { HomePart } from './home-part.js';
import { presentGuardianHome } from './guardian-home.presenter.js';
import { GuardianHomeView } from './guardian-home.view.js';

/** The part of the home for guardians: their children, and the bilans to read and to confirm. */
export async function guardianHome(request: LivretRequest): Promise<HomePart> {
  const { db, directory, user, schoolYear, t, format, url } = request;
  const children = await directory.children();
  const ids = children.map(({ id }) => id);
  const bilans = await familyBilans(ids, user.id, db);
  const model = presentGuardianHome({ children, bilans, schoolYear, url }, { t, format });
  return { lead: model.lead, content: <GuardianHomeView model={model} />, sheet: 'livret-bridge-family.css' };
}
