// SPDX-License-Identifier: EUPL-1.2
import { cpuSeconds } from '../measure/cpu-seconds.js';
import { FILES, FILES_END, filePart } from '../measure/bench-client.js';
import type { LimitReport } from '../measure/limit-report.js';
import { middleOf } from '../measure/percentiles.js';
import type { ServerProcess } from '../../services/server-process.js';
import type { DrivePlace } from './drive-place.js';
import type { Found } from './drive-server.js';
import { ms, type Extent } from './extent.js';
import { timeDownload, timeUpload } from './transfer.js';

const MEGABYTE = 1_000_000;
const LEAST_DOWNLOAD = 0.7;
const LEAST_UPLOAD = 0.4;

/** A measured server. */
interface Side {
  readonly name: string;
  readonly pid: number;
  upload(round: number): Promise<number>;
  download(round: number): Promise<number>;
}

interface Taken {
  readonly upload: number;
  readonly download: number;
  /** Processor time in milliseconds. */
  readonly uploadCpu: number;
  readonly downloadCpu: number;
}

/** Uploads and downloads a large file, beside Apache in the same round. */
export async function benchTransfer(
  place: DrivePlace,
  { rounds, mb }: Extent,
  report: LimitReport,
  webdav: ServerProcess | undefined,
): Promise<void> {
  const sides = [await voleeSide(place, mb), ...(webdav ? [webdavSide(webdav, mb)] : [])];
  const taken = new Map<string, Taken[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of sides) {
      const one = await measureSide(side, round);
      if (round > 0) taken.get(side.name)?.push(one);
    }
  }
  const middle = (name: string, figure: keyof Taken): number =>
    middleOf((taken.get(name) ?? []).map((one) => one[figure]));
  report.say(`${mb} MB by form and by GET; Apache: PUT and GET of mod_dav_fs:`);
  for (const { name } of sides) {
    const told = (figure: 'upload' | 'download'): string => {
      const milliseconds = middle(name, figure);
      return `${ms(milliseconds)} (${((mb * 1000) / milliseconds).toFixed(0)} MB/s, processor ${ms(middle(name, `${figure}Cpu`))})`;
    };
    report.say(`  ${name}: upload ${told('upload')}, GET ${told('download')}`);
  }
  if (!webdav) return;
  const ratio = (figure: 'upload' | 'download'): number => middle('Apache', figure) / middle('Volée', figure);
  report.least('GET, to Apache', ratio('download'), LEAST_DOWNLOAD);
  report.least('upload, to Apache', ratio('upload'), LEAST_UPLOAD);
}

async function measureSide(side: Side, round: number): Promise<Taken> {
  const [begun, before] = [0, cpuSeconds(side.pid)];
  const upload = await side.upload(round);
  const between = cpuSeconds(side.pid);
  const download = await side.download(round);
  const after = cpuSeconds(side.pid);
  return {
    ...{ upload, download },
    ...{ uploadCpu: begun + (between - before) * 1000, downloadCpu: (after - between) * 1000 },
  };
}

async function voleeSide(place: DrivePlace, mb: number): Promise<Side> {
  const { pid, url, at, rootId, teacherId } = place;
  const cookie = await place.cookieOf(teacherId);
  return {
    ...{ name: 'Volée', pid },
    upload: (round) => sendLarge(place, cookie, { folderId: rootId, name: largeName(round), bytes: mb * MEGABYTE }),
    download: async (round) => {
      const { id } = await place.ask<Found>({ kind: 'node', name: largeName(round) });
      return timeDownload(new URL(`${at}/files/${id}`, url), cookie, mb * MEGABYTE);
    },
  };
}

function largeName(round: number): string {
  return `film ${round}.mp4`;
}

/** Sends one large file by the form of a folder. @returns milliseconds */
export function sendLarge(
  { url, at }: Pick<DrivePlace, 'url' | 'at'>,
  cookie: string,
  { folderId, name, bytes }: { readonly folderId: string; readonly name: string; readonly bytes: number },
): Promise<number> {
  const headers = { Accept: 'text/html', Cookie: cookie, 'Content-Type': FILES, 'Sec-Fetch-Site': 'same-origin' };
  const options = { method: 'POST', headers, before: filePart(name), after: `\r\n${FILES_END}`, status: 303 } as const;
  return timeUpload(new URL(`${at}/folders/${folderId}/files`, url), options, bytes);
}

function webdavSide({ pid, port }: ServerProcess, mb: number): Side {
  const file = (round: number): URL => new URL(`http://127.0.0.1:${port}/film-${round}.mp4`);
  return {
    ...{ name: 'Apache', pid },
    upload: (round) => timeUpload(file(round), { method: 'PUT', status: 201 }, mb * MEGABYTE),
    download: (round) => timeDownload(file(round), 'none=1', mb * MEGABYTE),
  };
}
