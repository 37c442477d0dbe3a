// SPDX-License-Identifier: EUPL-1.2
// Draws PDF files in the page with pdf.js, which runs no script of a file.

/** The largest picture inside a PDF that is drawn, and the largest page on this device, in pixels. */
const LARGEST_PICTURE = 50_000_000;
const LARGEST_PAGE = 8_000_000;

/**
 * Shows the pages of a PDF in place of the link to its download.
 * @param {HTMLElement} stage
 * @param {{ library: string, worker: string, wasm: string, words: Record<string, string> }} meta
 * @returns a function that shows them larger, smaller or turned
 * @throws when the file cannot be read
 */
export async function showPdf(stage, { library, worker, wasm, words }) {
  const said = stage.querySelector('[role=status]');
  said.textContent = words.opening;
  const pdfjs = await import(library);
  pdfjs.GlobalWorkerOptions.workerSrc = worker;
  const link = stage.querySelector('[data-pdf]');
  const options = { wasmUrl: wasm, isEvalSupported: false, disableAutoFetch: true, maxImageSize: LARGEST_PICTURE };
  const file = await pdfjs.getDocument({ url: link.href, ...options }).promise;
  const first = (await file.getPage(1)).getViewport({ scale: 1 });
  const look = { zoom: 1, turn: 0 };
  const pages = new Map();
  const inSight = new Set();
  const sight = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
        attempt(isIntersecting ? pages.get(target).draw() : pages.get(target).clear());
      }
    },
    { rootMargin: '150%' },
  );
  for (let number = 1; number <= file.numPages; number += 1) {
    const place = makePlace(number, file.numPages, first, words);
    pages.set(place, new PdfPage(pdfjs, place, look, () => file.getPage(number)));
    stage.append(place);
    sight.observe(place);
  }
  link.remove();
  said.textContent = '';
  return (wanted) => {
    Object.assign(look, wanted);
    stage.style.setProperty('--v-zoom', look.zoom);
    for (const place of inSight) attempt(pages.get(place).drawAnew());
  };

  function attempt(drawing) {
    drawing.catch(() => (said.textContent = words.failed));
  }
}

/** The place of a page, as large as the first one until the page itself is read. */
function makePlace(number, of, { width, height }, words) {
  const place = document.createElement('div');
  place.className = 'v-preview-page';
  place.role = 'region';
  place.ariaLabel = words.page.replace('{number}', number).replace('{of}', of);
  place.style.aspectRatio = `${width} / ${height}`;
  return place;
}

class PdfPage {
  #pdfjs;
  #place;
  #look;
  #open;
  /** The drawing under way or done; undefined when the page is not drawn. */
  #drawing;

  constructor(pdfjs, place, look, open) {
    this.#pdfjs = pdfjs;
    this.#place = place;
    this.#look = look;
    this.#open = open;
  }

  draw() {
    this.#drawing ??= this.#draw();
    return this.#drawing;
  }

  drawAnew() {
    this.#drawing = Promise.resolve(this.#drawing).then(() => this.#draw());
    return this.#drawing;
  }

  /** A phone has little memory for pictures of pages. The text stays for searching and for screen readers. */
  async clear() {
    await this.#drawing;
    this.#place.querySelector('canvas')?.remove();
    this.#drawing = undefined;
  }

  async #draw() {
    const page = await this.#open();
    const rotation = (page.rotate + this.#look.turn) % 360;
    const whole = page.getViewport({ scale: 1, rotation });
    const place = this.#place;
    place.style.aspectRatio = `${whole.width} / ${whole.height}`;
    const scale = place.clientWidth / whole.width;
    const finest = Math.sqrt(LARGEST_PAGE / (whole.width * whole.height));
    const viewport = page.getViewport({ scale: Math.min(scale * devicePixelRatio, finest), rotation });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.ariaHidden = 'true';
    await page.render({ canvas, viewport }).promise;
    place.querySelector('canvas')?.remove();
    place.prepend(canvas);
    await this.#write(page, page.getViewport({ scale, rotation }));
    page.cleanup();
  }

  /** The text over the picture of the page: it can be read out, searched and copied. */
  async #write(page, viewport) {
    const place = this.#place;
    place.style.setProperty('--total-scale-factor', viewport.scale);
    const container = document.createElement('div');
    container.className = 'v-preview-words';
    await new this.#pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render();
    place.querySelector('.v-preview-words')?.remove();
    place.append(container);
  }
}
