// SPDX-License-Identifier: EUPL-1.2
import { beginningOfLastYear } from '../livret/fill-livret.js';
import { sampleSchools } from '../sample/sample-people.js';
import { DRIVE, DriveSteps } from './drive-steps.js';
import { fillLastYearsFolders } from './last-years-folders.js';
import { fillMoulinFolders } from './moulin-folders.js';
import { hasBrick, type StoryOptions } from '../story-options.js';
import { Story } from './story.js';
import { fillTilleulsFolders } from './tilleuls-folders.js';
import { fillTilleulsWorks } from './tilleuls-works.js';
import { fillTroisRivieresFolders } from './trois-rivieres-folders.js';
import { WorkSteps } from './work-steps.js';

const [TILLEULS = '', MOULIN = '', TROIS_RIVIERES = ''] = sampleSchools.map(({ uai }) => uai);
const DAY = 86_400_000;
/** The number of days from the beginning of last year to a Tuesday or so in May, when the host has the people of that year. */
const UNTIL_MAY = 252;

/**
 * Lets the people of the sample fill the folders of last year's class.
 * @throws Error with the step that was refused
 */
export async function fillLastYearsDrive(options: StoryOptions): Promise<void> {
  if (!hasBrick(options.host, DRIVE)) return;
  const drive = new DriveSteps(options, TILLEULS);
  const day = new Date(beginningOfLastYear(options.now).getTime() + UNTIL_MAY * DAY);
  options.clock.set(day);
  const dueOn = new Date(day.getTime() + 7 * DAY).toISOString().slice(0, 10);
  await fillLastYearsFolders(drive, new WorkSteps(options, drive), dueOn);
}

/**
 * Lets the people of the sample use folders and works in the weeks before `now`, from the instant that the clock of the host shows.
 * @throws Error with the step that was refused
 */
export async function fillDrive(options: StoryOptions): Promise<void> {
  if (!hasBrick(options.host, DRIVE)) return;
  const story = new Story(options);
  const drive = new DriveSteps(options, TILLEULS);
  try {
    await fillTilleulsFolders(drive, story);
    await fillTilleulsWorks(new WorkSteps(options, drive), story.another());
    await fillOthers(options, story);
  } finally {
    options.clock.set(options.now);
  }
}

/** Fills the other schools a little, where the brick is on. */
async function fillOthers(options: StoryOptions, story: Story): Promise<void> {
  const on = await options.host.activations.bricksOn([MOULIN, TROIS_RIVIERES]);
  const isOn = (uai: string): boolean => on.get(uai)?.includes(DRIVE) ?? false;
  if (isOn(MOULIN)) await fillMoulinFolders(new DriveSteps(options, MOULIN), story.another());
  if (!isOn(TROIS_RIVIERES)) return;
  const college = new DriveSteps(options, TROIS_RIVIERES);
  await fillTroisRivieresFolders(college, new WorkSteps(options, college), story.another());
}
