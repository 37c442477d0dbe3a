// SPDX-License-Identifier: EUPL-1.2
// The arrow keys lead to the things before and after that of the page, unless somebody types or chooses.
const RELS = { ArrowLeft: 'prev', ArrowRight: 'next' };
/** Fields and regions that scroll have a use for these keys. */
const OWN_ARROWS = 'input, textarea, select, [contenteditable], [tabindex="0"], [data-own-arrows]';

document.addEventListener('keydown', (event) => {
  const rel = RELS[event.key];
  if (!rel || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const scrolls = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  if (scrolls || document.activeElement?.closest(OWN_ARROWS)) return;
  document.querySelector(`[data-neighbours] a[rel="${rel}"]`)?.click();
});
