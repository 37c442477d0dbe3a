// SPDX-License-Identifier: EUPL-1.2
// Texts of forms on this device, for `kept.js`. Each page has a place of its own for the text of a form: two tabs overwrite and delete nothing
// of each other. What the pages before could not save goes to the server from the next page with that form (ADR 142).
import { forgetText as forget, loadTexts, textNames, textOf } from './device.js';
import { newVersion, post, REFUSALS, words } from './kept-fields.js';

export { isOnPageOnly, storeText } from './device.js';

/** @type {Map<string, [string, object]>} The name and the text of another page that a form shows, by the name of its own text. */
const shown = new Map();
/** @type {Map<HTMLFormElement, import('./kept-form.js').KeptForm>} Forms with texts of other pages that did not reach the server. */
const left = new Map();

export function forgetText(name) {
  forget(name);
  if (shown.has(name)) forget(...shown.get(name));
  shown.delete(name);
}

/** Takes over what earlier pages could not save. @param {Map<HTMLFormElement, import('./kept-form.js').KeptForm>} forms */
export async function wakeAll(forms) {
  await loadTexts();
  wakeEach(forms);
}

const wakeEach = (forms) => [...forms].forEach(([form, kept]) => void wake(form, kept));

/** The newest text is shown, and the next one is offered beside it. */
async function wake(form, kept) {
  left.delete(form);
  const names = textNames(`kept ${form.dataset.kept}`).filter((name) => name !== kept.name);
  const newest = names.pop();
  let isBeside = false;
  for (const name of names.reverse()) isBeside = (await hand(form, kept, name)) || isBeside;
  const text = textOf(newest);
  if (!text) return;
  if (!isOnServer(form, text) && kept.takeOver(text)) return void shown.set(kept.name, [newest, text]);
  isBeside = (await hand(form, kept, newest)) || isBeside;
  // The page then offers that text. A reload would lose chosen files.
  if (isBeside && !kept.isUntaken && ![...form.elements].some(({ files }) => files?.length)) location.reload();
}

/** Gives a text of another page to the server. @returns whether the server has it now, and did not have it when it made the page */
async function hand(form, kept, name) {
  const text = textOf(name);
  if (!text) return false;
  const isThere = isOnServer(form, text);
  if (!isThere) {
    const { fields, after, isKnown, at } = text;
    const place = { page: words.page, key: form.dataset.kept };
    const save = { do: 'keep', fields, after, isKnown, age: Math.max(0, Date.now() - at), version: newVersion() };
    const { status } = await post({ ...place, ...save });
    if (status !== 200 && !REFUSALS.includes(status)) left.set(form, kept);
    if (status !== 200) return false;
  }
  forget(name, text);
  return !isThere;
}

/** Whether the server took it as its page went. @param {HTMLFormElement} form */
function isOnServer({ dataset }, { fields }) {
  return JSON.stringify(JSON.parse(dataset.keptState ?? '{}').fields) === JSON.stringify(fields);
}

for (const type of ['online', 'focus']) addEventListener(type, () => wakeEach(left));
