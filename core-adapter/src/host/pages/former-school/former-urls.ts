// SPDX-License-Identifier: EUPL-1.2
import type { FormerSchool } from '../../domain/former-schools/find-former-schools.js';
import { FORMER_URL } from '../../http/foot-links.js';

export const PUT_AWAY_URL = `${FORMER_URL}/rappel`;
export const DOCUMENT_PATH = `${FORMER_URL}/:uai/:owner/:brick/lire/:key`;
export const TAKE_PATH = `${FORMER_URL}/:uai/:owner/:brick/emporter`;

export function documentUrl(former: FormerSchool, brick: string, key: string): string {
  return `${urlOf(former, brick)}/lire/${key}`;
}

export function takeUrl(former: FormerSchool, brick: string): string {
  return `${urlOf(former, brick)}/emporter`;
}

function urlOf({ school, owner }: FormerSchool, brick: string): string {
  return `${FORMER_URL}/${school.uai}/${owner.id}/${brick}`;
}
