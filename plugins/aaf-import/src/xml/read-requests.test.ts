// SPDX-License-Identifier: EUPL-1.2
import type { AafRequest, Category } from '../entry.js';
import { aafFile, add, modify, remove } from '../testing/aaf-xml.js';
import { readRequests } from './read-requests.js';

const NAME = 'ENT_Complet_20260901_Eleve_0000.xml';

async function read(
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  category: Category = 'Eleve',
): Promise<AafRequest[]> {
  /** As a file comes from the disk. */
  async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
  }
  const open = (): AsyncIterable<Uint8Array> =>
    typeof content === 'string' || content instanceof Uint8Array ? whole(Buffer.from(content)) : content;
  const requests: AafRequest[] = [];
  for await (const request of readRequests({ name: NAME, open }, category)) requests.push(request);
  return requests;
}

const zoe = { sn: 'LEMAÎTRE', givenName: 'Zoé', ENTPersonStructRattach: '43' };
const good = aafFile([add('Eleve', '1', zoe)]);

test('adds, modifies and deletes are told apart, and values come clean', async () => {
  const file = aafFile([
    add('Eleve', '1', { sn: ['  L&apos;HÔTE ', ''], givenName: [] }),
    modify('Eleve', '2', { ENTEleveClasses: ['43$6A', '43$6B'] }),
    remove('Eleve', '3'),
  ]);
  expect(await read(file)).toEqual([
    { operation: 'add', category: 'Eleve', key: '1', attributes: { sn: ["L'HÔTE"], givenName: [] } },
    { operation: 'modify', category: 'Eleve', key: '2', attributes: { ENTEleveClasses: ['43$6A', '43$6B'] } },
    { operation: 'delete', category: 'Eleve', key: '3', attributes: {} },
  ]);
});

test('what Volée does not need is dropped while it is read, and of links all that is about money', async () => {
  const [request] = await read(
    aafFile([
      add('Eleve', '1', {
        ...zoe,
        mail: 'secret@example.org',
        ENTPersonAdresse: '3 rue$$$',
        ENTEleveBoursier: 'O',
        constructor: 'x',
        ENTElevePersRelEleve: '9$10$1$2$1$1',
      }),
    ]),
  );
  expect(Object.keys(request?.attributes ?? {})).toEqual([...Object.keys(zoe), 'ENTElevePersRelEleve']);
  expect(request?.attributes['ENTElevePersRelEleve']).toEqual(['9$10$$2']);
});

test.each([
  ['ISO-8859-15', Buffer.from([0xce, 0xbd, 0xa4])],
  ['iso-8859-1', Buffer.from([0xce])],
  ['UTF-8', Buffer.from('ΎŒ€')],
])('a file is decoded as its first line says: %s', async (encoding, bytes) => {
  const [head = '', tail = ''] = aafFile([add('Eleve', '1', { sn: 'HERE' })], encoding).split('HERE');
  const [request] = await read(Buffer.concat([Buffer.from(head), bytes, Buffer.from(tail)]));
  const expected = { 'ISO-8859-15': 'Îœ€', 'iso-8859-1': 'Î', 'UTF-8': 'ΎŒ€' }[encoding];
  expect(request?.attributes['sn']).toEqual([expected]);
});

test('UTF-8 with a mark in front, and a letter cut between two pieces', async () => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]);
  async function* piecemeal(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1) yield await Promise.resolve(bytes.subarray(at, at + 1));
  }
  expect((await read(piecemeal()))[0]?.attributes['sn']).toEqual(['LEMAÎTRE']);
});

test('CDATA and the five entities of XML are text', async () => {
  const file = good.replace('LEMAÎTRE', '<![CDATA[L<]]>&#72;&amp;O');
  expect((await read(file))[0]?.attributes['sn']).toEqual(['L<H&O']);
});

const doctype = (inside: string): string => good.replace(/<!DOCTYPE[^>]*>/, inside);
const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

test.each([
  [
    'F9: XXE: an entity that is a file',
    doctype('<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('Zoé', '&x;'),
    /line 2: its document type defines something of its own/,
  ],
  [
    'F9: billion laughs',
    doctype(`<!DOCTYPE ficAlimMENESR [<!ENTITY l0 "ha">${laughs}]>`).replace('Zoé', '&l20;'),
    /line 2: its document type defines something of its own/,
  ],
  [
    'F9: a subset behind an external name',
    doctype('<!DOCTYPE ficAlimMENESR SYSTEM "a.dtd" [ ]>'),
    /line 2: its document type defines/,
  ],
  ['F9: an undefined entity', good.replace('Zoé', '&x;'), /line 5: it is not well-formed XML \(undefined entity\)/],
  [
    'L10: a text without end',
    good.replace('Zoé', 'a'.repeat(5_000_000)),
    /line 5: something here is longer than 65536/,
  ],
  ['L10: a long value', good.replace('Zoé', 'a'.repeat(4_001)), /line 5: a value is longer than 4000/],
  ['L10: a value of many pieces', good.replace('Zoé', '<![CDATA[aaaa]]>'.repeat(2_000)), /line 5: a value is longer/],
  [
    'L10: many values',
    aafFile([add('Eleve', '1', { ENTEleveClasses: Array.from({ length: 900 }, (_, i) => `43$6EME${i}`) })]),
    /an entry is longer than 8000/,
  ],
  ['L10: a comment without end', good.replace('AAF-VE2407', 'a'.repeat(200_000)), /something here is longer than/],
  [
    'L10: a document type without end',
    doctype(`<!DOCTYPE ficAlimMENESR ${'a'.repeat(200_000)}>`),
    /something here is longer/,
  ],
  ['L10: elements in elements', good.replace('Zoé', '<value>'.repeat(10_000)), /<value> cannot stand in <value>/],
  ['L5: a file that is cut off', good.slice(0, -40), /line 5: the file is cut off here/],
  ['L5: a file that lacks only its end', good.replace('</ficAlimMENESR>', ''), /line 6: the file is cut off here/],
  ['L5: a file that is cut off before its root', good.slice(0, 60), /not well-formed XML/],
  ['something after the end', `${good}<x/>`, /not well-formed XML|no AAF file/],
  [
    'another root',
    '<?xml version="1.0"?>\n<GAR-ENT-Eleve/>',
    /line 2: its root is <GAR-ENT-Eleve> and not <ficAlimMENESR>/,
  ],
  ['an unknown encoding', good.replace('UTF-8', 'UTF-7'), /line 1: its encoding "UTF-7" is not known here/],
  [
    'L10: an encoding named like a property of every object',
    good.replace('UTF-8', 'constructor'),
    /line 1: its encoding "constructor" is not known here/,
  ],
  ['a zip archive', Buffer.from('504b0304aabbccdd', 'hex'), /line 1: it is a zip archive and not XML\.$/],
  ['a gzip archive', Buffer.from('1f8b0808aabbccdd', 'hex'), /line 1: it is a gzip archive/],
  ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), /line 1: it does not begin like XML/],
  ['L5: nothing', '', /line 1: it is empty/],
  ['bytes that are no UTF-8', Buffer.from(good, 'latin1'), /it is not written in UTF-8, as its first line says/],
  ['another category', aafFile([add('PersRelEleve', '1', {})]), /line 5: an entry is of the category "PersRelEleve"/],
  ['an entry without identifier', aafFile([add('Eleve', ' ', {})]), /line 5: an entry has no identifier/],
  [
    'another operation',
    aafFile([modify('Eleve', '1', { sn: 'A' }).replace('replace', 'add')]),
    /a modification is "add"/,
  ],
  ['an attribute without name', good.replace('name="sn"', ''), /line 5: <attr> has no name/],
  ['text where there is none', good.replace('<attributes>', '<attributes>x'), /line 5: a text stands outside/],
  ['a tag that is not closed', good.replace('</attr>', ''), /line 5: it is not well-formed XML/],
])('%s is refused with the name of the file and the line', async (_what, file, sentence) => {
  const refusal = read(file);
  await expect(refusal).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(sentence) as string,
  });
  await expect(refusal).rejects.toThrow(NAME);
  await expect(refusal).rejects.toThrow(/^[^\n]{1,250}\.$/);
});

test.each([
  [Buffer.from('504b0304aabbccdd', 'hex'), 'Unpack it first.'],
  [good.slice(0, -40), 'Copy it or export it anew.'],
  [good.replace('</attr>', ''), 'Export it anew.'],
])('a refusal keeps its remedy apart (%#)', async (file, remedy) => {
  await expect(read(file)).rejects.toMatchObject({ remedy });
});

test.each(['file:///etc/passwd', 'http://127.0.0.1:9/evil.dtd', 'ficAlimMENESR.dtd'])(
  'F9: a document type that points to %s is never looked for',
  async (address) => {
    expect(await read(doctype(`<!DOCTYPE ficAlimMENESR SYSTEM "${address}">`))).toHaveLength(1);
  },
);

test('what is read is handed on at once: no more of the file is taken than is asked for', async () => {
  let taken = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(good.replace('</ficAlimMENESR>', '')));
    for (;;) {
      taken += 1;
      yield Buffer.from(add('Eleve', String(taken), zoe).repeat(50));
    }
  }
  let read = 0;
  for await (const request of readRequests({ name: NAME, open: endless }, 'Eleve')) {
    expect(request.category).toBe('Eleve');
    read += 1;
    if (read === 5_000) break;
  }
  expect(taken).toBeLessThanOrEqual(101);
});
