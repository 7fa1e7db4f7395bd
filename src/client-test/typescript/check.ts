// What the documentation shows to front ends, run.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { WebSocket } from 'ws';
import { graphql } from './gql/index.js';
import { hunt } from './hunt.js';
import { connect, HuntgateError } from './huntgate.js';
import { queue, take } from './incidents.js';

const server = process.env.HUNTGATE_URL;

// In place of a browser's, which Node lacks before version 22 and which nobody can cut off.
const sockets: WebSocket[] = [];
class CutOff extends WebSocket {
  constructor(...how: ConstructorParameters<typeof WebSocket>) {
    super(...how);
    sockets.push(this);
  }
}
globalThis.WebSocket = CutOff as unknown as typeof globalThis.WebSocket;

let tokens = 0;
const huntgate = connect(`${server}/graphql`, async () => `${++tokens}`);
after(() => huntgate.close());

/** Has the sandbox run every hunt that much longer. */
async function hunts(latency: string) {
  const { ok } = await fetch(`${server}/sandbox/control/latency`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ answers: 'PT0S', hunts: latency }),
  });
  assert.ok(ok);
}

const JOB = graphql(`
  query Job($id: ID!) {
    huntJob(id: $id) { state }
  }
`);
const JOBS = graphql(`
  subscription Jobs($id: ID!) {
    huntJob(id: $id) { state }
  }
`);

test('the queue is walked to its end', async () => {
  const ids = new Set<string>();
  let incidents = 0;
  for await (const { id, status } of queue(huntgate)) {
    assert.match(status, /^(ACTIVE|IN_PROGRESS)$/);
    ids.add(id);
    incidents++;
  }
  assert.ok(incidents > 50, `${incidents} incidents`);
  assert.equal(ids.size, incidents);
});

test('an incident is taken once', async () => {
  const { value: seen } = await queue(huntgate).next();
  assert.ok(seen);
  assert.equal(await take(huntgate, seen, 'alice@contoso.com'), true);
  assert.equal(await take(huntgate, seen, 'bob@contoso.com'), false);
});

test('a hunt is told to its result', async () => {
  const states: string[] = [];
  const kql = 'DeviceProcessEvents | summarize n = count() by DeviceName | top 5 by n';
  const result = await hunt(huntgate, kql, ({ state }) => states.push(state));
  assert.equal(states.at(-1), 'SUCCEEDED');
  assert.deepEqual(
    result.columns.map(({ name }) => name),
    ['DeviceName', 'n'],
  );
  assert.equal(result.rows.nodes.length, result.rowCount);
  for (const row of result.rows.nodes) {
    assert.ok(Array.isArray(row) && row.length === 2);
  }
});

test('a hunt that fails says why', async () => {
  await assert.rejects(
    hunt(huntgate, 'NoSuchTable | take 1', () => {}),
    (failure) => failure instanceof HuntgateError && failure.has('KQL_REJECTED'),
  );
});

test('what does not exist is an error of the same kind by both ways', async () => {
  const missing = (failure: unknown) => {
    assert.ok(failure instanceof HuntgateError, String(failure));
    return failure.has('NOT_FOUND');
  };
  await assert.rejects(huntgate.ask(JOB, { id: 'nothing' }), missing);
  await assert.rejects(huntgate.watch(JOBS, { id: 'nothing' }).next(), missing);
});

test('a subscription that is not in the schema is an error of the same kind', async () => {
  const unknown = JOBS.toString().replace('state', 'mood') as unknown as typeof JOBS;
  await assert.rejects(
    huntgate.watch(unknown, { id: 'nothing' }).next(),
    (failure) => failure instanceof HuntgateError && failure.message.includes('mood'),
  );
});

test('a hunt survives a lost connection, and the new one shows a new token', async () => {
  await hunts('PT3S');
  try {
    const states: string[] = [];
    const before = tokens;
    const connections = sockets.length;
    const kql = `DeviceNetworkEvents | summarize n = count() by RemotePort | extend at = ${Date.now()}`;
    await hunt(huntgate, kql, ({ state }) => {
      states.push(state);
      if (states.length === 1) {
        sockets.forEach((socket) => socket.terminate());
      }
    });
    assert.notEqual(states[0], 'SUCCEEDED');
    assert.equal(states.at(-1), 'SUCCEEDED');
    assert.equal(sockets.length, connections + 2);
    assert.equal(tokens, before + 3, 'one for the request, one for each connection');
  } finally {
    await hunts('PT0S');
  }
});

// Never run: tsc fails where one of these is no error any more.
export function typed() {
  // @ts-expect-error a variable that the operation does not have
  huntgate.ask(JOB, { id: 'x', kql: 'x' });
  // @ts-expect-error a variable that is left out
  huntgate.ask(JOB, {});
  // @ts-expect-error a field that was not asked for
  huntgate.ask(JOB, { id: 'x' }).then(({ huntJob }) => huntJob.elapsed);
  // @ts-expect-error a state that no job has
  huntgate.ask(JOB, { id: 'x' }).then(({ huntJob }) => huntJob.state === 'DONE');
}
