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

/** Writes the trace of actions that must have an outcome. */
export class AuditTrail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Runs the action; its trace commits with it. When it fails, its rows go and a line says that it failed. */
  async record<R>(audited: AuditedAction, work: () => Promise<R>, options?: TransactionOptions): Promise<R> {
    try {
      return await this.unitOfWork.transaction(async () => {
        const result = await work();
        await this.#write(audited, 'done');
        return result;
      }, options);
    } catch (error) {
      // Where even this line cannot be written, the action's own error is still the one to tell.
      await this.#write(audited, 'failed').catch(() => undefined);
      throw error;
    }
  }

  async #write(audited: AuditedAction, outcome: AuditLine['outcome']): Promise<void> {
    const line = { ...audited, id: newId(), at: this.clock.now(), outcome };
    await this.unitOfWork.run((manager) => manager.insert(AuditLine, line));
  }
}
