// An upstream that answers every hunt with the same rows: node upstream.mjs PORT ROWS [DELAY_MS]
import http from 'node:http';
import { COLUMNS, rows } from './rows.mjs';

const [port, count, delay = '0'] = process.argv.slice(2);
const schema = COLUMNS.map(([name, type]) => ({ name, type }));
const results = rows(Number(count)).map((row) =>
  Object.fromEntries(COLUMNS.map(([name], place) => [name, row[place]])));
const body = Buffer.from(JSON.stringify({ schema, results }));
const token = JSON.stringify({ access_token: 'x', token_type: 'Bearer', expires_in: 3599 });
let hunts = 0;

http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('Content-Type', 'application/json');
    if (request.url.includes('/token')) {
      response.end(token);
    } else if (request.url.endsWith('/runHuntingQuery')) {
      hunts += 1;
      setTimeout(() => response.end(body), Number(delay));
    } else if (request.url === '/hunts') {
      response.end(String(hunts));
    } else {
      response.writeHead(404).end('{}');
    }
  });
}).listen(Number(port), '127.0.0.1');
