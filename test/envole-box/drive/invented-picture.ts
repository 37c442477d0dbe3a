// SPDX-License-Identifier: EUPL-1.2
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The number of bytes of a point; with the grain, compression leaves about two. */
const POINT = 3;
const GRAIN = 48;

/**
 * A picture as PNG (PNG §5): a sky above a mountain, with the grain of a photo.
 * @param kilobytes about as many as it has
 * @param seed pictures with different ones are different
 */
export function inventedPicture(kilobytes: number, seed: number): Buffer {
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
  let random = (seed % 65_521) + 1;
  let at = 0;
  for (let y = 0; y < side; y += 1) {
    at += 1;
    for (let x = 0; x < side; x += 1) {
      const isMountain = y > side * 0.3 + Math.abs(x - side * 0.55) * 0.9;
      for (const colour of isMountain ? [86, 70, 92] : [236 - (70 * y) / side, 170, 140 + (60 * y) / side]) {
        random = (random * 48_271) % 2_147_483_647;
        rows[at] = Math.min(255, Math.round(colour) + (random % GRAIN));
        at += 1;
      }
    }
  }
  return rows;
}

function part(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
