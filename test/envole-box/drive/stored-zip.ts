// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib';

/** 1 January 2026 at midnight, as MS-DOS writes it. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x800;

/** A ZIP without compression (APPNOTE 6.3, §4.3). @param entries by name, in their order */
export function storedZip(entries: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const common = commonFields(name, content);
    const start = numbers([0x04034b50, 4]);
    const local = Buffer.concat([start, common, Buffer.from(name), content]);
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    central.push(Buffer.concat([numbers([0x02014b50, 4], [20, 2]), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...locals, ...central, end]);
}

/** The fields that both headers of an entry have, from the needed version to the length of the extra field. */
function commonFields(name: string, content: Buffer): Buffer {
  const { length } = content;
  const times = [[0, 2] as const, [DAY, 2] as const, [crc32(content), 4] as const];
  return numbers(
    [20, 2],
    [UTF8_NAMES, 2],
    [0, 2],
    ...times,
    [length, 4],
    [length, 4],
    [Buffer.byteLength(name), 2],
    [0, 2],
  );
}

/** Numbers in little-endian order, each with its bytes. */
function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
