// SPDX-License-Identifier: EUPL-1.2
import type { Audited, AuditSubject } from '../../../api/audit.js';
import type { Clock } from '../../../api/log.js';
import { newId } from '../../infra/database/new-id.js';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import type { TransactionOptions, UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AuditLine } from './audit-line.entity.js';

/** An action and its subject: before the work, the subject that was asked; after it, the subject of the line. */
export interface AuditedAction {
  readonly actor: string;
  readonly uai: string | null;
  readonly action: string;
  readonly subject: AuditSubject;
}

export interface RecordOptions extends TransactionOptions {
  /**
   * The number of times that the work is done before a CollisionError fails it; 1 by default. Each time, the work reads all its data again.
   */
  readonly attempts?: number;
}

/** Records audited actions and their outcomes. */
export class AuditTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the work and writes its line in the same transaction, with the subject that the work answers: see ADR 0057. When the work fails,
   * its rows are rolled back, and the line records the failure with the subject that was asked.
   */
  async record<R>(
    asked: AuditedAction,
    work: () => Promise<Audited<R>>,
    { attempts = 1, ...options }: RecordOptions = {},
  ): Promise<R> {
    const attempt = (): Promise<R> =>
      this.unitOfWork.transaction(async () => {
        const { subject, result } = subjectNamed(asked, await work());
        if (subject !== null) await this.#write({ ...asked, subject }, 'done');
        return result;
      }, options);
    try {
      return await retryCollisions(attempts, attempt);
    } catch (error) {
      // If this line cannot be written either, the error of the action is still the one to throw.
      await this.#write(asked, 'failed').catch(() => undefined);
      throw error;
    }
  }

  /** Writes the line of an action that needs no work, or that was done before in the same transaction. */
  note(done: AuditedAction): Promise<void> {
    return this.#write(done, 'done');
  }

  async #write(audited: AuditedAction, outcome: AuditLine['outcome']): Promise<void> {
    const line = { ...audited, id: newId(), at: this.clock.now(), outcome };
    await this.unitOfWork.run((manager) => manager.insert(AuditLine, line));
  }
}

/** Checks the answer of the work: no compiler checks bricks in plain JavaScript. @throws TypeError for an answer without a subject */
function subjectNamed<R>({ action }: AuditedAction, answer: Partial<Audited<R>> | undefined): Audited<R> {
  if (answer?.subject !== undefined) return answer as Audited<R>;
  throw new TypeError(
    `The work of "${action}" answers no { subject, result }; a subject of null writes no audit line.`,
  );
}
