// SPDX-License-Identifier: EUPL-1.2
// Components for the pages of bricks: typed TSX, rendered on the server. Bricks write no markup of Bootstrap; classes of
// their own are in their style sheets (`styles` of the manifest).
export * from './actions.js';
export * from './avatar.js';
export { Button, type ButtonKind, type ButtonProps } from './button.js';
export * from './card.js';
export * from './check-field.js';
export * from './choice-field.js';
export type { Count } from './count.js';
export * from './crumbs.js';
export * from './date-field.js';
export type { FieldProps } from './field-notes.js';
export * from './figures.js';
export * from './file-field.js';
export * from './file-kind.js';
export * from './logo-scene.js';
export { Icon, type IconProps } from './icon.js';
export * from './link-button.js';
export * from './listen-button.js';
export * from './neighbours.js';
export * from './note.js';
export * from './page-head.js';
export * from './pick-row.js';
export * from './preview.js';
export * from './brick-badge.js';
export * from './fact-list.js';
export * from './row.js';
export * from './section.js';
export * from './select-field.js';
export * from './split.js';
export * from './switch-field.js';
export * from './tabs.js';
export * from './tag.js';
export * from './text-field.js';
export * from './ticks-field.js';
export * from './tile.js';
export * from './aside.js';
