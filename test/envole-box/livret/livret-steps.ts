// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { personCalled } from '../story-options.js';
import { Visits, type Fields } from '../week/visits.js';
import { APPRECIATIONS } from './appreciations.js';

/** Most pupils reach the aims, some lines are beyond them and few below, in an order that looks like no order. */
const USUAL = '323233422332323243323232332';

/** The number of terms after which the positions of a pupil hardly change. */
const LAST_RISE = 3;

/** The brick that the steps use. */
export const LIVRET = 'livret-bridge';

/** A class in one period, as the page of its teacher calls it. */
export interface ClassPeriod {
  readonly uai: string;
  readonly className: string;
  readonly period: number;
  /** The login of a teacher of the class. */
  readonly teacher: string;
}

export interface Filling {
  /** Pupils with gaps in their bilans, by their number in the class from 0; none by default. */
  readonly gaps?: readonly number[];
  /** The number of the period, counted over the years, so that positions continue from those before. */
  readonly term: number;
}

/** One row of a grid: a bilan, and the positions that it has. */
interface GridForm {
  readonly bilan: string;
  readonly changes: string;
  readonly was: string;
}

/** Steps of people of the sample with their livrets, through the pages and jobs of the host. */
export class LivretSteps {
  readonly #host: Host;
  readonly #visits: Visits;

  constructor(host: Host, url: string) {
    this.#host = host;
    this.#visits = new Visits(host, url);
  }

  async openPeriod(uai: string, head: string, period: number): Promise<void> {
    await this.#send(head, `${base(uai)}/periods`, [['open', String(period)]]);
  }

  /** Fills in a class: positions, and some words about each pupil. */
  async write(at: ClassPeriod, { gaps = [], term }: Filling): Promise<void> {
    const grid = await this.#open(at.teacher, await this.#classPath(at));
    for (const [index, form] of formsOf(grid).entries()) {
      const isWhole = !gaps.includes(index);
      const positions = inventedPositions(form.was.length, index, term).split('');
      const cells = positions.map((value, line) => [String(line), isWhole || line % 6 !== 5 ? value : ''] as const);
      await this.#send(at.teacher, form.changes, [['was', form.was], ...cells]);
      if (isWhole) await this.#writeWords(at.teacher, form.changes, index + term);
    }
  }

  /** Makes what is complete ready, and signs it. */
  async sign(at: ClassPeriod): Promise<void> {
    const path = await this.#classPath(at);
    await this.#send(at.teacher, `${path}/ready`, []);
    await this.#submit(at.teacher, `${path}/sign`, `${path}/sign`);
  }

  /** Takes the signatures of a class back, one bilan after the other. */
  async takeBack(at: ClassPeriod): Promise<void> {
    const grid = await this.#open(at.teacher, await this.#classPath(at));
    const links = [...grid.matchAll(/<a href="([^"]+\/bilans\/[\w-]+)[^"]*"/g)].map(([, path = '']) => path);
    for (const bilan of new Set(links)) await this.#send(at.teacher, `${bilan}/take-back`, []);
  }

  /** The head endorses what is signed. */
  async endorse(uai: string, head: string, period: number): Promise<void> {
    await this.#submit(head, `${base(uai)}/board?period=${period}`, `${base(uai)}/board/visa`);
  }

  /** The head publishes now, and ten minutes pass. */
  async publish(uai: string, head: string, period: number, clock: { set(at: Date): void }): Promise<void> {
    const fields = [['period', String(period)] as const, ['do', 'now'] as const];
    await this.#send(head, `${base(uai)}/board/publish`, fields);
    clock.set(new Date(this.#host.clock.now().getTime() + 10 * 60_000));
    await this.#host.jobs.runDue();
  }

  /** The address of the bilan of a pupil, for their teacher. */
  async bilanOf(at: ClassPeriod, pupilName: string): Promise<string> {
    const grid = await this.#open(at.teacher, await this.#classPath(at));
    const [, path = ''] = new RegExp(`<a href="([^"]+)">${pupilName}</a>`).exec(grid) ?? [];
    return path;
  }

  async confirm(guardian: string, bilan: string): Promise<void> {
    await this.#open(guardian, bilan);
    await this.#send(guardian, `${bilan}/acknowledge`, []);
  }

  async read(login: string, path: string): Promise<void> {
    await this.#open(login, path);
  }

  /** The head chooses a collège for these pupils, and offers their bilans. */
  async handOver(uai: string, head: string, to: string, pupils: readonly string[]): Promise<void> {
    const ticked = await Promise.all(pupils.map(async (login) => ['pupil', await this.#person(login)] as const));
    const path = `${base(uai)}/hand-over`;
    await this.#send(head, path, [['do', 'choose'], ['to', to], ...ticked]);
    await this.#send(head, path, [['do', 'offer'], ['to', to], ...ticked]);
  }

  /** The head of a collège accepts all that is offered. */
  async accept(uai: string, head: string): Promise<void> {
    await this.#submit(head, `${base(uai)}/arrivals`, `${base(uai)}/arrivals`, [
      ['reason', 'later'],
      ['word', ''],
    ]);
    await this.#host.jobs.runDue();
  }

  async #writeWords(teacher: string, changes: string, number: number): Promise<void> {
    const words = APPRECIATIONS[number % APPRECIATIONS.length];
    if (!words) return;
    const by = await this.#person(teacher);
    const path = changes.replace(/\/changes$/, '?subject=general');
    const [, firstName] = /<title>Le bilan (?:d’|de\s)([^<]+?)\s:/.exec(await this.#visits.open(by, path)) ?? [];
    if (firstName === undefined) throw new Error(`The page ${path} does not name the pupil.`);
    const cells: Fields = [
      ['general', words.general],
      ['word', words.word],
      ['text:FRA-RAC', words.french],
      ['text:MAT-RAC', words.mathematics],
    ];
    for (const [cell, text] of cells.filter(([, each]) => each !== '')) {
      const now = text.replaceAll('{prénom}', firstName);
      await this.#visits.save(by, changes, [
        ['cell', cell],
        ['was', ''],
        ['now', now],
      ]);
    }
  }

  async #classPath({ uai, className, period }: ClassPeriod): Promise<string> {
    const group = (await this.#host.directory.currentGroups(uai)).find(({ name }) => name === className);
    if (!group) throw new Error(`The school has no class ${className}.`);
    return `${base(uai)}/classes/${group.id}/${period}`;
  }

  async #open(login: string, path: string): Promise<string> {
    return this.#visits.open(await this.#person(login), path);
  }

  async #send(login: string, path: string, fields: Fields): Promise<void> {
    await this.#visits.send(await this.#person(login), path, fields);
  }

  /** Opens a page and sends its form for an address, with what is ticked. */
  async #submit(login: string, page: string, path: string, fields: Fields = []): Promise<void> {
    const by = await this.#person(login);
    await this.#visits.submit(by, await this.#visits.open(by, page), path, fields);
  }

  #person(login: string): Promise<string> {
    return personCalled(this.#host, login);
  }
}

function base(uai: string): string {
  return `/s/${uai}/${LIVRET}`;
}

/** The forms of the rows of a grid, in their order. */
function formsOf(grid: string): GridForm[] {
  const forms = grid.matchAll(
    /<form id="f\w+" method="post" action="([^"]+)\/changes(?:\?[^"]*)?"[^>]*><input[^>]*name="was" value="([^"]*)"/g,
  );
  const found = [...forms].map(([, bilan = '', was = '']) => ({ bilan, changes: `${bilan}/changes`, was }));
  if (found.length === 0) throw new Error('The page has no row of a grid.');
  return found;
}

/**
 * Positions of a pupil in a term, one character a line. In later terms some lines are one step higher, and now and then one
 * is lower.
 * @param pupil the number of the pupil, from 0
 * @param term from 1
 */
function inventedPositions(lines: number, pupil: number, term: number): string {
  return Array.from({ length: lines }, (_, line) => positionOf(line, pupil, term)).join('');
}

function positionOf(line: number, pupil: number, term: number): string {
  if (term === 1 && line === 11) return 'N'; // history of art begins later in the year
  if (pupil % 7 === 3 && line === (pupil * 5) % 13) return '1';
  const first = Number(USUAL.charAt((line * 4 + pupil * 7) % USUAL.length));
  const rises = (line + pupil * 3) % 7 < Math.min(term, LAST_RISE) - 1;
  const falls = !rises && term > 1 && (line * 3 + pupil) % 17 === 0;
  return String(Math.min(4, Math.max(1, first + Number(rises) - Number(falls))));
}
