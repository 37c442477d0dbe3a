// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout, ExampleRequest } from '@volee/core-adapter/testing';
import { groupSpace, ownSpace, SCHOOL_SPACE, teamSpace, type SpaceRef } from '../../store/space-ref.js';
import { uploadMark } from '../../domain/upload/upload-mark.js';
import { exampleFile, exampleFolder, newKey } from './example-node-for-tests.js';

/** One kind of address of a folder: those of roots, and that by id. */
interface Address {
  readonly base: string;
  readonly space: (about: ExampleAbout) => SpaceRef;
}

const ofGroup = ({ groupId }: ExampleAbout): SpaceRef => groupSpace(groupId);
const ADDRESSES: readonly Address[] = [
  { base: '/own', space: ({ personId }) => ownSpace(personId) },
  { base: '/groups/:groupId', space: ofGroup },
  { base: '/teams/:groupId', space: ({ groupId }) => teamSpace(groupId) },
  { base: '/school', space: () => SCHOOL_SPACE },
];

const paramsOf = ({ base }: Address, { groupId }: ExampleAbout): Record<string, string> =>
  base.endsWith(':groupId') ? { groupId } : {};

function rootExample(address: Address): [string, Example] {
  const { base, space } = address;
  return [
    `GET ${base}`,
    async (about) => {
      await exampleFile(about, space(about));
      return { params: paramsOf(address, about) };
    },
  ];
}

async function inFolder(about: ExampleAbout): Promise<{ id: string }> {
  const folder = await exampleFolder(about, groupSpace(about.groupId));
  await exampleFile(about, folder);
  return { id: folder.id };
}

export const folderExamples: Readonly<Record<string, Example>> = {
  ...Object.fromEntries(ADDRESSES.map(rootExample)),
  'POST /own/files': ({ marker }) => ({ files: { [`${marker}.txt`]: marker } }),
  'POST /groups/:groupId/files': ({ groupId, marker }) => ({
    params: { groupId },
    files: { [`${marker}.txt`]: marker },
  }),
  'GET /folders/:id': async (about) => ({ params: await inFolder(about) }),
  'POST /folders/:id/folders': async (about) => ({
    params: await inFolder(about),
    form: { name: `Dossier ${about.marker}` },
  }),
  'POST /folders/:id/files': async (about) => ({
    params: await inFolder(about),
    files: { [`${about.marker}.txt`]: about.marker },
  }),
  'GET /folders/:id/uploads/:key': async (about) => {
    const key = newKey();
    const folder = await exampleFolder(about, groupSpace(about.groupId));
    const mark = uploadMark(about.personId, folder, key);
    await exampleFile(about, folder, { uploadMark: mark });
    return { params: { id: folder.id, key } };
  },
  'POST /folders/:id/uploads/:key': async (about) => ({
    params: { ...(await inFolder(about)), key: newKey() },
    files: { [`${about.marker}.txt`]: about.marker },
  }),
  'GET /files/:id': async (about) => fileOf(about, ofGroup(about)),
  'GET /own/files/:id': (about) => fileOf(about, ownSpace(about.personId)),
  'GET /groups/:groupId/files/:id': async (about) => {
    const { params } = await fileOf(about, ofGroup(about));
    return { params: { ...params, groupId: about.groupId } };
  },
};

async function fileOf(about: ExampleAbout, space: SpaceRef): Promise<ExampleRequest> {
  const { id } = await exampleFile(about, space);
  return { params: { id } };
}

export const aboutExamples: Readonly<Record<string, Example>> = {
  'GET /nodes/:id': (about) => fileOf(about, ofGroup(about)),
  'POST /nodes/:id/rename': async (about) => {
    const { id } = await exampleFile(about, await exampleFolder(about, ofGroup(about)));
    return { params: { id }, form: { name: `Nom ${about.marker}` } };
  },
  'POST /nodes/:id/readers': async (about) => ({
    params: await inFolder(about),
    form: { readers: 'pupils', pupilsAdd: 'true' },
  }),
  'POST /nodes/:id/favourite': (about) => fileOf(about, ofGroup(about)),
  'GET /search': async (about) => {
    // The words of the search are marked in a name, and whole in the names of folders above.
    await exampleFile(about, await exampleFolder(about, ownSpace(about.personId)));
    return { query: { q: about.marker.slice(0, 8) } };
  },
};
