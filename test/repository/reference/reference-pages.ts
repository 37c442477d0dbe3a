// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { casConformancePage } from './cas-conformance-page.js';
import { casConformance } from './cas-conformance.js';
import { commandsPage, programHelp } from './commands-page.js';
import { apiReport } from './api-report.js';
import { contractReference } from './contract-reference.js';
import { ENTRY_POINTS, reportOf, type EntryPoint } from './entry-points.js';
import { securityTestsPage } from './security-tests-page.js';
import { securityTests } from './security-tests.js';
import { settingsPage } from './settings-page.js';

const NOTE = '<!-- Made by "npm run reference". Change the sources, not this page. -->';

/** The pages of the reference that are made from the sources: path in the repository → text. @param repository its folder */
export async function referencePages(repository: string): Promise<Map<string, string>> {
  const pages = {
    'cas-conformance.md': casConformancePage(casConformance(repository)),
    'security-tests.md': securityTestsPage(securityTests(repository)),
    'contract.md': contractReference(repository),
    'settings.md': settingsPage(),
    'commands.md': commandsPage(programHelp(repository)),
    ...Object.fromEntries(ENTRY_POINTS.map((entry) => [reportOf(entry), apiPage(entry, repository)])),
  };
  const options = await resolveConfig(join(repository, 'package.json'));
  const formatted = Object.entries(pages).map(async ([name, text]) => {
    const page = await format(`${NOTE}\n\n${text}\n`, { ...options, parser: 'markdown' });
    return [`docs/reference/${name}`, page] as const;
  });
  return new Map(await Promise.all(formatted));
}

function apiPage({ name, folder }: EntryPoint, repository: string): string {
  const report = apiReport(join(repository, 'core-adapter', 'dist', folder, 'index.d.ts'));
  return `# \`${name}\`\n\nThe types of this entry point, as compiled: a change of the contract shows here.\n\n\`\`\`ts\n${report}\n\`\`\``;
}
