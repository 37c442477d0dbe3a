// SPDX-License-Identifier: EUPL-1.2
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { PersonalDataServices } from './personal-data-services.js';
import { PersonRow } from '../directory/person.entity.js';
import { asError } from '../../infra/util/as-error.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { heldIn } from '../bricks/held-in.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { countLeavers, findDue, isStillDue, schoolsEver, type Delay } from './find-leavers.js';
import { forgetPersons, forgetReadings } from './forget-persons.js';
import { keepingBricks, silentBricks } from './held-data.js';
import { leftoverBricks } from './leftover-bricks.js';
import { sourceKeysOf } from './source-keys.js';

export interface ErasureReport {
  /** Ids of those who are erased, or would be. */
  readonly persons: readonly string[];
  /** Who stays, since a brick could not erase him; asked again the next time. */
  readonly kept: readonly KeptPerson[];
  /** Ids of those whom a sync brought back while bricks erased what they kept: that is gone, and the account stays. */
  readonly returned: readonly string[];
  /** Bricks with tables that the settings do not name: what they hold of these persons stays. */
  readonly leftovers: readonly string[];
}

export interface KeptPerson {
  readonly person: string;
  readonly brick: string;
  /** Where; null when it could not be asked at all. */
  readonly uai: string | null;
  readonly reason: string;
}

type Context = Pick<
  PersonalDataServices,
  'settings' | 'clock' | 'log' | 'database' | 'auditTrail' | 'bricks' | 'storage' | 'limits'
>;

/** Ids that are read at a time. */
const BATCH = 100;

/** Who has left, and is erased when his delay is over (arrêté of 30-11-2006, art. 6). */
export class LeaverService {
  readonly #context: Context;
  #erased = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Persons erased by this process. */
  get erased(): number {
    return this.#erased;
  }

  /** How many have left, and of them, how many are to be erased now. */
  count(): Promise<{ left: number; due: number }> {
    return this.#run((manager) => countLeavers(manager, this.#delay()));
  }

  /** What `erase` would begin with. */
  async plan(): Promise<ErasureReport> {
    const persons: string[] = [];
    for await (const batch of this.#batches()) persons.push(...batch);
    const kept = silentBricks(this.#context).flatMap(({ id, cause }) =>
      persons.map((person) => ({ person, brick: id, uai: null, reason: cause })),
    );
    return { persons: kept.length > 0 ? [] : persons, kept, returned: [], leftovers: await this.#leftovers() };
  }

  /**
   * Person by person: has every brick erase what it keeps of him whose delay is over, then forgets him. The plans of syncs that are
   * as old are forgotten last. A brick that fails keeps a person from being forgotten, and neither the other bricks nor the other
   * persons.
   * @param actor a person's id, `cli` or `clock`
   */
  async erase(actor: string, signal?: AbortSignal): Promise<ErasureReport> {
    const persons: string[] = [];
    const kept: KeptPerson[] = [];
    const returned: string[] = [];
    const { left } = this.#delay();
    for await (const batch of this.#batches()) {
      for (const person of batch) {
        signal?.throwIfAborted();
        // Those before him took their time, and a sync may have brought him back.
        if (!(await this.#run((manager) => isStillDue(manager, this.#delay(), person)))) continue;
        const failures = await this.#eraseInBricks(person);
        kept.push(...failures);
        if (failures.length > 0) continue;
        if (await this.#forget(person, actor)) persons.push(person);
        else returned.push(person);
      }
    }
    await this.#run((manager) => forgetReadings(manager, left));
    return { persons, kept, returned, leftovers: await this.#leftovers() };
  }

  async #eraseInBricks(person: string): Promise<KeptPerson[]> {
    const { limits, log } = this.#context;
    const failures: KeptPerson[] = silentBricks(this.#context).map(({ id, cause }) => {
      return { person, brick: id, uai: null, reason: cause };
    });
    const schools = await this.#run((manager) => schoolsEver(manager, person));
    const sourceKeys = await this.#run((manager) => sourceKeysOf(manager, person));
    for (const brick of keepingBricks(this.#context)) {
      for (const uai of schools) {
        try {
          const held = { ...heldIn(this.#context, brick, uai), personId: person, sourceKeys };
          await withTimeout(limits.personalData, async () => brick.personalData.erasePerson(held));
        } catch (error) {
          log.error({ brick: brick.id, uai, person, err: asError(error) }, 'a person could not be erased in a brick');
          failures.push({ person, brick: brick.id, uai, reason: errorMessage(error) });
        }
      }
    }
    return failures;
  }

  /**
   * In one transaction with asking once more: who came back while his bricks erased keeps his account, and what they erased is gone.
   * The trail tells either.
   * @returns whether he is forgotten
   */
  async #forget(person: string, actor: string): Promise<boolean> {
    const { auditTrail, database } = this.#context;
    const delay = this.#delay();
    const forgotten = await database.unitOfWork.transaction(async (manager) => {
      // Held first, by an update that changes nothing: on MariaDB a sync that revives him waits, or came before.
      const held = { id: person, disabledAt: LessThanOrEqual(delay.left) };
      await manager.update(PersonRow, held, { createdAt: () => 'createdAt' });
      const due = await isStillDue(manager, delay, person);
      const [action, subject] = due ? ['core.person.erase', { persons: [person] }] : ['core.person.empty', { person }];
      await auditTrail.record({ actor, uai: null, action, subject }, async () => {
        if (due) await forgetPersons(manager, [person]);
      });
      return due;
    });
    if (forgotten) this.#erased += 1;
    return forgotten;
  }

  async *#batches(): AsyncGenerator<string[]> {
    const delay = this.#delay();
    for (let after = ''; ;) {
      const batch = await this.#run((manager) => findDue(manager, delay, { after, most: BATCH }));
      const last = batch.at(-1);
      if (last === undefined) return;
      yield batch;
      after = last;
    }
  }

  #delay(): Delay {
    const now = this.#context.clock.now();
    return { now, left: new Date(now.getTime() - this.#context.settings.people.eraseAfter) };
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
