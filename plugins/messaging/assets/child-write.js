// SPDX-License-Identifier: EUPL-1.2
// Shows, while a pupil chooses faces, which adult reads the message first, and what the button does. The script reads the page again with
// the chosen faces; what was typed stays where it is.
import { LONGEST_WAIT, pressAgain } from './press-again.js';

const form = document.querySelector('[data-child-write]');

/** @type {AbortController | undefined} */
let reading;

form?.addEventListener('change', ({ target }) => {
  if (target.name === 'toPerson') void showPlan();
});

let isAsking = false;
let isReached = false;

// The page stays while there is no network: the browser's own page would take its place, and the text would be lost.
form?.addEventListener('submit', (event) => {
  if (isReached) return countPress();
  event.preventDefault();
  if (!isAsking) void sendBy(event.submitter);
});

/** @param {HTMLButtonElement | null} button */
async function sendBy(button) {
  const status = form.querySelector('[data-offline]');
  isAsking = true;
  isReached = await reachesServer();
  isAsking = false;
  if (!isReached) return void (status.textContent = status.dataset.offline);
  pressAgain(form, button);
  isReached = false;
}

/** Whether the host answers, whatever it says. */
function reachesServer() {
  const headers = { 'X-Volee-Background': '1' };
  const options = {
    method: 'HEAD',
    cache: 'no-store',
    redirect: 'manual',
    headers,
    signal: AbortSignal.timeout(LONGEST_WAIT),
  };
  return fetch(form.dataset.childWrite, options).then(
    () => true,
    () => false,
  );
}

/** Numbers the presses, so that of two presses with an edit between them the later one stays, whichever arrives first. */
function countPress() {
  const known = form.elements.turn;
  const turn = known ?? Object.assign(document.createElement('input'), { type: 'hidden', name: 'turn' });
  turn.value = String(Number(turn.value) + 1);
  if (!known) form.append(turn);
}

async function showPlan() {
  reading?.abort();
  reading = new AbortController();
  const query = new URLSearchParams(location.search);
  query.delete('toPerson');
  for (const id of new FormData(form).getAll('toPerson')) query.append('toPerson', id);
  const options = { headers: { Accept: 'text/html' }, signal: reading.signal };
  const answer = await fetch(`${form.dataset.childWrite}?${query}`, options).catch(() => undefined);
  if (!answer?.ok) return;
  const text = await answer.text().catch(() => '');
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  for (const part of form.querySelectorAll('[data-child-part]')) {
    const other = fresh.querySelector(`[data-child-part="${part.dataset.childPart}"]`);
    if (other) part.replaceChildren(...document.adoptNode(other).childNodes);
  }
}
