// GraphQL over HTTP, by the audits of graphql-http: what a server must and should do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';

const url = process.env.HUNTGATE_URL + '/graphql';
const audits = serverAudits({ url });

test('the suite is as large as it was', () => {
  const named = (word) => audits.filter(({ name }) => name.startsWith(word)).length;
  assert.deepEqual([named('MUST'), named('SHOULD')], [13, 23]);
});

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async (context) => {
    const result = await audit.fn();
    if (audit.name.startsWith('MAY') && result.status !== 'ok') {
      context.diagnostic(result.reason);
      return;
    }
    assert.equal(result.status, 'ok', result.reason);
  });
}
