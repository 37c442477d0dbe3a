// SPDX-License-Identifier: EUPL-1.2
import type { LoginOutcome } from '../../domain/sessions/login-counts.js';

/** The maximum number of refused tickets of one attempt. A browser stops earlier; a replayed cookie stops here. */
const MOST_REFUSED_TICKETS = 5;
/** The maximum number of attempts in memory, a few megabytes. Forgetting one only lets its cookie show tickets again. */
const MOST_ATTEMPTS = 20_000;

interface Entry {
  readonly refusals: number;
  /** The result of the attempt, once it is over. */
  readonly outcome?: LoginOutcome;
}

/**
 * The login attempts that this process knows, by id (ADR 0029). They are kept in memory and not in the cookie, which can be replayed
 * until it expires.
 */
export class AttemptLedger {
  readonly #underway = new Map<string, Promise<void>>();
  /** In the order of their last change. */
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly most = MOST_ATTEMPTS) {}

  /**
   * Runs `judge`, which shows a ticket to the SSO, unless the attempt is over or another ticket of it is being judged.
   * @returns false when it did not run; then the other ticket has been judged meanwhile
   */
  async judgeAlone(id: string, judge: () => Promise<void>): Promise<boolean> {
    const other = this.#underway.get(id);
    if (other) {
      await other;
      return false;
    }
    if (this.outcomeOf(id)) return false;
    const judged = judge().finally(() => this.#underway.delete(id));
    this.#underway.set(
      id,
      judged.catch(() => undefined),
    );
    await judged;
    return true;
  }

  hadRefusal(id: string): boolean {
    return (this.#entries.get(id)?.refusals ?? 0) > 0;
  }

  outcomeOf(id: string): LoginOutcome | undefined {
    return this.#entries.get(id)?.outcome;
  }

  noteRefusal(id: string): void {
    const refusals = (this.#entries.get(id)?.refusals ?? 0) + 1;
    this.#keep(id, refusals < MOST_REFUSED_TICKETS ? { refusals } : { refusals, outcome: 'refused' });
  }

  end(id: string, outcome: LoginOutcome): void {
    this.#keep(id, { refusals: this.#entries.get(id)?.refusals ?? 0, outcome });
  }

  #keep(id: string, entry: Entry): void {
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.most && oldest !== undefined) this.#entries.delete(oldest);
  }
}
