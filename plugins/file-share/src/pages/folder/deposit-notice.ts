// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { FileShareTexts } from '../../brick-types.js';
import type { Deposited } from '../../domain/upload/deposit-files.js';

/** The maximum number of names in the sentence; with more, people look at the list of files. */
const TOLD = 10;

/** The notice after a plain form: the number of stored files, the names of those that were renamed, and the people who see them. */
export function depositNotice(
  files: readonly Deposited[],
  { t, format }: { t: FileShareTexts; format: Pick<Format, 'list'> },
  seenBy?: string,
): string {
  const count = files.length;
  if (count === 0) return t('deposit.nothing');
  const stored = storedWords(files, { t, format });
  return seenBy === undefined ? stored : `${stored}. ${seenBy}`;
}

function storedWords(
  files: readonly Deposited[],
  { t, format }: { t: FileShareTexts; format: Pick<Format, 'list'> },
): string {
  const count = files.length;
  const renamed = files.filter(({ isRenamed }) => isRenamed).map(({ name }) => name);
  if (renamed.length === 0) return t('deposit.done', { count });
  const names = format.list(renamed.length > TOLD ? [...renamed.slice(0, TOLD), '…'] : renamed);
  return t('deposit.renamed', { count, renamed: renamed.length, names });
}
