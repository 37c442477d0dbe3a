// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { readAttachmentKey, readGroupKey, type ImagePerson } from '../image/directory-image.js';

/** What a person is in a school: somebody at all, somebody of a profile, or in a group of it. */
export type Capacity = 'anybody' | Profile | `group ${MembershipRole}`;

/** How many were something in a school before, and how many of these, the same ones, are still. */
export interface Head {
  readonly before: number;
  readonly kept: number;
}

const NOBODY: Head = { before: 0, kept: 0 };

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
} as const satisfies Readonly<Record<string, (person: ImagePerson) => boolean>>;

type Belonging = keyof typeof BELONGINGS;

interface BeforeAndAfter {
  before: number;
  after: number;
}

/** Counts who was there and who still is, person by person, so that nobody needs to be held. */
export class Roll {
  readonly persons: BeforeAndAfter = { before: 0, after: 0 };
  /** By UAI and `Capacity`. */
  readonly #heads = new Map<string, { before: number; kept: number }>();
  readonly #lost = new Map<string, number>();
  readonly #belongings = new Map<Belonging, BeforeAndAfter>();

  /** @param was what is stored of a person; @param is what came. One of them may be lacking; they are the same where nothing changed. */
  call(was: ImagePerson | undefined, is: ImagePerson | undefined): void {
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
      // Who has left the source altogether is not missed in his group: that is for the figures of the persons.
      if (is === undefined && capacity.includes(' group ')) continue;
      this.#count(capacity, is !== undefined && (kept === undefined || kept.has(capacity)));
    }
  }

  /** So many more were there a few hours ago, and have been missing since. @param attachment an `attachmentKey` */
  miss(attachment: string, count: number): void {
    const { uai } = readAttachmentKey(attachment);
    for (const key of [attachment, `${uai} anybody`]) this.#lost.set(key, (this.#lost.get(key) ?? 0) + count);
  }

  /** Those in which somebody was. */
  schools(): Iterable<string> {
    return new Set([...this.#heads.keys()].map((key) => key.slice(0, key.indexOf(' '))));
  }

  of(uai: string, capacity: Capacity): Head {
    const key = `${uai} ${capacity}`;
    const head = this.#heads.get(key) ?? NOBODY;
    // Where nobody leaves now, nothing is to be judged.
    const lost = head.kept < head.before ? (this.#lost.get(key) ?? 0) : 0;
    return { before: head.before + lost, kept: head.kept };
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

  #count(capacityInSchool: string, kept: boolean): void {
    const head = this.#heads.get(capacityInSchool) ?? { before: 0, kept: 0 };
    this.#heads.set(capacityInSchool, head);
    head.before += 1;
    if (kept) head.kept += 1;
  }
}

/** Each a UAI and a `Capacity`; the same one may come twice. */
function capacitiesOf({ attachments, memberships }: ImagePerson): string[] {
  return [
    ...[...attachments].flatMap((attachment) => [`${readAttachmentKey(attachment).uai} anybody`, attachment]),
    ...[...memberships].map(([group, role]) => `${readGroupKey(group).uai} group ${role}`),
  ];
}
