// A front end's day with the clients that front ends use: Apollo Client and graphql-ws.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApolloClient, HttpLink, InMemoryCache, gql, split } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.env.HUNTGATE_URL + '/graphql';
const socket = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
const apollo = new ApolloClient({
  cache: new InMemoryCache(),
  link: split(
    ({ query }) => getMainDefinition(query).operation === 'subscription',
    new GraphQLWsLink(socket),
    new HttpLink({ uri: url }),
  ),
});
after(() => socket.dispose());

/** Everything that a subscription tells, up to its end. */
function told(query, variables) {
  return new Promise((resolve, reject) => {
    const items = [];
    apollo.subscribe({ query, variables }).subscribe({
      next: ({ data, error }) => (error ? reject(error) : items.push(data)),
      error: reject,
      complete: () => resolve(items),
    });
  });
}

const START = gql`
  mutation ($kql: String!, $maxAge: String) {
    startHunt(kql: $kql, maxAge: $maxAge) {
      id
      state
    }
  }
`;
const WATCH = gql`
  subscription ($id: ID!) {
    huntJob(id: $id) {
      id
      state
      error {
        code
        message
      }
      result {
        id
        rowCount
        rows(first: 3) {
          nodes
        }
      }
    }
  }
`;

test('a job is started, watched and has a result', async () => {
  const variables = { kql: 'DeviceEvents | summarize n = count() by ActionType', maxAge: 'PT0S' };
  const { data } = await apollo.mutate({ mutation: START, variables });
  const states = await told(WATCH, { id: data.startHunt.id });
  const last = states.at(-1).huntJob;
  assert.equal(last.state, 'SUCCEEDED');
  assert.equal(last.result.rows.nodes.length, 3);
  assert.ok(last.result.rowCount >= 3);
});

test('a job that fails says why', async () => {
  const variables = { kql: 'NoSuchTable | take 1' };
  const { data } = await apollo.mutate({ mutation: START, variables });
  const last = (await told(WATCH, { id: data.startHunt.id })).at(-1).huntJob;
  assert.equal(last.state, 'FAILED');
  assert.equal(last.error.code, 'KQL_REJECTED');
  assert.match(last.error.message, /NoSuchTable/);
});

test('two hundred jobs at once are all told to their ends', async () => {
  const started = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      apollo.mutate({
        mutation: START,
        variables: { kql: `DeviceInfo | where DeviceName has 'x' | take ${1 + (i % 10)}` },
      }),
    ),
  );
  const ids = started.map(({ data }) => data.startHunt.id);
  assert.equal(new Set(ids).size, 200);
  const ends = await Promise.all(ids.map((id) => told(WATCH, { id })));
  assert.deepEqual(
    ends.map((states) => states.at(-1).huntJob.state).filter((state) => state !== 'SUCCEEDED'),
    [],
  );
});

test('a job that does not exist is an error, not silence', async () => {
  await assert.rejects(told(WATCH, { id: 'nothing' }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    assert.equal(error.errors[0].extensions.code, 'NOT_FOUND');
    return true;
  });
});

test('a cancelled job is told', async () => {
  const { data } = await apollo.mutate({
    mutation: START,
    variables: { kql: 'DeviceEvents | summarize dcount(ActionType) by DeviceName', maxAge: 'PT0S' },
  });
  const CANCEL = gql`
    mutation ($id: ID!) {
      cancelHunt(id: $id) {
        id
        state
      }
    }
  `;
  const { data: cancelled } = await apollo.mutate({
    mutation: CANCEL,
    variables: { id: data.startHunt.id },
  });
  assert.match(cancelled.cancelHunt.state, /CANCELLED|SUCCEEDED/);
  const last = (await told(WATCH, { id: data.startHunt.id })).at(-1).huntJob;
  assert.equal(last.state, cancelled.cancelHunt.state);
});

const PAGE = gql`
  query ($after: String) {
    hunt(kql: "DeviceNetworkEvents | take 250") {
      id
      rowCount
      rows(first: 100, after: $after) {
        nodes
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

test('pages of a hunt hold every row once, and one purchase', async () => {
  const rows = [];
  let after = null;
  let id;
  do {
    const { data } = await apollo.query({ query: PAGE, variables: { after } });
    id ??= data.hunt.id;
    assert.equal(data.hunt.id, id);
    rows.push(...data.hunt.rows.nodes);
    after = data.hunt.rows.pageInfo.hasNextPage ? data.hunt.rows.pageInfo.endCursor : null;
  } while (after);
  assert.equal(rows.length, 250);
});

test('pages of incidents hold every incident once', async () => {
  const ids = [];
  let after = null;
  do {
    const { data } = await apollo.query({
      query: gql`
        query ($after: String) {
          incidents(first: 50, after: $after) {
            edges {
              cursor
              node {
                id
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      `,
      variables: { after },
      fetchPolicy: 'network-only',
    });
    ids.push(...data.incidents.edges.map(({ node }) => node.id));
    after = data.incidents.pageInfo.hasNextPage ? data.incidents.pageInfo.endCursor : null;
  } while (after);
  assert.ok(ids.length >= 200, `${ids.length} incidents`);
  assert.equal(new Set(ids).size, ids.length);
});

const UPDATE = gql`
  mutation ($input: UpdateIncidentInput!) {
    updateIncident(input: $input) {
      incident {
        id
        status
        assignedTo
        updatedAt
        comments {
          text
        }
      }
      warnings
    }
  }
`;
const INCIDENT = gql`
  query ($id: ID!) {
    incident(id: $id) {
      id
      status
      assignedTo
      updatedAt
    }
  }
`;

/** An incident that nobody has begun to work on, as it is upstream now. */
async function active() {
  const { data } = await apollo.query({
    query: gql`
      {
        incidents(first: 1, filter: { statuses: [ACTIVE] }) {
          nodes {
            id
          }
        }
      }
    `,
    fetchPolicy: 'network-only',
  });
  const { id } = data.incidents.nodes[0];
  const read = await apollo.query({
    query: INCIDENT,
    variables: { id },
    fetchPolicy: 'network-only',
  });
  return read.data.incident;
}

test('an update changes the incident, also where the front end shows it already', async () => {
  const known = await active();
  const { data } = await apollo.mutate({
    mutation: UPDATE,
    variables: {
      input: {
        id: known.id,
        status: 'IN_PROGRESS',
        assignedTo: 'alice@contoso.com',
        comment: 'Looking into it',
        ifLastUpdatedAt: known.updatedAt,
      },
    },
  });
  const { incident, warnings } = data.updateIncident;
  assert.deepEqual(warnings, []);
  assert.equal(incident.id, known.id);
  assert.equal(incident.status, 'IN_PROGRESS');
  assert.equal(incident.assignedTo, 'alice@contoso.com');
  assert.notEqual(incident.updatedAt, known.updatedAt);
  assert.ok(incident.comments.some(({ text }) => text.startsWith('Looking into it (')));

  const shown = apollo.readQuery({ query: INCIDENT, variables: { id: known.id } });
  assert.equal(shown.incident.status, 'IN_PROGRESS');
  const { data: read } = await apollo.query({
    query: INCIDENT,
    variables: { id: known.id },
    fetchPolicy: 'network-only',
  });
  assert.equal(read.incident.assignedTo, 'alice@contoso.com');
  assert.equal(read.incident.updatedAt, incident.updatedAt);
});

test('an update of what somebody else changed first is refused, and tells what is there', async () => {
  const known = await active();
  const update = (assignedTo) =>
    apollo.mutate({
      mutation: UPDATE,
      variables: { input: { id: known.id, assignedTo, ifLastUpdatedAt: known.updatedAt } },
    });
  const { data } = await update('bob@contoso.com');
  await assert.rejects(update('alice@contoso.com'), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    const { code, current } = error.errors[0].extensions;
    assert.equal(code, 'CONFLICT');
    assert.equal(current.assignedTo, 'bob@contoso.com');
    assert.equal(current.updatedAt, data.updateIncident.incident.updatedAt);
    return true;
  });
  const { data: read } = await apollo.query({
    query: INCIDENT,
    variables: { id: known.id },
    fetchPolicy: 'network-only',
  });
  assert.equal(read.incident.assignedTo, 'bob@contoso.com');
});
