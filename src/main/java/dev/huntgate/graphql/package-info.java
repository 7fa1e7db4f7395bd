/** The GraphQL schema, its resolvers and its errors: the only place that knows GraphQL. */
@NullMarked
package dev.huntgate.graphql;

import org.jspecify.annotations.NullMarked;
