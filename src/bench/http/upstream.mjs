// An upstream that answers every hunt with the same rows, and every list of incidents with the same page
// of as many as were asked for: node upstream.mjs PORT ROWS [DELAY_MS]
import http from 'node:http';
import { incidents } from './incidents.mjs';
import { COLUMNS, rows } from './rows.mjs';

const [port, count, delay = '0'] = process.argv.slice(2);
const schema = COLUMNS.map(([name, type]) => ({ name, type }));
const results = rows(Number(count)).map((row) =>
  Object.fromEntries(COLUMNS.map(([name], place) => [name, row[place]])));
const body = Buffer.from(JSON.stringify({ schema, results }));
const token = JSON.stringify({ access_token: 'x', token_type: 'Bearer', expires_in: 3599 });
const pages = new Map();
let hunts = 0;

function page(url) {
  const top = Number(/\$top=(\d+)/.exec(url)?.[1] ?? 50);
  const alerts = url.includes('$expand=alerts');
  const key = `${top} ${alerts}`;
  if (!pages.has(key)) pages.set(key, incidents(top, alerts));
  return pages.get(key);
}

const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('Content-Type', 'application/json');
    if (request.url.includes('/token')) {
      response.end(token);
    } else if (request.url.endsWith('/runHuntingQuery')) {
      hunts += 1;
      setTimeout(() => response.end(body), Number(delay));
    } else if (request.url.startsWith('/security/incidents?')) {
      response.end(page(decodeURIComponent(request.url)));
    } else if (request.url === '/hunts') {
      response.end(String(hunts));
    } else {
      response.writeHead(404).end('{}');
    }
  });
});
// Node's own five seconds would close a connection as it is about to be used again.
server.keepAliveTimeout = 120_000;
server.listen(Number(port), '127.0.0.1');
