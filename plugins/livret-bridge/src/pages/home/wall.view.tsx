// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export interface WallProps {
  readonly laid: number;
  readonly total: number;
  /** The same in words. */
  readonly words: string;
}

/** Bricks in a row, and the distance from one to the next. */
const IN_ROW = 12;
const [STEP, ROW] = [40, 18];

/** A wall of bricks, laid from the bottom: one brick for each bilan. */
export function Wall({ laid, total, words }: WallProps): VNode {
  const rows = Math.max(1, Math.ceil(total / IN_ROW));
  const width = IN_ROW * STEP + (rows > 1 ? ROW : 0);
  return (
    <svg class="v-wall" viewBox={`0 0 ${String(width)} ${String(rows * ROW)}`} role="img" aria-label={words}>
      {Array.from({ length: total }, (_, index) => (
        <Brick key={index} index={index} rows={rows} isLaid={index < laid} />
      ))}
    </svg>
  );
}

function Brick({
  index,
  rows,
  isLaid,
}: {
  readonly index: number;
  readonly rows: number;
  readonly isLaid: boolean;
}): VNode {
  const row = Math.floor(index / IN_ROW);
  const edge = isLaid ? 0 : 0.5;
  const x = (index % IN_ROW) * STEP + (row % 2) * ROW + edge;
  const y = (rows - 1 - row) * ROW + edge;
  const size = { width: 36 - 2 * edge, height: 14 - 2 * edge };
  return <rect class={isLaid ? 'livret-bridge-laid' : 'v-wall-off'} x={x} y={y} rx="3.5" {...size} />;
}
