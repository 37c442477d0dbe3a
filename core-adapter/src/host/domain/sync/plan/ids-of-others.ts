// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Like, Not } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { CurrentPersons } from '../state/current-persons.js';
import type { PersonState } from '../state/person-state.js';

/** Checks, for keys that came with a new stable id, whether that id is stored with another person of the source. */
export class IdsOfOthers {
  /** Read when the first person with another id comes. */
  #hasIds: Promise<boolean> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: string,
  ) {}

  /** @param after the people read, a thousand at most */
  async find(
    { stored }: Pick<CurrentPersons, 'stored'>,
    after: ReadonlyMap<string, Pick<PersonState, 'stableIds'>>,
  ): Promise<ReadonlySet<string>> {
    const ids = [...after].flatMap(([key, { stableIds = [] }]) => {
      const known = stored.get(key)?.stableIds;
      return known && !stableIds.some((id) => known.includes(id)) ? stableIds : [];
    });
    if (ids.length === 0 || !(await this.#sourceHasIds())) return new Set();
    const { source } = this;
    const rows = await this.unitOfWork.run((manager) =>
      manager.find(ExternalIdRow, {
        select: { stableIds: true },
        // Few people have several ids.
        where: [
          { source, stableIds: In(ids) },
          { source, stableIds: Like('% %') },
        ],
      }),
    );
    const known = new Set(rows.flatMap(({ stableIds }) => stableIds?.split(' ') ?? []));
    return new Set(ids.filter((id) => known.has(id)));
  }

  /** Avoids a search for each person of a directory that has just begun to give stable ids. */
  #sourceHasIds(): Promise<boolean> {
    const where = { source: this.source, stableIds: Not(IsNull()) };
    this.#hasIds ??= this.unitOfWork.run((manager) => manager.existsBy(ExternalIdRow, where));
    return this.#hasIds;
  }
}
