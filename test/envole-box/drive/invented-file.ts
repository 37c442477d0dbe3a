// SPDX-License-Identifier: EUPL-1.2
import { crc32, deflateSync } from 'node:zlib';
import { smallPdf } from '../week/small-pdf.js';
import { storedZip } from './stored-zip.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The number of bytes of a point; with the grain, compression leaves about two. */
const POINT = 3;

const GRAIN = 48;

/** The name of a file, and about its number of kilobytes; a few when it has no number. */
export type FileSheet = readonly [name: string, kilobytes?: number];

export interface InventedFile {
  readonly name: string;
  readonly content: Buffer;
}

const OPEN_DOCUMENTS = new Map([
  ['odt', { type: 'text', body: (line: string) => `<office:text><text:p>${line}</text:p></office:text>` }],
  ['ods', { type: 'spreadsheet', body: spreadsheet }],
  ['odp', { type: 'presentation', body: presentation }],
]);

/** A file in the real format that its name ends with, with its own name as content: every program opens it. */
export function inventedFile([name, kilobytes = 12]: FileSheet): InventedFile {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const title = name.slice(0, -extension.length - 1);
  const picture = (): Buffer => inventedPicture(kilobytes, crc32(name));
  const openDocument = OPEN_DOCUMENTS.get(extension);
  if (openDocument) return { name, content: inOpenDocument(openDocument, title, picture()) };
  if (extension === 'pdf') return { name, content: largerPdf(title, kilobytes) };
  if (extension === 'wav') return { name, content: tone(kilobytes) };
  if (extension === 'zip') return { name, content: storedZip([[`${title}.png`, picture()]]) };
  if (extension === 'png') return { name, content: picture() };
  return { name, content: Buffer.from(`${title}\n`) };
}

/** Makes a PDF larger by comments: readers look for the table of references at the end, and skip comments (ISO 32000-1 §7.2.4). */
function largerPdf(title: string, kilobytes: number): Buffer {
  const ascii = title
    .normalize('NFD')
    .replaceAll('’', "'")
    .replace(/[^\x20-\x7e]|[()\\]/g, '');
  const pdf = smallPdf(ascii);
  const padding = Buffer.alloc(Math.max(0, kilobytes * 1000 - pdf.length), `% ${ascii}\n`);
  const table = pdf.lastIndexOf('startxref');
  return Buffer.concat([pdf.subarray(0, table), padding, Buffer.from('\n'), pdf.subarray(table)]);
}

/** Open Document, with one picture (ODF 1.3 part 2, §3). */
function inOpenDocument(
  { type, body }: { readonly type: string; readonly body: (line: string) => string },
  title: string,
  picture: Buffer,
): Buffer {
  const media = `application/vnd.oasis.opendocument.${type}`;
  const spaces = ['office', 'text', 'table', 'drawing:draw'].map((name) => {
    const [full = '', short = full] = name.split(':');
    return `xmlns:${short}="urn:oasis:names:tc:opendocument:xmlns:${full}:1.0"`;
  });
  const content = `<office:document-content ${spaces.join(' ')} office:version="1.3"><office:body>${body(title)}</office:body></office:document-content>`;
  const listed = [
    ['/', media],
    ['content.xml', 'text/xml'],
    ['Pictures/1.png', 'image/png'],
  ];
  const entries = listed.map(
    ([path, kind]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${kind}"/>`,
  );
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`;
  return storedZip([
    ['mimetype', Buffer.from(media)],
    ['content.xml', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${content}`)],
    ['Pictures/1.png', picture],
    ['META-INF/manifest.xml', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${manifest}`)],
  ]);
}

function spreadsheet(line: string): string {
  const cell = `<table:table-cell office:value-type="string"><text:p>${line}</text:p></table:table-cell>`;
  return `<office:spreadsheet><table:table table:name="1"><table:table-row>${cell}</table:table-row></table:table></office:spreadsheet>`;
}

function presentation(line: string): string {
  const box = `<draw:frame><draw:text-box><text:p>${line}</text:p></draw:text-box></draw:frame>`;
  return `<office:presentation><draw:page draw:name="1">${box}</draw:page></office:presentation>`;
}

/** A low hum of a second and a bit, or longer: WAV with one channel of 16 bits. */
function tone(kilobytes: number): Buffer {
  const rate = 11_025;
  const samples = Math.max(rate, Math.round((kilobytes * 1000) / 2));
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    wav.writeInt16LE(Math.round(6_000 * Math.sin((2 * Math.PI * 220 * at) / rate)), 44 + at * 2);
  }
  return wav;
}

/**
 * A picture as PNG (PNG §5): a sky above a mountain, with the grain of a photo.
 * @param kilobytes about as many as it has
 * @param seed pictures with different ones are different
 */
function inventedPicture(kilobytes: number, seed: number): Buffer {
  const side = Math.max(16, Math.round(Math.sqrt((kilobytes * 1000) / 2.2)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [part('IHDR', header), part('IDAT', deflateSync(points(side, seed), { level: 1 })), part('IEND')];
  return Buffer.concat([SIGNATURE, ...parts]);
}

function points(side: number, seed: number): Buffer {
  const rows = Buffer.alloc(side * (1 + side * POINT));
  const mountain = [86, 70, 92];
  let random = (seed % 65_521) + 1;
  let at = 0;
  for (let y = 0; y < side; y += 1) {
    at += 1;
    const sky = [Math.round(236 - (70 * y) / side), 170, Math.round(140 + (60 * y) / side)];
    for (let x = 0; x < side; x += 1) {
      const point = y > side * 0.3 + Math.abs(x - side * 0.55) * 0.9 ? mountain : sky;
      for (let place = 0; place < POINT; place += 1) {
        random = nextRandom(random);
        rows[at] = Math.min(255, (point[place] ?? 0) + (random % GRAIN));
        at += 1;
      }
    }
  }
  return rows;
}

/** `(random * 48_271) % (2 ** 31 - 1)`, without dividing large numbers, which takes longer than the rest of a picture. */
function nextRandom(random: number): number {
  const product = random * 48_271;
  const above = Math.floor(product / 2 ** 31);
  const sum = product - above * 2 ** 31 + above;
  return sum < 2 ** 31 - 1 ? sum : sum - (2 ** 31 - 1);
}

function part(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
