// SPDX-License-Identifier: EUPL-1.2
import { askEverybody, type AskedTable } from '@volee/core-adapter/testing';
import type { LivretForTests } from '../start/livret-for-tests.js';
import { expectedStatus, type TableRow } from './table-row-for-tests.js';

/** A text of each bilan and copy of the tables, which no refusal tells. */
export const SECRET = 'Travaille bien';

interface AskedRow<Who extends string, At> extends Pick<AskedTable<string, At>, 'browser' | 'prepare'> {
  readonly route: TableRow<Who, At>;
  readonly logins: Readonly<Record<Who, readonly string[]>>;
  readonly who: readonly Who[];
  readonly state: number;
  /** Whether an accepted form is to change something. */
  readonly isEffective?: boolean;
}

/** Sends the request of a row as each person. @returns sentences on the answers that are not as the table says */
export function askAll<Who extends string, At>(
  { route, logins, who, state, browser, prepare, isEffective = false }: AskedRow<Who, At>,
  { host }: Pick<LivretForTests, 'host'>,
): Promise<string[]> {
  const { name, method, path, form, answers } = route;
  const statuses = new Map(
    who.flatMap((one) => logins[one].map((login) => [login, expectedStatus(answers, one, state)] as const)),
  );
  return askEverybody<string, At>(host, {
    ...{ who: [...statuses.keys()], browser, prepare, secret: () => SECRET, isReadingNoted: true },
    askings: [
      {
        ...{ name, method, isOnce: true },
        send(at, person) {
          const sent = method === 'GET' ? person.get(path(at)) : person.post(path(at));
          return form ? sent.form(form(at)) : sent;
        },
        answer(login) {
          const status = statuses.get(login) ?? 0;
          const isHidden = status === 403 || status === 404;
          return { status, tells: isHidden ? false : undefined, changes: isEffective ? true : undefined };
        },
      },
    ],
  });
}
