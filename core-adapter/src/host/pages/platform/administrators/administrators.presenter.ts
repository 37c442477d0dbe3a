// SPDX-License-Identifier: EUPL-1.2
import type { LapsingGrant } from '../../../domain/administrators/lapsing-grants.js';
import type { Head, Keeper } from '../../../domain/administrators/administrator-page.js';
import type { AdministratorLine, GrantForm, LapsingLine } from './platform-administrators.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { withQuery } from '../../../http/read-query.js';
import type { PageFormatter } from '../shared/page-formatter.js';

export const EMPTY_GRANT: GrantForm = { login: '', role: 'platform', uai: '', persons: [], schools: [], errors: {} };

export function presentKeeper({ personId, login, displayName }: Keeper, myId: string | undefined): AdministratorLine {
  const revokeUrl = withQuery(`${PLATFORM_URLS.administrators}/revoke`, { person: personId });
  return { personId, name: displayName, login, yourself: personId === myId, revokeUrl };
}

export function presentHead(head: Head, myId: string | undefined, t: PageFormatter['t']): AdministratorLine {
  const { uai, school, personId } = head;
  return {
    ...presentKeeper(head, myId),
    school: { uai, name: school, of: t('school.of', { name: school }), url: `/admin/s/${uai}/bricks` },
    revokeUrl: withQuery(`${PLATFORM_URLS.administrators}/revoke`, { person: personId, uai }),
  };
}

export function presentLapsing(
  grant: LapsingGrant,
  myId: string | undefined,
  { t, day }: Pick<PageFormatter, 't' | 'day'>,
): LapsingLine {
  const { unnamedSince, endsAt } = grant;
  return { ...presentHead(grant, myId, t), since: day(unnamedSince), ends: endsAt ? day(endsAt) : undefined };
}
