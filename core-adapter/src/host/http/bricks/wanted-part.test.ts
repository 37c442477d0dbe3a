// SPDX-License-Identifier: EUPL-1.2
import { wantedPart, type WantedPart } from './wanted-part.js';

const VERSION = { bytes: 10, etag: '"now"', modifiedAt: new Date('2026-09-01T08:00:00Z') };
const THEN = 'Tue, 01 Sep 2026 08:00:00 GMT';
const BEFORE = 'Tue, 01 Sep 2026 07:59:59 GMT';
const LATER = 'Tue, 01 Sep 2026 08:00:01 GMT';
const WHOLE = { status: 200 };

function asked(headers: Readonly<Record<string, string>>, version = VERSION, method = 'GET'): WantedPart {
  const found = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const get = ((name: string) => found.get(name.toLowerCase())) as Parameters<typeof wantedPart>[0]['get'];
  return wantedPart({ method, get }, version);
}
const part = (start: number, end: number): WantedPart => ({ status: 206, range: { start, end } });

test.each([
  ['bytes=0-0', part(0, 0)],
  ['bytes=0-9', part(0, 9)],
  ['bytes=2-5', part(2, 5)],
  ['bytes=2-', part(2, 9)],
  ['bytes=2-4000', part(2, 9)],
  ['bytes=9-', part(9, 9)],
  ['bytes=-3', part(7, 9)],
  ['bytes=-10', part(0, 9)],
  ['bytes=-4000', part(0, 9)],
  ['Bytes= 2-5 ', part(2, 5)],
  ['bytes=0-99999999999999999999', part(0, 9)],
])('RFC 9110 §14.1.2: %s is one range', (range, wanted) => {
  expect(asked({ range })).toEqual(wanted);
});

test.each(['bytes=10-', 'bytes=10-12', 'bytes=99999999999999999999-', 'bytes=-0'])(
  'RFC 9110 §15.5.17: %s is beyond the content',
  (range) => {
    expect(asked({ range })).toEqual({ status: 416 });
    expect(asked({ range }, { ...VERSION, bytes: 0 })).toEqual(WHOLE);
  },
);

test.each([
  ...[
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=a-b',
    'bytes=1-2-3',
    'bytes=--2',
    'bytes=+1-2',
    'bytes=1.5-2',
  ],
  ...['bytes=0x1-0x2', 'bytes=0-1,4-5', 'bytes=0-,0-,0-,0-', 'items=0-1', 'bytes 0-1', 'bytes=0-1;', '0-1'],
])('RFC 9110 §14.2: "%s" is ignored', (range) => {
  expect(asked({ range })).toEqual(WHOLE);
});

test('RFC 9110 §14.2: a range means something to GET alone', () => {
  for (const range of ['bytes=2-5', 'bytes=10-']) expect(asked({ range }, VERSION, 'HEAD')).toEqual(WHOLE);
});

test.each([
  ['"now"', part(2, 5)],
  [THEN, part(2, 5)],
  ['W/"now"', WHOLE],
  ['"other"', WHOLE],
  ['now', WHOLE],
  [BEFORE, WHOLE],
  [LATER, WHOLE],
  ['yesterday', WHOLE],
  ['', WHOLE],
])(
  'RFC 9110 §13.1.5: the range of another version (If-Range: %s) is not sent as a part of this one',
  (value, wanted) => {
    expect(asked({ range: 'bytes=2-5', 'if-range': value })).toEqual(wanted);
    expect(asked({ 'if-range': value })).toEqual(WHOLE);
  },
);

test.each([
  [{ 'if-none-match': '"now"' }, 304],
  [{ 'if-none-match': 'W/"now"' }, 304],
  [{ 'if-none-match': '*' }, 304],
  [{ 'if-none-match': '"other", W/"now"' }, 304],
  [{ 'if-none-match': '"other"' }, 200],
  [{ 'if-none-match': 'now' }, 200],
  [{ 'if-none-match': '"other"', 'if-modified-since': LATER }, 200],
  [{ 'if-none-match': '"now"', 'if-modified-since': BEFORE }, 304],
  [{ 'if-none-match': '"now"', range: 'bytes=20-' }, 304],
  [{ 'if-modified-since': THEN }, 304],
  [{ 'if-modified-since': LATER }, 304],
  [{ 'if-modified-since': 'Tuesday, 01-Sep-26 08:00:00 GMT' }, 304],
  [{ 'if-modified-since': BEFORE }, 200],
  [{ 'if-modified-since': '2026-09-02' }, 200],
  [{ 'if-modified-since': 'soon GMT' }, 200],
  [{ 'if-match': '"now"' }, 200],
  [{ 'if-match': '*' }, 200],
  [{ 'if-match': '"other", "now"' }, 200],
  [{ 'if-match': 'W/"now"' }, 412],
  [{ 'if-match': '"other"', 'if-none-match': '"now"', range: 'bytes=2-5' }, 412],
  [{ 'if-match': '"now"', 'if-unmodified-since': BEFORE }, 200],
  [{ 'if-unmodified-since': THEN }, 200],
  [{ 'if-unmodified-since': BEFORE }, 412],
  [{ 'if-unmodified-since': 'soon' }, 200],
] as const)('RFC 9110 §13.2.2: %j gets %d', (headers, status) => {
  for (const method of ['GET', 'HEAD']) expect(asked(headers, VERSION, method)).toEqual({ status });
});
