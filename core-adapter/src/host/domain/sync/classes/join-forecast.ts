// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import type { ClassForecast } from '../plan/plan-counts.js';
import type { SchoolPlan, SyncPlan } from '../plan/sync-plan.js';
import { schoolYears, type CurrentPlaces } from '../state/current-places.js';
import { groupKey } from '../state/person-state.js';
import { ClassJoinRow } from './class-join.entity.js';
import { planJoins } from './plan-joins.js';
import { findSchoolsToJoin, readClasses, type SchoolClass, type SchoolClasses } from './read-classes.js';

/** Schools that are read at once. */
const SCHOOLS = 10;

type Places = Pick<CurrentPlaces, 'source' | 'at' | 'schools' | 'timeZones'>;
type ClassChanges = Pick<SchoolPlan, 'groups' | 'memberships'>;

/**
 * Names the classes that are joined or asked about once a plan is applied: classes of the plan, and classes that an earlier sync left. A
 * school in which all classes are joined is read again only where the plan begins or ends classes.
 */
export class JoinForecast {
  readonly #changes = new Map<string, ClassChanges[]>();
  /** The ids of people that the plan recognises, by key. */
  readonly #recognised = new Map<string, string>();

  private constructor(
    private readonly places: Places,
    private readonly several: Awaited<ReturnType<typeof findSchoolsToJoin>>,
  ) {}

  /** @param places of the source of the plan; without schools, only what an earlier sync left is read */
  static async open(unitOfWork: UnitOfWork, places: Places): Promise<JoinForecast> {
    return new JoinForecast(places, await unitOfWork.run((manager) => findSchoolsToJoin(manager, places)));
  }

  note({ persons, schools }: SyncPlan): void {
    for (const { uai, groups, memberships } of schools) {
      if (!this.#hasSeveral(uai)) continue;
      this.#changes.set(uai, [...(this.#changes.get(uai) ?? []), { groups, memberships }]);
    }
    for (const { person, personId } of persons.joined) {
      if (this.#changes.size > 0) this.#recognised.set(person.key, personId);
    }
  }

  /** The classes that are joined once the plan is applied and are not yet, and those about which a question begins. */
  async read(unitOfWork: UnitOfWork): Promise<ClassForecast> {
    const uais = [...new Set([...this.several.keys(), ...this.#changes.keys()])].filter((uai) => this.#mayJoin(uai));
    const [joined, asked]: [string[], string[]] = [[], []];
    for (const batch of batches(uais, SCHOOLS)) {
      const found = await unitOfWork.transaction((manager) => this.#readIn(manager, batch));
      joined.push(...found.joined);
      asked.push(...found.asked);
    }
    return { joined: joined.sort(byName), asked: asked.sort(byName) };
  }

  /** Whether another source than the own one of the school names classes there, or would by this plan. */
  #hasSeveral(uai: string): boolean {
    return this.several.has(uai) || (this.places.timeZones.has(uai) && !this.places.schools.has(uai));
  }

  #mayJoin(uai: string): boolean {
    const changes = this.#changes.get(uai) ?? [];
    const isRegrouped = changes.some(({ groups: { created, revived, ended } }) => {
      return [created, revived, ended].some(({ length }) => length > 0);
    });
    return this.several.get(uai) === 'alone' || isRegrouped;
  }

  async #readIn(manager: EntityManager, uais: readonly string[]): Promise<ClassForecast> {
    const schools = await readClasses(manager, uais, this.places.at);
    const answers = await manager.findBy(ClassJoinRow, { uai: In([...uais]) });
    const changed = uais.some((uai) => this.#changes.has(uai));
    const [rows, idOf] = changed ? [await this.#readRows(manager, uais), await this.#readIds(manager, uais)] : [];
    const [joined, asked]: [string[], string[]] = [[], []];
    for (const school of schools) {
      const { own, others } = rows && idOf ? this.#afterPlan(school, { rows, idOf }) : school;
      const given = answers.filter(({ uai }) => uai === school.uai);
      const labels = new Map([...own, ...others].map(({ id, label }) => [id, label]));
      const waiting = new Set(given.filter(({ state }) => state === 'open').map(({ groupId }) => groupId));
      const before = new Map(others.map(({ id, joinedTo }) => [id, joinedTo]));
      for (const { groupId, to, ask } of planJoins({ uai: school.uai, own, others }, given)) {
        const label = labels.get(groupId) ?? '';
        if (to !== null && to !== before.get(groupId)) joined.push(`${label} (${labels.get(to)})`);
        if (ask.length > 0 && !waiting.has(groupId)) asked.push(label);
      }
    }
    return { joined, asked };
  }

  /** The groups of the source in these schools, by `groupKey`. */
  async #readRows(manager: EntityManager, uais: readonly string[]): Promise<Map<string, GroupRow>> {
    const yearOf = schoolYears(this.places);
    const { source } = this.places;
    const schoolYear = In([...new Set(uais.map(yearOf))]);
    const rows = await manager.findBy(GroupRow, { source, uai: In([...uais]), schoolYear });
    const ofYear = rows.filter((row) => row.schoolYear === yearOf(row.uai));
    return new Map(ofYear.map((row) => [groupKey(row.uai, row.key), row]));
  }

  /** The ids of the people that the plan moves, by key; a person that is new stands for themselves. */
  async #readIds(manager: EntityManager, uais: readonly string[]): Promise<(key: string) => string> {
    const moves = uais.flatMap((uai) => this.#changes.get(uai) ?? []).map(({ memberships }) => memberships);
    const keys = new Set(moves.flatMap(({ added, removed }) => [...added, ...removed]).map(({ person }) => person));
    const known = new Map<string, string>();
    for (const batch of batches([...keys].filter((key) => !this.#recognised.has(key)))) {
      const rows = await manager.findBy(ExternalIdRow, { source: this.places.source, key: In([...batch]) });
      for (const { key, personId } of rows) known.set(key, personId);
    }
    return (key) => this.#recognised.get(key) ?? known.get(key) ?? key;
  }

  /** The classes of a school as the plan leaves them. */
  #afterPlan(
    { uai, own, others }: SchoolClasses,
    { rows, idOf }: { readonly rows: ReadonlyMap<string, GroupRow>; readonly idOf: (key: string) => string },
  ): Pick<SchoolClasses, 'own' | 'others'> {
    const { source, schools } = this.places;
    const changes = this.#changes.get(uai) ?? [];
    const isOwn = schools.has(uai);
    const idIn = (group: string): string => rows.get(groupKey(uai, group))?.id ?? group;
    const stay = isOwn ? [] : others.filter((one) => one.source !== source);
    const moving = isOwn ? own : others.filter((one) => one.source === source);
    const copied = moving.map((one) => ({ ...one, pupils: new Set(one.pupils), teachers: new Set(one.teachers) }));
    const classes = new Map(copied.map((one) => [one.id, one]));
    for (const { key, kind, name } of changes.flatMap(({ groups }) => [...groups.created, ...groups.revived])) {
      if (kind !== 'class') continue;
      const joinedTo = rows.get(groupKey(uai, key))?.joinedTo ?? null;
      const id = idIn(key);
      const nobody = { pupils: new Set<string>(), teachers: new Set<string>() };
      classes.set(id, {
        id,
        name: normaliseForSearch(name),
        label: name,
        ...nobody,
        source,
        joinedTo,
        hasStood: id !== key && joinedTo === null,
      });
    }
    for (const { key } of changes.flatMap(({ groups }) => groups.ended)) classes.delete(idIn(key));
    const moves = changes.map(({ memberships }) => memberships);
    for (const { group, person, role } of moves.flatMap(({ removed }) => removed)) {
      classes.get(idIn(group))?.[role === 'member' ? 'pupils' : 'teachers'].delete(idOf(person));
    }
    for (const { group, person, role } of moves.flatMap(({ added }) => added)) {
      classes.get(idIn(group))?.[role === 'member' ? 'pupils' : 'teachers'].add(idOf(person));
    }
    const after: SchoolClass[] = [...classes.values()];
    return isOwn ? { own: after, others } : { own, others: [...stay, ...after] };
  }
}

/** The classes that an earlier sync left, for a reading that found nothing to compare. */
export async function forecastLeftJoins(
  unitOfWork: UnitOfWork,
  { source, at }: Pick<Places, 'source' | 'at'>,
): Promise<ClassForecast> {
  const forecast = await JoinForecast.open(unitOfWork, { source, at, schools: new Map(), timeZones: new Map() });
  return forecast.read(unitOfWork);
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, 'fr');
}
