// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Like, Not } from 'typeorm';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { CurrentPersons } from '../image/current-persons.js';
import type { ImagePersons } from '../image/directory-image.js';

/** Tells of persons stored without a stable id whether the id that came with their key is stored with another person of the source. */
export class IdsOfOthers {
  /** Read when the first person without an id comes with one. */
  #hasIds: Promise<boolean> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: string,
  ) {}

  /** @param after persons who came, a thousand at most */
  async find({ stored }: Pick<CurrentPersons, 'stored'>, after: ImagePersons): Promise<ReadonlySet<string>> {
    const ids = [...after].flatMap(([key, { stableIds = [] }]) => {
      return stored.get(key)?.stableIds.length === 0 ? stableIds : [];
    });
    if (ids.length === 0 || !(await this.#sourceHasIds())) return new Set();
    const { source } = this;
    const rows = await this.unitOfWork.run((manager) =>
      manager.find(ExternalIdRow, {
        select: { stableIds: true },
        // Persons with several ids are few.
        where: [
          { source, stableIds: In(ids) },
          { source, stableIds: Like('% %') },
        ],
      }),
    );
    const known = new Set(rows.flatMap(({ stableIds }) => stableIds?.split(' ') ?? []));
    return new Set(ids.filter((id) => known.has(id)));
  }

  /** A directory that has just begun to say ids would be searched for each of its persons. */
  #sourceHasIds(): Promise<boolean> {
    const where = { source: this.source, stableIds: Not(IsNull()) };
    this.#hasIds ??= this.unitOfWork.run((manager) => manager.existsBy(ExternalIdRow, where));
    return this.#hasIds;
  }
}
