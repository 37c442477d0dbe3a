// SPDX-License-Identifier: EUPL-1.2
import type { TestResponse } from '../../test-exchange.js';
import { AS_PROGRAM, exchange, send } from '../exchange.js';
import { eachOf, fault } from '../fault.js';
import { inTurn } from '../in-turn.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { firstTarget, SCHOOLS } from '../sample-people.js';
import { nameOf, peopleIn, type ContractBench } from '../contract-bench.js';

/** Requests without a session have no effect: browsers are led to the login, programs get a 401. */
export async function checkVisitors(bench: ContractBench): Promise<void> {
  await eachOf(
    bench.brick.routes,
    async (route) => {
      for (const school of SCHOOLS) {
        const prepared = await prepareExample(bench, route, firstTarget(school));
        const browser = await exchange(bench, prepared, { role: undefined, school });
        if (!leadsToLogin(browser))
          fault(
            `${nameOf(route)} answered ${browser.status} to a browser without a session; it must lead to the login.`,
          );
        const program = await exchange(bench, prepared, { role: undefined, school, headers: AS_PROGRAM });
        if (program.status !== 401)
          fault(`${nameOf(route)} answered ${program.status} to a program without a session, not 401.`);
      }
    },
    bench.mostFaults,
  );
  await emptyTables(bench);
}

/** Whether the response is a redirect to the login, or the page that keeps a form that was typed (ADR 69) and leads there. */
function leadsToLogin({ status, headers, text }: TestResponse): boolean {
  if (status === 401) return text.includes('href="/login?');
  return status === 303 && (headers.get('location') ?? '').startsWith('/login');
}

/** Where the brick is off, every route is answered with 404 for everybody. */
export async function checkSwitchedOff(bench: ContractBench): Promise<void> {
  const { activations } = bench.host.host;
  const asked: { prepared: Prepared; turn: number }[] = [];
  for (const [turn, route] of bench.brick.routes.entries()) {
    for (const school of SCHOOLS)
      asked.push({ prepared: await prepareExample(bench, route, firstTarget(school)), turn });
  }
  bench.host.clock.advance(1_000);
  for (const school of SCHOOLS) await activations.disable(school, bench.brick.id, 'cli');
  try {
    await eachOf(
      asked,
      async ({ prepared: { route, target, request }, turn }) => {
        for (const { role } of inTurn(peopleIn(target.school), turn)) {
          const { status } = await send(bench, route, { role, school: target.school, headers: AS_PROGRAM }, request);
          if (status !== 404) fault(`${nameOf(route)} answered ${status} to ${role} while the brick is off, not 404.`);
        }
      },
      bench.mostFaults,
    );
  } finally {
    bench.host.clock.advance(1_000);
    for (const school of SCHOOLS) await activations.enable(school, bench.brick.id, 'cli');
    await emptyTables(bench);
  }
}
