// SPDX-License-Identifier: EUPL-1.2
import { renderDocument } from './render-document.js';
import { Shell, type ShellKey, type ShellProps } from './shell.js';

const t = (key: ShellKey): string => key;
const schools = [
  { name: 'École des Tilleuls', detail: 'CM1-CM2', url: '/?school=0390991X', current: true },
  { name: 'École du Moulin', detail: 'CM2', url: '/?school=0390992Y', current: false },
];
const props: ShellProps = {
  language: 'fr',
  theme: 'auto',
  title: 'Fichiers',
  assets: (name) => `/assets/core/${name}?v=1`,
  t,
  child: false,
  person: { id: 'p1', displayName: 'Claire Vuillemin', givenName: 'Claire' },
  school: { name: 'École des Tilleuls' },
  schools,
  rail: [
    { label: 'Accueil', url: '/', icon: 'house-fill', colour: 'home', current: false },
    { label: 'Fichiers', url: '/s/0390991X/file-share/', icon: 'folder-fill', colour: 'files', current: true },
  ],
  homeUrl: '/',
  accountUrl: '/account',
  languageUrl: '/language/en',
  helpUrl: '/aide',
  foot: [{ key: 'shell.contact', url: '/contact' }],
  styles: ['/assets/file-share/file-share.css?v=3'],
  scripts: ['/assets/file-share/upload.js?v=2'],
  children: <h1>Fichiers</h1>,
};
const render = (changes: Partial<ShellProps> = {}): string => renderDocument(<Shell {...props} {...changes} />);

test('a page is a whole document in the language and appearance of the user', () => {
  expect(render()).toMatch(/^<!doctype html><html lang="fr"><head><meta charset="utf-8"\/>/);
  expect(render()).toContain('<meta name="color-scheme" content="light dark"/><title>Fichiers · Volée</title>');
  expect(render({ theme: 'dark', language: 'en' })).toContain('<html lang="en" data-bs-theme="dark">');
  expect(render({ child: true })).toContain('class="v-shell v-child"');
});

test('scripts are modules with an address', () => {
  const scripts = [...render().matchAll(/<script[^>]*>.*?<\/script>/g)].map(([script]) => script);
  expect(scripts).toEqual([
    '<script type="module" src="/assets/core/shell.js?v=1"></script>',
    '<script type="module" src="/assets/file-share/upload.js?v=2"></script>',
  ]);
});

test('the sheet of every page comes before those of this page', () => {
  const sheets = [...render().matchAll(/<link rel="stylesheet"[^>]*>/g)].map(([link]) => link);
  expect(sheets).toEqual([
    '<link rel="stylesheet" href="/assets/core/volee.css?v=1"/>',
    '<link rel="stylesheet" href="/assets/file-share/file-share.css?v=3"/>',
  ]);
});

test('the rail marks the current page, and the skip link jumps over the rail', () => {
  expect(render()).toContain('<a href="/s/0390991X/file-share/" aria-current="page">');
  expect(render()).toContain('<a class="v-skip" href="#contenu">');
  expect(render()).toContain('<main class="v-main" id="contenu" tabindex="-1">');
});

test('on a phone the rail shows at most five entries with the current one, and « Plus » holds the rest', () => {
  const entry = (label: string, current = false): ShellProps['rail'][number] => ({
    ...{ label, url: `/s/0390991X/${label}/`, icon: 'box-fill', colour: 'slate', current },
    count: { value: 2, label: 'nouveautés' },
  });
  const names = ['home', 'school', 'livret', 'messages', 'files', 'agenda', 'blog'];
  const railOf = (current: string, many = names): string =>
    /<nav class="v-rail".*?<\/nav>/.exec(render({ rail: many.map((name) => entry(name, name === current)) }))?.[0] ??
    '';
  const onPhone = (rail: string): string[] =>
    [...rail.matchAll(/<li(?: class="([^"]*)")?><a href="\/s\/0390991X\/([^/]*)\/"/g)]
      .filter(([, look]) => look === undefined)
      .map(([, , name]) => name ?? '');
  const [shown, more = ''] = railOf('school').split('<details');
  expect(onPhone(shown ?? '')).toEqual(['home', 'school', 'livret', 'messages']);
  expect(onPhone(more)).toEqual(['files', 'agenda', 'blog']);
  expect(more).toMatch(/6<span class="visually-hidden"> shell\.moreNew<\/span>/);
  expect(onPhone(railOf('blog').split('<details')[0] ?? '')).toEqual(['home', 'school', 'livret', 'blog']);
  expect(railOf('blog')).toMatch(/<a href="\/s\/0390991X\/blog\/" aria-current="page">/);
  expect(railOf('home', names.slice(0, 5))).not.toContain('<details');
});

test('the footer has exactly the given links', () => {
  const footOf = (html: string): string => /<footer.*<\/footer>/s.exec(html)?.[0] ?? '';
  expect(footOf(render())).toContain('<a href="/contact">shell.contact</a>');
  expect(footOf(render({ foot: [] }))).not.toMatch(/shell\.(contact|legalNotice)/);
});

test('P6 logging out is a form: no link or image can log users out', () => {
  expect(render()).toContain('<form method="post" action="/logout"><button type="submit">');
  expect(render()).not.toMatch(/href="\/logout/);
});

test('the menu of schools appears only with several schools', () => {
  expect(render()).toContain('href="/?school=0390992Y"');
  expect(render({ schools: schools.slice(0, 1) })).not.toContain('v-menu-place');
  expect(render({ schools: schools.slice(0, 1) })).toContain('École des Tilleuls');
});

test('a notice has the role status and is absent without a message', () => {
  expect(render({ notice: 'C’est gardé.' })).toMatch(/role="status">.*C’est gardé\./);
  expect(render()).not.toContain('role="status"');
});

test('before the login the shell has no rail, no menu and no personal data', () => {
  const html = render({ person: undefined, school: undefined, schools: [], rail: [] });
  expect(html).toContain('v-shell v-plain');
  expect(html).not.toMatch(/<nav|<details|<form|\/account/);
});

test('P6 hostile names are escaped in the title and in the header', () => {
  const name = '</title><script>alert(1)</script>';
  const html = render({
    title: name,
    notice: name,
    person: { id: name, displayName: name, givenName: name },
    school: { name },
    schools: schools.map((school) => ({ ...school, name, detail: name })),
    rail: props.rail.map((entry) => ({ ...entry, label: name, count: { value: 1, label: name } })),
  });
  expect(html).not.toContain('<script>');
  expect(html.match(/<\/title>/g)).toHaveLength(1);
});
