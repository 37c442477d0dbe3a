// SPDX-License-Identifier: EUPL-1.2
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { PersonalDataServices } from './personal-data-services.js';
import { PersonRow } from '../directory/person.entity.js';
import { endParcels, forgetParcelsOfNobody } from '../hand-over/end-parcels.js';
import { asError } from '../../infra/util/as-error.js';
import { errorText } from '../../infra/util/error-text.js';
import { brickDataIn } from '../bricks/brick-data-in.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { countLeavers, findDue, isStillDue, schoolsEver, type Delay } from './find-leavers.js';
import { forgetPersons, forgetReadings } from './forget-persons.js';
import { bricksWithPersonalData, failedBricksWithPersonalData } from './bricks-with-personal-data.js';
import { leftoverBricks } from './leftover-bricks.js';
import { sourceKeysOf } from './source-keys.js';
import { leftUntil } from '../directory/summer-leavers.js';

export interface ErasureReport {
  /** Ids of the people who were erased, or would be. */
  readonly persons: readonly string[];
  /** People who stay because a brick could not erase their data; the next run tries again. */
  readonly kept: readonly KeptPerson[];
  /** Ids of people that a sync brought back during the erasure: their data in bricks is gone, their account stays. */
  readonly returned: readonly string[];
  /** Bricks with tables that are missing from the settings: their data about these people stays. */
  readonly leftovers: readonly string[];
}

export interface KeptPerson {
  readonly person: string;
  readonly brick: string;
  /** The school; null when the brick could not be asked at all. */
  readonly uai: string | null;
  readonly reason: string;
}

export interface ErasureOptions {
  readonly signal?: AbortSignal;
  /** Counts the delay of departures in summer from the departure: see `leftUntil`. */
  readonly withSummer?: boolean;
}

type Context = Pick<
  PersonalDataServices,
  'settings' | 'clock' | 'log' | 'database' | 'auditTrail' | 'sessions' | 'bricks' | 'storage' | 'limits'
>;

/** The number of ids in one query. */
const BATCH = 100;

/** Erases people who have left, once their delay is over (arrêté of 30-11-2006, art. 6). */
export class LeaverService {
  readonly #context: Context;
  #erased = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Number of people erased by this process. */
  get erased(): number {
    return this.#erased;
  }

  /** The number of people who have left, and the number of those to be erased now. */
  count(): Promise<{ left: number; due: number }> {
    return this.#run((manager) => countLeavers(manager, this.#delay()));
  }

  /** A dry run: the report that `erase` would start from. */
  async plan({ withSummer }: ErasureOptions = {}): Promise<ErasureReport> {
    const persons: string[] = [];
    for await (const batch of this.#batches(withSummer)) persons.push(...batch);
    const kept = failedBricksWithPersonalData(this.#context).flatMap(({ id, cause }) =>
      persons.map((person) => ({ person, brick: id, uai: null, reason: cause })),
    );
    return { persons: kept.length > 0 ? [] : persons, kept, returned: [], leftovers: await this.#leftovers() };
  }

  /**
   * Erases due people one by one: every brick first, then the host. A failing brick keeps that person from being erased, but not other
   * people or other bricks. Deletes sync plans of the same age last.
   * @param actor a person's id, `cli` or `clock`
   */
  async erase(actor: string, { signal, withSummer }: ErasureOptions = {}): Promise<ErasureReport> {
    const persons: string[] = [];
    const kept: KeptPerson[] = [];
    const returned: string[] = [];
    const { left, now } = this.#delay(withSummer);
    await this.#context.database.unitOfWork.transaction((manager) => endParcels(manager, now));
    for await (const batch of this.#batches(withSummer)) {
      for (const person of batch) {
        signal?.throwIfAborted();
        // A sync may have brought the person back while others were being erased.
        if (!(await this.#run((manager) => isStillDue(manager, this.#delay(withSummer), person)))) continue;
        const failures = await this.#eraseInBricks(person);
        kept.push(...failures);
        if (failures.length > 0) continue;
        if (await this.#forget(person, actor, this.#delay(withSummer))) persons.push(person);
        else returned.push(person);
      }
    }
    await this.#run((manager) => forgetReadings(manager, left));
    await this.#context.database.unitOfWork.transaction(forgetParcelsOfNobody);
    await this.#context.database.unitOfWork.emptyLog();
    return { persons, kept, returned, leftovers: await this.#leftovers() };
  }

  async #eraseInBricks(person: string): Promise<KeptPerson[]> {
    const { limits, log } = this.#context;
    const failures: KeptPerson[] = failedBricksWithPersonalData(this.#context).map(({ id, cause }) => {
      return { person, brick: id, uai: null, reason: cause };
    });
    const schools = await this.#run((manager) => schoolsEver(manager, person));
    const sourceKeys = await this.#run((manager) => sourceKeysOf(manager, person));
    for (const brick of bricksWithPersonalData(this.#context)) {
      for (const uai of schools) {
        try {
          const held = { ...brickDataIn(this.#context, brick, uai), personId: person, sourceKeys };
          await withTimeout(limits.personalData, async () => brick.personalData.erasePerson(held));
        } catch (error) {
          log.error({ brick: brick.id, uai, person, err: asError(error) }, 'a person could not be erased in a brick');
          failures.push({ person, brick: brick.id, uai, reason: errorText(error) });
        }
      }
    }
    return failures;
  }

  /**
   * Checks the delay again in the transaction of the deletion: a person who came back meanwhile keeps their account, but not their data in
   * bricks. Both outcomes are audited.
   * @returns whether the person is erased
   */
  async #forget(person: string, actor: string, delay: Delay): Promise<boolean> {
    const { auditTrail, database, sessions } = this.#context;
    const forgotten = await database.unitOfWork.transaction(async (manager) => {
      // Locks the person by an update that changes nothing: on MariaDB a sync that revives the person waits, or has come before.
      const held = { id: person, disabledAt: LessThanOrEqual(delay.left) };
      await manager.update(PersonRow, held, { createdAt: () => 'createdAt' });
      const due = await isStillDue(manager, delay, person);
      const [action, subject] = due ? ['core.person.erase', { persons: [person] }] : ['core.person.empty', { person }];
      if (due) {
        await sessions.endSessions({ persons: [person] }, 'erased');
        await forgetPersons(manager, [person]);
      }
      await auditTrail.note({ actor, uai: null, action, subject });
      return due;
    });
    if (forgotten) this.#erased += 1;
    return forgotten;
  }

  async *#batches(withSummer?: boolean): AsyncGenerator<string[]> {
    const delay = this.#delay(withSummer);
    for (let after = ''; ;) {
      const batch = await this.#run((manager) => findDue(manager, delay, { after, most: BATCH }));
      const last = batch.at(-1);
      if (last === undefined) return;
      yield batch;
      after = last;
    }
  }

  #delay(withSummer = false): Delay {
    const { clock, settings } = this.#context;
    const now = clock.now();
    const { eraseAfter } = settings.people;
    return { now, left: withSummer ? new Date(now.getTime() - eraseAfter) : leftUntil(now, eraseAfter) };
  }

  #leftovers(): Promise<string[]> {
    const { database, bricks } = this.#context;
    return leftoverBricks(
      database,
      bricks.map(({ id }) => id),
    );
  }

  #run<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    return this.#context.database.unitOfWork.run(work);
  }
}
