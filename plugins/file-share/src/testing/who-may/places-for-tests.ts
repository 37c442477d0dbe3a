// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import { In, Not } from 'typeorm';
import type { DriveForTests } from '../start/drive-for-tests.js';
import { FillDrive } from '../start/fill-drive-for-tests.js';
import { groupSpace, ownSpace, SCHOOL_SPACE, teamSpace } from '../../store/space-ref.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import type { Readers } from '../../store/readers.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { trashNodes } from '../../domain/tree/trash-nodes.js';
import type { NodeAt } from './node-actions-for-tests.js';
import { LOGINS, WHO, type Who } from './people-for-tests.js';

/** The places of the folder and the file of a row of the table. */
export type Where =
  | { readonly space: 'own'; readonly by: Who }
  | {
      readonly space: 'cm1' | 'team' | 'school' | 'option' | 'ce2';
      readonly readers?: Readers;
      /** Whether pupils may add to the folder. */
      readonly isOpen?: true;
      /** The person who added the file. Default: a teacher who has left. */
      readonly by?: Who;
    };

/** The folders and files of the table. Each time under new names, so that what a person did before is not in the way. */
export class Places {
  readonly #drive;
  readonly #fill;
  readonly #ownFiles = new Map<Who, NodeRow>();
  #kept: readonly string[] = [];
  #count = 0;

  constructor(drive: DriveForTests) {
    this.#drive = drive;
    this.#fill = new FillDrive(drive);
  }

  /** A file in the space of each person who has one. */
  async giveOwnFiles(): Promise<void> {
    for (const who of WHO.filter((one) => one !== 'otherSchool' && !/guardian/i.test(one))) {
      const root = await this.#fill.root(ownSpace(await this.#idOf(who)));
      this.#ownFiles.set(who, await this.#fill.file(root, `fichier de ${who}.txt`));
    }
    this.#kept = (await this.#nodes.find({})).map(({ id }) => id);
  }

  /** Takes away what the rows before have left, so that the tables stay small. */
  async clear(): Promise<void> {
    await this.#nodes.delete({ id: Not(In(this.#kept)), foldedName: Not('') });
    await this.#drive
      .tables(SCHOOL)
      .repository(FavouriteRow)
      .delete({ id: Not('') });
  }

  async make(where: Where): Promise<NodeAt> {
    this.#count += 1;
    const name = `${this.#count}-secret-${this.#count}`;
    const addedBy = where.by === undefined ? null : await this.#idOf(where.by);
    const root = await this.#root(where);
    const { readers, isOpen = false } = where.space === 'own' ? {} : where;
    const added = { ownReaders: readers === root.readers ? null : (readers ?? null) };
    const folder = isOpen
      ? await this.#fill.openFolder(root, `Dossier ${this.#count}`, added)
      : await this.#fill.folder(root, `Dossier ${this.#count}`, added);
    const byPupil = where.by === 'pupil' || where.by === 'classmate';
    const file = await this.#fill.file(folder, `${name}.txt`, `${name}.`, { addedBy, byPupil });
    return { folder, file, until: this.#drive.host.clock.now().toISOString(), ownFiles: this.#ownFiles };
  }

  /** A file that was put into the trash. */
  async makeTrashed(where: Where): Promise<NodeAt> {
    const at = await this.make(where);
    const tools = { db: this.#drive.tables(SCHOOL), clock: this.#drive.host.clock, trashedBy: at.file.addedBy };
    await changeSpaces([at.file.spaceId], () => trashNodes([at.file], tools), tools);
    return at;
  }

  /** The text that tells of a file: the end of its name. The search is asked for the beginning. */
  readonly secret = ({ file }: Pick<NodeAt, 'file'>): string => `secret-${parseInt(file.name, 10)}.`;

  async #root(where: Where): Promise<NodeRow> {
    const { cm1, ce2 } = this.#drive.host.ids;
    switch (where.space) {
      case 'own':
        return this.#fill.root(ownSpace(await this.#idOf(where.by)));
      case 'cm1':
        return this.#fill.root(groupSpace(cm1));
      case 'ce2':
        return this.#fill.root(groupSpace(ce2));
      case 'option':
        return this.#fill.root(groupSpace(await this.#option()));
      case 'team':
        return this.#fill.root(teamSpace(cm1));
      case 'school':
        return this.#fill.root(SCHOOL_SPACE);
    }
  }

  async #option(): Promise<string> {
    const ties = await this.#drive.host.host.directory.ties(await this.#idOf('pupil'), SCHOOL);
    return ties.find(({ group }) => group.name === 'Théâtre')?.group.id ?? '';
  }

  #idOf(who: Who): Promise<string> {
    return this.#drive.host.ids.login(LOGINS[who].toLowerCase());
  }

  get #nodes() {
    return this.#drive.tables(SCHOOL).repository(NodeRow);
  }
}
