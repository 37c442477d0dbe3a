// SPDX-License-Identifier: EUPL-1.2
import { startMariadb, startSlapd } from '../services/index.js';
import { toLdif } from '../envole-box/sample/to-ldif.js';
import { inventRegion } from './sync/invented-region.js';
import { middleOf } from './measure/percentiles.js';
import { benchOptions } from './shared/bench-options.js';
import { say } from './shared/say.js';
import { measureRound, type Round } from './sync/measure-round.js';

/** Times a sync of a region in slapd into MariaDB, as ratios to reading it by `ldapsearch` and to writing its rows by `mariadb`. */
export async function benchSync(words: readonly string[]): Promise<void> {
  const values = benchOptions(words, { schools: '240,600', rounds: '3' });
  const mariadb = await startMariadb({ options: ['--innodb-buffer-pool-size=512M'] });
  try {
    for (const schools of values.schools.split(',').map(Number)) {
      const entries = inventRegion(schools);
      const slapd = await startSlapd({ ldif: toLdif(entries) });
      say(`\n${schools} schools, ${entries.length} entries; medians of ${values.rounds} rounds.`);
      try {
        const rounds: Round[] = [];
        for (let n = 0; n < Number(values.rounds); n += 1) {
          rounds.push(await measureRound({ slapd, mariadb, entries }, `bench_${schools}_${n}`));
        }
        report(rounds);
      } finally {
        await slapd.stop();
      }
    }
  } finally {
    await mariadb.stop();
  }
}

/** The promises: the factor, its base in seconds, and the name of the base. */
const PROMISES: Readonly<Record<string, readonly [most: number, of: (round: Round) => number, unit: string]>> = {
  'first import': [4, ({ read, write }) => read + write, '(a + b)'],
  'nothing changed, mark known': [0.1, ({ read }) => read, 'a'],
  'nothing changed, all compared': [10, ({ read }) => read, 'a'],
  'nothing changed, full read': [1.5, ({ read }) => read, 'a'],
  '1 % changed': [0.5, ({ syncs }) => syncs['nothing changed, all compared']?.seconds ?? NaN, 'all compared'],
};

function report(rounds: readonly Round[]): void {
  say(row('a: ldapsearch, paged', middleOf(rounds.map(({ read }) => read))));
  say(row('b: mariadb, the same rows', middleOf(rounds.map(({ write }) => write))));
  for (const name of Object.keys(rounds[0]?.syncs ?? {})) {
    const taken = rounds.flatMap(({ syncs }) => syncs[name] ?? []);
    const [most = NaN, of = () => NaN, unit = ''] = PROMISES[name] ?? [];
    const ratio = middleOf(rounds.map((round) => (round.syncs[name]?.seconds ?? NaN) / of(round)));
    const verdict = ratio <= most ? `at most ${most}` : `over ${most}`;
    const peak = Math.max(...taken.map(({ megabytes }) => megabytes)).toFixed(0);
    say(
      `${row(name, middleOf(taken.map(({ seconds }) => seconds)))}  ${ratio.toFixed(2)} × ${unit}, ${verdict}; ${peak} MB`,
    );
  }
}

function row(name: string, seconds: number): string {
  return `${name.padEnd(30)}${seconds.toFixed(2).padStart(8)} s`;
}
