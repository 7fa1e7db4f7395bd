// Prints a cursor behind every row of the hunt that has a page after it: node cursors.mjs URL
const [url] = process.argv.slice(2);
const query = `query ($after: String) { hunt(kql: "DeviceNetworkEvents | take 100000")
  { rows(first: 10000, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } } } }`;
const cursors = [];
let after = null;
do {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.TOKEN}` },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  cursors.push(...data.hunt.rows.edges.map((edge) => edge.cursor));
  after = data.hunt.rows.pageInfo.hasNextPage ? data.hunt.rows.pageInfo.endCursor : null;
} while (after);
for (const cursor of cursors.slice(0, -101)) console.log(cursor);
