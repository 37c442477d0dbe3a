// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { SCHOOL } from '@volee/core-adapter/testing';
import { claimContent } from '../../domain/content/claim-content.js';
import type { DriveForTests } from './drive-for-tests.js';
import { openSpace } from '../../domain/space/open-space.js';
import type { SpaceRef } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { insertNodes, type NewNode } from '../../domain/tree/insert-nodes.js';

const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const user = { profiles: ['teacher'] as const };

type Added = Partial<NewNode>;

/** Puts folders and files into the spaces of a school, without requests. */
export class FillDrive {
  readonly #tools;
  readonly #storage;

  constructor({ host, tables, storage }: DriveForTests, uai: string = SCHOOL) {
    this.#tools = { db: tables(uai), clock: host.clock, quotas, user };
    this.#storage = storage(uai);
  }

  root(space: SpaceRef): Promise<NodeRow> {
    return openSpace(space, this.#tools);
  }

  folder(parent: NodeRow, name: string, added: Added = {}): Promise<NodeRow> {
    return this.#insert(parent, { name, contentId: null, bytes: 0, addedBy: null, ...added });
  }

  /** Many folders in one transaction. */
  folders(parent: NodeRow, names: readonly string[]): Promise<NodeRow[]> {
    const nodes = names.map((name) => ({ name, contentId: null, bytes: 0, addedBy: null }));
    return insertNodes(parent, nodes, this.#tools);
  }

  /** A folder to which pupils may add. */
  async openFolder(parent: NodeRow, name: string, added: Added = {}): Promise<NodeRow> {
    const folder = await this.folder(parent, name, added);
    await this.#tools.db.repository(NodeRow).update({ id: folder.id }, { pupilsAdd: true });
    return { ...folder, pupilsAdd: true };
  }

  async file(parent: NodeRow, name: string, content = name, added: Added = {}): Promise<NodeRow> {
    const stored = await this.#storage.store(Readable.from([content]), { maxBytes: 1_000_000 });
    const { id: contentId } = await claimContent(stored, this.#tools);
    return this.#insert(parent, { name, contentId, bytes: stored.bytes, addedBy: null, ...added });
  }

  async #insert(parent: NodeRow, node: NewNode): Promise<NodeRow> {
    const [row] = await insertNodes(parent, [node], this.#tools);
    if (!row) throw new Error('An inserted row was not returned.');
    return row;
  }
}
