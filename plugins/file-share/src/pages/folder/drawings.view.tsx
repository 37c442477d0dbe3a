// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { PicName } from './folder-pics.js';

/**
 * The drawings of the tiles, 240 by 128. Their classes take the colours of the tile: `v-paper`, `v-b-plate` and `v-b1` fill, and `v-strokes`
 * draws lines.
 */
export const DRAWINGS: Readonly<Record<PicName, () => VNode>> = {
  sciences: () => (
    <g transform="translate(120 24)">
      <path class="v-paper" d="M-72 86L-22 12H22L72 86Z" />
      <path class="v-b-plate" d="M-22 12H22L34 30Q22 42 12 28Q4 50-8 30Q-20 42-34 30Z" />
      <path class="v-strokes" d="M-72 86L-22 12H22L72 86ZM-10 4Q-16-6-8-14M10 4Q16-6 8-16" />
    </g>
  ),
  french: () => (
    <g transform="translate(120 30)">
      <path class="v-paper" d="M-62 6Q-30-8 0 6V76Q-30 62-62 76ZM62 6Q30-8 0 6V76Q30 62 62 76Z" />
      <path
        class="v-strokes"
        d="M-62 6Q-30-8 0 6V76Q-30 62-62 76ZM62 6Q30-8 0 6V76Q30 62 62 76ZM-48 20Q-30 13-14 19M-48 36Q-30 29-14 35M-48 52Q-30 45-14 51M14 19Q30 13 48 20M14 35Q30 29 48 36"
      />
    </g>
  ),
  maths: () => (
    <>
      <g transform="translate(120 68)">
        <circle class="v-paper" r="40" />
        <path class="v-b-plate" d="M0 0V-40A40 40 0 0 1 34.6 20Z" />
        <circle class="v-strokes" r="40" />
        <path class="v-strokes" d="M0 0V-40M0 0L34.6 20M0 0L-34.6 20" />
      </g>
      <g class="v-b1">
        <rect x="30" y="86" width="28" height="13" rx="4" />
        <rect x="30" y="70" width="28" height="13" rx="4" />
        <rect x="182" y="86" width="28" height="13" rx="4" />
      </g>
    </>
  ),
  history: () => (
    <g transform="translate(120 66)">
      <path class="v-paper" d="M-52 36V-8L0-38L52-8V36Z" />
      <path class="v-strokes" d="M-58 40H58M-52-8L0-38L52-8ZM-36-8V36M-12-8V36M12-8V36M36-8V36" />
      <rect class="v-b-plate" x="-58" y="36" width="116" height="10" rx="3" />
    </g>
  ),
  music: () => (
    <g transform="translate(120 62)">
      <ellipse class="v-b-plate" cx="-26" cy="30" rx="16" ry="12" />
      <ellipse class="v-b-plate" cx="32" cy="20" rx="16" ry="12" />
      <path class="v-strokes" d="M-11 28V-30L47-40V18M-11-14L47-24" />
    </g>
  ),
  families: () => (
    <g transform="translate(120 68)">
      <path class="v-paper" d="M-44 34V-6L0-42L44-6V34Z" />
      <path class="v-strokes" d="M-58 4L0-42L58 4M-44-6V34H44V-6" />
      <rect class="v-b-plate" x="-12" y="4" width="24" height="30" rx="4" />
    </g>
  ),
  box: () => (
    <g transform="translate(120 60)">
      <path class="v-strokes" d="M-56 10V44H56V10M-56 10H-26Q-22 26 0 26Q22 26 26 10H56M0-44V0M-16-14L0 2L16-14" />
    </g>
  ),
  own: () => (
    <g transform="translate(120 66)">
      <path class="v-paper" d="M-40 40V-18Q-40-36-22-36H22Q40-36 40-18V40Z" />
      <path class="v-strokes" d="M-40 40V-18Q-40-36-22-36H22Q40-36 40-18V40ZM-16-36V-44H16V-36M-40 2H40" />
      <rect class="v-b-plate" x="-24" y="14" width="48" height="18" rx="5" />
    </g>
  ),
  folder: () => (
    <g transform="translate(120 64)">
      <path class="v-paper" d="M-52 38V-32Q-52-38-46-38H-16L-4-24H46Q52-24 52-18V38Z" />
      <path class="v-strokes" d="M-52 38V-32Q-52-38-46-38H-16L-4-24H46Q52-24 52-18V38ZM-52-8H52" />
    </g>
  ),
  image: () => (
    <g transform="translate(120 64)">
      <rect class="v-paper" x="-56" y="-42" width="112" height="84" rx="8" />
      <path class="v-b-plate" d="M-56 34L-22-4L6 24L26 6L56 34Q56 42 48 42H-48Q-56 42-56 34Z" />
      <circle class="v-b-plate" cx="28" cy="-18" r="10" />
      <rect class="v-strokes" x="-56" y="-42" width="112" height="84" rx="8" />
    </g>
  ),
  play: () => (
    <g transform="translate(120 64)">
      <rect class="v-paper" x="-56" y="-40" width="112" height="80" rx="10" />
      <rect class="v-strokes" x="-56" y="-40" width="112" height="80" rx="10" />
      <path class="v-b-plate" d="M-14-22L24 0L-14 22Z" />
    </g>
  ),
  table: () => (
    <g transform="translate(120 64)">
      <rect class="v-paper" x="-54" y="-40" width="108" height="80" rx="6" />
      <path class="v-b-plate" d="M-54-16V-34Q-54-40-48-40H48Q54-40 54-34V-16Z" />
      <path class="v-strokes" d="M-54-16H54M-54 12H54M-18-40V40M18-40V40" />
      <rect class="v-strokes" x="-54" y="-40" width="108" height="80" rx="6" />
    </g>
  ),
  zip: () => (
    <g transform="translate(120 66)">
      <path class="v-paper" d="M-46-20L0-42L46-20V24L0 46L-46 24Z" />
      <path class="v-strokes" d="M-46-20L0-42L46-20V24L0 46L-46 24ZM-46-20L0 2L46-20M0 2V46" />
    </g>
  ),
  page: () => (
    <g transform="translate(120 64)">
      <path class="v-paper" d="M-36-46H14L36-24V46H-36Z" />
      <path class="v-strokes" d="M-36-46H14L36-24V46H-36ZM14-46V-24H36M-20-2H20M-20 14H20M-20 30H6" />
    </g>
  ),
};
