// SPDX-License-Identifier: EUPL-1.2
import {
  oncePerRequest,
  type BrickDirectory,
  type CurrentUser,
  type Member,
  type SchoolWork,
} from '@volee/core-adapter';

interface MemberReader extends Pick<SchoolWork, 'db'> {
  readonly user: Pick<CurrentUser, 'id'>;
  readonly directory: Pick<BrickDirectory, 'persons'>;
}

/** The user with their level, as the only one of a list; read once in a request. */
export const ownMember = oncePerRequest(async ({ user, directory }: MemberReader): Promise<readonly Member[]> => [
  ...(await directory.persons([user.id])).values(),
]);
