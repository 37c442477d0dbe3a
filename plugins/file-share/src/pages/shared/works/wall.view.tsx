// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** The bricks of a work: one for each pupil. */
export interface WallModel {
  readonly handedIn: number;
  readonly started: number;
  readonly untouched: number;
  /** « 10 rendus, 5 commencés, 9 pas encore ouverts » */
  readonly label: string;
}

const IN_ROW = 12;
const BRICK = { width: 40, height: 18, gap: 5, shift: 22.5 };
const SMALL = { width: 9, height: 14, gap: 3 };
/** Bricks of few pupils are as large as those of many. */
const LEAST_PLACES = 20;

/** The wall of one work: courses of bricks, each shifted by half a brick, the lowest laid first. */
export function Wall(wall: WallModel): VNode {
  const looks = looksOf(wall);
  const rows = Math.max(1, Math.ceil(looks.length / IN_ROW));
  const step = BRICK.height + BRICK.gap;
  const width = IN_ROW * (BRICK.width + BRICK.gap) + BRICK.shift - BRICK.gap;
  return (
    <svg
      class="v-wall"
      viewBox={`-1 -1 ${width + 2} ${rows * step - BRICK.gap + 2}`}
      role="img"
      aria-label={wall.label}
    >
      {looks.map((look, index) => {
        const row = Math.floor(index / IN_ROW);
        const x = (index % IN_ROW) * (BRICK.width + BRICK.gap) + (row % 2) * BRICK.shift;
        return <Brick key={index} look={look} x={x} y={(rows - 1 - row) * step} {...BRICK} />;
      })}
    </svg>
  );
}

/** One line of bricks, for a list. */
export function SmallWall(wall: WallModel): VNode {
  const looks = looksOf(wall);
  const step = SMALL.width + SMALL.gap;
  return (
    <svg
      class="v-wall file-share-small-wall"
      viewBox={`-1 -1 ${Math.max(looks.length, LEAST_PLACES) * step} ${SMALL.height + 2}`}
      role="img"
      aria-label={wall.label}
    >
      {looks.map((look, index) => (
        <Brick key={index} look={look} x={index * step} y={0} {...SMALL} />
      ))}
    </svg>
  );
}

/** One brick beside its word in the key. */
export function KeyBrick({ look }: { readonly look: BrickLook }): VNode {
  return (
    <svg viewBox="-1 -1 30 16" aria-hidden="true">
      <Brick look={look} x={0} y={0} width={28} height={14} />
    </svg>
  );
}

export type BrickLook = 'on' | 'was' | 'off';

const LOOKS = { on: 'file-share-wall-on', was: 'file-share-wall-was', off: 'v-wall-off' };

interface BrickProps {
  readonly look: BrickLook;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function Brick({ look, x, y, width, height }: BrickProps): VNode {
  return <rect class={LOOKS[look]} x={x} y={y} width={width} height={height} rx={3.5} />;
}

function looksOf({ handedIn, started, untouched }: WallModel): BrickLook[] {
  const some = (count: number, look: BrickLook): BrickLook[] => Array.from({ length: count }, () => look);
  return [...some(handedIn, 'on'), ...some(started, 'was'), ...some(untouched, 'off')];
}
