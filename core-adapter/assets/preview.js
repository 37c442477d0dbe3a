// SPDX-License-Identifier: EUPL-1.2
// Enlarges and turns the pictures and PDF files that a page shows. Without this script pictures still show, and a PDF is a download.

const meta = JSON.parse(document.querySelector('meta[name=preview]').content);
const tools = document.getElementById('v-preview-tools');
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4];
/** The part of the window that a picture fills at most, as `preview.css` says. */
const HEIGHT = 0.85;

for (const preview of document.querySelectorAll('.v-preview[data-shows]')) void equip(preview);

/** @param {HTMLElement} preview */
async function equip(preview) {
  const stage = preview.querySelector('.v-preview-stage');
  const look = { zoom: 1, turn: 0 };
  const show = preview.dataset.shows === 'pdf' ? await openPdf(stage) : () => layPicture(stage, look);
  if (!show) return;
  const bar = preview.querySelector('.v-preview-tools');
  bar.prepend(tools.content.cloneNode(true));
  const [reduce, enlarge, turn] = bar.querySelectorAll('button');
  reduce.onclick = () => zoom(-1);
  enlarge.onclick = () => zoom(1);
  turn.onclick = () => change({ turn: (look.turn + 90) % 360 });
  // The width of the stage follows that of the window.
  let width = stage.clientWidth;
  new ResizeObserver(() => {
    if (width === stage.clientWidth) return;
    width = stage.clientWidth;
    show(look);
  }).observe(stage);

  function zoom(by) {
    change({ zoom: ZOOMS[ZOOMS.indexOf(look.zoom) + by] ?? look.zoom });
  }

  function change(to) {
    Object.assign(look, to);
    // A disabled button would lose the focus.
    reduce.setAttribute('aria-disabled', look.zoom === ZOOMS[0]);
    enlarge.setAttribute('aria-disabled', look.zoom === ZOOMS.at(-1));
    // The arrow keys move within what is larger than its place.
    if (look.zoom > 1) stage.tabIndex = 0;
    else stage.removeAttribute('tabindex');
    show(look);
  }
}

/** @returns the function that shows the pages as they are wanted; undefined when the PDF cannot be drawn */
async function openPdf(stage) {
  try {
    const { showPdf } = await import(meta.module);
    return await showPdf(stage, meta);
  } catch {
    stage.querySelector('[role=status]').textContent = meta.words.failed;
    return undefined;
  }
}

/** @param {{ zoom: number, turn: number }} look `turn`: degrees, clockwise */
function layPicture(stage, { zoom, turn }) {
  const picture = stage.querySelector('img');
  if (zoom === 1 && turn === 0) {
    picture.removeAttribute('style');
    picture.parentElement.removeAttribute('style');
    return;
  }
  const { naturalWidth, naturalHeight } = picture;
  const isSideways = turn % 180 !== 0;
  const [width, height] = isSideways ? [naturalHeight, naturalWidth] : [naturalWidth, naturalHeight];
  const { paddingLeft, paddingRight } = getComputedStyle(stage);
  const room = stage.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const scale = zoom * Math.min(room / width, (HEIGHT * innerHeight) / height, 1);
  Object.assign(picture.parentElement.style, { width: `${width * scale}px`, height: `${height * scale}px` });
  Object.assign(picture.style, {
    ...{ position: 'absolute', top: '50%', left: '50%', maxWidth: 'none', maxHeight: 'none' },
    ...{ width: `${naturalWidth * scale}px`, height: `${naturalHeight * scale}px` },
    transform: `translate(-50%, -50%) rotate(${turn}deg)`,
  });
}
