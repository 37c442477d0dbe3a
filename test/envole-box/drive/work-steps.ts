// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

import { Visits, type Fields } from '../week/visits.js';
import { DRIVE, type DriveSteps } from './drive-steps.js';
import { inventedFile, type FileSheet } from './invented-file.js';

/** A work as its form asks for it. Days are those of the school, as 2026-11-26. */
export interface WorkSheet {
  readonly by: string;
  readonly className: string;
  readonly title: string;
  readonly text: string;
  /** `class`, or `level:` with a level; the whole class by default. */
  readonly audience?: string;
  readonly read?: readonly FileSheet[];
  readonly fill?: readonly FileSheet[];
  readonly visibleOn?: string;
  /** The day on which the work is due; without it, there is nothing to hand in. */
  readonly dueOn?: string;
  readonly dueAt?: string;
  /** Whether the work stays with its teacher. */
  readonly isDraft?: boolean;
}

/** The files and the note that a pupil hands in. */
export interface Handed {
  readonly files?: readonly FileSheet[];
  readonly word?: string;
}

export interface Answer {
  readonly answer: string;
  readonly next: 'corrected' | 'again';
  readonly files?: readonly FileSheet[];
  /** Whether the answer waits until everything that is ready goes back. */
  readonly isKept?: boolean;
}

/** Steps of people of the sample with works of one school, through the pages of the host. */
export class WorkSteps {
  readonly #drive: DriveSteps;
  readonly #visits: Visits;

  constructor({ host, url }: { readonly host: Host; readonly url: string }, drive: DriveSteps) {
    this.#drive = drive;
    this.#visits = new Visits(host, url);
  }

  /** Hands a work out, or keeps it as a draft. @returns its id */
  async handOut(sheet: WorkSheet): Promise<string> {
    const { by, className, read = [], fill = [], isDraft = false } = sheet;
    const teacher = await this.#drive.person(by);
    const fields = workFields(sheet);
    const newWork = this.#path(`/groups/${await this.#drive.group(className)}/works/new`);
    const edit = await this.#visits.send(teacher, newWork, [...fields, ['do', 'keep']]);
    const work = edit.replace(/\/edit$/, '');
    for (const [use, files] of [
      ['read', read],
      ['fill', fill],
    ] as const) {
      if (files.length > 0) await this.#visits.attach(teacher, `${work}/files/${use}`, files.map(inventedFile));
    }
    const given: Fields = [...fields, ['do', 'handOut']];
    if (!isDraft) await this.#visits.submit(teacher, await this.#visits.open(teacher, edit), edit, given);
    return work.slice(work.lastIndexOf('/') + 1);
  }

  /** Begins a work, as the pupil. */
  async start(workId: string, pupil: string): Promise<void> {
    await this.#act(pupil, await this.#part(workId, pupil), [['action', 'start']]);
  }

  /** Hands in, as the pupil, a work that is begun. */
  async handIn(workId: string, pupil: string, { files = [], word = '' }: Handed): Promise<void> {
    const part = await this.#part(workId, pupil);
    const by = await this.#drive.person(pupil);
    if (files.length > 0) await this.#visits.attach(by, `${part}/files`, files.map(inventedFile));
    await this.#act(pupil, part, [
      ['action', 'handIn'],
      ['word', word],
    ]);
  }

  /** Gives back to one pupil, or keeps what goes back. */
  async giveBack(workId: string, by: string, pupil: string, sheet: Answer): Promise<void> {
    const { answer, next, files = [], isKept = false } = sheet;
    const part = await this.#part(workId, pupil);
    const teacher = await this.#drive.person(by);
    if (files.length > 0) await this.#visits.attach(teacher, `${part}/returned`, files.map(inventedFile));
    const page = await this.#visits.open(teacher, part);
    await this.#visits.submit(teacher, page, `${part}/give-back`, [
      ['answer', answer],
      ['next', next],
      ['do', isKept ? 'keep' : 'give'],
    ]);
  }

  /** Reminds the pupils who have not handed in yet. */
  async remind(workId: string, by: string): Promise<void> {
    await this.#act(by, this.#path(`/works/${workId}`), [['do', 'remind']]);
  }

  /** The address of a pupil's part, below that of the host. */
  async #part(workId: string, pupil: string): Promise<string> {
    return this.#path(`/works/${workId}/pupils/${await this.#drive.person(pupil)}`);
  }

  async #act(login: string, path: string, fields: Fields): Promise<void> {
    await this.#visits.send(await this.#drive.person(login), path, fields);
  }

  #path(path: string): string {
    return `/s/${this.#drive.uai}/${DRIVE}${path}`;
  }
}

function workFields({ title, text, audience = 'class', visibleOn = '', dueOn, dueAt = '16:00' }: WorkSheet): Fields {
  const collected: Fields =
    dueOn === undefined
      ? []
      : [
          ['collects', 'true'],
          ['dueOn', dueOn],
          ['dueAt', dueAt],
          ['late', 'true'],
        ];
  return [['title', title], ['text', text], ['for', audience], ['visibleOn', visibleOn], ...collected];
}
