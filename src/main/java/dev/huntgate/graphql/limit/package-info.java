/** What a GraphQL document may ask for at once, measured before anything of it is done. */
@NullMarked
package dev.huntgate.graphql.limit;

import org.jspecify.annotations.NullMarked;
