// huntgate.ts
import { createClient } from 'graphql-ws';
import type { TypedDocumentString } from './gql/graphql.js';

export interface Failure {
  message: string;
  extensions?: { code?: string; argument?: string; retryAt?: string | null };
}

interface Answer<Data> {
  data?: Data | null | undefined;
  errors?: readonly Failure[] | undefined;
}

export class HuntgateError extends Error {
  constructor(readonly failures: readonly Failure[]) {
    super(failures.map(({ message }) => message).join('\n'));
  }

  has(code: string): boolean {
    return this.failures.some(({ extensions }) => extensions?.code === code);
  }
}

export type Huntgate = ReturnType<typeof connect>;

/** @param token called for each request and each connection, so that it may renew what expires */
export function connect(url: string, token?: () => Promise<string>) {
  const credentials = async (): Promise<Record<string, string>> =>
    token ? { Authorization: `Bearer ${await token()}` } : {};
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: credentials,
  });

  function dataOf<Data>(answer: Answer<Data>): Data {
    if (answer.errors || !answer.data) {
      throw new HuntgateError(answer.errors ?? [{ message: 'There is no data' }]);
    }
    return answer.data;
  }

  return {
    async ask<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: NoInfer<Variables>,
    ): Promise<Data> {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          ...(await credentials()),
          'Content-Type': 'application/json',
          Accept: 'application/graphql-response+json, application/json',
        },
        body: JSON.stringify({ query: document, variables }),
      });
      if (!response.headers.get('Content-Type')?.includes('json')) {
        throw new HuntgateError([{ message: `HTTP status ${response.status}` }]);
      }
      return dataOf(await response.json());
    },

    async *watch<Data, Variables extends Record<string, unknown>>(
      document: TypedDocumentString<Data, Variables>,
      variables: NoInfer<Variables>,
    ): AsyncGenerator<Data> {
      try {
        for await (const told of socket.iterate<Data>({ query: `${document}`, variables })) {
          yield dataOf<Data>(told);
        }
      } catch (failure) {
        throw Array.isArray(failure) ? new HuntgateError(failure) : failure;
      }
    },

    close: () => socket.dispose(),
  };
}
