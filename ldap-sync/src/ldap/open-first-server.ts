// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

/** Receives the failures of the servers that could not be used, when another one could. */
export type ReportFailures = (failures: readonly UnavailableError[]) => void;

/**
 * Several servers hold the same directory: they are tried in their order, and the first that lets the account in is used for all that
 * follows.
 * @throws UnavailableError that names each server with its reason
 */
export async function openFirstServer<Directory>(
  urls: readonly string[],
  open: (url: string) => Promise<Directory>,
  report: ReportFailures,
  signal: AbortSignal,
): Promise<Directory> {
  const failures: UnavailableError[] = [];
  for (const url of urls) {
    try {
      const directory = await open(url);
      if (failures.length > 0) report(failures);
      return directory;
    } catch (error) {
      if (!(error instanceof UnavailableError) || signal.aborted) throw error;
      failures.push(error);
    }
  }
  const [only, ...others] = failures;
  throw only && others.length === 0 ? only : allFailed(failures);
}

function allFailed(failures: readonly UnavailableError[]): UnavailableError {
  const sentences = failures.map(({ message }) => message);
  const remedies = new Set(failures.flatMap(({ remedy }) => remedy ?? []));
  return new UnavailableError(
    `None of the ${failures.length} servers of the directory can be read. ${sentences.join(' ')}`,
    { remedy: [...remedies].join(' '), cause: failures },
  );
}
