// SPDX-License-Identifier: EUPL-1.2
import { startTestHost } from '../../../testing/start-test-host.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { bootHost, type Host } from '../../app/boot-host.js';
import { createLog } from '../../infra/util/create-log.js';
import { LIMITS, type Limits } from '../../infra/util/limits.js';
import { effectsBrick, writeOnce, type Behaviour } from './effects-for-tests.js';

type TestHost = Awaited<ReturnType<typeof startTestHost>>;

export interface JobHost {
  /** The name of the database. */
  readonly name: string;
  /** The behaviour of the job "write", which a test replaces. */
  readonly stand: { behaviour: Behaviour };
  readonly brick: ReturnType<typeof effectsBrick>;
  readonly suite: TestHost;
}

/** A host with a brick that has jobs, on each database. */
export function startJobHosts(): Promise<JobHost[]> {
  return Promise.all(
    bothDatabases().map(async (database) => {
      const stand = { behaviour: writeOnce };
      const brick = effectsBrick((...given) => stand.behaviour(...given));
      const suite = await startTestHost({ bricks: [brick], database });
      return { name: database.name, stand, brick, suite };
    }),
  );
}

/** A promise that the test resolves later. */
export function door(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** A second host on the database of a test, like another process. */
export function bootSecond(
  { host: { settings }, clock }: Pick<TestHost, 'host' | 'clock'>,
  brick: ReturnType<typeof effectsBrick>,
  limits: Limits = LIMITS,
): Promise<Host> {
  const entry = { name: '@test/effects', settings: {}, load: () => Promise.resolve(brick) };
  return bootHost({ settings, bricks: [entry], log: createLog('silent'), clock, limits });
}
