// incidents.ts
import { graphql } from './gql/index.js';
import type { QueueQuery } from './gql/graphql.js';
import { HuntgateError, type Huntgate } from './huntgate.js';

const QUEUE = graphql(`
  query Queue($after: String) {
    incidents(first: 50, after: $after, filter: { statuses: [ACTIVE, IN_PROGRESS] }) {
      nodes { id name severity status assignedTo updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const TAKE = graphql(`
  mutation Take($id: ID!, $by: String!, $knownAs: DateTime!) {
    updateIncident(input: { id: $id, status: IN_PROGRESS, assignedTo: $by, ifLastUpdatedAt: $knownAs }) {
      incident { id status assignedTo updatedAt }
      warnings
    }
  }
`);

/** The open incidents; a page is asked for when it is walked into. */
export async function* queue(huntgate: Huntgate) {
  let after: string | null = null;
  do {
    const { incidents }: QueueQuery = await huntgate.ask(QUEUE, { after });
    yield* incidents.nodes;
    after = incidents.pageInfo.hasNextPage ? incidents.pageInfo.endCursor : null;
  } while (after);
}

/** Takes an incident, as it was last seen; false when somebody else changed it since. */
export async function take(
  huntgate: Huntgate,
  seen: { id: string; updatedAt: string },
  by: string,
): Promise<boolean> {
  try {
    await huntgate.ask(TAKE, { id: seen.id, by, knownAs: seen.updatedAt });
    return true;
  } catch (failure) {
    if (failure instanceof HuntgateError && failure.has('CONFLICT')) {
      return false;
    }
    throw failure;
  }
}
