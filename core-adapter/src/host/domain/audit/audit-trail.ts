// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import { newId } from '../../infra/database/new-id.js';
import type { TransactionOptions, UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AuditLine } from './audit-line.entity.js';

export interface AuditedAction {
  readonly actor: string;
  readonly uai: string | null;
  readonly action: string;
  readonly subject: Record<string, unknown>;
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
  async record<R>(audited: AuditedAction, work: () => Promise<R>, options?: TransactionOptions): Promise<R> {
    try {
      return await this.unitOfWork.transaction(async () => {
        const result = await work();
        await this.#write(audited, 'done');
        return result;
      }, options);
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
