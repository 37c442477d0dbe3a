// SPDX-License-Identifier: EUPL-1.2
import { brickAddress } from '../../../host/http/bricks/brick-address.js';
import type { TestResponse } from '../../test-exchange.js';
import { eachOf, fault } from '../fault.js';
import { emptyTables } from '../rows.js';
import { SAMPLE_PEOPLE, type SamplePerson } from '../sample-people.js';
import type { ContractBench } from '../contract-bench.js';

/** A first page may redirect to another page; a longer chain of redirects is a fault. */
const MOST_REDIRECTS = 5;

/** Each person who sees the brick on the portal can open its first page, also while the brick has no data. */
export async function checkFirstPage(bench: ContractBench): Promise<void> {
  await emptyTables(bench);
  await eachOf(
    SAMPLE_PEOPLE,
    async (person) => {
      const { role, school } = person;
      const address = brickAddress(school, bench.brick.id, '/');
      const portal = await bench.session(role).get(`/s/${school}/`);
      if (!portal.text.includes(`href="${address}"`)) return;
      const { status } = await opened(bench, person, address);
      if (status === 200) return;
      fault(
        `${role} in ${school} sees the brick, but GET / answered ${status}; give every profile that holds a permission ` +
          'of the brick a first page.',
      );
    },
    bench.mostFaults,
  );
}

async function opened(bench: ContractBench, { role }: SamplePerson, address: string): Promise<TestResponse> {
  let answer = await bench.session(role).get(address);
  for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
    const location = answer.headers.get('location');
    if (location === null) return answer;
    answer = await bench.session(role).get(location);
  }
  return answer;
}
