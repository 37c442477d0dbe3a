// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import type { Recipients, Reply, Step, When, Write } from './step.js';
import { smallPdf } from './small-pdf.js';
import { personCalled, storedId } from '../story-options.js';
import { Visits, type Fields } from './visits.js';

/** Ids of what the week has written so far, by which addresses name it. Only ids are read here: all else goes through pages. */
class StoredMessages {
  readonly #host: Pick<Host, 'database'>;

  constructor(host: Pick<Host, 'database'>) {
    this.#host = host;
  }

  /** The message that a person has just written. */
  newestBy(authorId: string): Promise<string> {
    return storedId(
      this.#host,
      'SELECT id FROM messaging_message WHERE authorId = ? ORDER BY sentAt DESC LIMIT 1',
      authorId,
    );
  }

  /** The copy of a message that a person has. */
  copyOf(messageId: string, ownerId: string): Promise<string> {
    return storedId(
      this.#host,
      'SELECT id FROM messaging_copy WHERE messageId = ? AND ownerId = ?',
      messageId,
      ownerId,
    );
  }

  /** The review in which a message waits. */
  reviewOf(messageId: string): Promise<string> {
    return storedId(this.#host, 'SELECT id FROM messaging_review WHERE messageId = ?', messageId);
  }

  reportOf(messageId: string): Promise<string> {
    return storedId(this.#host, 'SELECT id FROM messaging_report WHERE messageId = ?', messageId);
  }
}

/** The brick that the week uses. */
export const BRICK = 'messaging';

/** Takes the steps of a week, and remembers the messages by their keys. */
export class Week {
  readonly #host: Host;
  readonly #visits: Visits;
  readonly #stored: StoredMessages;
  readonly #ids = new Map<string, string>();

  constructor({ host, url }: { readonly host: Host; readonly url: string }) {
    this.#host = host;
    this.#visits = new Visits(host, url);
    this.#stored = new StoredMessages(host);
  }

  /** The address, below that of the brick, of a message as somebody has it. */
  async copyPath(key: string, login: string): Promise<string> {
    return `/copies/${await this.#copyOf(key, login)}`;
  }

  /** The address of a draft of its author. */
  async draftPath(key: string, login: string): Promise<string> {
    return `/drafts/${await this.#copyOf(key, login)}`;
  }

  /** The address at which the head reads the report of a message. */
  async reportPath(key: string): Promise<string> {
    return `/reports/${await this.#stored.reportOf(this.#idOf(key))}`;
  }

  /** The address of a new message to these recipients. */
  async writePath(uai: string, to: Recipients): Promise<string> {
    const fields = (await this.#recipients(uai, to)).map(([name, value]) => [name, value]);
    return `/write?${new URLSearchParams(fields).toString()}`;
  }

  /** Stops the messages of pupils, as the head of the school. @param until a day, as 2026-11-27 */
  async pausePupils(uai: string, head: string, reason: string, until: string): Promise<void> {
    const [rules, by] = [`/s/${uai}/${BRICK}/rules`, await this.#person(head)];
    await this.#visits.submit(by, await this.#visits.open(by, rules), `${rules}/pause`, [
      ['profile', 'pupil'],
      ['reason', reason],
      ['untilDay', until],
      ['untilTime', '18:00'],
    ]);
  }

  async take(uai: string, step: Step): Promise<void> {
    const base = `/s/${uai}/${BRICK}`;
    const by = await this.#person(step.by);
    if ('read' in step) {
      for (const login of [step.by, ...(step.and ?? [])]) {
        await this.#visits.open(await this.#person(login), base + (await this.copyPath(step.read, login)));
      }
    } else if ('accept' in step) {
      await this.#decide(base, step.accept, by, [['do', 'accept']]);
    } else if ('refuse' in step) {
      await this.#decide(base, step.refuse, by, [
        ['do', 'refuse'],
        ['reason', 'own-words'],
        ['word', step.word],
      ]);
    } else if ('archive' in step) {
      await this.#visits.send(by, `${base}${await this.copyPath(step.archive, step.by)}/move`, [['to', 'archive']]);
    } else if ('report' in step) {
      const fields = [['reason', step.because]] as const;
      await this.#visits.send(by, `${base}${await this.copyPath(step.report, step.by)}/report`, fields);
    } else {
      await this.#write(uai, base, by, step);
      this.#ids.set(step.write, await this.#stored.newestBy(by));
    }
  }

  async #write(uai: string, base: string, by: string, step: When & (Reply | Write)): Promise<void> {
    const body = ['body', step.body] as const;
    if ('replyTo' in step) {
      const path = base + (await this.copyPath(step.replyTo, step.by));
      await this.#visits.submit(by, await this.#visits.open(by, path), `${path}/reply`, [body]);
    } else {
      const recipients = await this.#recipients(uai, step.to);
      const written = [...recipients, ['subject', step.subject] as const, body];
      if (step.pdf) return this.#writeWithFile(base, by, written, step.pdf);
      await this.#visits.send(by, `${base}/write`, [...written, ['do', step.isDraft ? 'save' : 'send']]);
    }
  }

  /** Attaches files to a draft, which is then sent. */
  async #writeWithFile(
    base: string,
    by: string,
    written: Fields,
    [name, line]: NonNullable<Write['pdf']>,
  ): Promise<void> {
    await this.#visits.send(by, `${base}/write`, [...written, ['do', 'save']]);
    const draft = `${base}/drafts/${await this.#stored.copyOf(await this.#stored.newestBy(by), by)}`;
    await this.#visits.attach(by, `${draft}/files`, [{ name, content: smallPdf(line) }]);
    await this.#visits.submit(by, await this.#visits.open(by, draft), draft, [...written, ['do', 'send']]);
  }

  async #decide(base: string, key: string, by: string, fields: Fields): Promise<void> {
    const page = await this.#visits.open(by, `${base}/reviews`);
    const review = await this.#stored.reviewOf(this.#idOf(key));
    await this.#visits.submit(by, page, `${base}/reviews/${review}`, fields);
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

  async #copyOf(key: string, login: string): Promise<string> {
    return this.#stored.copyOf(this.#idOf(key), await this.#person(login));
  }

  #person(login: string): Promise<string> {
    return personCalled(this.#host, login);
  }

  #idOf(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`The week has no message "${key}" yet.`);
    return id;
  }
}
