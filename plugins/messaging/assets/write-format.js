// SPDX-License-Identifier: EUPL-1.2
// Buttons that put the signs of bold, list and link into the text of `write.js`.

/** @param {HTMLFormElement} form */
export function addFormatting(form) {
  const { bold, list, link, linkText } = form.querySelector('[data-write-status]').dataset;
  const bar = form.querySelector('[data-format]');
  const body = form.elements.body;
  if (!bar) return;
  const actions = {
    [bold]: () => wrap('**', '**'),
    [list]: () => startLines('- '),
    [link]: () => wrap('[', `](https://${linkText})`),
  };
  for (const button of bar.querySelectorAll('button')) {
    button.addEventListener('click', () => actions[button.dataset.format]?.());
  }
  bar.hidden = false;

  /**
   * Through the edit command, so that the browser can undo it.
   * @param {string} text
   */
  function insert(text) {
    body.focus();
    if (!document.execCommand('insertText', false, text)) {
      body.setRangeText(text, body.selectionStart, body.selectionEnd, 'end');
      body.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function wrap(before, after) {
    const { selectionStart: start, selectionEnd: end, value } = body;
    const selected = value.slice(start, end);
    insert(`${before}${selected}${after}`);
    const from = start + before.length;
    body.setSelectionRange(from, from + selected.length);
  }

  /** @param {string} sign at the beginning of each selected line */
  function startLines(sign) {
    const { selectionStart, selectionEnd, value } = body;
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const lines = value.slice(start, selectionEnd).split('\n');
    body.setSelectionRange(start, selectionEnd);
    insert(lines.map((line) => sign + line).join('\n'));
  }
}
