// hunt.ts
import { graphql } from './gql/index.js';
import type { WatchSubscription } from './gql/graphql.js';
import { HuntgateError, type Huntgate } from './huntgate.js';

const START = graphql(`
  mutation Start($kql: String!) {
    startHunt(kql: $kql, maxWait: "PT1H") { id }
  }
`);

const WATCH = graphql(`
  subscription Watch($id: ID!) {
    huntJob(id: $id) {
      state ahead expectedStart elapsed expectedRunningTime
      error { code message retryAt }
      result { id rowCount columns { name type } rows(first: 100) { nodes } }
    }
  }
`);

/** Hunts as a job, which survives a lost connection, and tells how it goes on. */
export async function hunt(
  huntgate: Huntgate,
  kql: string,
  tell: (job: NonNullable<WatchSubscription['huntJob']>) => void,
) {
  const { startHunt } = await huntgate.ask(START, { kql });
  for await (const { huntJob } of huntgate.watch(WATCH, { id: startHunt.id })) {
    if (!huntJob) {
      continue;
    }
    tell(huntJob);
    if (huntJob.error) {
      const { message, code, retryAt } = huntJob.error;
      throw new HuntgateError([{ message, extensions: { code, retryAt } }]);
    }
    if (huntJob.result) {
      return huntJob.result;
    }
  }
  throw new HuntgateError([{ message: 'The hunt was cancelled', extensions: { code: 'CANCELLED' } }]);
}
