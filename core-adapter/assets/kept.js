// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed into forms on the server, within two seconds, and fills it in again (ADR 111). Forms work without this script.
import { isFilling, isKept, LIMIT } from './kept-fields.js';
import { forgetLate, KeptForm, useDevice } from './kept-form.js';

/** @type {Map<HTMLFormElement, KeptForm>} */
const forms = new Map();

/** @returns {KeptForm | undefined} the text of a form; the page may have got the form later, as by `live.js` */
function keptOf(form) {
  if (!form?.dataset.kept) return undefined;
  const known = forms.get(form) ?? new KeptForm(form);
  forms.set(form, known);
  return known;
}

// A visit that nobody sees does not need the script of the device, unless an earlier page has left a text there. A text that comes to the
// device later is that of another tab.
if (document.querySelector('meta[name=device-key]')) {
  let isAsked = false;
  const read = async (isFirst) => {
    if (isAsked) return;
    isAsked = true;
    const module = await import('./kept-device.js').catch(() => undefined);
    isAsked = module !== undefined;
    if (!module) return;
    useDevice(module);
    for (const one of forms.values()) one.storeTyped();
    if (isFirst) void module.wakeAll(forms);
  };
  // Pointers move often: the page is searched until the script is asked for.
  const readForForm = () => !isAsked && document.querySelector('form[data-kept]') && void read();
  if (hasStored()) void read(true);
  else if (document.activeElement?.form?.dataset.kept) void read();
  // The first sign of somebody at the page: the network may have gone when they begin to type. « online »: it had gone.
  for (const type of ['pointermove', 'touchstart', 'keydown', 'focusin'])
    document.addEventListener(type, readForForm, { passive: true });
  addEventListener('online', readForForm);
}

function hasStored() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

const begin = () => document.querySelectorAll('form[data-kept]').forEach(keptOf);
begin();
forgetLate();
// `live.js` puts other forms in the place of those that nobody uses.
if (document.querySelector('[data-live]'))
  new MutationObserver(begin).observe(document.body, { childList: true, subtree: true });

for (const type of ['input', 'change'])
  document.addEventListener(type, ({ target }) => {
    if (!isFilling && target.form && target.name && isKept(target)) keptOf(target.form)?.changed(target);
  });

/** Forms that wait for texts, and those that have waited. */
const [waiting, ready] = [new WeakSet(), new WeakSet()];
document.addEventListener(
  'submit',
  (event) => {
    const { target, submitter } = event;
    // A button with `data-keep="no"` does not take the text of its form, which is saved as that of another one.
    const own = submitter?.dataset.keep === 'no' ? undefined : keptOf(target);
    if (!ready.delete(target) && [...forms.values()].some((one) => one.isUntaken)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return void sendOnceSaved(target, submitter, own);
    }
    own?.send();
    own?.nameVersions(submitter);
    // A script of the page may stop the form, and send it later.
    setTimeout(() => event.defaultPrevented && own?.stay());
  },
  { capture: true },
);

/** Sends a form once its text is saved: until then it stays. The texts of other forms get the time of one save. */
async function sendOnceSaved(form, submitter, own) {
  if (waiting.has(form)) return;
  waiting.add(form);
  const others = [...forms.values()].filter((one) => one !== own && one.isUntaken);
  const saved = Promise.all(others.map((one) => one.save()));
  const limit = new Promise((resolve) => setTimeout(resolve, LIMIT));
  const [mayGo] = await Promise.all([own?.saveToSend() ?? true, Promise.race([saved, limit])]);
  waiting.delete(form);
  if (!mayGo) return;
  ready.add(form);
  // The part with the button may have been read again meanwhile.
  const { name, value, isConnected } = submitter ?? {};
  form.requestSubmit(isConnected === false ? form.querySelector(`[name="${name}"][value="${value}"]`) : submitter);
  ready.delete(form);
}

for (const type of ['online', 'focus'])
  addEventListener(type, () => [...forms.values()].forEach((one) => void one.save()));
addEventListener('pagehide', () => [...forms.values()].forEach((one) => one.saveLast()));
addEventListener('pageshow', ({ persisted }) =>
  [...forms.values()].forEach((one) => (persisted ? one.stay() : one.noteRestored())),
);
addEventListener('beforeunload', (event) => {
  if ([...forms.values()].some((one) => one.isAway)) event.preventDefault();
});
