// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export interface StrongPoint {
  readonly code: string;
  /** « Tu calcules très bien » */
  readonly sentence: string;
  readonly label: string;
  /** The rows of its wall, from 1 to 4: the position. */
  readonly rows: number;
  readonly colour: 'files' | 'agenda' | 'plum';
}

const [ROWS, HEIGHT, STEP] = [4, 15, 18];

interface StrongProps {
  readonly strong: readonly StrongPoint[];
  readonly title: string;
}

/** The strong points of a pupil, each with a wall that is as high as the position. */
export function StrongList({ strong, title }: StrongProps): VNode {
  return (
    <section aria-labelledby="child-strong">
      <h2 class="visually-hidden" id="child-strong">
        {title}
      </h2>
      <ul class="v-list livret-bridge-strong">
        {strong.map(({ code, sentence, label, rows, colour }) => (
          <li key={code} class={`brick-${colour}`}>
            <Wall rows={rows} />
            <strong>{sentence}</strong>
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two bricks a row, each second row moved aside, laid from the ground up. */
function Wall({ rows }: Pick<StrongPoint, 'rows'>): VNode {
  const laid = Array.from({ length: rows }, (_, index) => ROWS - 1 - index);
  return (
    <svg class="v-wall" viewBox="0 0 112 72" aria-hidden="true">
      {laid.flatMap((row) => {
        const [x, y] = [row % 2 === 0 ? 0 : 10, row * STEP + 1];
        return [
          <rect key={`${String(row)} left`} x={x} y={y} width="50" height={HEIGHT} rx="4" />,
          <rect key={`${String(row)} right`} x={x + 53} y={y} width="38" height={HEIGHT} rx="4" />,
        ];
      })}
    </svg>
  );
}
