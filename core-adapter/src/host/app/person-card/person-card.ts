// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../../../api/errors.js';
import type { Profile, School } from '../../../api/people.js';
import type { Reach } from '../../domain/activation/activation-rule.js';
import { ExternalIdRow } from '../../domain/directory/external-id.entity.js';
import { PersonRow } from '../../domain/directory/person.entity.js';
import type { HostContext } from '../../context/host-context.js';
import { isFeature } from '../../domain/bricks/loaded-brick.js';
import { lastLoginOf } from '../../domain/sessions/last-login.js';
import { findHomonym } from '../../domain/homonyms/homonym-list.js';
import { HomonymRow } from '../../domain/sync/state/homonym.entity.js';
import type { AccessToken } from '../../domain/tokens/access-token-service.js';
import { audienceOf } from '../../http/school-context.js';
import { brickStanding, type BrickStanding } from './brick-standing.js';
import { loginStanding, type LoginStanding } from './login-standing.js';

/** The form of a digest, which imports make from a number or from names: trying every number would reverse it. */
const DIGEST = /[0-9a-f]{20,}/i;

/** The services that a person card is read from. */
export type PersonCardContext = Pick<
  HostContext,
  'activations' | 'administrators' | 'authProvider' | 'bricks' | 'clock' | 'database' | 'directory' | 'tokens'
>;

/** The facts that an operator needs about a person who cannot log in. No national number, no day of birth, no hash, no secret. */
export interface PersonCard {
  readonly id: string;
  readonly displayName: string;
  readonly login: LoginStanding;
  readonly disabledAt: Date | null;
  readonly lastLogin: Date | null;
  readonly sources: readonly SourceOfPerson[];
  readonly administersPlatform: boolean;
  readonly schools: readonly SchoolOnCard[];
  readonly tokens: readonly Pick<AccessToken, 'name' | 'brickIds' | 'lastUsedAt' | 'endsAt'>[];
  /** Pairs on the page of homonyms that wait for a decision. */
  readonly homonyms: readonly { readonly id: string; readonly other: string; readonly url: string }[];
}

export interface SourceOfPerson {
  readonly name: string;
  /** Null where the key is a digest, perhaps of the national number. */
  readonly key: string | null;
  /** Null once the person has left the source. */
  readonly login: string | null;
  readonly leftAt: Date | null;
}

export interface SchoolOnCard {
  readonly school: School;
  readonly profiles: readonly Profile[];
  /** Classes and groups of this school year with the person's profile; without those that a head has only as head of the school. */
  readonly groups: readonly { readonly name: string; readonly as: Profile }[];
  readonly bricks: readonly BrickStanding[];
}

/** @throws NotFoundError when no person has that id any more */
export async function readPersonCard(context: PersonCardContext, id: string): Promise<PersonCard> {
  const { database, directory, administrators, tokens, authProvider } = context;
  const { unitOfWork } = database;
  const row = await unitOfWork.run((manager) => manager.findOneBy(PersonRow, { id }));
  if (!row) throw new NotFoundError('That person has just been erased.');
  const keys = await unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { where: { personId: id }, order: { id: 'ASC' } }),
  );
  const found = await directory.schoolsOf(id);
  const schools: SchoolOnCard[] = [];
  for (const { school, profiles } of found) schools.push(await schoolOnCard(context, id, school, profiles));
  return {
    ...{ id, displayName: row.displayName, disabledAt: row.disabledAt },
    login: loginStanding({
      loginSource: authProvider?.source,
      disabled: row.disabledAt !== null,
      keys,
      schools: found.length,
    }),
    lastLogin: (await lastLoginOf(unitOfWork, id)) ?? null,
    sources: keys.map((key) => ({ name: key.source, key: shownKey(key), login: key.login, leftAt: key.leftAt })),
    administersPlatform: await administrators.isPlatformAdministrator(id),
    schools,
    tokens: (await tokens.listOf(id)).map(({ name, brickIds, lastUsedAt, endsAt }) => ({
      ...{ name, brickIds, lastUsedAt, endsAt },
    })),
    homonyms: await openQuestions(context, id),
  };
}

async function schoolOnCard(
  { directory, activations, bricks, clock }: Pick<HostContext, 'activations' | 'bricks' | 'clock' | 'directory'>,
  personId: string,
  school: School,
  profiles: readonly Profile[],
): Promise<SchoolOnCard> {
  const ties = await directory.ties(personId, school.uai);
  const rules = await activations.rulesByBrick(school.uai);
  const reach: Reach = { profiles, ties: audienceOf(ties, await directory.formerTies(personId, school.uai)) };
  const features = bricks.filter(isFeature);
  const left = [...rules.keys()].filter((id) => !bricks.some((brick) => brick.id === id));
  const standing = (id: string): BrickStanding =>
    brickStanding(
      id,
      features.find((brick) => brick.id === id),
      rules.get(id) ?? [],
      reach,
      clock.now(),
    );
  return {
    ...{ school, profiles },
    groups: ties
      .filter(({ profile }) => profile !== 'head')
      .map(({ group, profile }) => ({ name: group.name, as: profile })),
    bricks: [...features.map(({ id }) => id), ...left].map(standing),
  };
}

async function openQuestions(
  { database, clock }: Pick<HostContext, 'clock' | 'database'>,
  id: string,
): Promise<PersonCard['homonyms']> {
  const { unitOfWork } = database;
  const rows = await unitOfWork.run((manager) =>
    manager.find(HomonymRow, {
      where: [
        { personId: id, state: 'open' },
        { otherId: id, state: 'open' },
      ],
      order: { id: 'ASC' },
    }),
  );
  const found = await Promise.all(rows.map((pair) => findHomonym(unitOfWork, pair.id, clock.now())));
  return found.flatMap((pair) => {
    if (!pair) return [];
    const other = pair.person.id === id ? pair.other : pair.person;
    return [{ id: pair.id, other: other.displayName, url: `/admin/homonyms/${pair.id}` }];
  });
}

/** The key of a person at a source; null where it would reveal the national number. */
function shownKey({ key, ine, lastIne }: Pick<ExternalIdRow, 'key' | 'ine' | 'lastIne'>): string | null {
  const numbers = [ine, lastIne].flatMap((number) => (number === null ? [] : [number.toLowerCase()]));
  const isSecret = DIGEST.test(key) || numbers.some((number) => key.toLowerCase().includes(number));
  return isSecret ? null : key;
}
