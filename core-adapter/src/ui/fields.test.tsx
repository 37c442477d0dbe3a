// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CheckField } from './check-field.js';
import { ChoiceField } from './choice-field.js';
import { DateField } from './date-field.js';
import type { FieldProps } from './field-notes.js';
import { FileField } from './file-field.js';
import { SelectField } from './select-field.js';
import { SwitchField } from './switch-field.js';
import { TextField } from './text-field.js';
import { TicksField } from './ticks-field.js';

const HOSTILE = '<img src=x onerror="alert(1)">';
const choices = [
  { value: 'class', label: 'La classe', detail: '24 élèves' },
  { value: 'families', label: 'La classe et les familles' },
];
const ticks = [
  { value: 'cm1', label: 'CM1', detail: '25 élèves', checked: true },
  { value: 'cm2', label: HOSTILE, checked: false },
];
const fields: [string, (props: FieldProps) => VNode][] = [
  ['TextField', (props) => <TextField {...props} />],
  ['TextField of several lines', (props) => <TextField {...props} rows={3} />],
  ['FileField', (props) => <FileField {...props} />],
  ['CheckField', (props) => <CheckField {...props} />],
  ['SwitchField', (props) => <SwitchField {...props} />],
  ['ChoiceField', (props) => <ChoiceField {...props} choices={choices} value="class" />],
  ['SelectField', (props) => <SelectField {...props} choices={choices} />],
  ['DateField', (props) => <DateField {...props} />],
  ['TicksField', (props) => <TicksField {...props} ticks={ticks} />],
];

test.each(fields)('%s: the hint and the error are tied to the field', (_name, render) => {
  const html = renderToString(render({ name: 'title', label: 'Titre', hint: 'Court', error: 'Donnez un titre.' }));
  expect(html).toMatch(
    /<(input|textarea|select|fieldset)[^>]* id="field-title"[^>]* aria-describedby="field-title-error field-title-hint"[^>]* aria-invalid="true"/,
  );
  expect(html).toMatch(/<p [^>]*id="field-title-hint">Court<\/p>/);
  expect(html).toMatch(/<p [^>]*id="field-title-error">.*Donnez un titre\.<\/p>/);
});

test.each(fields)('%s: a field without a hint and an error has no aria-describedby', (_name, render) => {
  const html = renderToString(render({ name: 'title', label: 'Titre' }));
  expect(html).not.toMatch(/aria-describedby|aria-invalid|-hint|-error/);
});

test.each(fields)('%s: a field has its label and accepts an id', (_name, render) => {
  const html = renderToString(render({ name: 'title', label: 'Titre', id: 'second' }));
  expect(html).toMatch(/<label [^>]*for="second">Titre|<fieldset [^>]*id="second"[^>]*><legend [^>]*>Titre/);
});

test.each(fields)('P6 %s: hostile texts are escaped', (_name, render) => {
  expect(renderToString(render({ name: HOSTILE, label: HOSTILE, hint: HOSTILE, error: HOSTILE }))).not.toContain(
    '<img',
  );
});

test('submitted values are shown again unchanged', () => {
  expect(renderToString(<TextField name="t" label="T" value={'"><b>'} />)).toContain('value="&quot;>&lt;b>"');
  expect(renderToString(<TextField name="t" label="T" rows={2} value={'</textarea><b>'} />)).toContain(
    '&lt;/textarea>&lt;b></textarea>',
  );
});

test('checkboxes form a named group; chosen ones are ticked', () => {
  const html = renderToString(<TicksField name="groups" label="Classes" ticks={ticks} tiles />);
  expect(html).toMatch(/<label class="form-check-label" for="field-groups-cm1"><strong>CM1<\/strong>.*25 élèves/);
  expect(html.match(/<input[^>]* checked[^>]*>/g)).toEqual([expect.stringContaining('value="cm1"')]);
  expect(html).not.toContain('<img');
});

test('a date field may be empty and shows an invalid submitted text again', () => {
  const html = renderToString(<DateField name="until" label="Jusqu’au" aside="(facultatif)" value="2027-02-28" />);
  expect(html).toMatch(/<input type="date"[^>]* value="2027-02-28"/);
  for (const no of ['2027-02-30', 'demain', '2027-2-3', '0']) {
    const kept = renderToString(<DateField name="until" label="Jusqu’au" value={no} />);
    expect(kept).toContain(`<input type="text" class="form-control" id="field-until" name="until" value="${no}"`);
  }
  expect(html).toContain('Jusqu’au<span class="v-aside"> (facultatif)</span>');
});

test('radio buttons form a group of named options; the chosen one is checked', () => {
  const html = renderToString(<ChoiceField name="who" label="Qui voit" choices={choices} value="families" />);
  expect(html).toContain('role="radiogroup"');
  expect(html).toContain('<label class="form-check-label" for="field-who-class">La classe');
  expect(html.match(/<input[^>]* checked[^>]*>/g)).toEqual([expect.stringContaining('value="families"')]);
});

test('the fields of a choice follow its radio, with which the style sheet shows and hides them', () => {
  const later = { value: 'day', label: 'À partir du', fields: <DateField name="from" label="Premier jour" /> };
  const html = renderToString(<ChoiceField name="start" label="Début" choices={[...choices, later]} value="class" />);
  expect(html).toMatch(
    /value="day"\/><label[^>]*>À partir du<\/label><div class="v-choice-fields"><div class="v-field">/,
  );
  expect(html.match(/v-choice-fields/g)).toHaveLength(1);
});

test('a list that opens may begin with an empty choice; the chosen one is selected', () => {
  const html = renderToString(
    <SelectField name="who" label="Qui voit" choices={choices} value="families" none="Choisir…" />,
  );
  expect(html).toMatch(/<select [^>]*><option value>Choisir…<\/option>/);
  expect(html.match(/<option[^>]* selected[^>]*>/g)).toEqual([expect.stringContaining('value="families"')]);
});

test('a date field and a list can be required, and a date has bounds', () => {
  const date = renderToString(<DateField name="day" label="Jour" required min="2026-12-01" max="2027-07-03" />);
  expect(date).toMatch(/<input type="date" min="2026-12-01" max="2027-07-03"[^>]* required/);
  // A text field has no bounds; the route's schema reports them.
  const text = renderToString(<DateField name="day" label="Jour" value="demain" required min="2026-12-01" />);
  expect(text).toMatch(/<input type="text"[^>]* required/);
  expect(text).not.toContain(' min=');
  const list = renderToString(<SelectField name="group" label="Classe" choices={choices} none="Choisir…" required />);
  expect(list).toMatch(/<select [^>]* required[^>]*><option value>Choisir/);
  expect(renderToString(<SelectField name="group" label="Classe" choices={choices} />)).not.toContain('required');
});
