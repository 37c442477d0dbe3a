// SPDX-License-Identifier: EUPL-1.2
// « Écouter »: the browser reads a text out. Where it has no voice for the language of the page, the buttons stay hidden.

const speech = window.speechSynthesis;
const language = document.documentElement.lang;

/** @type {HTMLButtonElement | undefined} The button of the text that is being read. */
let current;

if (speech) {
  show();
  // Most browsers load their voices after the page. Older ones of Apple know no addEventListener here.
  speech.onvoiceschanged = show;
  // The page reads a part of itself again when the host says that something changed.
  new MutationObserver(show).observe(document.querySelector('main'), { childList: true, subtree: true });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-listen]') : null;
    if (button) toggle(button);
  });
  addEventListener('pagehide', () => speech.cancel());
}

function show() {
  // Android writes fr_FR, the others fr-FR.
  if (!speech.getVoices().some(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language)) return;
  for (const button of document.querySelectorAll('[data-listen][hidden]')) button.hidden = false;
}

/** @param {HTMLButtonElement} button */
function toggle(button) {
  const isSpeaking = button === current;
  stop();
  if (isSpeaking) return;
  const words = new SpeechSynthesisUtterance(document.getElementById(button.dataset.listen).innerText);
  words.lang = language;
  // A child who learns to read follows with a finger.
  words.rate = 0.9;
  words.addEventListener('end', () => button === current && stop());
  words.addEventListener('error', () => button === current && stop());
  current = button;
  swapLabel(button);
  speech.speak(words);
}

function stop() {
  const button = current;
  current = undefined;
  speech.cancel();
  if (button) swapLabel(button);
}

/** « Écouter » becomes « Arrêter », and the other way round. @param {HTMLButtonElement} button */
function swapLabel(button) {
  const label = button.querySelector('span');
  [label.textContent, button.dataset.stop] = [button.dataset.stop, label.textContent];
}
