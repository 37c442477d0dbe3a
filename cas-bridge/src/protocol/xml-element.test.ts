// SPDX-License-Identifier: EUPL-1.2
import { readXml } from './xml-element.js';

describe('refused before parsing', () => {
  test.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a DOCTYPE without entities', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE in small letters', '<!doctype html><html></html>'],
    ['a parameter entity', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/p">%p;]><a/>'],
    [
      'a billion laughs',
      `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]><a>&l9;</a>`,
    ],
    ['an entity declaration anywhere', '<a><!ENTITY x "y"></a>'],
    ['an undeclared entity', '<a>&x;</a>'],
    ['an entity named like a property of every object', '<a>&constructor;</a>'],
    ['a processing instruction', '<a>le<?x y?>a</a>'],
    ['an XML declaration that is none', '<a>le<?xml y?>a</a>'],
    ['a second XML declaration', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
    ['a style sheet', '<?xml-stylesheet href="http://127.0.0.1/"?><a/>'],
    ['more than 262,144 characters', `<a>${'x'.repeat(262_144)}</a>`],
    ['a deep nest', '<a>'.repeat(50) + '</a>'.repeat(50)],
  ])('C7: %s', (_, text) => {
    expect(readXml(text)).toBeUndefined();
  });
});

describe('malformed XML', () => {
  test.each([
    '',
    'yes\nlea.martin\n',
    '{"serviceResponse":{}}',
    '<html><body><p>Bonjour<br></body></html>',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a></a>more',
    '<a x="1" x="2"/>',
    '<a x="<b/>"/>',
    '<a>&#0;</a>',
    '<a>&#x110000;</a>',
    '<a>\u0000</a>',
    '<a><![CDATA[\u0001]]></a>',
    '<a><__proto__>x</__proto__></a>',
    '<constructor/>',
  ])('%j', (text) => {
    expect(readXml(text)).toBeUndefined();
  });
});

test('text: the five names, character references, CDATA as it stands', () => {
  expect(readXml('<a>&lt;Jos&#233;&amp;Zo&#xEB;&gt; <![CDATA[&amp;<]]>&quot;&apos;</a>')?.text).toBe(
    '<José&Zoë> &amp;<"\'',
  );
  expect(readXml('<a>&amp;lt;</a>')?.text).toBe('&lt;');
});

test('a lone ampersand stands for itself, in text and in CDATA', () => {
  expect(readXml('<a>R&D & <![CDATA[R&D]]></a>')?.text).toBe('R&D & R&D');
});

test('white space goes at both ends; a no-break space is part of a name', () => {
  expect(readXml('<a>\r\n\t lea martin \n</a>')?.text).toBe('lea martin');
  expect(readXml('<a>\u00a0lea</a>')?.text).toBe('\u00a0lea');
});

test('numbers stay text', () => {
  expect(readXml('<a>007</a>')?.text).toBe('007');
});

test('Namespaces in XML §5: a declaration holds for its element and below, an inner one wins', () => {
  const root = readXml('<p:a xmlns:p="urn:1" xmlns="urn:2"><b><p:c xmlns:p="urn:3"/></b><p:d/><q:e/></p:a>');
  expect(root?.namespace).toBe('urn:1');
  expect(root?.children.map(({ name, namespace }) => [name, namespace])).toEqual([
    ['b', 'urn:2'],
    ['d', 'urn:1'],
    ['e', undefined],
  ]);
  expect(root?.children[0]?.children[0]?.namespace).toBe('urn:3');
});

test('an XML declaration and a byte order mark are no hindrance', () => {
  expect(readXml('\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<a>lea</a>')?.text).toBe('lea');
});

describe('malformed end tags are detected', () => {
  test.each([
    ['in CDATA', '<a><b><![CDATA[</b><b>x]]></b></a>', true],
    ['in a comment', '<a><b/><!-- <b>x</b> --></a>', true],
    ['none in CDATA', '<a><b><![CDATA[R&D < 3]]></b></a>', false],
    ['none in a comment', '<a><!-- CAS 3.0 --><b/></a>', false],
    ['escaped', '<a><b>&lt;b&gt;</b></a>', false],
  ])('%s', (_, text, hidesMarkup) => {
    expect(readXml(text)?.hidesMarkup).toBe(hidesMarkup);
  });
});
