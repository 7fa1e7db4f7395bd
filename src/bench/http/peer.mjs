// A peer: the same fields from the same rows: node peer.mjs mercurius|apollo|yoga PORT ROWS
import { createServer } from 'node:http';
import { GraphQLScalarType } from 'graphql';
import { rows } from './rows.mjs';

const [kind, port, count] = process.argv.slice(2);
const listen = { port: Number(port), host: '127.0.0.1' };
const all = rows(Number(count));
const cursor = (next) => Buffer.from(String(next)).toString('base64url');
const place = (after) => Number(Buffer.from(after, 'base64url').toString());

const typeDefs = `
  scalar JSON
  type Query { hunt(kql: String!): HuntResult! }
  type HuntResult { rowCount: Int! rows(first: Int = 100, after: String): Rows! }
  type Rows { nodes: [JSON!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`;
const resolvers = {
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
};

const peers = {
  async mercurius() {
    const { default: Fastify } = await import('fastify');
    const { default: mercurius } = await import('mercurius');
    const app = Fastify();
    app.register(mercurius, { jit: 1, schema: typeDefs, resolvers });
    await app.listen(listen);
  },
  async apollo() {
    const { ApolloServer } = await import('@apollo/server');
    const { startStandaloneServer } = await import('@apollo/server/standalone');
    await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), { listen });
  },
  async yoga() {
    const { createSchema, createYoga } = await import('graphql-yoga');
    const schema = createSchema({ typeDefs, resolvers });
    createServer(createYoga({ schema, logging: false })).listen(listen);
  },
};
await peers[kind]();
