// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { MessageText } from '../../pages/shared/message-text.view.js';
import { openingOf } from '../../pages/shared/opening.js';
import { LONGEST_BODY, parseText, textOf } from './parse-text.js';
import { plainTextOf } from './plain-text.js';

/** The page of a text, without the element around it. */
function pageOf(body: string): string {
  const html = renderToString(<MessageText text={parseText(body)} />);
  return /^<div class="messaging-text text-break" dir="auto">([^]*)<\/div>$/.exec(html)?.[1] ?? html;
}

test('bold, italic, lists and lines are shown as they are meant', () => {
  expect(pageOf('Bonjour **à tous**, *merci*\nde _lire_.')).toBe(
    '<p>Bonjour <strong>à tous</strong>, <em>merci</em><br/>de <em>lire</em>.</p>',
  );
  expect(pageOf('À prévoir :\n- un *goûter*\n- une gourde\n\n3. trois\n4. quatre\n   fois')).toBe(
    '<p>À prévoir :</p><ul><li><p>un <em>goûter</em></p></li><li><p>une gourde</p></li></ul>' +
      '<ol start="3"><li><p>trois</p></li><li><p>quatre<br/>fois</p></li></ol>',
  );
});

test('each item of a list has the number that was written', () => {
  expect(pageOf('1. un\n3. trois\n4. quatre')).toBe(
    '<ol start="1"><li><p>un</p></li><li value="3"><p>trois</p></li><li value="4"><p>quatre</p></li></ol>',
  );
});

test('a star between letters or digits is no formatting, also in an address', () => {
  expect(pageOf('2*3*4=24')).toBe('<p>2*3*4=24</p>');
  expect(pageOf('l’*important*, 2**3')).toBe('<p>l’<em>important</em>, 2**3</p>');
  expect(pageOf('https://ecole.fr/a*b*c')).toContain('href="https://ecole.fr/a*b*c"');
});

test('a text of a pupil is shown as it was written', () => {
  for (const body of ['1. un\n3. trois\n7) sept', '^_^ *_* T_T', '**gras** \\* _oui_', '[a](b)']) {
    const text = textOf(body, { asProfile: 'pupil' });
    const html = renderToString(<MessageText text={text} />);
    expect(html).toContain(`<p>${body.replaceAll('\n', '<br/>')}</p>`);
    expect(openingOf(body, { asProfile: 'pupil' })).toBe(body.replaceAll('\n', ' '));
  }
  const linked = renderToString(<MessageText text={textOf('Voir https://ecole.fr/a', { asProfile: 'pupil' })} />);
  expect(linked).toContain('href="https://ecole.fr/a"');
});

test('other signs stay as they were written', () => {
  for (const body of [
    '2 * 3 * 4',
    'snake_case_name',
    '\\*\\*non\\*\\*',
    '# titre',
    '> cité',
    '`code`',
    '![i](a.png)',
  ]) {
    expect(pageOf(body)).toBe(`<p>${body.replaceAll('\\', '')}</p>`);
  }
  expect(plainTextOf('a &amp; b')).toBe('a &amp; b');
});

test('a link shows where it leads, and leads nowhere but to a web page', () => {
  expect(pageOf('[le site](https://ecole.fr/a)')).toBe(
    '<p><a href="https://ecole.fr/a" rel="noopener noreferrer">le site<span class="messaging-address"> (https://ecole.fr/a)</span></a></p>',
  );
  expect(pageOf('Voir (https://ecole.fr/a_b_(c)), merci.')).toBe(
    '<p>Voir (<a href="https://ecole.fr/a_b_(c)" rel="noopener noreferrer">https://ecole.fr/a_b_(c)</a>), merci.</p>',
  );
  // The address of a link wins over what its words pretend, and foreign letters of a host are written out.
  expect(pageOf('[https://ecole.fr](https://autre.fr/)')).toContain('(https://autre.fr/)');
  expect(pageOf('https://еcole.fr')).toContain('(https://xn--cole-u4d.fr/)');
});

test.each([
  '[x](javascript:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>1</script>)',
  '[x](vbscript:1)',
  '[x](//autre.fr)',
  '[x](/s/0390001X/messaging/)',
  '[x](https://ecole.fr@autre.fr/)',
  '[x](mailto:a@b.fr)',
  '[x]()',
  'https://ecole.fr@autre.fr/',
  '<svg><animate attributeName=href values=javascript:1></svg>',
  '<img src=x onerror=alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
])('X1: nothing but text comes of %s', (body) => {
  expect(pageOf(body)).toMatch(/^(?:<p>[^<]*<\/p>)+$/);
});

test('X1: an address with quotes cannot leave its attribute', () => {
  expect(pageOf('[x](https://a.fr/"onmouseover=alert(1)//)')).toMatch(
    /^<p><a href="[^"<>]*" rel="noopener noreferrer">[^<>]*<span/,
  );
  for (const body of ['https://a.fr/"onmouseover="1', '<a href="https://a.fr/">x</a>']) {
    expect(pageOf(body)).toMatch(/<a href="https:\/\/a.fr\/" rel="noopener noreferrer">https:\/\/a.fr\/<\/a>&quot;/);
  }
});

test.each([
  '>',
  '[',
  '*',
  '_',
  '![',
  '- ',
  '1. ',
  '**a ',
  'a*',
  '[a](',
  '[](',
  '-\n',
  '\\',
  '*_',
  '[x](http://a ',
  '`',
])('X1: 10,000 characters of %j are shown without haste and without loss', (sign) => {
  const body = sign.repeat(LONGEST_BODY).slice(0, LONGEST_BODY);
  const started = process.cpuUsage();
  const page = pageOf(body);
  const { user, system } = process.cpuUsage(started);
  // Processor time, which other work on the machine does not lengthen. Measured at 5 to 40 ms; quadratic work takes seconds.
  expect((user + system) / 1_000).toBeLessThan(1_500);
  expect(page.length).toBeGreaterThan(LONGEST_BODY / 2);
});

test('lists that nest too deeply are shown as they were written, with all their words', () => {
  const deep = Array.from({ length: 30 }, (_, level) => `${' '.repeat(2 * level)}- mot${level}`).join('\n');
  expect(pageOf(deep)).toContain('mot29');
  expect(pageOf(deep)).not.toContain('<ul>');
});

test('a text longer than a message is shown without formatting, at once', () => {
  const started = performance.now();
  expect(pageOf('**a** '.repeat(200_000))).not.toContain('<strong>');
  expect(performance.now() - started).toBeLessThan(1_500);
});

test('the beginning of a text has no signs', () => {
  expect(openingOf('**Sortie**\n\n- le [car](https://ecole.fr/car)\n- à *7 h*')).toBe(
    'Sortie le car (https://ecole.fr/car) à 7 h',
  );
  expect(openingOf('mot '.repeat(5_000))).toBe(`${'mot '.repeat(25).trimEnd()}…`);
});
