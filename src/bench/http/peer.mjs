// The peer: the same fields from the same rows, by mercurius with its JIT: node peer.mjs PORT ROWS
import Fastify from 'fastify';
import { GraphQLScalarType } from 'graphql';
import mercurius from 'mercurius';
import { rows } from './rows.mjs';

const [port, count] = process.argv.slice(2);
const all = rows(Number(count));
const cursor = (next) => Buffer.from(String(next)).toString('base64url');
const place = (after) => Number(Buffer.from(after, 'base64url').toString());

const app = Fastify();
app.register(mercurius, {
  jit: 1,
  schema: `
    scalar JSON
    type Query { hunt(kql: String!): HuntResult! }
    type HuntResult { rowCount: Int! rows(first: Int = 100, after: String): Rows! }
    type Rows { nodes: [JSON!]! pageInfo: PageInfo! }
    type PageInfo { hasNextPage: Boolean! endCursor: String }
  `,
  resolvers: {
    JSON: new GraphQLScalarType({ name: 'JSON', serialize: (value) => value }),
    Query: { hunt: () => ({ rowCount: all.length }) },
    HuntResult: {
      rows: (_, { first, after }) => {
        const from = after ? place(after) : 0;
        const to = Math.min(all.length, from + first);
        return {
          nodes: all.slice(from, to),
          pageInfo: { hasNextPage: to < all.length, endCursor: cursor(to) },
        };
      },
    },
  },
});
await app.listen({ port: Number(port), host: '127.0.0.1' });
