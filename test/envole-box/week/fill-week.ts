// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

import { SchoolDays } from './school-days.js';
import type { Recipients, Step } from './step.js';
import { StoredMessages } from './stored-messages.js';
import { Visits, type Fields } from './visits.js';
import { WEEKS } from './weeks.js';

/** The brick that the week uses. */
const BRICK = 'messaging';

export interface WeekOptions {
  /** A host that listens, with people and bricks as they were when the week began; its jobs are not started yet. */
  readonly host: Host;
  readonly url: string;
  /** The clock of the host. It is moved through the week, and stands at `now` in the end. */
  readonly clock: { set(now: Date): void };
  readonly now: Date;
}

/** The instant, early in the morning, at which the week before `now` begins. */
export function beginningOfWeek(now: Date): Date {
  return new SchoolDays(now).instant(Math.max(...WEEKS.flatMap(({ steps }) => steps.map(({ day }) => day))), '06:00');
}

/**
 * Lets the persons of the sample write to each other for a week, through the pages and jobs of the host.
 * @returns the number of messages; 0 when the brick is not there
 * @throws Error with the step that was refused
 */
export async function fillWeek(options: WeekOptions): Promise<number> {
  const { host, clock, now } = options;
  if (!host.bricks.some(({ id, state }) => id === BRICK && state === 'ready')) return 0;
  const week = new Week(options);
  try {
    for (const { at, uai, step } of inOrder(new SchoolDays(now), now)) {
      clock.set(at);
      if (step) await week.take(uai, step);
      if (!step || !('read' in step)) await host.jobs.runDue();
    }
  } finally {
    clock.set(now);
  }
  await host.jobs.runDue();
  return week.messages;
}

interface Moment {
  readonly at: Date;
  readonly uai: string;
  /** Absent in the mornings, when what waited at night arrives. */
  readonly step?: Step;
}

const MORNING = '07:00';

/** The steps of all schools up to now and the mornings, the oldest first. */
function inOrder(days: SchoolDays, now: Date): Moment[] {
  const planned = WEEKS.flatMap(({ uai, steps }) => steps.map((step) => ({ uai, step })));
  const steps = planned.filter(({ step: { day } }) => day > 0 || days.isToday);
  const mornings = [...new Set(steps.map(({ step }) => step.day)), 0];
  const moments = [
    ...mornings.map((day) => ({ at: days.instant(day, MORNING), uai: '' })),
    ...steps.map(({ uai, step }) => ({ at: days.instant(step.day, step.at), uai, step: writtenOut(step, days) })),
  ];
  return moments.filter(({ at }) => at < now).sort((one, other) => one.at.getTime() - other.at.getTime());
}

function writtenOut(step: Step, days: SchoolDays): Step {
  const out = (text: string): string => days.writeOut(text, step.day);
  if ('replyTo' in step) return { ...step, body: out(step.body) };
  return 'write' in step ? { ...step, subject: out(step.subject), body: out(step.body) } : step;
}

/** Takes the steps of a week, and remembers the messages by their keys. */
class Week {
  readonly #host: Host;
  readonly #visits: Visits;
  readonly #stored: StoredMessages;
  readonly #ids = new Map<string, string>();

  constructor({ host, url }: WeekOptions) {
    this.#host = host;
    this.#visits = new Visits(host, url);
    this.#stored = new StoredMessages(host);
  }

  get messages(): number {
    return this.#ids.size;
  }

  async take(uai: string, step: Step): Promise<void> {
    const base = `/s/${uai}/${BRICK}`;
    const by = await this.#person(step.by);
    if ('read' in step) {
      for (const login of [step.by, ...(step.and ?? [])]) await this.#open(base, step.read, await this.#person(login));
    } else if ('accept' in step) {
      await this.#decide(base, step.accept, by, 'accept', []);
    } else if ('refuse' in step) {
      const fields = [['reason', 'own-words'] as const, ['word', step.word] as const];
      await this.#decide(base, step.refuse, by, 'refuse', fields);
    } else {
      if ('replyTo' in step) await this.#reply(base, step.replyTo, by, step.body);
      else await this.#write(base, by, await this.#recipients(uai, step.to), step);
      this.#ids.set(step.write, await this.#stored.newestBy(by));
    }
  }

  async #write(
    base: string,
    by: string,
    recipients: Fields,
    { subject, body }: { readonly subject: string; readonly body: string },
  ): Promise<void> {
    await this.#visits.send(by, `${base}/write`, [...recipients, ['subject', subject], ['body', body]]);
  }

  async #reply(base: string, to: string, by: string, body: string): Promise<void> {
    const { path, page } = await this.#open(base, to, by);
    await this.#visits.submit(by, page, `${path}/reply`, [['body', body]]);
  }

  async #open(base: string, key: string, by: string): Promise<{ readonly path: string; readonly page: string }> {
    const path = `${base}/copies/${await this.#stored.copyOf(this.#idOf(key), by)}`;
    return { path, page: await this.#visits.open(by, path) };
  }

  async #decide(base: string, key: string, by: string, decision: string, fields: Fields): Promise<void> {
    const page = await this.#visits.open(by, `${base}/reviews`);
    const review = await this.#stored.reviewOf(this.#idOf(key));
    await this.#visits.submit(by, page, `${base}/reviews/${review}`, [['do', decision], ...fields]);
  }

  /** The fields by which the form for a new message names its recipients. */
  async #recipients(uai: string, to: Recipients): Promise<Fields> {
    const groups = new Map((await this.#host.directory.currentGroups(uai)).map(({ id, name }) => [name, id]));
    const ofGroups = (field: string, names: readonly string[] = []): Fields =>
      names.map((name) => [field, groups.get(name) ?? name] as const);
    const persons = await Promise.all((to.persons ?? []).map((login) => this.#person(login)));
    return [
      ...ofGroups('toPupilsOf', to.pupilsOf),
      ...ofGroups('toGuardiansOf', to.guardiansOf),
      ...ofGroups('toTeamOf', to.teamOf),
      ...(to.everyone ?? []).map((profile) => ['toEveryone', profile] as const),
      ...persons.map((id) => ['toPerson', id] as const),
    ];
  }

  async #person(login: string): Promise<string> {
    const person = await this.#host.directory.personByLogin('ldap', login);
    if (!person) throw new Error(`The sample has nobody called ${login}.`);
    return person.id;
  }

  #idOf(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`The week has no message "${key}" yet.`);
    return id;
  }
}
