// SPDX-License-Identifier: EUPL-1.2

/** Makes ids that sort by time, as those of the host do (UUIDv7, RFC 9562 §5.7), with a number where those are random. */
export function inventIds(): (at: Date) => string {
  let count = 0;
  return (at) => {
    count += 1;
    const time = at.getTime().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

export function inventedUai(n: number): string {
  return `${String(390_001 + n).padStart(7, '0')}${'ABCDEFGHJKLMNPRSTUVWXYZ'[n % 23]}`;
}
