// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import { newId } from '../../infra/database/new-id.js';
import { CollisionError, type TransactionOptions, type UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AuditLine } from './audit-line.entity.js';

export interface AuditedAction {
  readonly actor: string;
  readonly uai: string | null;
  readonly action: string;
  readonly subject: Record<string, unknown>;
}

export interface RecordOptions extends TransactionOptions {
  /** How often the work is done before a CollisionError fails it; once by default. Each time it reads all that it needs. */
  readonly attempts?: number;
}

/** Records audited actions and their outcomes. */
export class AuditTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the action and writes its line in the same transaction. When the action fails, its rows are rolled back and a line records the
   * failure.
   */
  async record<R>(
    audited: AuditedAction,
    work: () => Promise<R>,
    { attempts = 1, ...options }: RecordOptions = {},
  ): Promise<R> {
    const attempt = (): Promise<R> =>
      this.unitOfWork.transaction(async () => {
        const result = await work();
        await this.#write(audited, 'done');
        return result;
      }, options);
    try {
      for (let left = attempts; left > 1; left -= 1) {
        try {
          return await attempt();
        } catch (error) {
          if (!(error instanceof CollisionError)) throw error;
        }
      }
      return await attempt();
    } catch (error) {
      // If this line cannot be written either, the error of the action is still the one to throw.
      await this.#write(audited, 'failed').catch(() => undefined);
      throw error;
    }
  }

  async #write(audited: AuditedAction, outcome: AuditLine['outcome']): Promise<void> {
    const line = { ...audited, id: newId(), at: this.clock.now(), outcome };
    await this.unitOfWork.run((manager) => manager.insert(AuditLine, line));
  }
}
