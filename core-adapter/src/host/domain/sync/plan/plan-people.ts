// SPDX-License-Identifier: EUPL-1.2
import type { CurrentPlaces } from '../state/current-places.js';
import {
  readGroupKey,
  schoolsOf,
  type PersonState,
  type PersonStates,
  type PersonFields,
  type PlacesImage,
  readAttachmentKey,
} from '../state/person-state.js';
import { agesOf, gainsAge, type Age } from '../state/identity.js';
import type { Recognised } from './recognise-persons.js';
import { compareFields } from './compare-fields.js';
import type { CurrentPersons } from '../state/current-persons.js';
import { SchoolPlans } from './school-plans.js';
import type { HomonymPlan, MembershipPlan, PersonsPlan, SyncPlan, AttachmentPlan } from './sync-plan.js';
import type { CrossSourceMatches } from './cross-source-matches.js';
import type { Profile } from '../../../../api/people.js';

const NONE: ReadonlySet<string> = new Set();

const FIELDS = ['login', 'givenName', 'familyName', 'displayName', 'ine', 'birthDate', 'level'] as const;

interface Places {
  readonly before: CurrentPlaces;
  readonly after: PlacesImage;
}

const NO_LIKENESS: CrossSourceMatches = { joins: new Map(), homonyms: [] };

/**
 * Plans the changes to some people: the difference between the stored and the read states, as data. Pure. Only memberships and kinships
 * are deleted; people who left are disabled.
 * @param likenesses matches with people of other sources
 */
export function planPeople(
  places: Places,
  recognised: Recognised,
  after: PersonStates,
  likenesses = NO_LIKENESS,
): SyncPlan {
  const { present } = recognised.current;
  const plans = new SchoolPlans(places.before, places.after);
  const kinships: Record<'added' | 'removed', { guardian: string; child: string }[]> = {
    added: [],
    removed: [],
  };
  for (const key of new Set([...after.keys(), ...present.keys()])) {
    const [was, is] = [present.get(key), after.get(key)];
    planAttachments(was, is, plans);
    // A change of role is a removal and an addition.
    for (const [uai, plan] of memberships(is, was)) plans.of(uai).memberships.added.push(plan);
    for (const [uai, plan] of memberships(was, is)) plans.of(uai).memberships.removed.push(plan);
    kinships.added.push(...newChildren(is, was));
    kinships.removed.push(...newChildren(was, is));
  }
  return {
    source: places.before.source,
    persons: planPersons(recognised, after, likenesses),
    kinships,
    schools: plans.sorted(),
    digests: [],
    stableIds: newStableIds(recognised.current, after),
  };
}

/** Sorts people into new, changed, left and returning ones. */
function planPersons(
  { current: { present, left, elsewhere, stored }, replaced, displaced }: Recognised,
  after: PersonStates,
  { joins, homonyms }: CrossSourceMatches,
): PersonsPlan {
  const persons = [...after.values()];
  const newcomers = persons.filter(({ key }) => !present.has(key) && !left.has(key));
  const leavers = [...present.values()].filter(({ key }) => !after.has(key));
  return {
    created: newcomers.filter(({ key }) => !joins.has(key)).map(fieldsOf),
    joined: newcomers.flatMap((person) => {
      const join = joins.get(person.key);
      return join ? [{ person: fieldsOf(person), ...join }] : [];
    }),
    revived: persons.filter(({ key }) => left.has(key)).map(fieldsOf),
    renamed: [],
    replaced: [...replaced.values(), ...displaced],
    turned: persons.flatMap((person) => {
      const known = stored.get(person.key);
      return known && mustEndGrants(known.ages, person) ? [person.key] : [];
    }),
    changed: persons.flatMap((person) => {
      const known = present.get(person.key);
      const changes = known ? compareFields(known, person, FIELDS) : [];
      return changes.length === 0
        ? []
        : [{ person: fieldsOf(person), changes, schools: schoolsOf(person.attachments) }];
    }),
    disabled: leavers.filter(({ key }) => !elsewhere.has(key)).map(fieldsOf),
    released: leavers.filter(({ key }) => elsewhere.has(key)).map(fieldsOf),
    homonyms: [...homonyms, ...doubtful(replaced, after)],
  };
}

/** New stable ids of known people: a directory begins to give them, or the person has another entry. */
function newStableIds({ stored }: CurrentPersons, after: PersonStates): SyncPlan['stableIds'] {
  return [...after.values()].flatMap(({ key, stableIds = [] }): SyncPlan['stableIds'] => {
    const known = stored.get(key)?.stableIds;
    return known && stableIds.length > 0 && stableIds.join() !== known.join() ? [[key, stableIds]] : [];
  });
}

/** Pairs of the former and the new person of a key, for an administrator to decide about. */
function doubtful(replaced: Recognised['replaced'], after: PersonStates): HomonymPlan[] {
  return [...replaced.values()]
    .filter(({ isDoubtful }) => isDoubtful)
    .map(({ key, personId }) => ({
      key,
      displayName: after.get(key)?.displayName ?? '',
      other: personId,
      why: 'key',
    }));
}

/** Whether grants end: a pupil became an adult or the reverse, or a person with an unknown profile became a pupil. */
function mustEndGrants(before: readonly Age[], { attachments }: PersonState): boolean {
  const now = agesOf(attachments);
  return before.length === 0 ? now.includes('pupil') : gainsAge(before, now);
}

/** Memberships that `one` has and `other` lacks, each with its school. */
function memberships(one: PersonState | undefined, other: PersonState | undefined): [string, MembershipPlan][] {
  return [...(one?.memberships ?? [])]
    .filter(([group, role]) => other?.memberships.get(group) !== role)
    .map(([group, role]) => {
      const { uai, key } = readGroupKey(group);
      return [uai, { group: key, person: one?.key ?? '', role }];
    });
}

function newChildren(
  one: PersonState | undefined,
  other: PersonState | undefined,
): { guardian: string; child: string }[] {
  return [...(one?.children ?? [])]
    .filter((child) => !other?.children.has(child))
    .map((child) => ({ guardian: one?.key ?? '', child }));
}

function fieldsOf({ attachments: _, memberships: __, children: ___, ...fields }: PersonState): PersonFields {
  return fields;
}

/** Plans the attachments that a person begins and ends in each school. */
function planAttachments(was: PersonState | undefined, is: PersonState | undefined, plans: SchoolPlans): void {
  const { key, displayName } = is ?? was ?? { key: '', displayName: '' };
  const [before, after] = [was?.attachments ?? NONE, is?.attachments ?? NONE];
  const begun = missing(after, before);
  const ended = missing(before, after);
  const plan = (profile: Profile, counterpart: string | undefined): AttachmentPlan => ({
    person: key,
    displayName,
    profile,
    ...(counterpart !== undefined && { moved: counterpart }),
  });
  for (const { uai, profile } of begun) {
    plans.of(uai).attachments.begun.push(plan(profile, counterpartOf(uai, profile, begun, ended)));
  }
  for (const { uai, profile } of ended) {
    plans.of(uai).attachments.ended.push(plan(profile, counterpartOf(uai, profile, ended, begun)));
  }
}

type Attachment = ReturnType<typeof readAttachmentKey>;

function missing(attachments: ReadonlySet<string>, other: ReadonlySet<string>): Attachment[] {
  return [...attachments].filter((attachment) => !other.has(attachment)).map(readAttachmentKey);
}

/** The other school of a move: the first attachment that ends is paired with the first one that begins with the same profile, and so on. */
function counterpartOf(uai: string, profile: Profile, own: Attachment[], opposite: Attachment[]): string | undefined {
  const alike = (list: Attachment[]): Attachment[] => list.filter((attachment) => attachment.profile === profile);
  return alike(opposite)[alike(own).findIndex((attachment) => attachment.uai === uai)]?.uai;
}
