// SPDX-License-Identifier: EUPL-1.2
import {
  beginningOfThisYear,
  fillDrive,
  fillLastYearsDrive,
  readNewYear,
  type StoryOptions,
} from '../envole-box/index.js';

/**
 * Lets people use folders, files and works from the last school year until `now`. The clock of the host stands at the beginning of last
 * year.
 */
export async function tellDrive(story: StoryOptions): Promise<void> {
  await fillLastYearsDrive(story);
  story.clock.set(beginningOfThisYear(story.now));
  await readNewYear(story.host);
  await story.host.jobs.runDue();
  await fillDrive(story);
}
