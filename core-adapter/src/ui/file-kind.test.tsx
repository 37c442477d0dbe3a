// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import { BrickBadge } from './brick-badge.js';
import { fileKind } from './file-kind.js';

test('the extension says the kind, whatever its case', () => {
  expect(fileKind('Fiche séismes.PDF').icon).toBe('file-earmark-pdf-fill');
  expect(fileKind('carte.png')).toEqual({ icon: 'file-earmark-image-fill', colour: 'agenda' });
  expect(fileKind('magma.mp3').colour).toBe('plum');
});

test('what is not known, or has no extension, is a plain file', () => {
  for (const name of ['notes', 'notes.', 'pdf', 'a.constructor', 'a.__proto__']) {
    expect(fileKind(name).icon).toBe('file-earmark-fill');
  }
});

test('every kind can be drawn', () => {
  const names = ['a.pdf', 'a.png', 'a.mp3', 'a.mp4', 'a.ods', 'a.odp', 'a.odt', 'a.zip', 'a'];
  const drawn = names.map((name) => renderToString(<BrickBadge {...fileKind(name)} size="small" soft />));
  expect(new Set(drawn).size).toBe(names.length);
});
