// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../../context/host-context.js';
import { translator } from '../../infra/i18n/translate.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { brickDataIn, type BrickDataContext } from '../../domain/bricks/brick-data-in.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import type { SchoolFacts } from './school-facts.js';

/** The time for which the page waits for a brick, in milliseconds. */
const PATIENCE = 2_000;

/** The maximum number of sentences of a brick, and characters in each. */
const MOST = { sentences: 5, characters: 200 };

/**
 * A brick's own sentences about the data that it keeps of the school while it is off, from its own rows of this school (T7). Undefined
 * when the brick fails: an error, an invalid answer or a timeout does not break the page (P11).
 */
export async function readStoredDataSummary(
  context: BrickDataContext & Pick<HostContext, 'log'>,
  brick: LoadedBrick,
  { school, language, format }: SchoolFacts,
): Promise<readonly string[] | undefined> {
  if (brick.state === 'failed') return undefined;
  const { describeStoredData, manifest, id } = brick;
  if (!describeStoredData) return [];
  const { db } = brickDataIn(context, brick, school.uai);
  const t = translator(manifest.locales, language, false);
  try {
    const described = await withTimeout(PATIENCE, () =>
      Promise.resolve().then(() => describeStoredData({ db, t, format })),
    );
    if (!Array.isArray(described)) throw new TypeError(`${id} returned no list of sentences`);
    const sentences = described.slice(0, MOST.sentences).map((sentence) => shortened(String(sentence)));
    return sentences.filter((sentence) => sentence !== '');
  } catch (error) {
    context.log.warn({ brick: id, uai: school.uai, err: error }, 'the brick could not describe its stored data');
    return undefined;
  }
}

function shortened(sentence: string): string {
  return sentence.length <= MOST.characters ? sentence : `${sentence.slice(0, MOST.characters - 1)}…`;
}
