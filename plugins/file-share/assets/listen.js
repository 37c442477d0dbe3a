// SPDX-License-Identifier: EUPL-1.2
// « Écouter »: the browser reads a text out. Where it cannot speak, the buttons stay hidden.

const speech = window.speechSynthesis;

/** @type {HTMLButtonElement | undefined} The button of the text that is being read. */
let current;

for (const button of speech ? document.querySelectorAll('[data-listen]') : []) {
  button.hidden = false;
  button.addEventListener('click', () => toggle(button));
}
addEventListener('pagehide', stop);

/** @param {HTMLButtonElement} button */
function toggle(button) {
  const isSpeaking = button === current;
  stop();
  if (isSpeaking) return;
  const words = new SpeechSynthesisUtterance(document.getElementById(button.dataset.listen).innerText);
  words.lang = document.documentElement.lang;
  // A child who learns to read follows with a finger.
  words.rate = 0.9;
  const end = () => button === current && stop();
  words.addEventListener('end', end);
  words.addEventListener('error', end);
  current = button;
  swapLabel(button);
  speech.speak(words);
}

function stop() {
  if (!current) return;
  const button = current;
  current = undefined;
  speech.cancel();
  swapLabel(button);
}

/** « Écouter » becomes « Arrêter », and the other way round. @param {HTMLButtonElement} button */
function swapLabel(button) {
  const label = button.querySelector('span');
  [label.textContent, button.dataset.stop] = [button.dataset.stop, label.textContent];
}
