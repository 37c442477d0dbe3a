// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { personCalled, storedId } from '../story-options.js';
import { Visits } from '../week/visits.js';
import { inventedFile, type FileSheet } from './invented-file.js';

/** Ids of folders and files by their names, by which addresses name them. Only ids are read here: all else goes through pages. */
class StoredDrive {
  readonly #host: Pick<Host, 'database'>;

  constructor(host: Pick<Host, 'database'>) {
    this.#host = host;
  }

  /** The root of a space. @param holder such as `group:` and the id of the group, or `school` */
  root(uai: string, holder: string): Promise<string> {
    const ofSpace = 'SELECT id FROM file_share_space WHERE school = ? AND holder = ?';
    const sql = `SELECT id FROM file_share_node WHERE school = ? AND foldedName = '' AND parentId IN (${ofSpace})`;
    return storedId(this.#host, sql, uai, uai, holder);
  }

  inFolder(folderId: string, name: string): Promise<string> {
    return storedId(this.#host, 'SELECT id FROM file_share_node WHERE parentId = ? AND name = ?', folderId, name);
  }
}

/** The brick that the steps use. */
export const DRIVE = 'file-share';

/**
 * The names from a space down to a folder or file: `['CM1-CM2', 'Sciences']`. A space is `Mes fichiers`, `École`, a class or group, or
 * `Équipe` before a class.
 */
export type DrivePath = readonly [space: string, ...names: string[]];

export type ReadersWord = 'families' | 'pupils' | 'teachers';

export interface FolderSheet {
  /** The readers of the folder; by default, those of the folder around it. */
  readonly readers?: ReadersWord;
  /** Whether it is open to pupils. */
  readonly isOpen?: boolean;
}

/** Steps of people of the sample with folders and files of one school, through the pages of the host. */
export class DriveSteps {
  readonly uai: string;
  readonly #host: Host;
  readonly #visits: Visits;
  readonly #stored: StoredDrive;

  constructor({ host, url }: { readonly host: Host; readonly url: string }, uai: string) {
    this.uai = uai;
    this.#host = host;
    this.#visits = new Visits(host, url);
    this.#stored = new StoredDrive(host);
  }

  /** Makes a folder, and sets its readers. */
  async folder(by: string, [...path]: DrivePath, { readers, isOpen = false }: FolderSheet = {}): Promise<void> {
    const name = path.pop() ?? '';
    await this.#send(by, `/folders/${await this.#folderKey(by, path)}/folders`, [['name', name]]);
    if (readers === undefined && !isOpen) return;
    const id = await this.#idOf(by, [...path, name]);
    const open = isOpen ? [['pupilsAdd', 'true'] as const] : [];
    await this.#send(by, `/nodes/${id}/readers`, [['readers', readers ?? 'families'], ...open]);
  }

  async put(by: string, path: DrivePath, ...files: readonly FileSheet[]): Promise<void> {
    const folder = await this.#folderKey(by, path);
    await this.#visits.attach(await this.person(by), this.#path(`/folders/${folder}/files`), files.map(inventedFile));
  }

  async show(by: string, path: DrivePath, readers: ReadersWord): Promise<void> {
    await this.#send(by, `/nodes/${await this.#idOf(by, path)}/readers`, [['readers', readers]]);
  }

  async star(by: string, path: DrivePath): Promise<void> {
    await this.#send(by, `/nodes/${await this.#idOf(by, path)}/favourite`, []);
  }

  /** Puts folders and files into the trash of their space. */
  async trash(by: string, ...paths: readonly DrivePath[]): Promise<void> {
    const ids: (readonly [string, string])[] = [];
    for (const path of paths) ids.push(['ids', await this.#idOf(by, path)]);
    await this.#send(by, '/picked', [['action', 'trash'], ...ids]);
  }

  person(login: string): Promise<string> {
    return personCalled(this.#host, login);
  }

  /** A class or another group of this school year. */
  async group(name: string): Promise<string> {
    const group = (await this.#host.directory.currentGroups(this.uai)).find((one) => one.name === name);
    if (!group) throw new Error(`The school has no group ${name}.`);
    return group.id;
  }

  /** The key of a folder in an address. The root of a space has rows from the first folder or file on: the space stands for it. */
  async #folderKey(by: string, path: readonly string[]): Promise<string> {
    const [space = '', ...names] = path;
    return names.length > 0 ? this.#idOf(by, path) : this.#holderOf(by, space);
  }

  async #idOf(by: string, [space = '', ...names]: readonly string[]): Promise<string> {
    let id = await this.#stored.root(this.uai, await this.#holderOf(by, space));
    for (const name of names) id = await this.#stored.inFolder(id, name);
    return id;
  }

  async #holderOf(by: string, space: string): Promise<string> {
    if (space === 'Mes fichiers') return `own:${await this.person(by)}`;
    if (space === 'École') return 'school';
    const [, ofTeam] = /^Équipe (.+)$/.exec(space) ?? [];
    return ofTeam === undefined ? `group:${await this.group(space)}` : `team:${await this.group(ofTeam)}`;
  }

  async #send(by: string, path: string, fields: readonly (readonly [string, string])[]): Promise<void> {
    await this.#visits.send(await this.person(by), this.#path(path), fields);
  }

  #path(path: string): string {
    return `/s/${this.uai}/${DRIVE}${path}`;
  }
}
