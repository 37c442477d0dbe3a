// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FileShareTexts } from './brick-types.js';
import { DeleteView } from './delete.view.js';
import { NoSpaceView } from './no-space.view.js';
import type { SpaceModel } from './space.presenter.js';
import { SpaceView } from './space.view.js';

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>.pdf';

const t: FileShareTexts = (key, values = {}) => [key, ...Object.values(values)].join(' ');

const modelWith = (name: string): SpaceModel => ({
  title: `Fichiers de ${name}`,
  lead: 'lead',
  tabs: [{ label: name, url: '/groups/cm1', current: true }],
  lines: [
    {
      name,
      url: '/groups/cm1/files/f1',
      deleteUrl: '/groups/cm1/files/f1/delete',
      icon: 'file-earmark-pdf-fill',
      colour: 'messages',
      detail: `${name}, hier`,
      size: '640 ko',
    },
  ],
  empty: { title: 'empty', text: 'text' },
  upload: {
    url: '/groups/cm1/files',
    uploadsUrl: '/groups/cm1/uploads',
    attemptUrl: '/assets/upload-attempt.js',
    foldUrl: '/assets/upload-fold.js',
    maxBytes: 500,
    maxSize: '500 o',
  },
});
const model = modelWith('exposé.pdf');

const htmlOf = (page: VNode): string => renderToString(page);
const pagesWith = (name: string): string[] => [
  htmlOf(<SpaceView model={modelWith(name)} t={t} />),
  htmlOf(<SpaceView model={{ ...modelWith(name), lines: [] }} t={t} />),
  htmlOf(<DeleteView model={{ title: name, shared: true, actionUrl: '/delete', backUrl: '/' }} t={t} />),
  htmlOf(<NoSpaceView t={t} />),
];

test('X1: names of files, persons and classes that hold HTML stay text', () => {
  for (const html of pagesWith(HOSTILE)) expect(html).not.toMatch(/<img|<script|"">/);
});

test('P6: no inline style, script or handler on any page, as the content policy asks', () => {
  for (const html of pagesWith('exposé.pdf')) {
    expect(html).not.toMatch(/<style|<script|\sstyle=|\son[a-z]+=|javascript:/i);
  }
});

test('a hostile name is shown whole', () => {
  expect(htmlOf(<SpaceView model={modelWith(HOSTILE)} t={t} />)).toContain('&lt;script>alert(2)&lt;/script>.pdf');
});

test('without script there is a plain form for several files', () => {
  const html = htmlOf(<SpaceView model={model} t={t} />);
  expect(html).toMatch(/<form method="post" action="\/groups\/cm1\/files" enctype="multipart\/form-data"/);
  expect(html).toMatch(/<input[^>]*type="file"[^>]*multiple/);
  expect(html).toMatch(/<button[^>]*type="submit"/);
});

test('who may only read is shown no form, no row of uploads, and no deletion', () => {
  const { upload: _upload, ...reading } = model;
  const lines = model.lines.map(({ deleteUrl: _deleteUrl, ...line }) => line);
  const html = htmlOf(<SpaceView model={{ ...reading, lines }} t={t} />);
  expect(html).not.toMatch(/<form|<template|delete/);
});

test('what uploads show on their way waits hidden, one text for each state', () => {
  const html = htmlOf(<SpaceView model={model} t={t} />);
  const states = [...html.matchAll(/data-state="(\w+)" hidden/g)].map(([, state]) => state);
  expect(states).toEqual([
    ...['waiting', 'sending', 'done', 'renamed', 'paused'],
    ...['cut', 'unreadable', 'tooLarge', 'refused'],
  ]);
  expect(html).toMatch(/<section[^>]*data-upload-list[^>]*hidden/);
  expect(html).toMatch(/<div[^>]*data-upload-fold="true"[^>]*hidden/);
  expect(html).toMatch(/role="status"/);
});
