// SPDX-License-Identifier: EUPL-1.2
export type { CasAccount } from './cas/cas-account.js';
export type { CasFlavour } from './cas/cas-flavour.js';
export { sampleCasAccounts } from './cas/sample-cas-accounts.js';
export { logoutRequestXml, type LogoutReport } from './cas/single-logout.js';
export { startCas, type Cas, type CasOptions } from './cas/start-cas.js';
export type { TicketShape } from './cas/ticket-id.js';
export { troubles, type Trouble } from './cas/trouble.js';
export type { DirectorySwitches } from './directory/directory-switches.js';
export { startDirectory, type Directory, type DirectoryOptions } from './directory/start-directory.js';
export { DriveSteps } from './drive/drive-steps.js';
export { inventedFile } from './drive/invented-file.js';
export { fillDrive, fillLastYearsDrive } from './drive/fill-drive.js';
export { WorkSteps } from './drive/work-steps.js';
export type { LdapEntry } from './ldap-entry.js';
export {
  sampleAccounts,
  samplePeople,
  sampleSchools,
  type SamplePerson,
  type SampleSchool,
} from './sample/sample-people.js';
export { AD_READER, AD_ROOT, scribeAdEntries } from './sample/scribe-ad-entries.js';
export { scribeEntries } from './sample/scribe-entries.js';
export { SDET_READER, SDET_ROOT, sdetEntries } from './sample/sdet-entries.js';
export { toLdif } from './sample/to-ldif.js';
export { ACADEMY, READER, ROOT, SAMPLE_PASSWORD } from './sample/tree.js';
export {
  beginningOfLastYear,
  beginningOfThisYear,
  fillLastYear,
  fillThisYear,
  offerLeavers,
  publishLastYear,
  readLastYear,
  readNewYear,
} from './livret/fill-livret.js';
export { LivretSteps } from './livret/livret-steps.js';
export { leaversOfLastYear } from './last-year/last-year-source.js';
export { ondeFile } from './onde/onde-file.js';
export { startEnvoleBox, type EnvoleBox, type EnvoleBoxOptions } from './start-envole-box.js';
export { beginningOfWeek, fillWeek } from './week/fill-week.js';
export type { StoryOptions } from './story-options.js';
export type { Week } from './week/week.js';
