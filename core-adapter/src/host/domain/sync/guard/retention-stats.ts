// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import { attachmentKey, readAttachmentKey, readGroupKey, type PersonState } from '../state/person-state.js';
import { NO_BASELINE, type Baseline, type Span } from './baseline.js';

/** What a person is in a school: somebody at all, somebody of a profile, or in a group of it. */
export type Capacity = 'anybody' | Profile | `group ${MembershipRole}`;

/** How many were something in a school before, and how many of these, the same ones, are still. */
export interface RetentionCount {
  readonly before: number;
  readonly kept: number;
}

/** Stands for a UAI where the schools of a source are counted as one. */
export const ALL_SCHOOLS = '*';

/** A person of a profile, in whichever school: who moves to another one is still there. */
export function inAllSchools(profile: Profile): string {
  return attachmentKey(ALL_SCHOOLS, profile);
}

const NOBODY: RetentionCount = { before: 0, kept: 0 };

/** What somebody can have that a lost read right takes from everybody. */
export const BELONGINGS = {
  'a given name': ({ givenName }) => givenName !== '',
  'a family name': ({ familyName }) => familyName !== '',
  // An empty display name is filled from the login when it is read: that is no name either.
  'a display name': ({ displayName, login }) => displayName !== '' && displayName !== login,
  'a pupil number': ({ ine }) => ine !== undefined,
  'a day of birth': ({ birthDate }) => birthDate !== undefined,
  'a group': ({ memberships }) => [...memberships.values()].includes('member'),
  'a group to teach': ({ memberships }) => [...memberships.values()].includes('teacher'),
  'a child': ({ children }) => children.size > 0,
} as const satisfies Readonly<Record<string, (person: PersonState) => boolean>>;

type Belonging = keyof typeof BELONGINGS;

interface BeforeAndAfter {
  before: number;
  after: number;
}

type Counts = Map<string, { before: number; kept: number }>;

/** Counts who was there and who still is, person by person, so that nobody needs to be held. */
export class RetentionStats {
  readonly persons: BeforeAndAfter = { before: 0, after: 0 };
  /** Persons whose entries have other stable ids, while all else that is known of them agrees. */
  renewedIds = 0;
  /** The same, by UAI. */
  readonly renewedIn = new Map<string, number>();
  /** By UAI and `Capacity`. */
  readonly #counts: Counts = new Map();
  /** Of these, persons who came after the baseline. */
  readonly #newcomers: Readonly<Record<Span, Counts>> = { day: new Map(), week: new Map() };
  readonly #belongings = new Map<Belonging, BeforeAndAfter>();

  constructor(private readonly baseline: Baseline = NO_BASELINE) {}

  /** @param was what is stored of a person; @param is what came. One of them may be lacking; they are the same where nothing changed. */
  compare(was: PersonState | undefined, is: PersonState | undefined): void {
    if (was) this.persons.before += 1;
    if (is) this.persons.after += 1;
    for (const what of Object.keys(BELONGINGS) as Belonging[]) {
      const had = was !== undefined && BELONGINGS[what](was);
      const has = is !== undefined && BELONGINGS[what](is);
      if (had || has) this.#belong(what, had, has);
    }
    if (!was) return;
    const kept = is === undefined || is === was ? undefined : new Set(capacitiesOf(is));
    for (const capacity of new Set(capacitiesOf(was))) {
      // A person who has left the source altogether is not missed in a group: that is for the figures of the persons.
      if (is === undefined && capacity.includes(' group ')) continue;
      const isKept = is !== undefined && (kept === undefined || kept.has(capacity));
      count(this.#counts, capacity, isKept);
      const uai = capacity.slice(0, capacity.indexOf(' '));
      for (const span of this.baseline.spansWithout(was.key, uai)) count(this.#newcomers[span], capacity, isKept);
    }
  }

  /** Counts a person whose stable id alone differs. @param schools UAIs of the person's schools */
  renew(schools: Iterable<string>): void {
    this.renewedIds += 1;
    for (const uai of schools) this.renewedIn.set(uai, (this.renewedIn.get(uai) ?? 0) + 1);
  }

  /** Those in which somebody was. */
  schools(): Iterable<string> {
    const uais = new Set([...this.#counts.keys()].map((key) => key.slice(0, key.indexOf(' '))));
    uais.delete(ALL_SCHOOLS);
    return uais;
  }

  /** Of all who are stored; with a span, with those who were lost during it. */
  of(uai: string, capacity: Capacity, span?: Span): RetentionCount {
    const key = `${uai} ${capacity}`;
    const { before, kept } = this.#counts.get(key) ?? NOBODY;
    // Where nobody leaves now, nothing is to be judged.
    const lost = span !== undefined && kept < before ? this.baseline.lost(span, key) : 0;
    return { before: before + lost, kept };
  }

  /** Of those who were there when a span began; undefined while the source is not known for that long. */
  since(uai: string, capacity: Capacity, span: Span): RetentionCount | undefined {
    if (!this.baseline.isKnown(span, uai)) return undefined;
    const all = this.of(uai, capacity, span);
    const newcomers = this.#newcomers[span].get(`${uai} ${capacity}`) ?? NOBODY;
    return { before: all.before - newcomers.before, kept: all.kept - newcomers.kept };
  }

  having(what: Belonging): Readonly<BeforeAndAfter> {
    return this.#belongings.get(what) ?? { before: 0, after: 0 };
  }

  #belong(what: Belonging, had: boolean, has: boolean): void {
    const counted = this.#belongings.get(what) ?? { before: 0, after: 0 };
    if (had) counted.before += 1;
    if (has) counted.after += 1;
    this.#belongings.set(what, counted);
  }
}

function count(counts: Counts, capacityInSchool: string, kept: boolean): void {
  const known = counts.get(capacityInSchool) ?? { before: 0, kept: 0 };
  counts.set(capacityInSchool, known);
  known.before += 1;
  if (kept) known.kept += 1;
}

/** Each a UAI and a `Capacity`; the same one may come twice. */
export function capacitiesOf({ attachments, memberships }: Pick<PersonState, 'attachments' | 'memberships'>): string[] {
  return [
    ...[...attachments].flatMap((attachment) => {
      const { uai, profile } = readAttachmentKey(attachment);
      return [`${uai} anybody`, attachment, inAllSchools(profile)];
    }),
    ...[...memberships].map(([group, role]) => `${readGroupKey(group).uai} group ${role}`),
  ];
}
