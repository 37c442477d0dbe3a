// SPDX-License-Identifier: EUPL-1.2

/** What a check found. The sentence says what is so; the remedy, what to do about it. */
export type Finding =
  | { readonly state: 'good'; readonly sentence: string }
  | { readonly state: 'warn' | 'bad'; readonly sentence: string; readonly remedy: string };

/** One thing that `volee doctor` looks at, such as the SSO server that a brick speaks to. It changes nothing. */
export interface Check {
  /** What is looked at, in one or two words: `sso`, `directory`, `certificate`, `clock`. */
  readonly name: string;
  /**
   * What it throws counts as bad; in the message of a `DomainError`, what follows the first semicolon is the remedy. `signal`
   * ends after 10 seconds.
   */
  run(signal: AbortSignal): Promise<readonly Finding[]>;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * What to say of a certificate that was verified, by the days that it has left: under 30 is a warning, under 7 is bad.
 * @param whose begins the sentence: `The SSO at https://sso.example.org`
 */
export function certificateFinding(whose: string, validTo: Date, now: Date): Finding {
  const days = Math.floor((validTo.getTime() - now.getTime()) / DAY);
  const sentence =
    days < 0
      ? `${whose} shows a certificate that ended on ${dayOf(validTo)}.`
      : `${whose} shows a certificate that is trusted for ${days} more days, until ${dayOf(validTo)}.`;
  if (days >= 30) return { state: 'good', sentence };
  return { state: days < 7 ? 'bad' : 'warn', sentence, remedy: 'Renew it, and see to it that it renews itself.' };
}

/**
 * What to say of a clock beside this machine's: more than 30 seconds apart is a warning, more than 5 minutes is bad (a CAS
 * ticket lives for minutes, CAS 3.0 §3.1.1).
 * @param whose begins the sentence: `The SSO at https://sso.example.org`
 */
export function clockFinding(whose: string, theirs: Date, ours: Date): Finding {
  const ahead = theirs.getTime() - ours.getTime();
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (seconds <= 30) return { state: 'good', sentence: `${whose} has the same time as this machine, to within 30 s.` };
  return {
    state: Math.abs(ahead) > 5 * MINUTE ? 'bad' : 'warn',
    sentence: `${whose} is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine.`,
    remedy: 'Let both take the time from the same NTP server (timedatectl status tells whether this one does).',
  };
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
