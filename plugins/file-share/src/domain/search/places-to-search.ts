// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { groupSpace, holderOf, teamSpace, type SpaceRef } from '../../store/space-ref.js';
import { rootScope } from '../scope/root-scope.js';
import { readScope } from '../scope/node-scopes.js';
import { spacesOf } from '../space/spaces-of.js';
import { SpaceRow } from '../../store/space.entity.js';
import { PAST } from './search.input.js';

/** A space in which a user may look, with the profiles by which they read it. */
export interface PlaceToSearch {
  readonly spaceId: string;
  readonly space: SpaceRef;
  /** « CM1-CM2 », « Mes fichiers » */
  readonly name: string;
  readonly profiles: readonly Profile[];
}

/** A choice of the form: everywhere, or one space. */
export interface SearchChoice {
  readonly value: string;
  readonly label: string;
}

interface Named {
  readonly space: SpaceRef;
  readonly name: string;
  /** `PAST`, or the holder of the space. */
  readonly choice: string;
}

type PlacesRequest = Pick<FileShareRequest, 'access' | 'user' | 't' | 'db'>;

/** The spaces of this year and of former classes that the user may read and that hold something. */
export async function placesToSearch(wanted: string | undefined, request: PlacesRequest): Promise<PlaceToSearch[]> {
  const named = await spacesToSearch(request);
  const asked = named.filter(({ choice }) => wanted === undefined || choice === wanted);
  const rows = await request.db
    .repository(SpaceRow)
    .find({ where: { holder: In(asked.map(({ space }) => holderOf(space))) } });
  const ids = new Map(rows.map(({ holder, id }) => [holder, id]));
  const places = asked.map(async ({ space, name }) => {
    const spaceId = ids.get(holderOf(space));
    if (spaceId === undefined) return [];
    const profiles = await request.access.heldAs('read', readScope(rootScope(space)));
    return profiles.length === 0 ? [] : [{ spaceId, space, name, profiles }];
  });
  return (await Promise.all(places)).flat();
}

/** The choices of the form besides « Partout ». */
export async function searchChoices(request: PlacesRequest): Promise<SearchChoice[]> {
  const named = await spacesToSearch(request);
  const choices = named
    .filter(({ choice }) => choice !== PAST)
    .map(({ choice, name }) => ({ value: choice, label: name }));
  const hasPast = named.some(({ choice }) => choice === PAST);
  return [...choices, ...(hasPast ? [{ value: PAST, label: request.t('tabs.lastYear') }] : [])];
}

async function spacesToSearch(request: PlacesRequest): Promise<Named[]> {
  const current = (await spacesOf(request)).map((one) => ({ ...one, choice: holderOf(one.space) }));
  const groups = await request.access.pastGroups('read');
  const past = groups.flatMap(({ id, name }) => [
    { space: groupSpace(id), name, choice: PAST },
    { space: teamSpace(id), name: request.t('team.title', { class: name }), choice: PAST },
  ]);
  return [...current, ...past];
}
