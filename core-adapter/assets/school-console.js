// SPDX-License-Identifier: EUPL-1.2
// Shows what a choice would do while it is being made. Without it, the button « Voir qui l'aura » asks for the same page.

/** Milliseconds without a change before the page is asked for. */
const PAUSE = 250;
/** @type {HTMLFormElement | null} */
const form = document.querySelector('form[data-preview]');
if (form) watch(form);

/** @param {HTMLFormElement} form */
function watch(form) {
  const region = form.querySelector('[data-effect]');
  const status = form.querySelector('[data-status]');
  let running = new AbortController();
  let timer = 0;

  hideButton(region);
  form.addEventListener('input', () => {
    running.abort();
    region.setAttribute('aria-busy', 'true');
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
  // A button that cannot act yet has its reason beside it.
  form.addEventListener('submit', (event) => {
    if (event.submitter?.getAttribute('aria-disabled') === 'true') event.preventDefault();
  });

  async function refresh() {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      const query = new URLSearchParams(new FormData(form));
      query.set('part', 'effect');
      const response = await fetch(`${form.dataset.preview}?${query}`, { signal, headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const fresh = page.querySelector('[data-effect]');
      // When the session is over, or the brick is gone, the whole page says so better than a part of it.
      if (!fresh) return form.requestSubmit(region.querySelector('[data-without-script]'));
      if (!signal.aborted) show(fresh);
    } catch (error) {
      if (error.name === 'AbortError') return;
      // The button sends the request instead: none is on its way any more.
      region.removeAttribute('aria-busy');
      hideButton(region, false);
    }
  }

  /** @param {Element} fresh */
  function show(fresh) {
    const held = region.contains(document.activeElement) ? document.activeElement.getAttribute('name') : null;
    hideButton(fresh);
    region.replaceChildren(...fresh.childNodes);
    region.removeAttribute('aria-busy');
    if (held) region.querySelector(`[name="${held}"]`)?.focus();
    status.textContent = fresh.dataset.effect;
  }
}

function hideButton(region, hidden = true) {
  region.querySelector('[data-without-script]').hidden = hidden;
}
