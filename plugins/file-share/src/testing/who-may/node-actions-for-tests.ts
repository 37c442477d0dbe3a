// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { TestExchange, TestPerson } from '@volee/core-adapter/testing';
import {
  depositPath,
  favouritePath,
  filePath,
  folderIdPath,
  newFolderPath,
  nodePath,
  PICK_PATH,
  readersPath,
  renamePath,
  SEARCH_PATH,
  TAKE_PATH,
  uploadsPath,
} from '../../paths.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { Who } from './people-for-tests.js';

/** Actions of a person in a place: see the folder, read the file, add to the folder, change the file, choose the readers of the file. */
export type Right = 'see' | 'read' | 'add' | 'change' | 'word';

/** A folder, and a file in it. */
export interface NodeAt {
  readonly folder: NodeRow;
  readonly file: NodeRow;
  readonly until: string;
  readonly ownFiles: ReadonlyMap<Who, NodeRow>;
}

/** An address of folders and files. */
export interface NodeAction {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly needs: Right;
  /** The status for a person with the right. */
  readonly done: number;
  /** The status for a person without the right that reads the file or, for something added, sees the folder. Default: 404, as for all others. */
  readonly ifSeen?: number;
  /** Guardians change nothing, and are stopped at the door. */
  readonly guardians?: 403;
  readonly isOnce?: true;
  /** The form may find nothing to change. */
  readonly isIdle?: true;
  /** The page names the file to those that read it. */
  readonly tells?: true;
  send(at: NodeAt, person: TestPerson, who: Who): TestExchange;
}

const page = { method: 'GET', done: 200 } as const;
const form = { method: 'POST', done: 303, guardians: 403 } as const;
const random = (): string => randomBytes(16).toString('hex');

function pick(action: 'move' | 'copy' | 'trash'): NodeAction['send'] {
  return ({ file }, person) => person.post(PICK_PATH).form({ action, ids: file.id, to: 'own' });
}

const READING: readonly NodeAction[] = [
  {
    ...{ name: 'opens the folder', ...page, needs: 'see', tells: true },
    send: ({ folder }, person) => person.get(folderIdPath(folder.id)),
  },
  { name: 'reads it', ...page, needs: 'read', tells: true, send: ({ file }, person) => person.get(filePath(file)) },
  {
    ...{ name: 'opens the page about it', ...page, needs: 'read', tells: true },
    send: ({ file }, person) => person.get(nodePath(file)),
  },
  {
    ...{ name: 'takes it out', ...page, done: 303, needs: 'read' },
    send: ({ file }, person) => person.get(`${TAKE_PATH}?ids=${file.id}`),
  },
  {
    ...{ name: 'is asked where it goes', ...page, needs: 'change', ifSeen: 400, guardians: 403, tells: true },
    send: ({ file }, person) => person.get(`${PICK_PATH}?action=move&ids=${file.id}`),
  },
  {
    ...{ name: 'marks it', method: 'POST', done: 303, needs: 'read' },
    send: ({ file }, person) => person.post(favouritePath(file)).form({}),
  },
  { name: 'copies it', ...form, needs: 'read', send: pick('copy') },
];

const CHANGING: readonly NodeAction[] = [
  {
    ...{ name: 'adds a file', ...form, needs: 'add' },
    send: ({ folder }, person) => person.post(depositPath(folder)).files({ 'ajout.txt': 'x' }),
  },
  {
    ...{ name: 'sends a file under a key', ...form, done: 200, needs: 'add' },
    send: ({ folder }, person) => person.post(`${uploadsPath(folder)}/${random()}`).files({ 'clé.txt': 'x' }),
  },
  {
    ...{ name: 'makes a folder', ...form, needs: 'add' },
    send: ({ folder }, person) => person.post(newFolderPath(folder)).form({ name: 'Nouveau' }),
  },
  {
    ...{ name: 'copies something into the folder', ...form, needs: 'add', ifSeen: 403 },
    send: ({ folder, ownFiles }, person, who) =>
      person.post(PICK_PATH).form({ action: 'copy', ids: ownFiles.get(who)?.id ?? folder.id, to: folder.id }),
  },
  {
    ...{ name: 'renames it', ...form, needs: 'change' },
    send: ({ file }, person) => person.post(renamePath(file)).form({ name: random() }),
  },
  {
    ...{ name: 'chooses its readers', ...form, needs: 'word', isIdle: true },
    send: ({ file }, person) => person.post(readersPath(file)).form({ readers: file.readers }),
  },
  { name: 'moves it', ...form, needs: 'change', ifSeen: 400, isOnce: true, send: pick('move') },
  { name: 'puts it into the trash', ...form, needs: 'change', ifSeen: 400, isOnce: true, send: pick('trash') },
];

/** Each address of folders and files, with the right that it needs. */
export const NODE_ACTIONS: readonly NodeAction[] = [...READING, ...CHANGING];

/** The search in all that a person sees: it is open to all, and names the file to those that read it. */
export const SEARCH: Pick<NodeAction, 'name' | 'method' | 'done' | 'send'> = {
  ...{ name: 'searches it', method: 'GET', done: 200 },
  send: ({ file }, person) => person.get(`${SEARCH_PATH}?q=${parseInt(file.name, 10)}-`),
};
