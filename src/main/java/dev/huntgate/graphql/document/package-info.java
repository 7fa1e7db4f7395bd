/** GraphQL documents that are known by their hashes. */
@NullMarked
package dev.huntgate.graphql.document;

import org.jspecify.annotations.NullMarked;
