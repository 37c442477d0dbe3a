// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import type { BrickKind } from '../../api/manifest.js';
import { declareBricks } from '../../host/bricks/declare-bricks.js';
import { testEntry } from '../test-settings.js';
import { checkAccess } from './checks/check-access.js';
import { checkContent } from './checks/check-content.js';
import { checkSwitchedOff, checkVisitors } from './checks/check-closed.js';
import { checkExamples } from './checks/check-examples.js';
import { checkFirstPage } from './checks/check-first-page.js';
import { checkIds } from './checks/check-ids.js';
import { checkJobs } from './checks/check-jobs.js';
import { checkLeaks } from './checks/check-leaks.js';
import { checkLife } from './checks/check-life.js';
import { checkLive } from './checks/check-live.js';
import { checkMovingGroups } from './checks/check-moving-groups.js';
import { checkMoving } from './checks/check-moving.js';
import { checkMigrations } from './checks/check-migrations.js';
import { checkPersonColumns } from './checks/check-person-columns.js';
import { checkPersonalData } from './checks/check-personal-data.js';
import { checkPages } from './checks/check-pages.js';
import { checkPortal } from './checks/check-portal.js';
import { checkInTime, checkPermissions } from './checks/check-registration.js';
import { checkReceiving } from './checks/check-receiving.js';
import { checkQueries } from './checks/check-queries.js';
import { checkSettings } from './checks/check-settings.js';
import { checkSources } from './checks/check-sources.js';
import { checkStyles } from './checks/check-styles.js';
import { checkForeignThings, checkLastSchool, checkStrangers } from './checks/check-tenancy.js';
import { checkTexts } from './checks/check-texts.js';
import { checkStoredData } from './checks/check-stored-data.js';
import type { ContractOptions } from './contract-options.js';
import { fault, MOST_FAULTS } from './fault.js';
import { openContractBench, type ContractBench } from './contract-bench.js';
import { faultText } from '../../host/domain/bricks/brick-fault.js';

/** One check of the contract. @stable */
export interface ContractCheck {
  /** The rule that it checks, with its marks in docs/reference/security-tests.md: T1 to T11. */
  readonly name: string;
  /**
   * @param most the number of faults after which the check stops, 20 by default
   * @throws ContractFault with one sentence for each fault: what, where, what to do
   */
  run(most?: number): Promise<void>;
}

/**
 * The checks of a brick, the simplest first. Checks that send requests share one host, which stops by itself at the end of the test file:
 * call this function at the top of the file or in a `describe`. Tests of the suite pass an `open` that returns a faulty host.
 * @stable
 */
export function contractChecks(
  brick: BrickDefinition,
  options: ContractOptions = {},
  open: typeof openContractBench = openContractBench,
): readonly ContractCheck[] {
  const undo: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const one of undo.splice(0).reverse()) await one();
  });
  let bench: Promise<ContractBench> | undefined;
  const asked = (name: string, check: (bench: ContractBench) => Promise<void>): ContractCheck => ({
    name,
    run: async (most = MOST_FAULTS) => check({ ...(await (bench ??= open(brick, options, undo))), mostFaults: most }),
  });
  const { manifest } = brick;

  const plain: readonly ContractCheck[] = [
    { name: 'the host accepts its manifest and its entities', run: () => checkDeclaration(brick, options.settings) },
    { name: 'its texts are complete, in French and in English', run: (most) => checkTexts(manifest, most) },
    { name: 'its settings are strict, described and read', run: async () => checkSettings(manifest, options.settings) },
    { name: 'its migrations make its tables, undo them, and make them again', run: () => checkMigrations(manifest) },
    { name: 'P6: its style sheets load nothing from elsewhere', run: async () => checkStyles(manifest) },
    {
      name: 'it starts and stops twice in one process, and leaves nothing open',
      run: () => checkLife(brick, options.settings),
    },
  ];
  const inTime = asked('it registers everything before "activate" returns', checkInTime);
  return [...plain, ...CHECKS_BY_KIND[manifest.kind].map(([name, check]) => asked(name, check)), inTime];
}

type NamedCheck = readonly [name: string, check: (bench: ContractBench) => Promise<void>];

const QUERIES: NamedCheck = ['T1, T6: each named query reads one school', checkQueries];

const PERSON_COLUMNS: NamedCheck = ['each column that may hold the id of a person is declared', checkPersonColumns];

const FEATURE_CHECKS: readonly NamedCheck[] = [
  ['each route has a valid example', checkExamples],
  ['each permission is needed by a route', checkPermissions],
  ['each person who sees the brick can open its first page', checkFirstPage],
  ['T3, T8: a route serves persons with its permission, in their school, and nobody else', checkAccess],
  ['T1, T3, T6: data of another school is neither shown nor changed', checkForeignThings],
  ['T1, T8: a person without a profile in a school gets 404 there', checkStrangers],
  ['T5: the address decides the school, whichever school the session visited before', checkLastSchool],
  ['T1, T2, T3, T4, T6: malformed, missing, surplus and foreign ids give access to nothing', checkIds],
  ['T10, T11: no page shows a person data of others, not even after a request of theirs', checkLeaks],
  ['F16: content is what its size, etag and ranges say', checkContent],
  ['T10, T11: the portal tells each person what waits for them, and nothing of others', checkPortal],
  QUERIES,
  ['T7: describeStoredData counts the data of one school only', checkStoredData],
  PERSON_COLUMNS,
  ['T7: personal data is exported and erased with its person, and data of a school with the school', checkPersonalData],
  ['T7: rows of a person that becomes another one are moved, in one school', checkMoving],
  ['T7: rows of a class that becomes another one are moved, in one school', checkMovingGroups],
  ['T1, T4: what another school hands over is written for its pupil, once', checkReceiving],
  ['T7: data of jobs names rows, no persons and no classes, and a job ends where its row is gone', checkJobs],
  ['T10: what is published names persons of its school', checkLive],
  ['T9: every address answers 404 while the brick is off', checkSwitchedOff],
  ['without a session every address leads to the login', checkVisitors],
  ['its pages are accessible and complete, in French and in English', checkPages],
];

const CHECKS_BY_KIND: Readonly<Record<BrickKind, readonly NamedCheck[]>> = {
  feature: FEATURE_CHECKS,
  'directory-source': [
    ['T1: its directory names each school before its contents', checkSources],
    QUERIES,
    PERSON_COLUMNS,
  ],
  // An auth provider has no route, no table and no directory: it returns a login, and the host finds the person.
  'auth-provider': [],
};

async function checkDeclaration(brick: BrickDefinition, settings: unknown = {}): Promise<void> {
  const { failed } = await declareBricks([testEntry({ brick, settings })], {});
  // Invalid settings are reported by the check of the settings.
  const refused = failed.find(({ problems }) => problems === undefined);
  if (refused) fault(`The host refuses the brick: ${faultText(refused)}`);
}
