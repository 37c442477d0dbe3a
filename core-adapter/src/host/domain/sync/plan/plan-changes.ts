// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, PersonRecord } from '../../../../api/directory/directory-source.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { normaliseKey } from '../../directory/normalise-key.js';
import { readCurrentPersons } from '../state/current-persons.js';
import { readCurrentPlaces, schoolYears } from '../state/current-places.js';
import { keepNamesOfFirstSource } from '../state/keep-names-of-first-source.js';
import { recognisePersons } from './recognise-persons.js';
import { digestOf } from '../state/digest-of.js';
import {
  attachmentKey,
  groupKey,
  readAttachmentKey,
  type PersonState,
  type PlacesImage,
} from '../state/person-state.js';
import { normalisePerson, normaliseUai } from '../snapshot/normalise-record.js';
import { planPeople } from './plan-people.js';
import type { SyncPlan } from './sync-plan.js';

export interface PlannedChanges {
  readonly plan: SyncPlan;
  /** The last run applied before the plan was made. */
  readonly baseRun: number;
}

interface Said {
  readonly records: PersonRecord[];
  readonly groups: Set<string>;
  readonly children: Set<string>;
}

/**
 * Plans changed entries when only fields of known people changed: name, birth date, level. Undefined when anything else may have changed
 * (a new person, a login, a school, a class, a family): other people depend on it, so everything has to be read.
 */
export async function planChanges(
  unitOfWork: UnitOfWork,
  { source, at }: { readonly source: string; readonly at: Date },
  records: readonly DirectoryRecord[],
): Promise<PlannedChanges | undefined> {
  const said = gather(records);
  if (!said) return undefined;
  const before = await readCurrentPlaces(unitOfWork, source, at);
  const current = await readCurrentPersons(unitOfWork, before, [...said.keys()]);
  const after = new Map<string, PersonState>();
  for (const [key, one] of said) {
    const known = current.present.get(key);
    const person = known && withNewFields(known, one, before);
    if (!person) return undefined;
    after.set(key, person);
  }
  const yearOf = schoolYears(before);
  // A key that names another person begins and ends attachments and groups, which needs a full reading.
  const { replaced } = recognisePersons(current, after);
  if (replaced.size > 0) return undefined;
  // Entries that did not change are not read here: their stable ids must not be dropped.
  const lacksIds = [...after].some(([key, { stableIds = [] }]) => {
    return current.stored.get(key)?.stableIds.some((id) => !stableIds.includes(id));
  });
  if (lacksIds) return undefined;
  const plan = planPeople(
    { before, after: before },
    { current: keepNamesOfFirstSource(current, after), replaced, displaced: [] },
    after,
  );
  // Only a full reading shows whether a new stable id belongs to another person.
  if (plan.stableIds.length > 0) return undefined;
  // Unchanged people have their digests already.
  const changed = new Set([
    ...plan.persons.changed.map(({ person }) => person.key),
    ...plan.stableIds.map(([key]) => key),
  ]);
  const digests = [...after]
    .filter(([key]) => changed.has(key))
    .map(([key, person]): [string, string] => [key, digestOf(person, yearOf)]);
  return { plan: { ...plan, digests }, baseRun: before.baseRun };
}

/** Collects the records of each person, by key; undefined when a record is about anything else. */
function gather(records: readonly DirectoryRecord[]): Map<string, Said> | undefined {
  const said = new Map<string, Said>();
  const of = (key: string): Said => {
    const known = said.get(normaliseKey(key)) ?? { records: [], groups: new Set(), children: new Set() };
    said.set(normaliseKey(key), known);
    return known;
  };
  for (const record of records) {
    if (record.type === 'person') of(record.key).records.push(record);
    else if (record.type === 'kinship') of(record.guardian).children.add(normaliseKey(record.child));
    else if (record.type === 'membership' && record.role === 'member') {
      of(record.person).groups.add(groupKey(normaliseUai(record.uai), normaliseForSearch(record.group)));
    } else return undefined;
  }
  return said;
}

const FIELDS = ['givenName', 'familyName', 'ine', 'birthDate', 'level'] as const;

/** The person with new fields; undefined when anything but the fields differs from the stored state. */
function withNewFields(
  known: PersonState,
  { records, groups, children }: Said,
  places: PlacesImage,
): PersonState | undefined {
  const [record, ...others] = records;
  const fields = record && normalisePerson(record);
  if (!fields || others.length > 0 || fields.login !== known.login) return undefined;
  const { uai, profile } = record;
  const own = attachmentKey(normaliseUai(uai), profile);
  const isUnchanged =
    profile === 'guardian'
      ? [...known.attachments].every((key) => readAttachmentKey(key).profile === 'guardian')
      : known.attachments.has(own) && [...known.attachments].every((key) => key === own || !isOfAnEntry(key));
  if (!isUnchanged || !isSame(children, known.children)) return undefined;
  if (profile === 'pupil' ? !isSame(groups, classesOf(known, places)) : groups.size > 0) return undefined;
  if (![...groups].every((group) => known.memberships.get(group) === 'member')) return undefined;
  // A lost read right empties fields: the guard judges that, from a full reading.
  if (FIELDS.some((field) => (known[field] ?? '') !== '' && (fields[field] ?? '') === '')) return undefined;
  // A missing display name is made of the login, which must not take the place of a real one.
  if (fields.displayName === fields.login && known.displayName !== known.login) return undefined;
  return { ...fields, attachments: known.attachments, memberships: known.memberships, children: known.children };
}

/** Whether an attachment comes from an entry. Teachers are attached where groups name them, guardians where their children are. */
function isOfAnEntry(attachment: string): boolean {
  return ['pupil', 'staff', 'head'].includes(readAttachmentKey(attachment).profile);
}

function classesOf({ memberships }: PersonState, { groups }: PlacesImage): Set<string> {
  return new Set([...memberships.keys()].filter((key) => groups.get(key)?.kind === 'class'));
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((one) => others.has(one));
}
