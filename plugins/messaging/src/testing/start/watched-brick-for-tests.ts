// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import messaging from '../../index.js';

/** An action of a test that runs in the middle of the brick's work. */
export interface Watched {
  readonly brick: typeof messaging;
  /** The services of the last job in a school, by which tests do what jobs do. It completes no job. */
  work(uai: string): JobWork;
  /** Runs once, after the next part of a delivery is written; when it throws, the delivery breaks off there. */
  afterPart(step: () => void | Promise<void>): void;
}

/** The brick as it is, with the services of its jobs, and a step between two parts of a delivery. */
export function watchedBrick(): Watched {
  let steps: (() => void | Promise<void>)[] = [];
  const works = new Map<string, JobWork>();
  const watched = (work: JobWork): JobWork => ({
    ...work,
    db: {
      repository: (entity) => work.db.repository(entity),
      query: (query, parameters) => work.db.query(query, parameters),
      transaction: async (part) => {
        const written = await work.db.transaction(part);
        const due = steps;
        steps = [];
        for (const step of due) await step();
        return written;
      },
    },
  });
  function workIn(uai: string): JobWork {
    const work = works.get(uai);
    if (!work) throw new Error(`No job has run in ${uai} yet.`);
    return work;
  }
  const activate: typeof messaging.activate = (brick) => {
    return messaging.activate({
      ...brick,
      jobs: {
        provide: (name, options, run) =>
          brick.jobs.provide(name, options, (work, data, signal) => {
            works.set(work.school.uai, { ...work, complete: (end) => work.db.transaction(end) });
            return run(watched(work), data, signal);
          }),
      },
    });
  };
  return {
    brick: { manifest: messaging.manifest, activate },
    work: workIn,
    afterPart: (step) => void steps.push(step),
  };
}
