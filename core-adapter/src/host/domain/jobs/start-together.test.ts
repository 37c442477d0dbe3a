// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { effectsBrick, type Behaviour } from './effects-for-tests.js';
import { bootSecond, door, startJobHosts } from './job-hosts-for-tests.js';
import { JobRow } from './job.entity.js';

const THREE_DAYS = 3 * 86_400_000;

const suites = await startJobHosts();

test.each(suites)(
  'two processes that start in the same second with due schedules run each job once in each school, on $name',
  async ({ suite }) => {
    const ran: string[] = [];
    const all = door();
    const behaviour: Behaviour = ({ school: { uai } }) => {
      ran.push(uai);
      if (ran.length === 4) all.open();
      return Promise.resolve();
    };
    // Notes the next times of the schedules.
    await suite.runJobs();
    suite.clock.advance(THREE_DAYS);
    const both = await Promise.all([1, 2].map(() => bootSecond(suite, effectsBrick(behaviour))));
    for (const one of both) one.startJobs();
    await all.opened;
    await Promise.all(both.map((one) => one.stop()));
    expect(ran.sort()).toEqual([SCHOOL, SCHOOL, OTHER_SCHOOL, OTHER_SCHOOL].sort());
    expect(await suite.runJobs()).toEqual([]);
    expect(await suite.host.database.unitOfWork.run((manager) => manager.find(JobRow))).toEqual([]);
  },
);
