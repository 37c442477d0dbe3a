// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../../api/i18n.js';
import type { HostContext } from '../../../context/host-context.js';
import { normaliseLogin } from '../../../domain/directory/normalise-login.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { findPersonIds, personNames } from '../shared/names.js';
import { findSchoolPage } from '../schools/school-page.js';

/** As many as can be compared at a glance; with more, the search is to say more. */
const MOST = 12;

/** One of several that a search means. */
export interface Candidate {
  /** Id of the person, UAI of the school. */
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** What a search means: one thing beyond doubt, or what is to be chosen from; nothing when the list is empty. */
export interface Found {
  readonly sure?: string | undefined;
  /** It was named by its login or UAI. */
  readonly isExact: boolean;
  readonly candidates: readonly Candidate[];
}

/** Persons with this login, else with this name. One person with this login is meant beyond doubt; a name is to be confirmed. */
export async function findPersons(
  context: HostContext,
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
    // Without a login nobody comes in: the person has left.
    if (login === undefined) continue;
    logins.set(id, login);
    // Two persons of one family may have one name: the profile tells the pupil from the parent.
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
export async function findSchools({ database, clock }: HostContext, text: string, chosen: string): Promise<Found> {
  const { items } = await findSchoolPage(database.unitOfWork, { text }, 1, clock.now());
  const candidates = items.slice(0, MOST).map(({ uai, name }) => ({ id: uai, name, detail: uai }));
  const exact = candidates.find(({ id }) => id === text.toUpperCase());
  return { sure: exact?.id ?? chosenOf(candidates, chosen), isExact: exact !== undefined, candidates };
}

/** Only what this search found can be chosen: a choice from before the text was changed does not count. */
function chosenOf(candidates: readonly Candidate[], chosen: string): string | undefined {
  return candidates.find(({ id }) => id === chosen)?.id;
}
