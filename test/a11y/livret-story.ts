// SPDX-License-Identifier: EUPL-1.2
import {
  beginningOfThisYear,
  fillThisYear,
  leaversOfLastYear,
  LivretSteps,
  offerLeavers,
  publishLastYear,
  readNewYear,
  type StoryOptions,
} from '../envole-box/index.js';
import { Visits } from '../envole-box/week/visits.js';
import { TILLEULS, TROIS_RIVIERES } from './sample-host.js';

/** Pupils of CM2 for which no collège is chosen in June. */
const UNDECIDED = 2;

/** Tells the story until a day of June: the bilans of last year are published, and most of CM2 is offered to the collège. */
export async function tellUntilJune(story: StoryOptions): Promise<void> {
  await publishLastYear(story);
  await offerLeavers(story, leaversOfLastYear().slice(0, -UNDECIDED));
}

/** Tells the rest of June: the head unlocks the last bilan of Inès, and the teacher signs it again. Nobody publishes it. */
export async function tellUnlocking({ host, url }: StoryOptions): Promise<void> {
  const [steps, visits] = [new LivretSteps(host, url), new Visits(host, url)];
  const at = { uai: TILLEULS, className: 'CM1-CM2', teacher: 'claire.vuillemin', period: 3 };
  const bilan = await steps.bilanOf(at, 'Inès Renaud');
  const head = await host.directory.personByLogin('ldap', 'mathieu.grosjean');
  const word = 'La position en géométrie est celle d’une autre élève.';
  await visits.send(head?.id ?? '', `${bilan}/unlock`, [
    ['word', word],
    ['text', 'stays'],
  ]);
  await steps.sign(at);
}

/** The head endorses what is signed of the first period. */
export async function tellVisa({ host, url }: Pick<StoryOptions, 'host' | 'url'>): Promise<void> {
  await new LivretSteps(host, url).endorse(TILLEULS, 'mathieu.grosjean', 1);
}

/** Tells the rest until `now`: the collège has accepted, pupils are in 6e, and this year's first bilans are being written. */
export async function tellUntilNovember(story: StoryOptions): Promise<void> {
  const { host, url, clock, now } = story;
  await new LivretSteps(host, url).accept(TROIS_RIVIERES, 'karim.bensaid');
  clock.set(beginningOfThisYear(now));
  await readNewYear(host);
  await host.jobs.runDue();
  await fillThisYear(story, now);
}
