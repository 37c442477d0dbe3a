// SPDX-License-Identifier: EUPL-1.2
import type { z, ZodType } from 'zod';
import type { School } from '../people.js';
import type { SchoolWork } from '../school-work.js';

/** The name of a school that a parcel leaves or goes to, which may be closed by now. @unstable */
export type ParcelSchool = Pick<School, 'uai' | 'name'>;

/**
 * The state of a parcel. `offered`: the other school has not answered. `accepted`: it is delivered when the pupil is a pupil there.
 * `recalled`: taken back by the school that offered it. `expired`: not answered or not delivered by `answerBy`. `ended`: `until` is over.
 * @unstable
 */
export type ParcelState = 'offered' | 'accepted' | 'delivered' | 'refused' | 'recalled' | 'expired' | 'ended';

/**
 * The reason why an accepted parcel is not delivered yet. `brick`: the brick is off there. `question`: a pupil there may be the same one, and
 * an administrator of the platform decides. `arrival`: the pupil is not a pupil there yet. `delivery`: the next job delivers it.
 * @unstable
 */
export type ParcelWaiting = 'brick' | 'question' | 'arrival' | 'delivery';

/** A copy of what a brick keeps about one pupil, for another school. @unstable */
export interface ParcelOffer {
  /** The UAI of the other school. */
  readonly to: string;
  /** A person who is or was a pupil of this school. */
  readonly pupilId: string;
  /** The subject of the copy, such as `2026-T1`: the same key replaces what was offered before. At most 190 characters. */
  readonly key: string;
  /** JSON for the schema of `handOver.receive`: at most 60,000 bytes. */
  readonly content: object;
  /** The instant until which the other school may accept it and the pupil may arrive there. */
  readonly answerBy: Date;
  /** The instant at which the copy ends. */
  readonly until: Date;
}

/** A parcel as the school that offered it sees it: its state, and no reading. @unstable */
export interface SentParcel {
  readonly id: string;
  readonly to: ParcelSchool;
  readonly pupilId: string;
  readonly pupilName: string;
  readonly key: string;
  /** 1 for the first content that is delivered under this key. */
  readonly revision: number;
  readonly state: ParcelState;
  /** Null unless it is accepted. */
  readonly waiting: ParcelWaiting | null;
  /** The reason of a refusal; null when the school was closed. */
  readonly reason: string | null;
  readonly offeredAt: Date;
  /** The instant of the last change of its state. */
  readonly changedAt: Date;
  readonly answerBy: Date;
  readonly until: Date;
}

/** A parcel as the school that it goes to sees it until it is delivered: never its content. @unstable */
export interface OfferedParcel {
  readonly id: string;
  readonly from: ParcelSchool;
  /** One id for all parcels about a pupil. It may name nobody in this school. */
  readonly pupilId: string;
  readonly pupilName: string;
  /** The level of the pupil when it was offered, such as `CM2`. */
  readonly level: string | null;
  readonly key: string;
  readonly state: 'offered' | 'accepted';
  /** Null unless it is accepted. */
  readonly waiting: ParcelWaiting | null;
  readonly offeredAt: Date;
  readonly answerBy: Date;
  readonly until: Date;
}

/**
 * The parcels of the brick, read by a head. Each function throws a ForbiddenError for anybody else, whatever the route.
 * @unstable
 */
export interface ParcelLists {
  /** The other schools of the platform, by name. */
  schools(): Promise<readonly School[]>;
  /** The other schools in which these people are pupils now, by id of the person; people without one have no entry. */
  schoolsOf(pupilIds: readonly string[]): Promise<ReadonlyMap<string, readonly School[]>>;
  /** The parcels that this school has offered, by name of the pupil. */
  sent(): Promise<readonly SentParcel[]>;
  /** The parcels that wait for an answer of this school or for the arrival of the pupil, by name of the school, then of the pupil. */
  offered(): Promise<readonly OfferedParcel[]>;
}

/**
 * Hands copies over to another school, for heads alone. No brick ever reads rows of another school: the host carries the copy, and the
 * brick in the other school receives it and writes rows of that school. See `BrickHandOver` for the other end.
 * @unstable
 */
export interface HandOver extends ParcelLists {
  /**
   * Offers copies, at most 1,000 at once, all or none. The same content under the same key changes nothing; other content replaces what is
   * not delivered yet, is delivered again as the next revision, or is offered anew after a refusal or a recall.
   * @throws NotFoundError when a person never was a pupil of this school, or no other school has this UAI
   * @throws InputError for an invalid key, or dates that are over or in the wrong order
   * @throws TooLargeError when the content has more than 60,000 bytes
   * @throws ConflictError when another request changed one of them meanwhile
   * @example
   * `await handOver.offer({ to: college, pupilId, key: '2026-T1', content: copyOf(report), answerBy, until });`
   */
  offer(parcels: ParcelOffer | readonly ParcelOffer[]): Promise<void>;
  /**
   * Takes back a parcel of this school that is not delivered yet. Recalling a later revision leaves the delivered one in the other school.
   * @throws NotFoundError
   * @throws ConflictError when it is delivered, refused or over
   */
  recall(id: string): Promise<void>;
  /**
   * Accepts parcels that were offered to this school, all or none.
   * @throws NotFoundError
   * @throws ConflictError when one of them was answered, recalled or has expired meanwhile
   */
  accept(ids: readonly string[]): Promise<void>;
  /**
   * Refuses parcels that were offered to this school, all or none.
   * @param reason for the other school, at most 500 characters
   * @throws NotFoundError, ConflictError as `accept` does
   * @throws InputError when the reason is too long
   */
  refuse(ids: readonly string[], reason: string): Promise<void>;
}

/** A copy that arrives, with the tables of the brick in the school that receives. @unstable */
export interface ReceivedParcel<C> extends Pick<SchoolWork, 'db'> {
  readonly from: ParcelSchool;
  /** A pupil of the school that receives. */
  readonly pupilId: string;
  readonly key: string;
  /** 1, and one more each time that the content under this key is delivered again. */
  readonly revision: number;
  readonly content: C;
  readonly until: Date;
}

/** @unstable */
export interface ReceiveOptions<S extends ZodType = ZodType> {
  /** The schema of the content. It must also read older shapes: a copy offered in June is delivered by September's version. */
  readonly content: S;
}

/**
 * Writes a copy, in one transaction with the end of the parcel. Write an upsert by pupil, school of origin and key: a later revision
 * replaces the row. When the function throws, the parcel waits and is tried again, and other parcels are delivered.
 * @unstable
 */
export type ReceiveParcel<C> = (parcel: ReceivedParcel<C>) => Promise<void>;

/** Registers how a brick of kind `feature` receives copies from other schools. @unstable */
export interface BrickHandOver {
  /**
   * @example
   * `handOver.receive({ content: z.object({ text: z.string() }) }, async ({ db, from, pupilId, key, content }) => writeCopy(db, { pupilId, from: from.uai, key, ...content }));`
   */
  receive<S extends ZodType>(options: ReceiveOptions<S>, receive: ReceiveParcel<z.output<S>>): void;
}
