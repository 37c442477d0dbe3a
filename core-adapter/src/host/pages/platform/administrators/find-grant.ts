// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../../api/i18n.js';
import type { HostContext } from '../../../context/host-context.js';
import { normaliseLogin } from '../../../domain/directory/normalise-login.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { findPersonIds, personNames } from '../shared/names.js';
import { findSchoolPage } from '../schools/school-page.js';

/** The most candidates, as many as can be compared at a glance; with more, the search must be narrowed. */
const MOST = 12;

/** One of several results of a search. */
export interface Candidate {
  /** Id of the person, UAI of the school. */
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** The result of a search: one certain match, or candidates to choose from; no match when the list is empty. */
export interface Found {
  readonly sure?: string | undefined;
  /** The text was a login or a UAI. */
  readonly isExact: boolean;
  readonly candidates: readonly Candidate[];
}

/** People with this login, else with this name. A single person with this login is certain; a name must be confirmed. */
export async function findGrantee(
  context: Pick<HostContext, 'database' | 'directory'>,
  { text, chosen }: { readonly text: string; readonly chosen: string },
  t: Translate<HostKey>,
): Promise<Found> {
  const { database, directory } = context;
  const ids = await findPersonIds(database.unitOfWork, text, MOST);
  const names = await personNames(database.unitOfWork, ids);
  const candidates: Candidate[] = [];
  const logins = new Map<string, string>();
  for (const [id, name] of names) {
    const login = await directory.loginOf(id);
    // A person without a login cannot log in: they have left.
    if (login === undefined) continue;
    logins.set(id, login);
    // Two people of one family may have one name: the profile tells the pupil from the parent.
    const schools = (await directory.schoolsOf(id)).map(({ school, profiles }) => {
      return [...profiles.map((profile) => t(`profile.${profile}`)), school.name].join(', ');
    });
    candidates.push({ id, name, detail: [login, ...schools].join(' · ') });
  }
  const [only] = candidates;
  const isLogin = candidates.length === 1 && only && logins.get(only.id) === normaliseLogin(text);
  return isLogin
    ? { sure: only.id, isExact: true, candidates }
    : { sure: chosenOf(candidates, chosen), isExact: false, candidates };
}

/** Schools with this UAI, else with these words in their name. */
export async function findSchools(
  { database, clock }: Pick<HostContext, 'clock' | 'database'>,
  text: string,
  chosen: string,
): Promise<Found> {
  const { items } = await findSchoolPage(database.unitOfWork, { text }, 1, clock.now());
  const candidates = items.slice(0, MOST).map(({ uai, name }) => ({ id: uai, name, detail: uai }));
  const exact = candidates.find(({ id }) => id === text.toUpperCase());
  return { sure: exact?.id ?? chosenOf(candidates, chosen), isExact: exact !== undefined, candidates };
}

/** Only candidates of this search can be chosen: a choice from before the text was changed does not count. */
function chosenOf(candidates: readonly Candidate[], chosen: string): string | undefined {
  return candidates.find(({ id }) => id === chosen)?.id;
}
