// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import type { PortalServices } from '../../http/ask-brick.js';
import {
  actsOf,
  badgesOf,
  newsOf,
  placesOfBricks,
  tasksOf,
  weekOf,
  type BrickAct,
  type BrickNews,
  type BrickPlace,
  type BrickTask,
  type BrickWeekThing,
} from '../../http/ask-portal.js';
import { endsOfTools } from '../../http/ends-of-tools.js';
import type { SchoolContext } from '../../http/school-context.js';

/** The tools of a person in a school, as the portal names them. */
export interface SchoolTools {
  readonly uai: string;
  readonly bricks: readonly ReadyBrick[];
  readonly badges: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, readonly BrickPlace[]>;
  /** The first day without the brick, for bricks that the person is about to lose: « lundi 7 décembre ». */
  readonly ends: ReadonlyMap<string, string>;
}

/** A school that the portal shows whole: the one of its address, and those of a guardian's children. */
export interface AskedSchool extends SchoolTools {
  readonly visit: SchoolContext;
  /** The bricks that the person has as a guardian. */
  readonly guardianBricks: readonly ReadyBrick[];
  readonly acts: readonly BrickAct[];
  readonly tasks: readonly BrickTask[];
  readonly news: readonly BrickNews[];
  readonly week: readonly BrickWeekThing[];
}

/** Asks all bricks of a school at once: they have one time limit for all their answers. */
export async function askSchool(
  context: PortalServices,
  visit: SchoolContext,
  language: Language,
): Promise<AskedSchool> {
  const [bricks, guardianBricks, badges, places, ends, acts, tasks, news, week] = await Promise.all([
    visit.bricks(),
    visit.bricksAs('guardian'),
    badgesOf(context, visit, language),
    placesOfBricks(context, visit, language),
    endsOfTools(context, visit, language),
    actsOf(context, visit, language),
    tasksOf(context, visit, language),
    newsOf(context, visit, language),
    weekOf(context, visit, language),
  ]);
  return { uai: visit.school.uai, visit, bricks, guardianBricks, badges, places, ends, acts, tasks, news, week };
}
