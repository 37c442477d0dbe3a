// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { PlanPart } from '../plan/plan-part.js';
import type { CurrentPlaces } from '../state/current-places.js';
import { groupKey, readGroupKey, type GroupFields, type PlacesImage } from '../state/person-state.js';
import { ClassJoinRow } from './class-join.entity.js';
import { planJoins } from './plan-joins.js';
import { readClasses, type OtherClass } from './read-classes.js';

/** Counts the classes that a plan will join to classes of the schools' own sources, by the pupils that the source names. */
export class JoinForecast {
  /** The keys of the pupils of each class in a school that another source named first, by `groupKey`. */
  readonly #pupils = new Map<string, Set<string>>();
  /** The ids of people that the plan recognises. */
  readonly #joined = new Map<string, string>();

  constructor(
    private readonly before: CurrentPlaces,
    private readonly after: Pick<PlacesImage, 'groups'>,
  ) {
    for (const [key, { uai, kind }] of after.groups) {
      const isElsewhere = before.timeZones.has(uai) && !before.schools.has(uai);
      if (kind === 'class' && isElsewhere) this.#pupils.set(key, new Set());
    }
  }

  note({ plan, compared }: PlanPart): void {
    if (this.#pupils.size === 0) return;
    for (const { person, personId } of plan.persons.joined) this.#joined.set(person.key, personId);
    for (const { is } of compared) {
      for (const [group, role] of is?.memberships ?? []) {
        if (is && role === 'member') this.#pupils.get(group)?.add(is.key);
      }
    }
  }

  /** The number of classes that are joined once the plan is applied, and are not yet. */
  async count(unitOfWork: UnitOfWork): Promise<number> {
    let count = 0;
    for (const uai of new Set([...this.#pupils.keys()].map((key) => readGroupKey(key).uai))) {
      count += await unitOfWork.transaction(() => this.#countIn(unitOfWork, uai));
    }
    return count;
  }

  async #countIn(unitOfWork: UnitOfWork, uai: string): Promise<number> {
    const { at, source, timeZones } = this.before;
    return unitOfWork.run(async (manager) => {
      const schoolYear = schoolYearOf(at, timeZones.get(uai) ?? '');
      const stored = await manager.findBy(GroupRow, { source, uai, schoolYear });
      const rows = new Map(stored.map((group) => [groupKey(uai, group.key), group]));
      const others: OtherClass[] = [];
      for (const [key, keys] of this.#pupils) {
        const fields = this.after.groups.get(key);
        if (fields?.uai !== uai) continue;
        const pupils = new Set(await this.#idsOf(unitOfWork, [...keys]));
        others.push({ ...classOf(fields, rows.get(key)), pupils, source });
      }
      const [classes] = await readClasses(manager, [uai], at);
      const plans = planJoins({ uai, own: classes?.own ?? [], others }, await manager.findBy(ClassJoinRow, { uai }));
      return plans.filter(({ to }, index) => to !== null && to !== others[index]?.joinedTo).length;
    });
  }

  /** The ids of these people, or the keys of people that are new. */
  async #idsOf(unitOfWork: UnitOfWork, keys: readonly string[]): Promise<string[]> {
    const known = new Map<string, string>();
    for (const batch of batches(keys.filter((key) => !this.#joined.has(key)))) {
      const where = { source: this.before.source, key: In([...batch]) };
      const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, where));
      for (const { key, personId } of rows) known.set(key, personId);
    }
    return keys.map((key) => this.#joined.get(key) ?? known.get(key) ?? key);
  }
}

function classOf({ key, name }: GroupFields, row: GroupRow | undefined): Pick<OtherClass, 'id' | 'name' | 'joinedTo'> {
  return { id: row?.id ?? key, name: normaliseForSearch(name), joinedTo: row?.joinedTo ?? null };
}
