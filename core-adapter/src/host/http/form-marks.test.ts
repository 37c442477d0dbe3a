// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { KeptForm } from './kept-form.js';
import { withFormMarks } from './form-marks.js';
import { typedTexts } from './sent-form.js';

const form = (fields: string, attributes = ''): string =>
  `<form method="post" action="/letters"${attributes}>${fields}</form>`;
const text = (stored: string): string => `<textarea name="body">${stored}</textarea>`;
const markOf = (html: string, person = 'ines'): string | undefined =>
  /^<form[^>]*><input disabled type="hidden" name="(of-\w{16})"\/>/.exec(withFormMarks(html, person))?.[1];

test('P18 another person, another stored text and another version give a form another mark', () => {
  const version = (count: number): string =>
    form(`<input type="hidden" name="version" value="${count}"/>${text('Un')}`);
  const marks = [markOf(form(text('Un'))), markOf(form(text('Un')), 'tom'), markOf(form(text('Deux')))];
  expect(new Set([...marks, markOf(version(1)), markOf(version(2)), undefined]).size).toBe(6);
});

test('what was not stored leaves the mark: the key of the form, boxes that are not ticked', () => {
  const letter = (key: string, more = ''): string =>
    form(`<input type="hidden" name="form" value="${key}"/>${text('a > b')}${more}`);
  const box = (checked: string): string => `<input type="checkbox" name="to" value="1"${checked}/>`;
  expect(markOf(letter('one'))).toBe(markOf(letter('two', box(''))));
  expect(markOf(letter('one'))).not.toBe(markOf(letter('two', box(' checked'))));
});

test('P16 a form names its fields of text in its address, which is another one than that of its page', () => {
  const fields = `<input type="hidden" name="version" value="1"/><input type="text" name="subject"/><input name="q"/>${text('')}`;
  const more = `<input type="checkbox" name="to" value="1"/><input type="password" name="secret"/>`;
  expect(withFormMarks(form(fields + more), 'ines')).toContain(' action="/letters?typedIn=subject,q,body"><input');
  const found = form(text('')).replace('/letters', '/letters?page=2');
  expect(withFormMarks(found, 'ines')).toContain(' action="/letters?page=2&amp;typedIn=body"><input');
  const off = form(text(''), ' autocomplete="off"');
  expect(withFormMarks(off, 'ines')).toContain(' action="/letters?typedIn=body" autocomplete="off"><textarea');
  const long = form(Array.from({ length: 50 }, (_, n) => `<textarea name="comment-${n}"></textarea>`).join(''));
  expect(withFormMarks(long, 'ines')).toContain(' action="/letters?typedIn="><input');
  const search = form(text('')).replace('post', 'get');
  expect(withFormMarks(search, 'ines')).toContain(' action="/letters"><input');
});

test('P16 no field of text is left out of the names that a form tells: a sign that no address has leaves out all of them', () => {
  const told = (...fields: readonly string[]): string | undefined => {
    const areas = fields.map((name) => `<textarea name="${name}"></textarea>`).join('');
    return /typedIn=([^"]*)"/.exec(withFormMarks(form(areas), 'ines'))?.[1];
  };
  expect(told('text:FRA-RAC', 'parcours:PAR_CIT', 'general')).toBe('text:FRA-RAC,parcours:PAR_CIT,general');
  for (const other of ['l’élève', 'a b', 'a[0]', 'a,b', 'a&amp;b', 'a%20b']) expect(told(other, 'general')).toBe('');
});

test('P16 the buttons of a form that have addresses of their own name its fields of text, inside and outside of it', () => {
  const button = (address: string, more = ''): string =>
    `<button type="submit" formaction="${address}"${more}>Ok</button>`;
  const reply = form(text('') + button('/letters/keep'), ' id="reply"').replace(
    'action="/letters"',
    'action="/letters#end"',
  );
  const reason = '<textarea name="reason" form="reply"></textarea>';
  const others =
    button('/letters/report?page=2', ' form="reply"') + button('/letters/look', ' formmethod="get" form="reply"');
  const html = withFormMarks(`<p>${reason}${others}</p>${reply}${form(button('/letters/plain'))}`, 'ines');
  const addresses = [...html.matchAll(/ (?:form)?action="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses).toEqual([
    '/letters/report?page=2&amp;typedIn=body,reason',
    '/letters/look',
    '/letters?typedIn=body,reason#end',
    '/letters/keep?typedIn=body,reason',
    '/letters',
    '/letters/plain',
  ]);
});

test('a button that takes no text of its form names the fields and not the kept text, which stays', () => {
  const button = (more: string): string => `<button type="submit" formaction="/letters/sign"${more}>Ok</button>`;
  const html = withFormMarks(form(text('') + button(' data-keep="no"') + button('')), 'ines', new Map());
  const [own, without, taking] = [...html.matchAll(/ (?:form)?action="([^"]*)"/g)].map(([, address]) => address);
  expect(without).toBe('/letters/sign?typedIn=body');
  expect(own?.replace('/letters', '/letters/sign')).toBe(taking);
  expect(taking).toMatch(/^\/letters\/sign\?typedIn=body~\w{16}$/);
});

test('P16 fields whose names have ids or are numbers are told by one name, however many they are', () => {
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const reasons = ids.map((id) => `<textarea name="reason-${id}"></textarea>`).join('');
  expect(withFormMarks(form(text('') + reasons), 'ines')).toContain('?typedIn=body,reason-*"');
  const columns = Array.from({ length: 40 }, (_, n) => `<input name="${n}"/>`).join('');
  expect(withFormMarks(form(columns + '<input name="line-1"/>'), 'ines')).toContain('?typedIn=*,line-1"');
  expect(
    typedTexts({
      fields: [
        ['0', 'N'],
        ['38', '4'],
        ['was', '3'],
      ],
      typedIn: new Set(['*']),
    }),
  ).toEqual(['N', '4']);
  const fields = [
    ['body', 'Merci'],
    [`reason-${ids[30]}`, 'non'],
    ['of-letter', 'oui'],
  ] as const;
  const typedIn = new Set(['body', 'reason-*']);
  expect(typedTexts({ fields, typedIn })).toEqual(['Merci', 'non']);
});

test('a form in which nobody types has no mark, nor has one that browsers do not fill in', () => {
  const pages = [
    form('<input type="hidden" name="a" value="<"/><button>Ok</button>'),
    form('<input type="checkbox" name="a" value="1"/>', ' autocomplete="off"'),
  ];
  for (const page of pages) expect(withFormMarks(page, 'ines')).toBe(page);
});

test('a form that says what it is kept as keeps its text under another address', () => {
  const keyOf = (action: string, as: string): string | undefined => {
    const kept = new Map<string, KeptForm>();
    withFormMarks(`<form method="post" action="${action}" data-keep-as="${as}">${text('')}</form>`, 'ines', kept);
    return [...kept.values()][0]?.key;
  };
  expect(keyOf('/copies/2/reply', 'thread claire')).toBe(keyOf('/copies/1/reply', 'thread claire'));
  expect(keyOf('/copies/1/reply', 'thread paul')).not.toBe(keyOf('/copies/1/reply', 'thread claire'));
});

test('a field keeps its text whatever its values say, and one that is read only keeps none', () => {
  const namesOf = (fields: string): readonly string[] | undefined => {
    const kept = new Map<string, KeptForm>();
    withFormMarks(form(text('') + fields), 'ines', kept);
    return [...kept.values()][0]?.names;
  };
  expect(namesOf('<input type="text" name="title" value="dossier readonly &gt; 2"/>')).toEqual(['body', 'title']);
  expect(namesOf('<input type="text" name="title" readonly value="a"/>')).toEqual(['body']);
  expect(namesOf('<input type="text" name="title" value="a" readonly/>')).toEqual(['body']);
});
