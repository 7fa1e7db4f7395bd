/** GraphQL over HTTP: requests read, executed, and their answers written. */
@NullMarked
package dev.huntgate.graphql.http;

import org.jspecify.annotations.NullMarked;
