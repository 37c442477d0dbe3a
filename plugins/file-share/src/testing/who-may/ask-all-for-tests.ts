// SPDX-License-Identifier: EUPL-1.2
import {
  askEverybody,
  storedRows,
  type AskedTable,
  type Asking as AskingOf,
  type TestHost,
} from '@volee/core-adapter/testing';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WHO, type Browsers, type Who } from './people-for-tests.js';

export type Asking<At> = AskingOf<Who, At>;

interface AskTools<At> extends Pick<AskedTable<Who, At>, 'prepare' | 'secret'> {
  readonly host: TestHost;
  readonly browsers: Browsers;
}

/** Sends each request as each person. @returns sentences on the answers that are not as the table says */
export function askAll<At>(
  askings: readonly Asking<At>[],
  { host, browsers, prepare, secret }: AskTools<At>,
): Promise<string[]> {
  const browser: AskedTable<Who, At>['browser'] = (who) => browsers[who];
  return askEverybody(host, { askings, who: WHO, browser, prepare, secret, isCounted });
}

export function stored({ host }: { readonly host: TestHost }): Promise<string> {
  return storedRows(host, isCounted);
}

/** Whether a change of a row counts. Rows that only say that a work was shown or picked do not count: pages write them (ADR 65). */
function isCounted(row: Partial<Record<keyof WorkPupilRow, unknown>>): boolean {
  return row.state !== 'given' || row.remindedAt !== null || row.prepared !== null;
}
