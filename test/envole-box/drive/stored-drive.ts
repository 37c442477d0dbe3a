// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

/** Ids of folders and files by their names, by which addresses name them. Only ids are read here: all else goes through pages. */
export class StoredDrive {
  readonly #dataSource: Host['database']['dataSource'];

  constructor({ database }: Pick<Host, 'database'>) {
    this.#dataSource = database.dataSource;
  }

  /** The root of a space. @param holder such as `group:` and the id of the group, or `school` */
  root(uai: string, holder: string): Promise<string> {
    const ofSpace = 'SELECT id FROM file_share_space WHERE school = ? AND holder = ?';
    const sql = `SELECT id FROM file_share_node WHERE school = ? AND foldedName = '' AND parentId IN (${ofSpace})`;
    return this.#id(sql, uai, uai, holder);
  }

  /** A folder or file in a folder. */
  inFolder(folderId: string, name: string): Promise<string> {
    return this.#id('SELECT id FROM file_share_node WHERE parentId = ? AND name = ?', folderId, name);
  }

  async #id(sql: string, ...values: string[]): Promise<string> {
    const [row] = await this.#dataSource.query<{ id: string }[]>(sql, values);
    if (!row) throw new Error(`No row: ${sql} [${values.join(', ')}]`);
    return row.id;
  }
}
