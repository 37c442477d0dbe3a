// SPDX-License-Identifier: EUPL-1.2
// Lets the first day of a period follow the end of the one before, as the server does, and asks before typed days are lost. Without this
// module, the server alone moves the first day.

const [form] = document.querySelectorAll('form[data-periods]');
const fields = [...form.querySelectorAll('input[name]:not([type=hidden])')];
// The days of a refused form are those that were typed: nothing is stored of them yet.
const isRefused = form.dataset.periods === 'refused';
let isSent = false;

for (const end of fields.filter(({ name }) => name.startsWith('endsOn'))) {
  const next = Number(end.name.slice('endsOn'.length)) + 1;
  const start = form.elements[`startsOn${next}`];
  if (!start || start.defaultValue !== dayAfter(end.defaultValue)) continue;
  // A first day that somebody typed stays.
  let followed = start.value;
  end.addEventListener('change', () => {
    const day = dayAfter(end.value);
    // The wrong day is the end, if the next period ends before it: the server says so beside it.
    if (day === undefined || start.value !== followed || end.value >= form.elements[`endsOn${next}`].value) return;
    start.value = day;
    followed = day;
  });
}

form.addEventListener('submit', () => (isSent = true));
addEventListener('pageshow', () => (isSent = false));
addEventListener('beforeunload', (event) => {
  const isTyped = isRefused || fields.some(({ value, defaultValue }) => value !== defaultValue);
  if (!isSent && isTyped) event.preventDefault();
});

function dayAfter(day) {
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) ? undefined : new Date(instant + 86_400_000).toISOString().slice(0, 10);
}
